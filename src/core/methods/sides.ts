/**
 * Two areas, or two periods of one, side by side: does one have more, and at other hours of the week?
 *
 * In words: rates and their ratios as in methods/area-rates.ts. Hours: each side's rate by hour of the week
 * (methods/hour-signature.ts, smoothed over three hours) as a share of its own week; the difference is the share of the
 * other minus that of the first, in percentage points, so that it says when and not how much.
 *
 * Citations: methods/area-rates.ts, methods/aoristic.ts. Choice: hours are compared from 50 offences with a time on each side.
 * The trap: 168 hours differ by chance too; read blocks of hours that stand together, not a single one.
 */
import type { HoursResult } from '../results.ts';
import type { RateRatio } from '../stats/poisson-rates.ts';
import type { AreaRates } from './area-rates.ts';

export interface SidesHours {
  /** By hour of the week, Monday 00 first: share of the week's offences in per cent, and other − one. */
  readonly one: Float64Array;
  readonly other: Float64Array;
  readonly difference: Float64Array;
  /** Offences with a time. */
  readonly oneOffences: number;
  readonly otherOffences: number;
}

export interface SidesResult {
  readonly one: AreaRates;
  readonly other: AreaRates;
  /** Daily rate of the other divided by that of the first, by ground and by residents (null when not known of both). */
  readonly perKm2: RateRatio;
  readonly per1000: RateRatio | null;
  /** Null where hours cannot be compared, with the reason. */
  readonly hours: SidesHours | null;
  readonly whyNoHours: string;
  readonly cautions: readonly string[];
}

/** Offences with a time that each side needs. */
export const FEWEST_TIMED = 50;

export function sidesHours(one: HoursResult, other: HoursResult): SidesHours {
  const ofOne = shares(one.smoothed);
  const ofOther = shares(other.smoothed);
  return {
    one: ofOne,
    other: ofOther,
    difference: ofOther.map((share, hour) => share - (ofOne[hour] as number)),
    oneOffences: one.offences,
    otherOffences: other.offences,
  };
}

/** Per cent of the sum; hours that never came round have none. */
function shares(rate: Float64Array): Float64Array {
  let sum = 0;
  for (const value of rate) if (!Number.isNaN(value)) sum += value;
  return rate.map((value) => (100 * value) / sum);
}
