/**
 * The log of a patrol, read from what a force has: GPX tracks, a CSV of positions, or a CSV of visits written down.
 *
 * Positions: columns for time, longitude and latitude (or easting and northing), and one for the unit if there is one.
 * Visits: a place with a start and an end, or a start and minutes. Times without an offset are London's clock.
 */
import { InputError } from '../errors.ts';
import { bngToWgs84 } from '../geo/bng.ts';
import { foldHeader } from '../ingest/aliases.ts';
import { DateKind, NO_OFFSET, readDate } from '../ingest/dates.ts';
import { sniffEncoding, textStream } from '../ingest/text-decoding.ts';
import { headersInWords, textOf, textTable } from '../ingest/text-rows.ts';
import { attribute, xmlReader } from '../ingest/xml.ts';
import { utcFromLondon } from '../offences/time.ts';
import { type Position, type Stay, stayOf } from './visits.ts';

export interface LoggedVisit {
  readonly place: string;
  readonly unit: string;
  /** UTC seconds. */
  readonly from: number;
  readonly to: number;
}

export interface VisitLog {
  /** One of the two is empty. */
  readonly positions: readonly Position[];
  readonly visits: readonly LoggedVisit[];
  /** Sentences on rows left out, counted by reason. */
  readonly notes: readonly string[];
}

const names = {
  time: ['time', 'timestamp', 'datetime', 'date time', 'recorded at', 'gps time'],
  start: ['start', 'from', 'arrived', 'arrival', 'start time', 'time in', 'in'],
  end: ['end', 'to', 'left', 'departure', 'end time', 'time out', 'out'],
  minutes: ['minutes', 'delivered min', 'duration min', 'duration', 'dwell', 'min'],
  longitude: ['longitude', 'lon', 'lng', 'long', 'x'],
  latitude: ['latitude', 'lat', 'y'],
  easting: ['easting', 'eastings'],
  northing: ['northing', 'northings'],
  place: ['place', 'area', 'patrol area', 'hotspot', 'hot spot', 'name', 'location'],
  unit: ['unit', 'callsign', 'call sign', 'officer', 'radio', 'device', 'tracker', 'pair'],
} as const;

type Columns = Record<keyof typeof names, number>;

const DAY_SECONDS = 86_400;
const HEAD_BYTES = 4096;
const CHUNK_BYTES = 1 << 20;

/** @throws InputError for what is neither, and when nothing in it can be read */
export function readVisitLog(bytes: Uint8Array, fileName: string): VisitLog {
  const head = textStream(sniffEncoding(bytes.subarray(0, HEAD_BYTES))).push(bytes.subarray(0, HEAD_BYTES));
  const log = /<gpx\b/i.test(head)
    ? fromGpx(bytes, fileName)
    : fromTable(textOf(bytes, fileName, 'GPX or CSV'), fileName);
  if (log.positions.length + log.visits.length === 0) {
    throw new InputError(
      `${fileName} holds no visit that can be read${log.notes.length > 0 ? ` (${log.notes[0]})` : ''} – give GPX tracks with times, or CSV with time and place.`,
    );
  }
  return log;
}

/** Logged visits as stays: places matched by name or rank, whatever the case of letters; the others are named in a note. */
export function staysOfVisits(
  visits: readonly LoggedVisit[],
  places: readonly string[],
): { readonly stays: readonly Stay[]; readonly notes: readonly string[] } {
  const index = new Map<string, number>();
  places.forEach((_, i) => {
    index.set(String(i + 1), i);
  });
  places.forEach((place, i) => {
    if (!index.has(place.toLowerCase())) index.set(place.toLowerCase(), i);
  });
  const unknown = new Map<string, number>();
  const stays = visits.flatMap(({ place, unit, from, to }) => {
    const area = index.get(place.toLowerCase());
    if (area !== undefined) return [stayOf(area, unit, from, to)];
    unknown.set(place, (unknown.get(place) ?? 0) + 1);
    return [];
  });
  const total = [...unknown.values()].reduce((sum, n) => sum + n, 0);
  const shown = [...unknown.keys()].slice(0, 3).map((name) => `“${name.slice(0, 60)}”`);
  const notes =
    total === 0
      ? []
      : [
          `${total} ${total === 1 ? 'visit' : 'visits'} to places that are no patrol area, left out: ${shown.join(', ')}.`,
        ];
  return { stays: stays.sort((a, b) => a.from - b.from || a.area - b.area), notes };
}

