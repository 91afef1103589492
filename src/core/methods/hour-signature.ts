// biome-ignore-all lint/style/noNonNullAssertion: hours of the week stay below 168
/**
 * When in the week is it busy? The temporal signature of a selection: aoristic weights for each hour of the week, divided by how
 * often that hour came round in the window, smoothed over three hours in a circle (Sunday 23 stands beside Monday 0).
 *
 * Weights and citation: methods/aoristic.ts. Choices: the window is the period as far as the load covers it, by the days on
 * which offences began; hours are those that passed on the London clock. The trap: months missing in the middle of a load
 * still count as window; and smoothing hides a peak of a single hour, so the bare rate stands beside it.
 */
import type { OffenceTable } from '../offences/table.ts';
import { MINUTES_PER_DAY, utcFromLondon } from '../offences/time.ts';
import type { HoursResult } from '../results.ts';
import { HOURS_OF_WEEK, hourOfWeekAt, hourWeights, type LongSpans, londonClockByFile } from './aoristic.ts';
import { requireHours } from './precise-enough.ts';
import { coveredDays } from './time-steps.ts';

export interface HourSettings {
  readonly fromDay: number | null;
  readonly toDay: number | null;
  readonly longSpans: LongSpans;
}

/** @throws InputError for months and for dates without times of day */
export function hourSignature(
  table: OffenceTable,
  mask: Uint8Array,
  cellOfRow: Int32Array,
  settings: HourSettings,
): HoursResult {
  requireHours(table, 'The hours of the week');
  const weights = hourWeights(table, mask, cellOfRow, settings.longSpans);
  const { first, last } = coveredDays(table);
  const fromDay = Math.max(first, settings.fromDay ?? first);
  const toDay = Math.min(last, settings.toDay ?? last);
  const exposure = hoursOfWindow(fromDay, toDay, londonClockByFile(table).includes(1));
  // an hour that never came round has no rate
  const rate = weights.weight.map((weight, hour) => (exposure[hour]! > 0 ? weight / exposure[hour]! : Number.NaN));
  return { ...weights, fromDay, toDay, exposure, rate, smoothed: smoothed(rate) };
}

/** How often each hour of the week came round on these days, both included. */
export function hoursOfWindow(fromDay: number, toDay: number, london: boolean): Float64Array {
  const exposure = new Float64Array(HOURS_OF_WEEK);
  const midnight = (day: number): number => (london ? utcFromLondon(day * MINUTES_PER_DAY) : day * MINUTES_PER_DAY);
  const end = midnight(toDay + 1);
  for (let minute = midnight(fromDay); minute < end; minute += 60) exposure[hourOfWeekAt(minute, london)]! += 1;
  return exposure;
}

/** Mean of each hour and the two beside it, in a circle, of those that are numbers. */
export function smoothed(rate: Float64Array): Float64Array {
  const n = rate.length;
  return rate.map((_, hour) => {
    const near = [rate[(hour + n - 1) % n]!, rate[hour]!, rate[(hour + 1) % n]!].filter(
      (value) => !Number.isNaN(value),
    );
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}
