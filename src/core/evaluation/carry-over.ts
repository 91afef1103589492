/**
 * How long does a patrol last? Rates by days since the last patrol, and by how many days in a row had one.
 *
 * In words: for every place-day without patrol, how many days ago the place was last drawn for one; for every place-day with
 * one, the how-manieth day in a row it is. Each class against all place-days without patrol that are not in it, by the exact
 * rate ratio (stats/poisson-rates.ts). Day 0 is the day of patrol itself.
 *
 * Barnes, G. C., Williams, S., Sherman, L. W., Parmar, J., House, P. & Brown, S. A. (2020), Sweet spots of residual
 * deterrence, and Basford, L. et al. (2021), doi 10.1007/s41887-021-00067-2, both found some days of it.
 *
 * Choices: by assignment, as drawn; days before a place's first patrol are left out; five days and more are one class.
 * The trap: many classes with few offences each: one of them will look good by chance.
 */
import { type RateRatio, rateRatio } from '../stats/poisson-rates.ts';
import type { PlaceDays } from './place-days.ts';

export interface CarryOverClass extends RateRatio {
  /** Days since the last patrol, or days in a row with one; the last class also holds all that are longer. */
  readonly days: number;
  readonly placeDays: number;
  readonly count: number;
  /** Σ days of harm; NaN without a harm column. */
  readonly harm: number;
}

export interface CarryOver {
  /** 0 … 5, the last one 5 and more. */
  readonly sincePatrol: readonly CarryOverClass[];
  /** 1 … 3, the last one 3 and more. */
  readonly inARow: readonly CarryOverClass[];
  /** Place-days before the first patrol of their place. */
  readonly leftOut: number;
}

const LONGEST = 5;
const LONGEST_ROW = 3;

/** The rows must be by place and then by day, as `readPlaceDays` gives them. */
export function carryOver({ place, day, assigned, count, harm }: PlaceDays): CarryOver {
  const sums = (size: number): Sums[] => Array.from({ length: size }, () => ({ placeDays: 0, count: 0, harm: 0 }));
  const since = sums(LONGEST + 1);
  const row = sums(LONGEST_ROW + 1);
  let leftOut = 0;
  let last = Number.NaN;
  let inARow = 0;
  for (let i = 0; i < place.length; i++) {
    if (i === 0 || place[i] !== place[i - 1]) {
      last = Number.NaN;
      inARow = 0;
    }
    const today = day[i] as number;
    if (assigned[i] === 1) {
      inARow = last === today - 1 ? inARow + 1 : 1;
      last = today;
    }
    if (Number.isNaN(last)) {
      leftOut += 1;
      continue;
    }
    const classes = [since[Math.min(today - last, LONGEST)]];
    if (assigned[i] === 1) classes.push(row[Math.min(inARow, LONGEST_ROW)]);
    for (const into of classes) {
      if (!into) continue;
      into.placeDays += 1;
      into.count += count[i] as number;
      into.harm += harm?.[i] ?? Number.NaN;
    }
  }
  const without = sumOf(since.slice(1));
  const compared = (of: Sums, days: number, apart: boolean): CarryOverClass => {
    const others = apart ? without : { count: without.count - of.count, placeDays: without.placeDays - of.placeDays };
    return { days, ...of, ...rateRatio(of.count, of.placeDays, others.count, others.placeDays) };
  };
  return {
    sincePatrol: since.map((of, days) => compared(of, days, days === 0)),
    inARow: row.map((of, days) => compared(of, days, true)).slice(1),
    leftOut,
  };
}

interface Sums {
  placeDays: number;
  count: number;
  harm: number;
}

function sumOf(classes: readonly Sums[]): { readonly count: number; readonly placeDays: number } {
  return classes.reduce((sum, c) => ({ count: sum.count + c.count, placeDays: sum.placeDays + c.placeDays }), {
    count: 0,
    placeDays: 0,
  });
}
