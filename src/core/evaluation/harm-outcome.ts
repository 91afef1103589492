/**
 * By how much did harm fall on patrol days, and does it hang on one event? Ratio of mean harm per place-day with its
 * randomisation p, a bootstrap interval, and the same without the worst place-day.
 *
 * In words: ratio = (Σ harm treated / place-days treated) / (the same of control). Interval: days of the trial drawn again
 * with replacement, all their place-days together, and the middle 95 % of the ratios. p: evaluation/randomisation.ts.
 * Efron, B. & Tibshirani, R. (1993), An Introduction to the Bootstrap, ch. 13 (percentile interval).
 *
 * Choices: whole days are drawn, for lots were drawn within days and places share a day's weather and football. An event is
 * a place-day with harm: the table does not part several offences of one place and day.
 * The trap: a sum of harm is mostly its few worst events, so both the ratio and its interval are rough; read the share of
 * the worst one and what is left without it.
 */
import { sortedQuantile } from '../stats/quantile.ts';
import { randomFrom } from '../stats/random.ts';
import type { PlaceDays } from './place-days.ts';
import { redrawnP } from './randomisation.ts';

export interface HarmArms {
  /** Σ harm. */
  readonly treated: number;
  readonly control: number;
  /** Of means per place-day; NaN for 0/0. */
  readonly ratio: number;
  readonly changePercent: number;
  readonly lo: number;
  readonly hi: number;
  /** Two-sided. */
  readonly p: number;
}

export interface HarmOutcome extends HarmArms {
  /** The place-day with most harm; null without harm. */
  readonly worst: {
    readonly place: number;
    readonly day: number;
    readonly assigned: boolean;
    readonly harm: number;
    /** Of all harm, 0–1. */
    readonly share: number;
    /** Ratio and p without it. */
    readonly ratioWithout: number;
    readonly pWithout: number;
  } | null;
  /** Least and largest ratio when any one place-day with harm is left out. */
  readonly leaveOneOut: readonly [least: number, most: number];
}

export interface HarmSettings {
  readonly resamples: number;
  readonly seed: number;
}

type Trial = Pick<PlaceDays, 'place' | 'day' | 'assigned'>;

/** `group` as in randomisation.ts. */
export function harmOutcome(
  trial: Trial,
  harm: Float64Array,
  group: ArrayLike<number>,
  settings: HarmSettings,
): HarmOutcome {
  const { assigned, place, day } = trial;
  const arms = harmArms(trial, harm, group, settings);
  const sizes = armSizes(assigned);
  const ratioLess = (row: number): number => {
    const [t, c] = assigned[row] === 1 ? [harm[row] as number, 0] : [0, harm[row] as number];
    return ratioOf(arms.treated - t, sizes.treated, arms.control - c, sizes.control);
  };
  const rows = [...harm.keys()].filter((row) => (harm[row] as number) > 0);
  const worst = rows.reduce(
    (best, row) => ((harm[row] as number) > (harm[best] as number) ? row : best),
    rows[0] ?? -1,
  );
  const without = rows.map(ratioLess);
  return {
    ...arms,
    worst:
      worst < 0
        ? null
        : {
            place: place[worst] as number,
            day: day[worst] as number,
            assigned: assigned[worst] === 1,
            harm: harm[worst] as number,
            share: (harm[worst] as number) / (arms.treated + arms.control),
            ratioWithout: ratioLess(worst),
            pWithout: redrawnP(
              { value: harm.map((h, row) => (row === worst ? 0 : h)), assigned, group },
              settings.resamples,
              settings.seed,
            ),
          },
    leaveOneOut: [
      without.reduce((least, r) => Math.min(least, r), Number.POSITIVE_INFINITY),
      without.reduce((most, r) => Math.max(most, r), Number.NEGATIVE_INFINITY),
    ],
  };
}

export function harmArms(
  { day, assigned }: Trial,
  harm: Float64Array,
  group: ArrayLike<number>,
  { resamples, seed }: HarmSettings,
): HarmArms {
  const sizes = armSizes(assigned);
  const sum = (arm: 0 | 1): number => harm.reduce((so, h, row) => so + (assigned[row] === arm ? h : 0), 0);
  const [treated, control] = [sum(1), sum(0)];
  const ratio = ratioOf(treated, sizes.treated, control, sizes.control);
  return {
    treated,
    control,
    ratio,
    changePercent: 100 * (ratio - 1),
    ...bootstrap(day, assigned, harm, resamples, seed),
    p: redrawnP({ value: harm, assigned, group }, resamples, seed),
  };
}

/** Percentile interval over days drawn with replacement. */
function bootstrap(day: Int32Array, assigned: Uint8Array, harm: Float64Array, resamples: number, seed: number) {
  // of each day: harm and place-days of both arms
  const byDay = new Map<number, [number, number, number, number]>();
  day.forEach((d, row) => {
    const sums = byDay.get(d) ?? [0, 0, 0, 0];
    const arm = assigned[row] === 1 ? 0 : 2;
    sums[arm] += harm[row] as number;
    sums[arm + 1] = (sums[arm + 1] as number) + 1;
    byDay.set(d, sums);
  });
  const days = [...byDay.values()];
  const random = randomFrom(seed);
  const ratios = new Float64Array(resamples);
  for (let draw = 0; draw < resamples; draw++) {
    let [treated, treatedDays, control, controlDays] = [0, 0, 0, 0];
    for (let i = 0; i < days.length; i++) {
      const [t, tDays, c, cDays] = days[random.below(days.length)] as [number, number, number, number];
      treated += t;
      treatedDays += tDays;
      control += c;
      controlDays += cDays;
    }
    ratios[draw] = ratioOf(treated, treatedDays, control, controlDays);
  }
  const sorted = ratios.filter((r) => !Number.isNaN(r)).sort();
  return { lo: sortedQuantile(sorted, 0.025), hi: sortedQuantile(sorted, 0.975) };
}

function ratioOf(treated: number, treatedDays: number, control: number, controlDays: number): number {
  return treated / treatedDays / (control / controlDays);
}

function armSizes(assigned: Uint8Array) {
  const treated = assigned.reduce((sum, a) => sum + a, 0);
  return { treated, control: assigned.length - treated };
}
