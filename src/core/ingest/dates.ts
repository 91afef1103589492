/** The text of a date cell, read without deciding yet what its file as a whole decides: day or month first, and the clock. */
import { civilFromDay, dayFromCivil, daysInMonth, MINUTES_PER_DAY } from '../offences/time.ts';

/** How much of a date a cell gives. `none` is an empty cell, `unreadable` anything that is no date. */
export const DateKind = { none: 0, unreadable: 1, month: 2, day: 3, minute: 4 } as const;

/** The order of day and month: fixed by the format, or open with one or both readings possible. */
export const DateOrder = { fixed: 0, dayFirst: 16, monthFirst: 32, either: 48 } as const;

/** No offset from UTC was written. */
export const NO_OFFSET = 32_767;

export interface DateCell {
  /** DateKind plus DateOrder. */
  readonly kind: number;
  /** The clock time written, in minutes since 1970-01-01T00:00; day first where both orders are possible. */
  readonly wall: number;
  /** Minutes ahead of UTC, or NO_OFFSET. */
  readonly offset: number;
}

const UNREADABLE: DateCell = { kind: DateKind.unreadable, wall: 0, offset: NO_OFFSET };
const MIN_YEAR = 1900;
const MAX_YEAR = 2100;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Days from Excel's day 0 to 1970-01-01. */
const EXCEL_EPOCH = 25_569;

const TIME =
  '(?:[ T,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(am|pm)?\\s*(z|utc|gmt|bst|[+-]\\d{2}:?(?:\\d{2})?)?)?';
