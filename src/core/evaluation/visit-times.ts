/** Times of a log: dates with a time of day, in one cell or two, whose order of day and month the whole file decides. */
import { DateKind, DateOrder, NO_OFFSET, readDate, swapDayAndMonth } from '../ingest/dates.ts';
import { utcFromLondon } from '../offences/time.ts';

const CLOCK = /^\d{1,2}:\d{2}/;
const DAY_SECONDS = 86_400;

export interface LogTime {
  /** UTC seconds; times without an offset are London's clock. */
  readonly second: number;
  /** The same with day and month the other way round; null where only one order is a date. */
  readonly swapped: number | null;
  /** What the cell proves of the order. */
  readonly order: 'day-first' | 'month-first' | null;
}

/** Null for what is no date with a time of day. `date` is the cell of a column of dates, for times that have none. */
export function logTime(text: string, date = ''): LogTime | null {
  const whole = date !== '' && CLOCK.test(text) ? `${date} ${text}` : text;
  const { kind, wall, offset } = readDate(whole);
  if ((kind & 15) !== DateKind.minute) return null;
  // fractions of a second are dropped; the seconds themselves are not kept by the reader of dates
  const seconds = Number(/\d{1,2}:\d{2}:(\d{2})/.exec(whole)?.[1] ?? 0);
  const at = (minute: number): number =>
    60 * (offset === NO_OFFSET ? utcFromLondon(minute) : minute - offset) + seconds;
  const order = kind & DateOrder.either;
  return {
    second: at(wall),
    swapped: order === DateOrder.either ? at(swapDayAndMonth(wall)) : null,
    order: order === DateOrder.dayFirst ? 'day-first' : order === DateOrder.monthFirst ? 'month-first' : null,
  };
}

/** A clock time that comes before the start of a visit is on the next day. */
export function afterStart(end: LogTime, start: LogTime, clockOnly: boolean): LogTime {
  const late = (to: number, from: number): number => (clockOnly && to < from ? to + DAY_SECONDS : to);
  return {
    ...end,
    second: late(end.second, start.second),
    swapped: end.swapped === null ? null : late(end.swapped, start.swapped ?? start.second),
  };
}

export function isClock(text: string): boolean {
  return CLOCK.test(text);
}
