import { InputError } from '../errors.ts';
import { fieldOfHeader, foldHeader } from './aliases.ts';
import { type Field, fields, isField, type RecordField } from './fields.ts';

export interface MappedColumn {
  /** Position of the column in the file, from 0. */
  readonly index: number;
  /** Header as written. */
  readonly name: string;
  readonly field: RecordField;
}

export interface ColumnMapping {
  readonly columns: readonly MappedColumn[];
  /** The two columns that hold the place. */
  readonly x: MappedColumn;
  readonly y: MappedColumn;
  /** True for the columns of data.police.uk's street-level files and of its API, whose places are snapped to map points. */
  readonly policeUk: boolean;
}

/** Columns named by hand; `used` collects the keys that some file has. */
export interface HandMap {
  readonly fieldOf: ReadonlyMap<string, Field>;
  readonly used: Set<string>;
}

const MAX_COLUMNS = 2000;
const MAX_COLUMNS_NAMED = 30;

/** Throws `InputError` for a field that does not exist or that two columns claim. */
export function handMap(map: Readonly<Record<string, Field>>): HandMap {
  const fieldOf = new Map<string, Field>();
  const columnOf = new Map<Field, string>();
  for (const [column, field] of Object.entries(map)) {
    if (!isField(field)) {
      throw new InputError(
        `“${column}=${String(field)}” names no field – use one of ${fields.join(', ')}, or ignore to leave the column out.`,
      );
    }
    const other = columnOf.get(field);
    if (field !== 'ignore' && other !== undefined) {
      throw new InputError(`“${other}” and “${column}” are both mapped to ${field} – map one column to each field.`);
    }
    columnOf.set(field, column);
    fieldOf.set(handKey(column), field);
  }
  return { fieldOf, used: new Set() };
}

/** Throws `InputError` when a column named by hand for a field is in no file; one to be left out may be missing. */
export function requireAllUsed(hand: HandMap, seen: readonly string[]): void {
  for (const [column, field] of hand.fieldOf) {
    if (field !== 'ignore' && !hand.used.has(column)) {
      throw new InputError(`No file has a column “${column}” to map – the columns are ${list(seen)}.`);
    }
  }
}

/** Which column of `file` holds what. Throws `InputError` when there is no pair of coordinate columns. */
export function mapColumns(file: string, headers: readonly string[], hand: HandMap): ColumnMapping {
  if (headers.length > MAX_COLUMNS) {
    throw new InputError(
      `“${file}” has ${headers.length.toLocaleString('en-GB')} columns – the limit is 2,000; save it with fewer.`,
    );
  }
  const { best, place } = matchHeaders(headers, hand);
  if (!place) {
    throw new InputError(
      `“${file}” has no pair of coordinate columns: it has ${list(headers)}. Name them by hand: ` +
        '--map COLUMN=longitude --map COLUMN=latitude (or easting and northing).',
    );
  }
  const placeFields: readonly string[] = ['longitude', 'latitude', 'easting', 'northing'];
  const columns = [...best.values()]
    .map(({ column }) => column)
    .filter((column) => !placeFields.includes(column.field) || column === place.x || column === place.y)
    .sort((a, b) => a.index - b.index);
  const folded = new Set(headers.map(foldHeader));
  const ofFiles = folded.has('falls within') || folded.has('lsoa code');
  const ofApi = folded.has('category') && folded.has('location street name');
  const policeUk = folded.has('month') && (ofFiles || ofApi);
  return { columns, x: place.x, y: place.y, policeUk };
}

/** The best column for each field: by hand first, then the surest name, then the leftmost; and the pair of the place. */
export function matchHeaders(headers: readonly string[], hand: HandMap) {
  const best = new Map<RecordField, { column: MappedColumn; rank: number }>();
  headers.forEach((name, index) => {
    const key = handKey(name);
    const byHand = hand.fieldOf.get(key);
    if (byHand !== undefined) hand.used.add(key);
    if (byHand === 'ignore') return;
    const guess = byHand === undefined ? fieldOfHeader(name) : { field: byHand, rank: BY_HAND };
    if (!guess) return;
    const known = best.get(guess.field);
    if (known && known.rank <= guess.rank) return;
    best.set(guess.field, { column: { index, name, field: guess.field }, rank: guess.rank });
  });

  const degrees = pairOf(best.get('longitude'), best.get('latitude'));
  const metres = pairOf(best.get('easting'), best.get('northing'));
  return { best, place: degrees && (!metres || degrees.rank <= metres.rank) ? degrees : metres };
}

/** Whether `headers`, some of them named by hand, have a pair of coordinate columns. */
export function hasPlace(headers: readonly string[], hand: HandMap): boolean {
  const found = new Set(headers.map((name) => hand.fieldOf.get(handKey(name)) ?? fieldOfHeader(name)?.field));
  return (found.has('longitude') && found.has('latitude')) || (found.has('easting') && found.has('northing'));
}

/** Why a file that comes with data.police.uk's download holds no offences; null for any other file. */
export function notOffences(headers: readonly string[]): string | null {
  const folded = new Set(headers.map(foldHeader));
  if (folded.has('outcome type') && folded.has('crime id') && !folded.has('crime type')) {
    return 'it lists outcomes, not offences; the “-street” files hold the offences';
  }
  if (folded.has('object of search') && folded.has('legislation')) {
    return 'it lists stop and search, not offences; the “-street” files hold the offences';
  }
  return null;
}

const BY_HAND = -2;

type Candidate = { readonly column: MappedColumn; readonly rank: number } | undefined;

function pairOf(x: Candidate, y: Candidate): { x: MappedColumn; y: MappedColumn; rank: number } | null {
  return x && y ? { x: x.column, y: y.column, rank: Math.min(x.rank, y.rank) } : null;
}

function handKey(column: string): string {
  return column
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();
}

function list(headers: readonly string[]): string {
  if (headers.length === 0) return 'no columns';
  const shown = headers.slice(0, MAX_COLUMNS_NAMED).map((header) => `“${header.slice(0, 60)}”`);
  const more = headers.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