const ISO = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'i');
const COMPACT = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${TIME}$`, 'i');
const NUMERIC = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`, 'i');
const NAMED = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\\.?,?[ -](\\d{4}|\\d{2})${TIME}$`, 'i');
const NAMED_MONTH_FIRST = new RegExp(`^([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${TIME}$`, 'i');
const MONTH_LAST = /^(\d{4})[-/](\d{1,2})$/;
const MONTH_FIRST = /^(\d{1,2})[-/](\d{4})$/;
const MONTH_NAMED = /^([a-z]{3,9})\.?[ -](\d{4}|\d{2})$/i;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +/i;

/**
 * The clock time of "2021-04-14T21:40" or "2021-04-14 21:40:00", read digit by digit because a million rows have a
 * million of them; NaN for any other text, which `readDate` then reads.
 */
export function isoMinute(text: string): number {
  if (text.length !== 16 && text.length !== 19) return Number.NaN;
  const separator = text.charCodeAt(10);
  if (separator !== 84 && separator !== 32) return Number.NaN;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(13) !== 58) return Number.NaN;
  if (text.length === 19 && !(text.charCodeAt(16) === 58 && twoDigits(text, 17) <= 59)) return Number.NaN;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const dayOfMonth = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  if (!(exists(year, month, dayOfMonth) && hour <= 23 && minute <= 59)) return Number.NaN;
  return dayFromCivil(year, month, dayOfMonth) * MINUTES_PER_DAY + hour * 60 + minute;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Reads the text of a cell, trimmed and known not to be empty, NA or null. */
export function readDate(trimmed: string): DateCell {
  if (trimmed.length > 60) return UNREADABLE;
  const text = trimmed.replace(WEEKDAY, '');
  let m = ISO.exec(text);
  if (m) return dated(Number(m[1]), Number(m[3]), Number(m[4]), m, 5);
  m = NUMERIC.exec(text);
  if (m) return numeric(m);
  m = MONTH_LAST.exec(text);
  if (m) return monthOnly(Number(m[1]), Number(m[2]));
  m = MONTH_FIRST.exec(text);
  if (m) return monthOnly(Number(m[2]), Number(m[1]));
  m = COMPACT.exec(text);
  if (m) return dated(Number(m[1]), Number(m[2]), Number(m[3]), m, 4);
  if (SERIAL.test(text)) return serial(Number(text));
  m = NAMED.exec(text);
  if (m) return dated(fullYear(m[3]), monthNamed(m[2]), Number(m[1]), m, 4);
  m = NAMED_MONTH_FIRST.exec(text);
  if (m) return dated(Number(m[3]), monthNamed(m[1]), Number(m[2]), m, 4);
  m = MONTH_NAMED.exec(text);
  if (m) return monthOnly(fullYear(m[2]), monthNamed(m[1]));
  return UNREADABLE;
}

/** The same clock time with day and month the other way round; both are at most 12. */
export function swapDayAndMonth(wall: number): number {
  const day = Math.floor(wall / MINUTES_PER_DAY);
  const { year, month, dayOfMonth } = civilFromDay(day);
  return dayFromCivil(year, dayOfMonth, month) * MINUTES_PER_DAY + wall - day * MINUTES_PER_DAY;
}

function numeric(m: RegExpExecArray): DateCell {
  const first = Number(m[1]);
  const second = Number(m[3]);
  const year = fullYear(m[4]);
  const dayFirst = dated(year, second, first, m, 5);
  const monthFirst = dated(year, first, second, m, 5);
  if (dayFirst.kind === DateKind.unreadable) {
    return monthFirst.kind === DateKind.unreadable
      ? UNREADABLE
      : { ...monthFirst, kind: monthFirst.kind + DateOrder.monthFirst };
  }
  // 05/05 is the same day either way and proves nothing, but stays readable in both orders
  const order = monthFirst.kind === DateKind.unreadable ? DateOrder.dayFirst : DateOrder.either;
  return { ...dayFirst, kind: dayFirst.kind + order };
}

/** A date with the time groups of `TIME` starting at group `at` of the match. */
function dated(year: number, month: number, dayOfMonth: number, m: RegExpExecArray, at: number): DateCell {
  if (!exists(year, month, dayOfMonth)) return UNREADABLE;
  const day = dayFromCivil(year, month, dayOfMonth);
  if (m[at] === undefined) return { kind: DateKind.day, wall: day * MINUTES_PER_DAY, offset: NO_OFFSET };
  let hour = Number(m[at]);
  const minute = Number(m[at + 1]);
  const half = m[at + 3]?.toLowerCase();
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return UNREADABLE;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || Number(m[at + 2] ?? 0) > 59) return UNREADABLE;
  const offset = offsetOf(m[at + 4]);
  if (offset === null) return UNREADABLE;
  return { kind: DateKind.minute, wall: day * MINUTES_PER_DAY + hour * 60 + minute, offset };
}

function monthOnly(year: number, month: number): DateCell {
  if (!exists(year, month, 1)) return UNREADABLE;
  return { kind: DateKind.month, wall: dayFromCivil(year, month, 1) * MINUTES_PER_DAY, offset: NO_OFFSET };
}

/** Excel's count of days since 1900; the fraction is the time of day, to the nearest minute. */
function serial(days: number): DateCell {
  if (days < 20_000 || days > 80_000) return UNREADABLE;
  const wall = Math.round((days - EXCEL_EPOCH) * MINUTES_PER_DAY);
  return wall >= LATEST ? UNREADABLE : { kind: DateKind.minute, wall, offset: NO_OFFSET };
}

const LATEST = dayFromCivil(MAX_YEAR + 1, 1, 1) * MINUTES_PER_DAY;

function exists(year: number, month: number, dayOfMonth: number): boolean {
  return (
    year >= MIN_YEAR &&
    year <= MAX_YEAR &&
    month >= 1 &&
    month <= 12 &&
    dayOfMonth >= 1 &&
    dayOfMonth <= daysInMonth(year, month)
  );
}

function fullYear(text = ''): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** 1…12, or 0 for a word that is no month. */
function monthNamed(word = ''): number {
  const name = word.toLowerCase();
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
  const whole = LONG_MONTHS[month - 1] ?? '';
  return name.length === 3 || whole === name || name === 'sept' ? month : 0;
}

const LONG_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Minutes ahead of UTC; NO_OFFSET when none is written, null when it cannot be one. */
function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return NO_OFFSET;
  const digits = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (!digits) return text.toLowerCase() === 'bst' ? 60 : 0;
  const hours = Number(digits[2]);
  const minutes = Number(digits[3] ?? 0);
  if (hours > 14 || minutes > 59) return null;
  return (digits[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
}
