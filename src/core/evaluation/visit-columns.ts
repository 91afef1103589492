/** Which columns of a table are those of a patrol log, and what its rows say. */
import { InputError } from '../errors.ts';
import { bngToWgs84 } from '../geo/bng.ts';
import { fieldOfHeader, foldHeader } from '../ingest/aliases.ts';
import { columnsAt } from '../ingest/columns.ts';
import { tellDelimiter } from '../ingest/csv.ts';
import { cellText, csvReader } from '../ingest/csv-records.ts';
import { headersInWords } from '../ingest/text-rows.ts';
import { type LogRows, onEarth, plainNumber } from './visit-rows.ts';
import { afterStart, isClock, type LogTime, logTime } from './visit-times.ts';

const names = {
  date: ['date', 'day', 'shift date'],
  time: ['time', 'timestamp', 'datetime', 'date time', 'recorded at', 'gps time', 'utc'],
  start: ['start', 'from', 'arrived', 'arrival', 'start time', 'time in', 'in'],
  end: ['end', 'to', 'left', 'departure', 'end time', 'time out', 'out'],
  minutes: ['minutes', 'delivered min', 'duration min', 'duration', 'dwell', 'min'],
  longitude: ['longitude', 'lon', 'lng', 'long', 'x'],
  latitude: ['latitude', 'lat', 'y'],
  easting: ['easting', 'eastings'],
  northing: ['northing', 'northings'],
  place: ['place', 'area', 'patrol area', 'hotspot', 'hot spot', 'name', 'location'],
  rank: ['rank'],
  unit: ['unit', 'callsign', 'call sign', 'officer', 'radio', 'device', 'tracker', 'pair'],
} as const;

type Column = keyof typeof names;

/** What a log is, or the timetable of a plan that was given out. */
export type LogUse = 'log' | 'timetable';

interface LogColumns {
  readonly at: Readonly<Record<Column, number>>;
  /** Rows are visits to a place, not positions of a track. */
  readonly visits: boolean;
}

/** Null for the header of anything else. */
function logColumns(headers: readonly string[]): LogColumns | null {
  const at = columnsAt(headers, names);
  const hasTime = at.time >= 0 || at.start >= 0;
  const hasPosition = (at.longitude >= 0 && at.latitude >= 0) || (at.easting >= 0 && at.northing >= 0);
  const hasPlace = at.place >= 0 || at.rank >= 0;
  const hasVisit = hasPlace && (at.end >= 0 || at.minutes >= 0);
  return hasTime && (hasPosition || hasVisit) ? { at, visits: hasVisit } : null;
}

/**
 * What a table is by its header alone: the timetable of a plan, a log (visits with an end, or positions of somebody, where no
 * column is one that only offences have), or null for anything else.
 */
export function logUseOf(headers: readonly string[]): LogUse | null {
  const columns = logColumns(headers);
  if (columns === null) return null;
  const folded = headers.map(foldHeader);
  if (columns.visits && timetableColumns.every((name) => folded.includes(name))) return 'timetable';
  const { unit, start, longitude, easting } = columns.at;
  const offences = headers.some((header) => {
    const field = fieldOfHeader(header)?.field;
    return field === 'offence' || field === 'offence_code' || field === 'offence_id';
  });
  const byHand = columns.visits && start >= 0 && longitude < 0 && easting < 0;
  return !offences && (unit >= 0 || byHand) ? 'log' : null;
}

/** As tables/plan.ts writes them. */
const timetableColumns = ['pair', 'from', 'to', 'visit', 'way min'];

/** `head` is text enough to tell the delimiter by. @throws InputError from `push` and `end` for a table that is no log */
export function tableReader(rows: LogRows, fileName: string, head: string) {
  const { delimiter, from, line } = tellDelimiter(head);
  let columns: LogColumns | null = null;
  let skip = from;
  const reader = csvReader(
    delimiter,
    {
      record(text, record) {
        if (record.oversized) return;
        const cell = (i: number): string => (i < 0 ? '' : cellText(text, record, i).trim());
        const known = columns;
        if (known !== null) {
          readRow(known, (column) => cell(known.at[column]), rows, fileName);
          return;
        }
        const headers = Array.from({ length: record.cells }, (_, i) => cell(i));
        columns = logColumns(headers);
        if (columns === null) {
          throw new InputError(
            `${fileName} is no patrol log: among ${headersInWords(headers)} there is no time with a position, and no place with start and end – name the columns “time”, “longitude”, “latitude” or “place”, “start”, “end”.`,
          );
        }
      },
      // the cell is read as far as its line and its row then judged as any other
      quoteNotClosed: () => undefined,
    },
    line,
  );
  return {
    push(text: string): void {
      reader.push(text.slice(skip));
      skip = Math.max(0, skip - text.length);
    },
    end(): { readonly namesUnits: boolean } {
      reader.end();
      if (columns === null) throw new InputError(`${fileName} is empty – give a file with a header and rows.`);
      return { namesUnits: columns.at.unit >= 0 };
    },
  };
}

type Cell = (column: Column) => string;

function readRow({ at, visits }: LogColumns, cell: Cell, rows: LogRows, fileName: string): void {
  const unit = at.unit >= 0 ? cell('unit').slice(0, 100) : fileName;
  const from = logTime(cell('start') || cell('time'), cell('date'));
  if (visits) readVisit(unit, from, cell, rows);
  else readPosition(unit, from, at.longitude >= 0, cell, rows);
}

function readVisit(unit: string, from: LogTime | null, cell: Cell, rows: LogRows): void {
  const place = (cell('place') || cell('rank')).slice(0, 200);
  const to = from && endOf(from, cell);
  if (place === '') rows.leave('place');
  else if (!from || !to) rows.leave('time');
  else rows.visit({ place, unit }, from, to);
}

function readPosition(unit: string, at: LogTime | null, inDegrees: boolean, cell: Cell, rows: LogRows): void {
  const [lon, lat] = inDegrees
    ? [plainNumber(cell('longitude')), plainNumber(cell('latitude'))]
    : bngToWgs84(plainNumber(cell('easting')), plainNumber(cell('northing')));
  if (!onEarth(lon, lat)) rows.leave('place');
  else if (at === null) rows.leave('time');
  else rows.position({ unit, lon, lat }, at);
}

/** The end as written, or after so many minutes; null when it is neither. */
function endOf(from: LogTime, cell: Cell): LogTime | null {
  const end = cell('end');
  if (end !== '') {
    const read = logTime(end, cell('date'));
    return read && afterStart(read, from, isClock(end));
  }
  const seconds = 60 * plainNumber(cell('minutes'));
  if (!(seconds >= 0)) return null;
  return { second: from.second + seconds, swapped: from.swapped === null ? null : from.swapped + seconds, order: null };
}
