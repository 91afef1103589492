/** When offences happen: weights by weekday and hour, and over the year. */
import { BANK_HOLIDAYS, weekdayOf } from './calendar.ts';

export type ProfileName = 'night' | 'street' | 'home' | 'shop' | 'day-out' | 'overnight' | 'closed' | 'evening' | 'any';

/** 24 weights on a plain day; 24 hours from midnight. */
// biome-ignore format: a table is read in rows
const HOURS: Readonly<Record<ProfileName, readonly number[]>> = {
  //          0    1    2    3    4    5    6    7    8    9   10   11   12   13   14   15   16   17   18   19   20   21   22   23
  night:     [1.6, 1.5, 1.1, 0.7, 0.25, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.6, 0.9, 1.2, 1.5],
  street:    [0.3, 0.2, 0.15, 0.1, 0.1, 0.1, 0.2, 0.4, 0.7, 0.6, 0.7, 0.8, 1, 1, 1.1, 1.6, 1.5, 1.4, 1.2, 1, 0.9, 0.8, 0.6, 0.4],
  home:      [0.9, 0.6, 0.4, 0.3, 0.2, 0.2, 0.3, 0.5, 0.7, 0.7, 0.7, 0.8, 0.9, 0.8, 0.8, 0.9, 1, 1.2, 1.4, 1.5, 1.6, 1.6, 1.5, 1.2],
  shop:      [0, 0, 0, 0, 0, 0, 0.1, 0.3, 0.6, 1, 1.2, 1.4, 1.5, 1.5, 1.6, 1.6, 1.4, 1.2, 1, 0.8, 0.4, 0.2, 0.1, 0],
  // Start of the span in which a home stood empty.
  'day-out': [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.4, 1.2, 2, 1.6, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.7, 0.9, 1.1, 1, 0.7, 0.6, 0.6, 0.3],
  // Start of the span in which a vehicle or shed was left.
  overnight: [0.6, 0.4, 0.3, 0.2, 0.1, 0.1, 0.1, 0.2, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.5, 0.6, 0.9, 1.4, 1.8, 1.9, 1.8, 1.8, 1.7, 1.1],
  // Start of the span in which business premises were shut.
  closed:    [0.6, 0.6, 0.6, 0.5, 0.3, 0.1, 0, 0, 0, 0, 0, 0, 0.1, 0.1, 0.1, 0.2, 0.6, 1.8, 2, 1, 0.6, 0.6, 0.7, 0.6],
  evening:   [0.7, 0.4, 0.3, 0.2, 0.1, 0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.6, 1.5, 1.3, 1],
  any:       [0.5, 0.3, 0.2, 0.2, 0.2, 0.2, 0.3, 0.5, 0.8, 1, 1.1, 1.1, 1.1, 1, 1, 1.1, 1.1, 1.1, 1.1, 1.1, 1, 1, 0.9, 0.7],
};

/** Monday to Sunday. The night profile counts hours after midnight to the evening before. */
const WEEKDAYS: Readonly<Record<ProfileName, readonly number[]>> = {
  night: [0.12, 0.12, 0.16, 0.3, 1, 1.15, 0.25],
  street: [1, 1, 1, 1, 1.1, 1.05, 0.85],
  home: [0.9, 0.9, 0.9, 0.9, 1, 1.2, 1.25],
  shop: [1, 1, 1, 1, 1.1, 1.15, 0.65],
  'day-out': [1, 1, 1, 1, 1.2, 1.1, 0.7],
  overnight: [1, 1, 1, 1, 1.1, 1.1, 1],
  closed: [0.8, 0.8, 0.8, 0.9, 1.1, 1.3, 1],
  evening: [0.9, 0.9, 0.95, 1, 1.15, 1.15, 0.95],
  any: [1, 1, 1, 1, 1, 0.9, 0.85],
};

const isBankHoliday = (day: number) => BANK_HOLIDAYS.has(day);

/** 24 weights for one day; a night before a bank holiday drinks like a Saturday, New Year's Eve like three. */
export function hourWeights(profile: ProfileName, day: number): number[] {
  const weekdays = WEEKDAYS[profile];
  const hours = HOURS[profile];
  if (profile !== 'night') return hours.map((weight) => weight * (weekdays[weekdayOf(day)] ?? 1));
  const evening = nightOf(day);
  const nightBefore = nightOf(day - 1);
  return hours.map((weight, hour) => weight * (hour < 6 ? nightBefore : evening));
}

function nightOf(day: number): number {
  const [month, date] = new Date(day * 86_400_000).toISOString().slice(5, 10).split('-').map(Number);
  if (month === 12 && date === 31) return 3;
  if (isBankHoliday(day + 1)) return Math.max(1.15, WEEKDAYS.night[weekdayOf(day)] ?? 0);
  return WEEKDAYS.night[weekdayOf(day)] ?? 0;
}

/** Yearly wave: 1 + amplitude at the peak, 1 − amplitude half a year away. Peak as day of the year, 1 to 365. */
export function season(day: number, amplitude: number, peak: number): number {
  const year = new Date(day * 86_400_000).getUTCFullYear();
  const dayOfYear = day - Date.UTC(year, 0, 0) / 86_400_000;
  return 1 + amplitude * Math.cos((2 * Math.PI * (dayOfYear - peak)) / 365.25);
}
