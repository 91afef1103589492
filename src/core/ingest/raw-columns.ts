import { InputError } from '../errors.ts';
import { type Dictionary, dictionary } from './dictionary.ts';

/**
 * The rows of a load while it runs: columns that grow, filled cell by cell. A file's rows lie together; when the file is
 * complete its places and times are settled in place (see places.ts, times.ts), because what a cell means can depend on
 * all the others: the coordinate system, the order of day and month, whether first-of-month dates are months.
 */
export interface RawColumns {
  rows: number;
  capacity: number;
  /** Place as written, then WGS84 degrees. */
  x: Float64Array;
  y: Float64Array;
  /** PlaceState bits. */
  place: Uint8Array;
  /** DateKind plus DateOrder while the file is read, then Precision. */
  fromKind: Uint8Array;
  toKind: Uint8Array;
  /** Clock time as written, then UTC minutes. */
  from: Int32Array;
  to: Int32Array;
  /** Minutes ahead of UTC as written, or NO_OFFSET. */
  fromOffset: Int16Array;
  toOffset: Int16Array;
  day: Int32Array;
  hourOfWeek: Uint8Array;
  /** Codes of the dictionaries `codes` and `titles`; `code` becomes the index of the offence name. */
  code: Uint32Array;
  title: Uint32Array;
  domestic: Uint8Array;
  publicPlace: Uint8Array;
  knife: Uint8Array;
  weapon: Uint8Array;
  alcohol: Uint8Array;
  /** Age + 1; 0 is unknown. */
  age: Uint8Array;
  relationship: Uint32Array;
  victimRef: Uint32Array;
  suspectRef: Uint32Array;
  location: Uint32Array;
  status: Uint32Array;
  /** The id of row i is `idBytes[idStart[i] … idStart[i] + idLength[i])`. */
  idStart: Uint32Array;
  idLength: Uint32Array;
  idBytes: Uint8Array;
  idUsed: number;
  line: Uint32Array;
  file: Uint16Array;
  /** 1 + index into `droppedReasons`; 0 is kept. */
  dropped: Uint8Array;
  /** Bit i is `doubtReasons[i]`. */
  doubts: Uint16Array;
  readonly words: Words;
}

interface Words {
  readonly codes: Dictionary;
  readonly titles: Dictionary;
  readonly relationship: Dictionary;
  readonly victimRef: Dictionary;
  readonly suspectRef: Dictionary;
  readonly location: Dictionary;
  readonly status: Dictionary;
}

/** Bits of `place`. */
export const PlaceState = { hasX: 1, hasY: 2, unreadable: 4, ragged: 8, broken: 16 } as const;

const MAX_ROWS = 5_000_000;
const MAX_ID_BYTES = 1 << 30;

export function rawColumns(): RawColumns {
  return {
    rows: 0,
    capacity: 0,
    x: new Float64Array(0),
    y: new Float64Array(0),
    place: new Uint8Array(0),
    fromKind: new Uint8Array(0),
    toKind: new Uint8Array(0),
    from: new Int32Array(0),
    to: new Int32Array(0),
    fromOffset: new Int16Array(0),
    toOffset: new Int16Array(0),
    day: new Int32Array(0),
    hourOfWeek: new Uint8Array(0),
    code: new Uint32Array(0),
    title: new Uint32Array(0),
    domestic: new Uint8Array(0),
    publicPlace: new Uint8Array(0),
    knife: new Uint8Array(0),
    weapon: new Uint8Array(0),
    alcohol: new Uint8Array(0),
    age: new Uint8Array(0),
    relationship: new Uint32Array(0),
    victimRef: new Uint32Array(0),
    suspectRef: new Uint32Array(0),
    location: new Uint32Array(0),
    status: new Uint32Array(0),
    idStart: new Uint32Array(0),
    idLength: new Uint32Array(0),
    idBytes: new Uint8Array(0),
    idUsed: 0,
    line: new Uint32Array(0),
    file: new Uint16Array(0),
    dropped: new Uint8Array(0),
    doubts: new Uint16Array(0),
    words: {
      codes: dictionary(),
      titles: dictionary(),
      relationship: dictionary(),
      victimRef: dictionary(),
      suspectRef: dictionary(),
      location: dictionary(),
      status: dictionary(),
    },
  };
}

