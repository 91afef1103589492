/**
 * How much is recorded in an area for its size and its people, and how does another compare?
 *
 * In words: the offences in the cells of the area, divided by the ground of these cells in km² or by its residents in
 * thousands, each with the exact interval of a Poisson count (stats/poisson-interval.ts). Two areas or periods: the ratio
 * of the two rates with its exact interval, exposure being km² or residents times the days that the data cover
 * (stats/poisson-rates.ts).
 *
 * Garwood (1936), doi 10.1093/biomet/28.3-4.437; Przyborowski & Wilenski (1940), doi 10.1093/biomet/31.3-4.313. Choices: a
 * rate is of the whole period, not of a year; harm has no interval, since one grave offence decides it.
 *
 * The trap: a town centre is full of people who live elsewhere, so a rate per resident makes it look worse than it is to
 * be there; and a rate per km² makes any countryside look safe.
 */
import { poissonInterval } from '../stats/poisson-interval.ts';
import { type RateRatio, rateRatio } from '../stats/poisson-rates.ts';

export interface AreaCounts {
  /** Offences in the cells, and their harm in days; NaN in rates of a period without data. */
  readonly count: number;
  readonly harm: number;
  /** Of the cells together. */
  readonly areaM2: number;
  /** Null when not known. */
  readonly residents: number | null;
  /** Days that the data cover, 0 where they have none of the period; null without dates. */
  readonly days: number | null;
}

/** With its 95 % interval. */
export interface Rate {
  readonly rate: number;
  readonly lo: number;
  readonly hi: number;
}

export interface AreaRates extends AreaCounts {
  readonly perKm2: Rate;
  readonly per1000: Rate | null;
  readonly perDay: Rate | null;
  readonly harmPerKm2: number;
  readonly harmPer1000: number | null;
  readonly harmPerDay: number | null;
}

const M2_PER_KM2 = 1_000_000;

/** A period that the data do not cover has no figures: nothing recorded is not nothing that happened. */
export function areaRates(counts: AreaCounts): AreaRates {
  const { areaM2, residents, days } = counts;
  const missing = days === 0;
  const count = missing ? Number.NaN : counts.count;
  const harm = missing ? Number.NaN : counts.harm;
  const { lo, hi } = missing ? { lo: Number.NaN, hi: Number.NaN } : poissonInterval(count);
  const over = (exposure: number): Rate => ({ rate: count / exposure, lo: lo / exposure, hi: hi / exposure });
  const km2 = areaM2 / M2_PER_KM2;
  const thousands = residents === null || residents <= 0 ? null : residents / 1000;
  const known = days === null || days <= 0 ? null : days;
  return {
    ...counts,
    ...{ count, harm },
    perKm2: over(km2),
    per1000: thousands === null ? null : over(thousands),
    perDay: known === null ? null : over(known),
    harmPerKm2: harm / km2,
    harmPer1000: thousands === null ? null : harm / thousands,
    harmPerDay: known === null ? null : harm / known,
  };
}

/** Daily rates of `other` divided by those of `one`, NaN where a side has no day; per resident null when either has none. */
export function areaRatios(
  one: AreaCounts,
  other: AreaCounts,
): { readonly perKm2: RateRatio; readonly per1000: RateRatio | null } {
  const ratio = (ofOne: number, ofOther: number): RateRatio =>
    rateRatio(other.count, ofOther * (other.days ?? 1), one.count, ofOne * (one.days ?? 1));
  return {
    perKm2: ratio(one.areaM2, other.areaM2),
    per1000: one.residents && other.residents ? ratio(one.residents, other.residents) : null,
  };
}
