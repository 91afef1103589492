/** Several offence tables as one, and some rows of a table as a table of their own. */
import { InputError } from '../errors.ts';
import { dictionary } from '../ingest/dictionary.ts';
import type { FlagName, OffenceName, OffenceTable, TextColumn } from '../offences/table.ts';

const FLAGS = ['domestic', 'publicPlace', 'knife', 'weapon', 'alcohol'] as const satisfies readonly FlagName[];
/** What the columns of offences and of files can number. */
const MOST = 65_535;

type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** The rows of all tables, table by table; files are numbered on. @throws InputError for too many offences or files */
export function concatTables(tables: readonly OffenceTable[], filesOf: readonly number[]): OffenceTable {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const column = <A extends Numbers>(into: A, of: (table: OffenceTable) => A): A => {
    let at = 0;
    for (const table of tables) {
      into.set(of(table), at);
      at += table.rows;
    }
    return into;
  };
  const offence = new Uint16Array(rows);
  const offences = concatOffences(tables, offence);
  const file = column(new Uint16Array(rows), (table) => table.file);
  let row = 0;
  let files = 0;
  tables.forEach((table, t) => {
    for (const end = row + table.rows; row < end; row++) file[row] = (file[row] as number) + files;
    files += filesOf[t] ?? 0;
  });
  if (files > MOST) throw new InputError(`These batches hold more than ${MOST} files – remove some.`);
  return {
    rows,
    lon: column(new Float64Array(rows), (table) => table.lon),
    lat: column(new Float64Array(rows), (table) => table.lat),
    from: column(new Int32Array(rows), (table) => table.from),
    to: column(new Int32Array(rows), (table) => table.to),
    day: column(new Int32Array(rows), (table) => table.day),
    hourOfWeek: column(new Uint8Array(rows), (table) => table.hourOfWeek),
    precision: column(new Uint8Array(rows), (table) => table.precision),
    offence,
    offences,
    flags: flagsOf((name) => column(new Uint8Array(rows), (table) => table.flags[name])),
    flagsGiven: FLAGS.filter((name) => tables.some((table) => table.flagsGiven.includes(name))),
    victimAge: column(new Uint8Array(rows), (table) => table.victimAge),
    relationship: concatText(rows, tables, (table) => table.relationship),
    victimRef: concatText(rows, tables, (table) => table.victimRef),
    suspectRef: concatText(rows, tables, (table) => table.suspectRef),
    location: concatText(rows, tables, (table) => table.location),
    status: concatText(rows, tables, (table) => table.status),
    id: concatIds(rows, tables),
    file,
    // as within one load: one snapped file makes the whole snapped
    snapped: tables.some((table) => table.snapped),
  };
}

/** The rows whose entry in `keep` is 1, in their order; dictionaries are shared. */
export function takeRows(table: OffenceTable, keep: Uint8Array): OffenceTable {
  let rows = 0;
  for (const kept of keep) rows += kept;
  const taken = new Uint32Array(rows);
  for (let row = 0, to = 0; row < keep.length; row++) if (keep[row] === 1) taken[to++] = row;
  const take = <A extends Numbers>(into: A, from: A): A => {
    for (let i = 0; i < rows; i++) into[i] = from[taken[i] as number] as number;
    return into;
  };
  const text = ({ codes, values }: TextColumn): TextColumn => ({ codes: take(new Uint32Array(rows), codes), values });
  return {
    rows,
    lon: take(new Float64Array(rows), table.lon),
    lat: take(new Float64Array(rows), table.lat),
    from: take(new Int32Array(rows), table.from),
    to: take(new Int32Array(rows), table.to),
    day: take(new Int32Array(rows), table.day),
    hourOfWeek: take(new Uint8Array(rows), table.hourOfWeek),
    precision: take(new Uint8Array(rows), table.precision),
    offence: take(new Uint16Array(rows), table.offence),
    offences: table.offences,
    flags: flagsOf((name) => take(new Uint8Array(rows), table.flags[name])),
    flagsGiven: table.flagsGiven,
    victimAge: take(new Uint8Array(rows), table.victimAge),
    relationship: text(table.relationship),
    victimRef: text(table.victimRef),
    suspectRef: text(table.suspectRef),
    location: text(table.location),
    status: text(table.status),
    id: takeIds(table.id, taken),
    file: take(new Uint16Array(rows), table.file),
    snapped: table.snapped,
  };
}

function flagsOf(column: (name: FlagName) => Uint8Array): Record<FlagName, Uint8Array> {
  return {
    domestic: column('domestic'),
    publicPlace: column('publicPlace'),
    knife: column('knife'),
    weapon: column('weapon'),
    alcohol: column('alcohol'),
  };
}

/** Fills `into` with the rows' offences and returns the names they stand for, each pair of code and title once. */
function concatOffences(tables: readonly OffenceTable[], into: Uint16Array): OffenceName[] {
  const names: OffenceName[] = [];
  const known = new Map<string, number>();
  let row = 0;
  for (const { offences, offence } of tables) {
    const renumbered = offences.map((name) => {
      const key = `${name.code}\n${name.title}`;
      const index = known.get(key) ?? names.push(name) - 1;
      known.set(key, index);
      return index;
    });
    for (const old of offence) into[row++] = renumbered[old] as number;
  }
  if (names.length > MOST) throw new InputError(`These batches name more than ${MOST} offences – remove some.`);
  return names;
}

function concatText(
  rows: number,
  tables: readonly OffenceTable[],
  of: (table: OffenceTable) => TextColumn,
): TextColumn {
  const words = dictionary();
  const codes = new Uint32Array(rows);
  let row = 0;
  for (const table of tables) {
    const column = of(table);
    const renumbered = Uint32Array.from(column.values, (text) => words.codeOf(text));
    for (const old of column.codes) codes[row++] = renumbered[old] as number;
  }
  return { codes, values: words.values };
}

function concatIds(rows: number, tables: readonly OffenceTable[]): OffenceTable['id'] {
  const lengthOf = ({ id, rows: n }: OffenceTable): number => id.offsets[n] ?? 0;
  const bytes = new Uint8Array(tables.reduce((sum, table) => sum + lengthOf(table), 0));
  const offsets = new Uint32Array(rows + 1);
  let row = 0;
  let at = 0;
  for (const table of tables) {
    bytes.set(table.id.bytes.subarray(0, lengthOf(table)), at);
    for (let i = 0; i < table.rows; i++) offsets[++row] = at + (table.id.offsets[i + 1] as number);
    at += lengthOf(table);
  }
  return { bytes, offsets };
}

function takeIds({ bytes, offsets }: OffenceTable['id'], taken: Uint32Array): OffenceTable['id'] {
  const out = new Uint32Array(taken.length + 1);
  taken.forEach((row, i) => {
    out[i + 1] = (out[i] as number) + (offsets[row + 1] as number) - (offsets[row] as number);
  });
  const into = new Uint8Array(out[taken.length] ?? 0);
  taken.forEach((row, i) => {
    const start = offsets[row] as number;
    const end = offsets[row + 1] as number;
    let to = out[i] as number;
    // ids are short: a loop is quicker than a view for each
    for (let at = start; at < end; at++) into[to++] = bytes[at] as number;
  });
  return { bytes: into, offsets: out };
}