/** Track points with a time; the unit is the name of the track. */
function fromGpx(bytes: Uint8Array, fileName: string): VisitLog {
  const positions: Position[] = [];
  const left = { time: 0, place: 0 };
  const path: string[] = [];
  let unit = '';
  let tracks = 0;
  let point: { lon: number; lat: number; time: string } | null = null;
  const reader = xmlReader(
    {
      open(name, attributes) {
        path.push(name);
        if (name === 'trk') {
          tracks += 1;
          unit = `track ${tracks}`;
        }
        if (name === 'trkpt') {
          point = { lon: degrees(attribute(attributes, 'lon')), lat: degrees(attribute(attributes, 'lat')), time: '' };
        }
      },
      text(written) {
        const [parent, own] = path.slice(-2);
        if (own === 'name' && parent === 'trk' && written.trim() !== '') unit = written.trim().slice(0, 100);
        if (own === 'time' && parent === 'trkpt' && point) point = { ...point, time: point.time + written };
      },
      close(name) {
        path.pop();
        if (name !== 'trkpt' || !point) return;
        const second = secondsOf(point.time.trim());
        if (!onEarth(point.lon, point.lat)) left.place += 1;
        else if (second === null) left.time += 1;
        else positions.push({ unit, second, lon: point.lon, lat: point.lat });
        point = null;
      },
    },
    fileName,
  );
  const decoder = textStream(sniffEncoding(bytes.subarray(0, HEAD_BYTES)));
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    reader.push(decoder.push(bytes.subarray(from, from + CHUNK_BYTES)));
  }
  reader.push(decoder.end());
  return { positions, visits: [], notes: notesOf(left, 'track point') };
}

function fromTable(text: string, fileName: string): VisitLog {
  const { headers, rows } = textTable(text, fileName);
  const folded = headers.map(foldHeader);
  const at = Object.fromEntries(
    Object.entries(names).map(([column, known]) => [
      column,
      known.map((name) => folded.indexOf(name)).find((i) => i >= 0) ?? -1,
    ]),
  ) as Columns;
  const hasTime = at.time >= 0 || at.start >= 0;
  const hasPosition = (at.longitude >= 0 && at.latitude >= 0) || (at.easting >= 0 && at.northing >= 0);
  const hasVisit = at.place >= 0 && (at.end >= 0 || at.minutes >= 0);
  if (!hasTime || (!hasPosition && !hasVisit)) {
    throw new InputError(
      `${fileName} is no patrol log: among ${headersInWords(headers)} there is no time with a position, and no place with start and end – name the columns “time”, “longitude”, “latitude” or “place”, “start”, “end”.`,
    );
  }
  const left = { time: 0, place: 0 };
  const positions: Position[] = [];
  const visits: LoggedVisit[] = [];
  const visitRows = hasVisit && !(hasPosition && at.end < 0 && at.minutes < 0);
  for (const { cells } of rows) {
    const cell = (column: keyof Columns): string => (at[column] < 0 ? '' : (cells[at[column]] ?? ''));
    const from = secondsOf(cell('start') || cell('time'));
    const unit = cell('unit').slice(0, 100);
    if (visitRows) {
      const place = cell('place').slice(0, 200);
      const to = from === null ? null : endOf(from, cell('end'), cell('minutes'));
      if (place === '') left.place += 1;
      else if (from === null || to === null) left.time += 1;
      else visits.push({ place, unit, from, to });
      continue;
    }
    const [lon, lat] =
      at.longitude >= 0
        ? [degrees(cell('longitude')), degrees(cell('latitude'))]
        : bngToWgs84(degrees(cell('easting')), degrees(cell('northing')));
    if (!onEarth(lon, lat)) left.place += 1;
    else if (from === null) left.time += 1;
    else positions.push({ unit, second: from, lon, lat });
  }
  return { positions, visits, notes: notesOf(left, 'row') };
}

/** The end as written, or after so many minutes; null when it is neither, comes before the start or a day after it. */
function endOf(from: number, end: string, minutes: string): number | null {
  const to = end === '' ? from + 60 * degrees(minutes) : secondsOf(end);
  return to !== null && to >= from && to - from <= DAY_SECONDS ? to : null;
}

/** UTC seconds of a date with a time of day; null for anything else. */
function secondsOf(text: string): number | null {
  // fractions of a second are dropped; the seconds themselves are not kept by the reader of dates
  const { kind, wall, offset } = readDate(text);
  if ((kind & 15) !== DateKind.minute) return null;
  const seconds = Number(/\d{1,2}:\d{2}:(\d{2})/.exec(text)?.[1] ?? 0);
  return 60 * (offset === NO_OFFSET ? utcFromLondon(wall) : wall - offset) + seconds;
}

function degrees(text: string | null): number {
  return text !== null && /^\s*[-+]?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}

function onEarth(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && !(lon === 0 && lat === 0);
}

function notesOf(left: { readonly time: number; readonly place: number }, what: string): string[] {
  const said = (n: number, reason: string) =>
    n === 0 ? [] : [`${n} ${what}${n === 1 ? '' : 's'} ${reason}, left out.`];
  return [...said(left.place, 'without a place'), ...said(left.time, 'without a readable time of day')];
}
