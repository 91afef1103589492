import { InputError } from '../errors.ts';
import { Flag, type FlagName } from '../offences/table.ts';
import { type DateCell, DateKind, isoMinute, NO_OFFSET, readDate } from './dates.ts';
import { type Dictionary, ownText } from './dictionary.ts';
import type { RecordField } from './fields.ts';
import type { ColumnMapping } from './mapping.ts';
import { type FlagField, flagValues, type Mapping } from './mapping-profile.ts';
import { doubtBit, type FoundTexts } from './notes.ts';
import { PlaceState, type RawColumns, setId } from './raw-columns.ts';
import { ageOf, decimal, flagOf, isMissing, namesKnife, offenceCode } from './values.ts';

/** Writes the cells of one column; a row that is never written stays silent in it. */
export type CellWriter = (row: number, text: string) => void;

/** Longer cells are cut. */
const MAX_CELL = 65_536;
const MAX_REMEMBERED = 65_536;
const MAX_ID = 4096;

const AGE_UNREADABLE = doubtBit('age unreadable');
const FLAG_UNREADABLE = doubtBit('yes/no unreadable');
const TEXT_CUT = doubtBit('text cut');

/** A writer per mapped column, in the order of `mapping.columns`. `flags`: what values say that say so in no known way. */
export function cellWriters(
  raw: RawColumns,
  mapping: ColumnMapping,
  found: FoundTexts,
  flags: Mapping['flags'],
): readonly CellWriter[] {
  const hasKnife = mapping.columns.some((column) => column.field === 'knife');
  return mapping.columns.map(({ field }) => guarded(raw, found, writerOf(field, raw, found, flags, hasKnife)));
}

/** Trims, cuts what is too long, and leaves out what says nothing. */
function guarded(raw: RawColumns, found: FoundTexts, write: CellWriter): CellWriter {
  return (row, text) => {
    let trimmed = trim(text);
    if (isMissing(trimmed)) return;
    if (trimmed.length > MAX_CELL) {
      trimmed = trimmed.slice(0, MAX_CELL);
      raw.doubts[row] = (raw.doubts[row] ?? 0) | TEXT_CUT;
      found.keep('text cut', row, trimmed);
    }
    write(row, trimmed);
  };
}

function writerOf(
  field: RecordField,
  raw: RawColumns,
  found: FoundTexts,
  flags: Mapping['flags'],
  hasKnife: boolean,
): CellWriter {
  const { words } = raw;
  switch (field) {
    case 'longitude':
    case 'easting':
      return placeWriter(raw, found, 'x', PlaceState.hasX);
    case 'latitude':
    case 'northing':
      return placeWriter(raw, found, 'y', PlaceState.hasY);
    case 'from':
      return dateWriter((row, kind, wall, offset, text) => {
        raw.from[row] = wall;
        raw.fromKind[row] = kind;
        raw.fromOffset[row] = offset;
        if (kind === DateKind.unreadable) found.keep('date unreadable', row, text);
      });
    case 'to':
      return dateWriter((row, kind, wall, offset, text) => {
        raw.to[row] = wall;
        raw.toKind[row] = kind;
        raw.toOffset[row] = offset;
        if (kind === DateKind.unreadable) found.keep('end date unreadable', row, text);
      });
    case 'offence_id':
      return (row, text) => {
        if (text.length <= MAX_ID) return setId(raw, row, text);
        // an id cut short could equal another one: the length keeps them apart as far as anything that long is an id
        raw.doubts[row] = (raw.doubts[row] ?? 0) | TEXT_CUT;
        found.keep('text cut', row, text);
        setId(raw, row, `${text.slice(0, MAX_ID)}…${text.length}`);
      };
    case 'offence_code':
      return (row, text) => {
        raw.code[row] = words.codes.codeOf(offenceCode(text));
      };
    case 'offence':
      return (row, text) => {
        raw.title[row] = words.titles.codeOf(text);
      };
    case 'weapon':
      return weaponWriter(raw, found, flags.weapon, hasKnife);
    case 'public_place':
      return flagWriter(raw, found, 'publicPlace', flags.public_place);
    case 'domestic':
    case 'knife':
    case 'alcohol':
      return flagWriter(raw, found, field, flags[field]);
    case 'victim_age':
      return (row, text) => {
        const age = ageOf(text);
        if (age === null) doubt(raw, found, row, AGE_UNREADABLE, 'age unreadable', text);
        else raw.age[row] = age + 1;
      };
    case 'relationship':
      return textWriter(words.relationship, (row, code) => {
        raw.relationship[row] = code;
      });
    case 'victim_ref':
      return textWriter(words.victimRef, (row, code) => {
        raw.victimRef[row] = code;
      });
    case 'suspect_ref':
      return textWriter(words.suspectRef, (row, code) => {
        raw.suspectRef[row] = code;
      });
    case 'location':
      return textWriter(words.location, (row, code) => {
        raw.location[row] = code;
      });
    case 'status':
      return textWriter(words.status, (row, code) => {
        raw.status[row] = code;
      });
  }
}

