/** Numbers and dates as people read them: en-GB, thin on symbols, with no-break spaces where a line must not part. */

import type { HarmMode } from '../core/settings.ts';

const NBSP = '\u00a0';
const MINUS = '\u2212';
const MS_PER_DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const upToOne = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const upToTwo = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const twoFigures = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });

/** What stands where there is no number. */
export const NO_NUMBER = '–';

const withMinus = (text: string) => text.replace('-', MINUS);

/** 14077 → "14,077". */
export function formatCount(value: number): string {
  return Number.isFinite(value) ? withMinus(whole.format(value)) : NO_NUMBER;
}

/** A cell's figure: harm and counts whole from 100 up and with one decimal when they need it below; √harm always with one. */
export function formatValue(value: number, mode: HarmMode): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  if (mode === 'sqrt-harm') return withMinus(oneDecimal.format(value));
  return withMinus(Math.abs(value) >= 100 ? whole.format(value) : upToOne.format(value));
}

/** A z score: one decimal. */
export function formatZ(z: number): string {
  return Number.isFinite(z) ? withMinus(oneDecimal.format(z)) : NO_NUMBER;
}

/** 0.3412 → "34 %"; small shares keep a decimal, and what is not nothing never reads "0 %". */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return NO_NUMBER;
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return `<${NBSP}0.1${NBSP}%`;
  const figure = percent > 0 && percent < 9.95 ? oneDecimal : whole;
  return `${figure.format(percent)}${NBSP}%`;
}

/** q or p: "0.03", "< 0.001". */
export function formatP(p: number): string {
  if (!Number.isFinite(p)) return NO_NUMBER;
  return p < 0.001 ? `<${NBSP}0.001` : twoFigures.format(p);
}

/** Area in m² as km² or hectares: "1.1 km²", "1.5 ha". */
export function formatArea(areaM2: number): string {
  if (!Number.isFinite(areaM2)) return NO_NUMBER;
  if (areaM2 < 100_000) return `${upToOne.format(areaM2 / 10_000)}${NBSP}ha`;
  return `${upToTwo.format(areaM2 / 1_000_000)}${NBSP}km²`;
}

interface Calendar {
  readonly year: number;
  /** 0–11. */
  readonly month: number;
  readonly date: number;
}

function calendarOf(day: number): Calendar {
  const at = new Date(day * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
}

const DAY_FIRST = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.-]+(\d{4})$/i;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** The day a person typed: "12/04/2021", "12 Apr 2021" or "2021-04-12"; null when it is no date of the calendar. */
export function dayOfText(text: string): number | null {
  const typed = text.trim();
  const british = DAY_FIRST.exec(typed);
  const iso = YEAR_FIRST.exec(typed);
  const [year, month, date] = british ? [british[3], british[2], british[1]] : iso ? iso.slice(1) : [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const monthIndex = /^\d/.test(month)
    ? Number(month) - 1
    : MONTHS.findIndex((name) => month.toLowerCase().startsWith(name.toLowerCase()));
  const day = Math.round(Date.UTC(Number(year), monthIndex, Number(date)) / MS_PER_DAY);
  const found = calendarOf(day);
  return found.month === monthIndex && found.date === Number(date) ? day : null;
}

/** First day of the month `offset` months away from the one that holds `day`. */
export function monthStart(day: number, offset = 0): number {
  const { year, month } = calendarOf(day);
  return Math.round(Date.UTC(year, month + offset, 1) / MS_PER_DAY);
}

/** "12 Apr 2021". */
export function formatDay(day: number): string {
  const { year, month, date } = calendarOf(day);
  return `${date}${NBSP}${MONTHS[month]}${NBSP}${year}`;
}

/** "Apr 2021". */
export function formatMonth(day: number): string {
  const { year, month } = calendarOf(day);
  return `${MONTHS[month]}${NBSP}${year}`;
}

/** "12 Apr – 9 May 2021", "3 – 9 May 2021", "20 Dec 2020 – 3 Jan 2021"; whole months "May – Jul 2018". Both ends inclusive. */
export function formatPeriod(fromDay: number, toDay: number): string {
  const from = calendarOf(fromDay);
  const to = calendarOf(toDay);
  const sameYear = from.year === to.year;
  if (from.date === 1 && monthStart(toDay, 1) === toDay + 1) {
    if (sameYear && from.month === to.month) return formatMonth(fromDay);
    return `${sameYear ? MONTHS[from.month] : formatMonth(fromDay)} – ${formatMonth(toDay)}`;
  }
  if (fromDay === toDay) return formatDay(fromDay);
  if (!sameYear) return `${formatDay(fromDay)} – ${formatDay(toDay)}`;
  if (from.month === to.month) return `${from.date} – ${formatDay(toDay)}`;
  return `${from.date}${NBSP}${MONTHS[from.month]} – ${formatDay(toDay)}`;
}

/** Latitude and longitude as a person copies them: "51.53712, 0.71432"; four digits are 11 m, for a list. */
export function formatLonLat(lon: number, lat: number, digits: 4 | 5 = 5): string {
  return `${lat.toFixed(digits)}, ${lon.toFixed(digits)}`;
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** Small numbers as words, for headlines: 10 → "ten", 12 → "12". */
export function inWords(n: number): string {
  return SMALL[n] ?? formatCount(n);
}

/** "1 offence", "2 offences". */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${formatCount(n)}${NBSP}${n === 1 ? one : many}`;
}
