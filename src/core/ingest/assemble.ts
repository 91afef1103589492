/** The settled rows of a load as the table and the report that everything else works on. */
import { type FlagName, MISSING, type OffenceTable, Precision } from '../offences/table.ts';
import { monthRange } from '../offences/time.ts';
import { textColumn } from './dictionary.ts';
import type { Load } from './load.ts';
import { type DoubtReason, type DroppedReason, doubtReasons, droppedReasons } from './notes.ts';
import { idText, type RawColumns } from './raw-columns.ts';
import type { IngestReport } from './report.ts';
import { isSnapped } from './snapped.ts';

const FLAG_FIELDS: Readonly<Record<FlagName, string>> = {
  domestic: 'domestic',
  publicPlace: 'public_place',
  knife: 'knife',
  weapon: 'weapon',
  alcohol: 'alcohol',
};

/** Ends the load: `load.raw` is emptied as the table is built, so that both need not be in memory at once. */
export function assemble(load: Load): { table: OffenceTable; report: IngestReport } {
  const { raw } = load;
  noteRows(load);
  const kept = keptRuns(raw);
  const crs = load.files.find(({ start, end }) => anyKept(raw, start, end))?.crs ?? load.files[0]?.crs ?? 'EPSG:4326';
  const files = load.files.map(({ name, format, start, end, crs: fileCrs }) => {
    let keptHere = 0;
    for (let row = start; row < end; row++) if (raw.dropped[row] === 0) keptHere++;
    return { name, format, rows: end - start, kept: keptHere, crs: fileCrs };
  });
  const rows = raw.rows;
  const snapped = isSnapped(raw, load.files);
  const table = tableOf(load, kept.runs, kept.rows, snapped);
  const report: IngestReport = {
    rows,
    kept: table.rows,
    files,
    notes: load.notes.notes(),
    snapped,
    crs,
    ...daysCovered(table),
    categories: categoriesOf(table),
  };
  return { table, report };
}

/** Adds the notes of every row, in row order, now that it is known which rows stay. */
function noteRows(load: Load): void {
  const { raw, notes } = load;
  for (const { name: file, start, end } of load.files) {
    for (let row = start; row < end; row++) {
      const line = raw.line[row] ?? 0;
      const dropped = raw.dropped[row] ?? 0;
      const doubts = raw.doubts[row] ?? 0;
      if (dropped !== 0) {
        const reason = droppedReasons[dropped - 1] ?? 'unreadable row';
        notes.add(reason, 'dropped', () => ({ file, line, found: droppedText(load, reason, row) }));
      } else if (doubts !== 0) {
        doubtReasons.forEach((reason, bit) => {
          if ((doubts & (1 << bit)) === 0) return;
          notes.add(reason, 'doubted', () => ({ file, line, found: doubtText(load, reason, row) }));
        });
      }
    }
  }
}

function droppedText({ raw, found }: Load, reason: DroppedReason, row: number): string {
  if (reason === 'duplicate id') return idText(raw, row);
  if (reason === 'coordinates 0/0') return '0, 0';
  if (reason === 'no coordinates') return raw.words.location.values[raw.location[row] ?? 0] || 'blank';
  return found.of(reason, row) || 'blank';
}

function doubtText({ raw, found, offences }: Load, reason: DoubtReason, row: number): string {
  if (reason === 'outside Great Britain') return `${degrees(raw.x[row])}, ${degrees(raw.y[row])}`;
  if (reason === 'same id, other content') return idText(raw, row);
  if (reason === 'offence not recognised') {
    const name = offences[raw.code[row] ?? 0];
    return [name?.code, name?.title].filter(Boolean).join(' ') || 'blank';
  }
  return found.of(reason, row);
}

function degrees(value = 0): string {
  return String(Math.round(value * 1e6) / 1e6);
}

function anyKept(raw: RawColumns, start: number, end: number): boolean {
  for (let row = start; row < end; row++) if (raw.dropped[row] === 0) return true;
  return false;
}

