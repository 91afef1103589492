/** The times of one complete file: day or month first, months or days, and the clock of the place. */
import { MISSING, NO_HOUR, Precision } from '../offences/table.ts';
import {
  civilFromDay,
  existsInLondon,
  formatDay,
  isoDay,
  localOf,
  MINUTES_PER_DAY,
  monthRange,
  utcFromLondon,
} from '../offences/time.ts';
import { DateKind, DateOrder, NO_OFFSET, swapDayAndMonth } from './dates.ts';
import type { DateOrderChoice } from './mapping-profile.ts';
import { doubtBit, dropCode, type FoundTexts } from './notes.ts';
import type { RawColumns } from './raw-columns.ts';

export interface SettledTimes {
  /** True when every dated row is known to the month only. */
  readonly monthOnly: boolean;
  /** What was guessed about the order of day and month, for the note; null when nothing was. */
  readonly orderFound: string | null;
}

const KIND = 15;
const DATE_UNREADABLE = dropCode('date unreadable');
const END_UNREADABLE = doubtBit('end date unreadable');
const ENDS_BEFORE = doubtBit('ends before it starts');
const NO_SUCH_TIME = doubtBit('clock time does not exist');

/** For a file that has no date column. */
export function leaveUndated(raw: RawColumns, start: number, end: number): void {
  raw.from.fill(MISSING, start, end);
  raw.to.fill(MISSING, start, end);
  raw.day.fill(MISSING, start, end);
  raw.hourOfWeek.fill(NO_HOUR, start, end);
  raw.fromKind.fill(Precision.none, start, end);
}

/**
 * Turns the clock times of the rows from `start` to `end` (excluded) into UTC minutes, local days and hours. A file with
 * a date column drops the rows whose date is blank or unreadable.
 */
export function settleTimes(
  raw: RawColumns,
  start: number,
  end: number,
  inGreatBritain: boolean,
  found: FoundTexts,
  chosen: DateOrderChoice,
): SettledTimes {
  const order =
    chosen === 'auto' ? tellOrder(raw, start, end) : { read: chosen, found: `${ORDER_WORDS[chosen]}, as chosen` };
  applyOrder(raw.from, raw.fromKind, start, end, order.read, (row, text) => {
    found.keep('date unreadable', row, text);
  });
  applyOrder(raw.to, raw.toKind, start, end, order.read, (row, text) => {
    found.keep('end date unreadable', row, text);
  });
  // the time 00:00 in every row means that no time was recorded
  minutesToDays(raw.from, raw.fromKind, raw.fromOffset, start, end);
  minutesToDays(raw.to, raw.toKind, raw.toOffset, start, end);
  const monthOnly = daysToMonths(raw, start, end);

  for (let row = start; row < end; row++) {
    if (raw.fromKind[row] === DateKind.none || raw.fromKind[row] === DateKind.unreadable) {
      if (raw.dropped[row] === 0) raw.dropped[row] = DATE_UNREADABLE;
      leaveUndated(raw, row, row + 1);
      continue;
    }
    settleRow(raw, row, inGreatBritain, found);
  }
  return { monthOnly, orderFound: order.found };
}

type OrderRead = Exclude<DateOrderChoice, 'auto'>;

const ORDER_WORDS: Readonly<Record<OrderRead, string>> = {
  'day-first': 'day first',
  'month-first': 'month first',
  iso: 'year first (ISO 8601)',
};

/** Day first unless more dates can only be month first than can only be day first. */
function tellOrder(raw: RawColumns, start: number, end: number): { read: OrderRead; found: string | null } {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  for (let row = start; row < end; row++) {
    for (const kind of [raw.fromKind[row] ?? 0, raw.toKind[row] ?? 0]) {
      const order = kind & ~KIND;
      if (order === DateOrder.dayFirst) dayFirst++;
      else if (order === DateOrder.monthFirst) monthFirst++;
      else if (order === DateOrder.either) either++;
    }
  }
  const chosen = monthFirst > dayFirst;
  let found: string | null = null;
  if (monthFirst > 0) {
    found = `${chosen ? 'month' : 'day'} first: ${monthFirst} dates can only be month first, ${dayFirst} only day first`;
  } else if (dayFirst === 0 && either > 0) {
    found = `day first: all ${either} dates could be read either way`;
  }
  return { read: chosen ? 'month-first' : 'day-first', found };
}

/** Settles open orders; a date that only the other order could read becomes unreadable. */
function applyOrder(
  wall: Int32Array,
  kinds: Uint8Array,
  start: number,
  end: number,
  read: OrderRead,
  unreadable: (row: number, text: string) => void,
): void {
  const monthFirst = read === 'month-first';
  for (let row = start; row < end; row++) {
    const kind = kinds[row] ?? 0;
    const order = kind & ~KIND;
    if (order === DateOrder.fixed) continue;
    kinds[row] = kind & KIND;
    if (read === 'iso') {
      kinds[row] = DateKind.unreadable;
      unreadable(row, `${formatDay(Math.floor((wall[row] ?? 0) / MINUTES_PER_DAY))}, not with the year first`);
    } else if (order === DateOrder.either) {
      if (monthFirst) wall[row] = swapDayAndMonth(wall[row] ?? 0);
    } else if ((order === DateOrder.monthFirst) !== monthFirst) {
      kinds[row] = DateKind.unreadable;
      const day = formatDay(Math.floor((wall[row] ?? 0) / MINUTES_PER_DAY));
      unreadable(row, `${day} with ${monthFirst ? 'the day' : 'the month'} first`);
    }
  }
}

