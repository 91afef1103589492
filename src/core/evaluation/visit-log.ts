/**
 * The log of a patrol, read from what a force has: GPX tracks, a CSV of positions, or a CSV of visits written down.
 *
 * Positions: columns for time, longitude and latitude (or easting and northing), and one for the unit if there is one.
 * Visits: a place with a start and an end, or a start and minutes; the timetable of a plan is one. A column of dates goes
 * with times that have none. Times without an offset are London's clock.
 */
import { InputError } from '../errors.ts';
import { isJson, isParquet, isText, isZip, otherFormat } from '../ingest/magic.ts';
import { sniffEncoding, textStream } from '../ingest/text-decoding.ts';
import { textTable } from '../ingest/text-rows.ts';
import { type LogUse, logUseOf, tableReader } from './visit-columns.ts';
import { gpxReader } from './visit-gpx.ts';
import { type LoggedVisit, logRows, type VisitLog } from './visit-rows.ts';
import { type Stay, stayOf } from './visits.ts';

const SNIFF_BYTES = 4096;
/** Of the file at least so much has to be in the first push. */
export const HEAD_BYTES = 65_536;
const CHUNK_BYTES = 1 << 20;

export interface VisitLogReader {
  push(bytes: Uint8Array): void;
  end(): VisitLog;
}

/** The whole of it. @throws InputError for what is neither, and when nothing in it can be read */
export function readVisitLog(bytes: Uint8Array, fileName: string): VisitLog {
  const reader = visitLogReader(bytes.subarray(0, HEAD_BYTES), fileName);
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) reader.push(bytes.subarray(from, from + CHUNK_BYTES));
  return reader.end();
}

/**
 * The same by pieces. `head` is the start of the file, HEAD_BYTES or all there is, and is pushed too.
 * @throws InputError at once for what is no text; from `push` and `end` as `readVisitLog`
 */
export function visitLogReader(head: Uint8Array, fileName: string): VisitLogReader {
  const start = head.subarray(0, SNIFF_BYTES);
  const encoding = sniffEncoding(start);
  const opening = textStream(encoding).push(head);
  const gpx = isText(start) && isGpx(opening);
  const other = isZip(start) ? 'a ZIP or Excel file' : isParquet(start) ? 'a Parquet file' : otherFormat(start);
  if (!gpx && (other !== null || !isText(start))) {
    throw new InputError(`${fileName} is ${other ?? 'no text'} – save it as GPX or CSV.`);
  }
  const rows = logRows(fileName, gpx ? 'track point' : 'row');
  const table = gpx ? null : tableReader(rows, fileName, opening);
  const reader = table ?? gpxReader(rows, fileName);
  const decoder = textStream(encoding);
  return {
    push: (bytes) => reader.push(decoder.push(bytes)),
    end() {
      reader.push(decoder.end());
      return rows.end(table === null ? 'tracks' : table.end().namesUnits ? 'named' : 'none');
    },
  };
}

/** What a file is by its start, before it is read: a log, a timetable, or null for neither. */
export function visitLogKind(head: Uint8Array): LogUse | null {
  const start = head.subarray(0, SNIFF_BYTES);
  if (isZip(start) || isParquet(start) || isJson(start) || !isText(start)) return null;
  const text = textStream(sniffEncoding(start)).push(head);
  if (isGpx(text)) return 'log';
  const [header = ''] = text.split(/\r\n|\n|\r/, 1);
  return header.trim() === '' || otherFormat(start) !== null ? null : logUseOf(textTable(header, '').headers);
}

function isGpx(head: string): boolean {
  return /<gpx\b/i.test(head.slice(0, SNIFF_BYTES));
}

/** A patrol area as a log may name it. */
export interface LogPlace {
  readonly rank: number;
  readonly name: string;
}

/** Logged visits as stays: places matched by name, rank or both, whatever the case of letters; the others are named in a note. */
export function staysOfVisits(
  visits: readonly LoggedVisit[],
  places: readonly LogPlace[],
): { readonly stays: readonly Stay[]; readonly notes: readonly string[] } {
  const index = new Map<string, number>();
  const known = (text: string, area: number): void => {
    if (!index.has(text)) index.set(text, area);
  };
  places.forEach(({ rank }, i) => {
    known(String(rank), i);
  });
  places.forEach(({ rank, name }, i) => {
    known(name.toLowerCase(), i);
    known(`${rank} ${name}`.toLowerCase(), i);
    known(`patrol area ${rank}`, i);
  });
  const all = places.map(({ name }) => name.toLowerCase());
  const shared = new Set(all.filter((name, i) => all.indexOf(name) !== i));
  const unknown: string[] = [];
  const unsure: string[] = [];
  const stays = visits.flatMap(({ place, unit, from, to }) => {
    const area = index.get(place.toLowerCase());
    if (area === undefined) unknown.push(place);
    else if (shared.has(place.toLowerCase())) unsure.push(place);
    return area === undefined ? [] : [stayOf(area, unit, from, to)];
  });
  const notes = [
    ...visitNote(unknown, 'to places that are no patrol area, left out'),
    ...visitNote(
      unsure,
      'to places named like several areas, counted for the first – write the rank in place of the name',
    ),
  ];
  return { stays: stays.sort((a, b) => a.from - b.from || a.area - b.area), notes };
}

function visitNote(places: readonly string[], what: string): string[] {
  if (places.length === 0) return [];
  const shown = [...new Set(places)].slice(0, 3).map((name) => `“${name.slice(0, 60)}”`);
  return [`${places.length} ${places.length === 1 ? 'visit' : 'visits'} ${what}: ${shown.join(', ')}.`];
}