/** Rows in a row that are all kept, and where they go. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly to: number;
}

function keptRuns(raw: RawColumns): { readonly runs: readonly Run[]; readonly rows: number } {
  const runs: Run[] = [];
  let rows = 0;
  for (let row = 0; row < raw.rows; ) {
    if (raw.dropped[row] !== 0) {
      row++;
      continue;
    }
    const start = row;
    while (row < raw.rows && raw.dropped[row] === 0) row++;
    runs.push({ start, end: row, to: rows });
    rows += row - start;
  }
  return { runs, rows };
}

function tableOf(load: Load, runs: readonly Run[], rows: number, snapped: boolean): OffenceTable {
  const { raw } = load;
  // takes a column's kept rows and lets go of the column
  const take = <K extends ColumnName>(name: K, into: RawColumns[K]): RawColumns[K] => {
    const column = raw[name];
    for (const { start, end, to } of runs) into.set(column.subarray(start, end), to);
    raw[name] = into.subarray(0, 0) as RawColumns[K];
    return into;
  };
  const given = new Set(load.files.flatMap(({ fields }) => fields));
  const id = takeIds(raw, runs, rows);
  const age = take('age', new Uint8Array(rows));
  // stored as age + 1, so that 0 wraps to 255, unknown
  for (let i = 0; i < rows; i++) age[i] = (age[i] ?? 0) - 1;
  const flags = {
    domestic: take('domestic', new Uint8Array(rows)),
    publicPlace: take('publicPlace', new Uint8Array(rows)),
    knife: take('knife', new Uint8Array(rows)),
    weapon: take('weapon', new Uint8Array(rows)),
    alcohol: take('alcohol', new Uint8Array(rows)),
  };
  // a weapon named in words fills the knife column of a file that has none
  const isGiven = (name: FlagName) => given.has(FLAG_FIELDS[name]) || (name === 'knife' && flags.knife.includes(2));
  const { words } = raw;
  return {
    rows,
    lon: take('x', new Float64Array(rows)),
    lat: take('y', new Float64Array(rows)),
    from: take('from', new Int32Array(rows)),
    to: take('to', new Int32Array(rows)),
    day: take('day', new Int32Array(rows)),
    hourOfWeek: take('hourOfWeek', new Uint8Array(rows)),
    precision: take('fromKind', new Uint8Array(rows)),
    offence: Uint16Array.from(take('code', new Uint32Array(rows))),
    offences: load.offences,
    flags,
    flagsGiven: (Object.keys(FLAG_FIELDS) as FlagName[]).filter(isGiven),
    victimAge: age,
    relationship: textColumn(take('relationship', new Uint32Array(rows)), words.relationship),
    victimRef: textColumn(take('victimRef', new Uint32Array(rows)), words.victimRef),
    suspectRef: textColumn(take('suspectRef', new Uint32Array(rows)), words.suspectRef),
    location: textColumn(take('location', new Uint32Array(rows)), words.location),
    status: textColumn(take('status', new Uint32Array(rows)), words.status),
    id,
    file: take('file', new Uint16Array(rows)),
    snapped,
  };
}

type ColumnName = {
  [K in keyof RawColumns]: RawColumns[K] extends Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array
    ? K
    : never;
}[keyof RawColumns];

function takeIds(raw: RawColumns, runs: readonly Run[], rows: number): OffenceTable['id'] {
  const offsets = new Uint32Array(rows + 1);
  for (const { start, end, to } of runs) {
    for (let row = start; row < end; row++) {
      const i = to + row - start;
      offsets[i + 1] = (offsets[i] ?? 0) + (raw.idLength[row] ?? 0);
    }
  }
  const bytes = new Uint8Array(offsets[rows] ?? 0);
  for (const { start, end, to } of runs) {
    // ids came in row order, so those of a run lie together; rows without one have no place among them
    let first = start;
    while (first < end && raw.idLength[first] === 0) first++;
    const from = raw.idStart[first] ?? 0;
    const target = offsets[to] ?? 0;
    const length = (offsets[to + end - start] ?? 0) - target;
    if (length > 0) bytes.set(raw.idBytes.subarray(from, from + length), target);
  }
  raw.idBytes = new Uint8Array(0);
  return { bytes, offsets };
}

/** First and last local day of the rows; MISSING when none is dated. */
export function daysCovered(table: OffenceTable): { fromDay: number; toDay: number } {
  let fromDay = Number.POSITIVE_INFINITY;
  let toDay = Number.NEGATIVE_INFINITY;
  let lastMonth = MISSING;
  for (let row = 0; row < table.rows; row++) {
    const day = table.day[row] ?? MISSING;
    if (day === MISSING) continue;
    if (day < fromDay) fromDay = day;
    if (day > toDay) toDay = day;
    if (table.precision[row] === Precision.month && day > lastMonth) lastMonth = day;
  }
  if (toDay < fromDay) return { fromDay: MISSING, toDay: MISSING };
  // a row known to the month covers all of it
  if (lastMonth !== MISSING) toDay = Math.max(toDay, monthRange(lastMonth).toDay);
  return { fromDay, toDay };
}

/** Rows by offence title as written, most frequent first. */
export function categoriesOf(table: OffenceTable): ReadonlyMap<string, number> {
  const counts = new Float64Array(table.offences.length);
  for (const offence of table.offence) counts[offence] = (counts[offence] ?? 0) + 1;
  const byName = new Map<string, number>();
  table.offences.forEach(({ title, code }, i) => {
    const count = counts[i] ?? 0;
    if (count > 0) byName.set(title || code, (byName.get(title || code) ?? 0) + count);
  });
  return new Map([...byName].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