function placeWriter(raw: RawColumns, found: FoundTexts, axis: 'x' | 'y', given: number): CellWriter {
  return (row, text) => {
    const value = decimal(text);
    const readable = Number.isFinite(value);
    raw[axis][row] = value;
    raw.place[row] = (raw.place[row] ?? 0) | given | (readable ? 0 : PlaceState.unreadable);
    if (!readable) found.keep('coordinates unreadable', row, text);
  };
}

/** Other dates than clock times repeat a lot: each text is read once, and forgotten when there are too many. */
function dateWriter(set: (row: number, kind: number, wall: number, offset: number, text: string) => void): CellWriter {
  const known = new Map<string, DateCell>();
  let last = '';
  let lastCell: DateCell | undefined;
  return (row, text) => {
    const minute = isoMinute(text);
    if (!Number.isNaN(minute)) return set(row, DateKind.minute, minute, NO_OFFSET, text);
    let cell = text === last ? lastCell : known.get(text);
    if (cell === undefined) {
      cell = readDate(text);
      if (known.size >= MAX_REMEMBERED) known.clear();
      known.set(ownText(text), cell);
    }
    last = text;
    lastCell = cell;
    set(row, cell.kind, cell.wall, cell.offset, text);
  };
}

type FlagMap = Mapping['flags'][FlagField];

function flagWriter(raw: RawColumns, found: FoundTexts, name: FlagName, byHand: FlagMap): CellWriter {
  const known = new Map<string, number | null>(
    Object.entries(byHand ?? {}).map(([value, word]) => [value, flagValues[word]]),
  );
  return (row, text) => {
    let flag = known.get(text);
    if (flag === undefined) {
      flag = flagOf(name, text);
      if (known.size < MAX_REMEMBERED) known.set(ownText(text), flag);
    }
    if (flag === null) doubt(raw, found, row, FLAG_UNREADABLE, 'yes/no unreadable', text);
    else raw[name][row] = flag;
  };
}

/** A weapon described in words also says whether it was a knife, when the file has no column for that. */
function weaponWriter(raw: RawColumns, found: FoundTexts, byHand: FlagMap, hasKnife: boolean): CellWriter {
  const write = flagWriter(raw, found, 'weapon', byHand);
  if (hasKnife) return write;
  return (row, text) => {
    write(row, text);
    if (namesKnife(text)) raw.knife[row] = Flag.yes;
  };
}

function textWriter(words: Dictionary, set: (row: number, code: number) => void): CellWriter {
  return (row, text) => set(row, words.codeOf(text));
}

function doubt(
  raw: RawColumns,
  found: FoundTexts,
  row: number,
  bit: number,
  reason: 'age unreadable' | 'yes/no unreadable',
  text: string,
): void {
  raw.doubts[row] = (raw.doubts[row] ?? 0) | bit;
  found.keep(reason, row, text);
}

/** `trim` of a string that rarely needs it. */
function trim(text: string): string {
  const last = text.length - 1;
  if (last < 0) return text;
  const a = text.charCodeAt(0);
  const b = text.charCodeAt(last);
  return a > 32 && a < 128 && b > 32 && b < 128 ? text : text.trim();
}

/** Throws when a column mapped to the offence holds free text. */
export function requireFewOffences(names: number): void {
  if (names > 65_535) {
    throw new InputError(
      `The offence columns hold more than 65,535 different entries, so they look like free text – map the column ` +
        'with the offence title or code to “offence” or “offence_code”.',
    );
  }
}