/** Adds `count` empty rows and returns the index of the first. Throws `InputError` beyond five million. */
export function addRows(raw: RawColumns, count: number): number {
  const first = raw.rows;
  const rows = first + count;
  if (rows > MAX_ROWS) {
    throw new InputError('These files hold more than 5,000,000 rows – load fewer months or fewer files at once.');
  }
  if (rows > raw.capacity) grow(raw, Math.max(rows, Math.ceil(raw.capacity * 1.5), 4096));
  raw.rows = rows;
  return first;
}

/** Sets the id of a row; the ids of a column must come in row order. */
export function setId(raw: RawColumns, row: number, id: string): void {
  const start = raw.idUsed;
  // three bytes are the most that UTF-8 needs for a unit of UTF-16
  const most = start + id.length * 3;
  if (most > MAX_ID_BYTES) {
    throw new InputError('The ids of these files take more than 1 GB – is the right column mapped to offence_id?');
  }
  if (most > raw.idBytes.length) {
    const larger = new Uint8Array(Math.max(most, Math.ceil(raw.idBytes.length * 1.5), 65_536));
    larger.set(raw.idBytes.subarray(0, start));
    raw.idBytes = larger;
  }
  const bytes = raw.idBytes;
  let end = start;
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    if (unit > 127) {
      const encoded = utf8.encode(id);
      bytes.set(encoded, start);
      end = start + encoded.length;
      break;
    }
    bytes[end++] = unit;
  }
  raw.idStart[row] = start;
  raw.idLength[row] = end - start;
  raw.idUsed = end;
}

const utf8 = new TextEncoder();

export function idText(raw: RawColumns, row: number): string {
  const start = raw.idStart[row] ?? 0;
  return new TextDecoder().decode(raw.idBytes.subarray(start, start + (raw.idLength[row] ?? 0)));
}

function grow(raw: RawColumns, capacity: number): void {
  raw.capacity = capacity;
  raw.x = grown(new Float64Array(capacity), raw.x);
  raw.y = grown(new Float64Array(capacity), raw.y);
  raw.place = grown(new Uint8Array(capacity), raw.place);
  raw.fromKind = grown(new Uint8Array(capacity), raw.fromKind);
  raw.toKind = grown(new Uint8Array(capacity), raw.toKind);
  raw.from = grown(new Int32Array(capacity), raw.from);
  raw.to = grown(new Int32Array(capacity), raw.to);
  raw.fromOffset = grown(new Int16Array(capacity), raw.fromOffset);
  raw.toOffset = grown(new Int16Array(capacity), raw.toOffset);
  raw.day = grown(new Int32Array(capacity), raw.day);
  raw.hourOfWeek = grown(new Uint8Array(capacity), raw.hourOfWeek);
  raw.code = grown(new Uint32Array(capacity), raw.code);
  raw.title = grown(new Uint32Array(capacity), raw.title);
  raw.domestic = grown(new Uint8Array(capacity), raw.domestic);
  raw.publicPlace = grown(new Uint8Array(capacity), raw.publicPlace);
  raw.knife = grown(new Uint8Array(capacity), raw.knife);
  raw.weapon = grown(new Uint8Array(capacity), raw.weapon);
  raw.alcohol = grown(new Uint8Array(capacity), raw.alcohol);
  raw.age = grown(new Uint8Array(capacity), raw.age);
  raw.relationship = grown(new Uint32Array(capacity), raw.relationship);
  raw.victimRef = grown(new Uint32Array(capacity), raw.victimRef);
  raw.suspectRef = grown(new Uint32Array(capacity), raw.suspectRef);
  raw.location = grown(new Uint32Array(capacity), raw.location);
  raw.status = grown(new Uint32Array(capacity), raw.status);
  raw.idStart = grown(new Uint32Array(capacity), raw.idStart);
  raw.idLength = grown(new Uint32Array(capacity), raw.idLength);
  raw.line = grown(new Uint32Array(capacity), raw.line);
  raw.file = grown(new Uint16Array(capacity), raw.file);
  raw.dropped = grown(new Uint8Array(capacity), raw.dropped);
  raw.doubts = grown(new Uint16Array(capacity), raw.doubts);
}

function grown<T extends { set(from: T): void }>(larger: T, old: T): T {
  larger.set(old);
  return larger;
}
