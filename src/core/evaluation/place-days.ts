/** The table of a crossover trial: one row per place and day, read from CSV. */
import { InputError } from '../errors.ts';
import { columnsAt } from '../ingest/columns.ts';
import { DateKind, readDate } from '../ingest/dates.ts';
import { headersInWords, textOf, textTable } from '../ingest/text-rows.ts';
import { MINUTES_PER_DAY } from '../offences/time.ts';

/** Parallel columns; index i means place-day i, by place and then by day. */
export interface PlaceDays {
  /** In the order in which the file names them. */
  readonly places: readonly string[];
  readonly place: Uint32Array;
  readonly day: Int32Array;
  /** 1 = drawn for patrol. */
  readonly assigned: Uint8Array;
  /** Minutes of patrol; NaN where nothing was logged. */
  readonly deliveredMin: Float64Array;
  readonly count: Float64Array;
  /** Days of harm; null when the file has no such column. The same of the buffer about the place. */
  readonly harm: Float64Array | null;
  readonly bufferCount: Float64Array | null;
  readonly bufferHarm: Float64Array | null;
}

export interface PlaceDaysRead {
  readonly data: PlaceDays;
  /** Sentences on rows left out, counted by reason. */
  readonly notes: readonly string[];
}

const names = {
  place: ['place', 'hotspot', 'hot spot', 'area', 'area name', 'patrol area', 'name'],
  date: ['date', 'day'],
  assigned: ['assigned', 'treated', 'treatment', 'patrol'],
  deliveredMin: ['delivered min', 'delivered minutes', 'delivered', 'minutes', 'dose'],
  count: ['count', 'offences', 'crimes', 'events'],
  harm: ['harm', 'harm days', 'cchi'],
  bufferCount: ['buffer count', 'buffer offences'],
  bufferHarm: ['buffer harm'],
} as const;

type Column = keyof typeof names;

const required: readonly Column[] = ['place', 'date', 'assigned', 'count'];
const YES = new Set(['1', 'yes', 'y', 'true', 't', 'treatment', 'treated']);
const NO = new Set(['0', 'no', 'n', 'false', 'f', 'c', 'control']);

interface Row {
  readonly place: number;
  readonly day: number;
  readonly assigned: boolean;
  readonly numbers: Readonly<Record<Outcome, number>>;
}

const outcomes = ['deliveredMin', 'count', 'harm', 'bufferCount', 'bufferHarm'] as const;
type Outcome = (typeof outcomes)[number];

/** @throws InputError without the columns it needs, and when no row, or only one side of the comparison, can be read */
export function readPlaceDays(bytes: Uint8Array, fileName: string): PlaceDaysRead {
  const { headers, rows } = textTable(textOf(bytes, fileName, 'CSV with a row per place and day'), fileName);
  const at = columnsAt(headers, names);
  const missing = required.filter((column) => at[column] < 0);
  if (missing.length > 0) {
    throw new InputError(
      `${fileName} has no column ${missing.map((column) => `“${column}”`).join(' or ')} among ${headersInWords(headers)} – give place, date, assigned and count.`,
    );
  }
  const places = new Map<string, number>();
  const kept = new Map<string, Row>();
  const left: Record<Reason, number[]> = { place: [], date: [], assigned: [], number: [], repeated: [] };
  for (const { cells, line } of rows) {
    const cell = (column: Column): string => (at[column] < 0 ? '' : (cells[at[column]] ?? ''));
    const name = cell('place').slice(0, 200);
    const day = dayOf(cell('date'));
    const assigned = cell('assigned').toLowerCase();
    const numbers = Object.fromEntries(outcomes.map((column) => [column, numberOf(cell(column))])) as Row['numbers'];
    if (name === '') left.place.push(line);
    else if (day === null) left.date.push(line);
    else if (!YES.has(assigned) && !NO.has(assigned)) left.assigned.push(line);
    else if (!outcomes.every((column) => fits(column, numbers[column], at[column] >= 0))) left.number.push(line);
    else {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      const key = `${place} ${day}`;
      if (kept.has(key)) left.repeated.push(line);
      else kept.set(key, { place, day, assigned: YES.has(assigned), numbers });
    }
  }
  const sorted = [...kept.values()].sort((a, b) => a.place - b.place || a.day - b.day);
  const treated = sorted.filter((row) => row.assigned).length;
  if (treated === 0 || treated === sorted.length) {
    throw new InputError(
      `${fileName} has ${treated} place-days with patrol and ${sorted.length - treated} without among the rows that could be read – a trial needs both.`,
    );
  }
  const column = (of: Outcome): Float64Array => Float64Array.from(sorted, (row) => row.numbers[of]);
  const optional = (of: 'harm' | 'bufferCount' | 'bufferHarm') => (at[of] < 0 ? null : column(of));
  return {
    data: {
      places: [...places.keys()],
      place: Uint32Array.from(sorted, (row) => row.place),
      day: Int32Array.from(sorted, (row) => row.day),
      assigned: Uint8Array.from(sorted, (row) => Number(row.assigned)),
      deliveredMin: column('deliveredMin'),
      count: column('count'),
      harm: optional('harm'),
      bufferCount: optional('bufferCount'),
      bufferHarm: optional('bufferHarm'),
    },
    notes: (Object.keys(left) as Reason[]).filter((reason) => left[reason].length > 0).map((r) => sentence(r, left[r])),
  };
}

type Reason = 'place' | 'date' | 'assigned' | 'number' | 'repeated';

const reasons: Readonly<Record<Reason, string>> = {
  place: 'without a place',
  date: 'without a readable day',
  assigned: 'where “assigned” is neither 0 nor 1',
  number: 'with a number that is missing, below 0 or, for a count, not whole',
  repeated: 'for a place and day that is there already',
};

function sentence(reason: Reason, lines: readonly number[]): string {
  const shown = lines.slice(0, 3).join(', ');
  const more = lines.length > 3 ? ' …' : '';
  return `${lines.length} ${lines.length === 1 ? 'row' : 'rows'} ${reasons[reason]}, left out (line ${shown}${more}).`;
}

function dayOf(text: string): number | null {
  if (text === '') return null;
  const { kind, wall } = readDate(text);
  const what = kind & 15;
  return what === DateKind.day || what === DateKind.minute ? Math.floor(wall / MINUTES_PER_DAY) : null;
}

function numberOf(text: string): number {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

/** Minutes may be missing; what a column is there for must be in it. */
function fits(column: Outcome, value: number, there: boolean): boolean {
  if (!there) return true;
  if (Number.isNaN(value)) return column === 'deliveredMin';
  return value >= 0 && (Number.isInteger(value) || (column !== 'count' && column !== 'bufferCount'));
}
