/** What a written date means in each order of day and month, to be shown to whoever chooses one. */
import { formatDay, MINUTES_PER_DAY } from '../offences/time.ts';
import { DateKind, DateOrder, readDate, swapDayAndMonth } from './dates.ts';

export interface DateReadings {
  /** As written. */
  readonly text: string;
  /** "13 Apr 2021"; null where the order cannot read it. */
  readonly dayFirst: string | null;
  readonly monthFirst: string | null;
  /** Where no order is needed. */
  readonly iso: string | null;
}

/** Of a cell that could be read either way if there is one, else of the first date; null when there is none. */
export function dateReadings(cells: readonly string[]): DateReadings | null {
  let first: DateReadings | null = null;
  for (const cell of cells) {
    const readings = cell ? readingsOf(cell) : null;
    if (readings === null) continue;
    first ??= readings;
    if (readings.dayFirst !== readings.monthFirst) return readings;
    if (readings.iso !== null) return first;
  }
  return first;
}

function readingsOf(text: string): DateReadings | null {
  const { kind, wall } = readDate(text);
  const order = kind & ~15;
  if ((kind & 15) <= DateKind.unreadable) return null;
  const day = (minutes: number) => formatDay(Math.floor(minutes / MINUTES_PER_DAY));
  if (order === DateOrder.fixed) return { text, dayFirst: day(wall), monthFirst: day(wall), iso: day(wall) };
  if (order === DateOrder.dayFirst) return { text, dayFirst: day(wall), monthFirst: null, iso: null };
  if (order === DateOrder.monthFirst) return { text, dayFirst: null, monthFirst: day(wall), iso: null };
  return { text, dayFirst: day(wall), monthFirst: day(swapDayAndMonth(wall)), iso: null };
}
