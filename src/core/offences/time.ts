/**
 * Days, months and the London clock.
 *
 * A day is a number of days since 1970-01-01, a minute is a number of minutes since 1970-01-01T00:00. Clock times in
 * Great Britain follow Europe/London with its summer time. The time-zone library is asked once for every change of the
 * clock between 1900 and 2100; after that a conversion is a binary search, so a million rows take a few milliseconds.
 */
import { Temporal } from 'temporal-polyfill';

export const MINUTES_PER_DAY = 1440;

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A calendar date; `month` and `dayOfMonth` count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

export interface LocalTime {
  /** Local calendar day. */
  readonly day: number;
  /** Minute of the local day, 0…1439. */
  readonly minuteOfDay: number;
  /** 0 = Monday 00:00–00:59 … 167. */
  readonly hourOfWeek: number;
}

export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Day of a date of the Gregorian calendar that exists (see `daysInMonth`). */
export function dayFromCivil(year: number, month: number, dayOfMonth: number): number {
  // Years that begin in March put the leap day last; 400 of them have 146,097 days (Hinnant's days_from_civil).
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The inverse of `dayFromCivil`. */
export function civilFromDay(day: number): CivilDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * march + 2) / 5) + 1,
  };
}

/** "2018-05-01", or "2018-05" for the first of the month, to a day; null for what is no such date. */
export function dayFromIso(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text.trim());
  if (!parts) return null;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const dayOfMonth = parts[3] === undefined ? 1 : Number(parts[3]);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return dayFromCivil(year, month, dayOfMonth);
}

/** First and last day of the calendar month that holds `day`. */
export function monthRange(day: number): { readonly fromDay: number; readonly toDay: number } {
  const { year, month, dayOfMonth } = civilFromDay(day);
  const fromDay = day - dayOfMonth + 1;
  return { fromDay, toDay: fromDay + daysInMonth(year, month) - 1 };
}

/** "2021-04-14". */
export function isoDay(day: number): string {
  const { year, month, dayOfMonth } = civilFromDay(day);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

/** "14 Apr 2021". */
export function formatDay(day: number): string {
  const { year, month, dayOfMonth } = civilFromDay(day);
  return `${dayOfMonth} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday
  return (((day + 3) % 7) + 7) % 7;
}

/** Local day and hour of an instant: the London clock in Great Britain, else UTC, as which wall clocks are kept there. */
export function localOf(utcMinute: number, inGreatBritain: boolean): LocalTime {
  const local = inGreatBritain ? utcMinute + londonOffset(utcMinute) : utcMinute;
  const day = Math.floor(local / MINUTES_PER_DAY);
  const minuteOfDay = local - day * MINUTES_PER_DAY;
  return { day, minuteOfDay, hourOfWeek: weekdayOf(day) * 24 + Math.floor(minuteOfDay / 60) };
}

/** Minutes that London's clock is ahead of UTC at an instant. */
export function londonOffset(utcMinute: number): number {
  const clock = londonClock();
  return clock.offsets[clock.indexAt(utcMinute)] ?? 0;
}

/**
 * The instant of a London wall-clock minute. A time that comes twice is the first of the two; a time that the spring
 * change leaves out moves forward by the hour that is missing, as `existsInLondon` can tell.
 */
export function utcFromLondon(wallMinute: number): number {
  const clock = londonClock();
  // No two changes are less than a day apart, so the offset of the day before is the one ahead of a near change.
  const early = clock.offsets[clock.indexAt(wallMinute - MINUTES_PER_DAY)] ?? 0;
  const withEarly = wallMinute - early;
  const late = londonOffset(withEarly);
  if (late === early) return withEarly;
  const withLate = wallMinute - late;
  return londonOffset(withLate) === late ? withLate : withEarly;
}

/** False for the hour that a spring change of the clock leaves out. */
export function existsInLondon(wallMinute: number): boolean {
  const utc = utcFromLondon(wallMinute);
  return utc + londonOffset(utc) === wallMinute;
}

interface Clock {
  /** Offset in minutes after change i; entry 0 holds before the first change. */
  readonly offsets: readonly number[];
  readonly indexAt: (utcMinute: number) => number;
}

// Asking the library takes about a tenth of a second, so it is asked once and only when a clock time turns up.
let clockOfLondon: Clock | null = null;

function londonClock(): Clock {
  clockOfLondon ??= clockBetween(1900, 2101);
  return clockOfLondon;
}

function clockBetween(fromYear: number, toYear: number): Clock {
  let at = Temporal.ZonedDateTime.from(`${fromYear}-01-01T00:00[Europe/London]`);
  const changes: number[] = [];
  const offsets = [at.offsetNanoseconds / 60e9];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.year >= toYear) break;
    changes.push(next.epochMilliseconds / 60_000);
    offsets.push(next.offsetNanoseconds / 60e9);
    at = next;
  }
  const indexAt = (utcMinute: number) => {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle] ?? 0) <= utcMinute) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { offsets, indexAt };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
