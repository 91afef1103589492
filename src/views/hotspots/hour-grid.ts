/** The 7 × 24 grid of a cell's offences: how strongly each hour is coloured and what the grid says in words. Pure. */
import type { HoursResult } from '../../core/results.ts';
import { plural } from '../format.ts';

export const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

/**
 * Strength 0–5 of a count: 0 is none, 5 the most of the week, the rest in equal steps; a single offence is never strong,
 * which `least` sees to.
 */
export function heatLevel(count: number, most: number, least = 5): 0 | 1 | 2 | 3 | 4 | 5 {
  if (!(count > 0)) return 0;
  return Math.min(5, Math.ceil((count / Math.max(most, least)) * 5)) as 1 | 2 | 3 | 4 | 5;
}

export type HourReading = 'aoristic' | 'smoothed' | 'midpoint' | 'start';

/** The ways in which an offence with a span can be read. */
export const hourReadings: Readonly<
  Record<
    HourReading,
    { readonly title: string; readonly words: string; readonly valuesOf: (of: HoursResult) => Float64Array }
  >
> = {
  aoristic: {
    title: 'in each hour by its part of the span',
    words: 'Aoristic weights of',
    valuesOf: ({ weight }) => weight,
  },
  smoothed: {
    title: 'so, per hour that came round, smoothed',
    words: 'Weights per hour that came round, mean of three hours, of',
    valuesOf: ({ smoothed }) => smoothed,
  },
  midpoint: { title: 'at the middle of its span', words: 'Middles of', valuesOf: ({ midpoint }) => midpoint },
  start: { title: 'at its start', words: 'Starts of', valuesOf: ({ start }) => start },
};

/** "6 minutes", "33 hours", "4 days". */
export function spanWords(minutes: number): string {
  if (!Number.isFinite(minutes)) return 'unknown';
  if (minutes < 90) return plural(Math.round(minutes), 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 72 ? plural(hours, 'hour') : plural(Math.round(hours / 24), 'day');
}

// a grid has 168 figures, and a format takes longer to make than all of them to write
const twoFigures = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** "7", "7.3" or, of rates, "0.052". */
export function hourFigure(value: number, rates: boolean): string {
  if (!Number.isFinite(value)) return '–';
  return (rates ? twoFigures : oneDecimal).format(value);
}

/** "Most in one hour: 7 offences, Fri 22:00", or in how many hours when several tie. */
export function busiestHour(hourOfWeek: ArrayLike<number>, rates = false): string {
  const values = Array.from(hourOfWeek, (value) => (Number.isFinite(value) ? value : 0));
  const most = largest(values);
  if (most === 0) return 'No offence of this cell carries a time.';
  const ties = values.filter((value) => value === most).length;
  const words = rates
    ? hourFigure(most, rates)
    : most === 1
      ? plural(1, 'offence')
      : `${hourFigure(most, rates)}\u00a0offences`;
  if (ties > 1) return `Most in one hour: ${words}, in ${ties} hours of the week`;
  const hour = values.indexOf(most);
  const day = DAYS[Math.floor(hour / 24)] ?? '';
  return `Most in one hour: ${words}, ${day} ${String(hour % 24).padStart(2, '0')}:00`;
}

/** The largest number of a week; 0 when there is none. */
export function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if ((values[i] ?? 0) > most) most = values[i] ?? 0;
  return most;
}
