/**
 * Rows in the order of their days, so that a period is a stretch of them instead of a search through all.
 *
 * Rows dated to the day come first, then those dated by month, then undated ones; within each by day and then as in the
 * table. A period takes the same rows as `periodMask` (select.ts): months only when the whole month is in it, undated
 * rows only when both ends are open.
 */
import { stableOrder } from '../stats/order.ts';
import { checkPeriod, lastMonthStart, type Period } from './select.ts';
import { type OffenceTable, Precision } from './table.ts';

export interface DayOrder {
  readonly rows: Uint32Array;
  /** Local day of each of `rows`; the first of the month where months begin, anything where rows are undated. */
  readonly day: Int32Array;
  /** Where the rows dated by month begin, and the undated ones. */
  readonly months: number;
  readonly undated: number;
}

type Dated = Pick<OffenceTable, 'rows' | 'day' | 'precision'>;

export function orderByDay({ rows, day, precision }: Dated): DayOrder {
  const groups: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < rows; row++) {
    const dated = precision[row] as number;
    groups[dated === Precision.none ? 2 : dated === Precision.month ? 1 : 0].push(row);
  }
  const ordered = groups.map((group) => {
    const days = Float64Array.from(group, (row) => day[row] as number);
    return Uint32Array.from(stableOrder(days, 'ascending'), (at) => group[at] as number);
  });
  const all = new Uint32Array(rows);
  let end = 0;
  const starts = ordered.map((group) => {
    all.set(group, end);
    end += group.length;
    return end - group.length;
  });
  return {
    rows: all,
    day: Int32Array.from(all, (row) => day[row] as number),
    months: starts[1] ?? 0,
    undated: starts[2] ?? 0,
  };
}

/** The rows of an order for which `keeps` is 1, in the same order. */
export function orderOf({ rows, day, months, undated }: DayOrder, keeps: (row: number) => number): DayOrder {
  const kept = new Uint32Array(rows.length);
  const keptDay = new Int32Array(rows.length);
  let n = 0;
  let keptMonths = 0;
  let keptUndated = 0;
  for (let at = 0; at < rows.length; at++) {
    if (at === months) keptMonths = n;
    if (at === undated) keptUndated = n;
    const row = rows[at] as number;
    kept[n] = row;
    keptDay[n] = day[at] as number;
    n += keeps(row);
  }
  if (months === rows.length) keptMonths = n;
  if (undated === rows.length) keptUndated = n;
  return { rows: kept.slice(0, n), day: keptDay.slice(0, n), months: keptMonths, undated: keptUndated };
}

/** A stretch of an order: positions from `start` up to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the rows of a period stand: one stretch of each kind of date, some of them empty.
 * @throws InputError as `periodMask` does
 */
export function stretchesOf(order: DayOrder, table: OffenceTable, period: Period): readonly Stretch[] {
  const { fromDay, toDay } = period;
  const { months, undated, rows } = order;
  if (fromDay === null && toDay === null) return [{ start: 0, end: rows.length }];
  checkPeriod(table, period);
  const between = (from: number, to: number, last: number | null): Stretch => ({
    start: fromDay === null ? from : firstFrom(order.day, fromDay, from, to),
    end: last === null ? to : firstFrom(order.day, last + 1, from, to),
  });
  const stretches = [
    between(0, months, toDay),
    between(months, undated, toDay === null ? null : lastMonthStart(toDay)),
  ];
  // a period within a month leaves none: its start lies behind its end
  return stretches.filter(({ start, end }) => start < end);
}

export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((length, { start, end }) => length + end - start, 0);
}

/** First position in [from, to) whose day is at least `day`; `to` when there is none. */
function firstFrom(days: Int32Array, day: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