function minutesToDays(wall: Int32Array, kinds: Uint8Array, offsets: Int16Array, start: number, end: number): void {
  for (let row = start; row < end; row++) {
    if (kinds[row] !== DateKind.minute) continue;
    if ((wall[row] ?? 0) % MINUTES_PER_DAY !== 0 || offsets[row] !== NO_OFFSET) return;
  }
  for (let row = start; row < end; row++) if (kinds[row] === DateKind.minute) kinds[row] = DateKind.day;
}

/** First-of-month dates in every row are months. Tells whether the file is month-only. */
function daysToMonths(raw: RawColumns, start: number, end: number): boolean {
  let dated = false;
  for (let row = start; row < end; row++) {
    const kind = raw.fromKind[row] ?? 0;
    if (kind === DateKind.none || kind === DateKind.unreadable) continue;
    dated = true;
    if (kind === DateKind.minute) return false;
    const day = Math.floor((raw.from[row] ?? 0) / MINUTES_PER_DAY);
    if (kind === DateKind.day && civilFromDay(day).dayOfMonth !== 1) return false;
  }
  for (let row = start; row < end; row++) if (raw.fromKind[row] === DateKind.day) raw.fromKind[row] = DateKind.month;
  return dated;
}

function settleRow(raw: RawColumns, row: number, gb: boolean, found: FoundTexts): void {
  const written = { from: raw.from[row] ?? 0, offset: raw.fromOffset[row] ?? NO_OFFSET, kind: raw.fromKind[row] ?? 0 };
  let doubts = 0;
  let from = instantOf(written.from, written.offset, gb);
  let to = MISSING;
  let kind = written.kind;
  const toKind = raw.toKind[row] ?? 0;
  if (toKind === DateKind.unreadable) doubts |= END_UNREADABLE;
  else if (toKind !== DateKind.none) {
    const toWall = raw.to[row] ?? 0;
    const toOffset = raw.toOffset[row] ?? NO_OFFSET;
    to = instantOf(endOf(toWall, toKind), toOffset, gb);
    if (to < from) {
      doubts |= ENDS_BEFORE;
      found.keep('ends before it starts', row, `${clock(written.from, kind)} to ${clock(toWall, toKind)}`);
      from = instantOf(toWall, toOffset, gb);
      to = instantOf(endOf(written.from, kind), written.offset, gb);
      kind = toKind;
      if (leftOut(toWall, toKind, toOffset, gb) || leftOut(written.from, written.kind, written.offset, gb)) {
        doubts |= NO_SUCH_TIME;
      }
    } else if (leftOut(toWall, toKind, toOffset, gb)) doubts |= NO_SUCH_TIME;
  }
  if (leftOut(written.from, written.kind, written.offset, gb)) doubts |= NO_SUCH_TIME;
  if ((doubts & NO_SUCH_TIME) !== 0) {
    found.keep('clock time does not exist', row, clock(written.from, written.kind));
  }
  const local = localOf(from, gb);
  raw.from[row] = from;
  raw.to[row] = to;
  raw.day[row] = local.day;
  raw.hourOfWeek[row] = kind === DateKind.minute ? local.hourOfWeek : NO_HOUR;
  raw.fromKind[row] = PRECISION[kind] ?? Precision.none;
  raw.doubts[row] = (raw.doubts[row] ?? 0) | doubts;
}

const PRECISION: Readonly<Record<number, number>> = {
  [DateKind.month]: Precision.month,
  [DateKind.day]: Precision.day,
  [DateKind.minute]: Precision.minute,
};

/**
 * UTC in Great Britain, where a time without an offset is London's; elsewhere the clock time written, as if UTC: the
 * offset of a foreign file says nothing about the hour its streets saw.
 */
function instantOf(wall: number, offset: number, gb: boolean): number {
  if (!gb) return wall;
  return offset === NO_OFFSET ? utcFromLondon(wall) : wall - offset;
}

/** The last minute of a day or month; a clock time as it is. */
function endOf(wall: number, kind: number): number {
  if (kind === DateKind.minute) return wall;
  const day = Math.floor(wall / MINUTES_PER_DAY);
  const last = kind === DateKind.month ? monthRange(day).toDay : day;
  return last * MINUTES_PER_DAY + MINUTES_PER_DAY - 1;
}

function leftOut(wall: number, kind: number, offset: number, gb: boolean): boolean {
  return gb && kind === DateKind.minute && offset === NO_OFFSET && !existsInLondon(wall);
}

/** "2021-03-28 01:30", or the day or month alone. */
function clock(wall: number, kind: number): string {
  const day = Math.floor(wall / MINUTES_PER_DAY);
  const minute = wall - day * MINUTES_PER_DAY;
  if (kind === DateKind.month) return isoDay(day).slice(0, 7);
  if (kind === DateKind.day) return isoDay(day);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${isoDay(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
