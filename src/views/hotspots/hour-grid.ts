/** The 7 × 24 grid of a cell's offences: how strongly each hour is coloured and what the grid says in words. Pure. */
import { plural } from '../format.ts';

export const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

/** Strength 0–5 of a count: 0 is none, 5 the most of the week, the rest in equal steps; a single offence is never strong. */
export function heatLevel(count: number, most: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (!(count > 0)) return 0;
  return Math.min(5, Math.ceil((count / Math.max(most, 5)) * 5)) as 1 | 2 | 3 | 4 | 5;
}

/** "Most in one hour: 7 offences, Fri 22:00", or in how many hours when several tie. */
export function busiestHour(hourOfWeek: Uint32Array): string {
  const most = hourOfWeek.reduce((a, b) => Math.max(a, b), 0);
  if (most === 0) return 'No offence of this cell carries a time.';
  const ties = hourOfWeek.filter((count) => count === most).length;
  if (ties > 1) return `Most in one hour: ${plural(most, 'offence')}, in ${ties} hours of the week`;
  const hour = hourOfWeek.indexOf(most);
  const day = DAYS[Math.floor(hour / 24)] ?? '';
  return `Most in one hour: ${plural(most, 'offence')}, ${day} ${String(hour % 24).padStart(2, '0')}:00`;
}
