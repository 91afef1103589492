/**
 * Which places get a patrol on which day, and could the trial show anything? Lots drawn with a seed, and power by simulation.
 *
 * In words: every day `perDay` of the places are drawn without replacement, each set equally likely. Power: take days of the
 * past at random as they were, all places together, draw lots, let patrol keep each offence of a treated place-day from
 * happening with the chance supposed, test as the trial will be tested, and count how often p is below 5 %.
 *
 * Design of Operation Ark: 8 of 20 places a day for 90 days (Basford et al. 2021, doi 10.1007/s41887-021-00067-2).
 * Choices: whole past days, so that busy nights stay busy everywhere at once; the exact test of rate-ratio.ts.
 * The trap: the past of places picked for being worst is busier than their future, so the power shown is too good.
 */
import { InputError } from '../errors.ts';
import { formatDay } from '../offences/time.ts';
import { rateRatio } from '../stats/poisson-rates.ts';
import { type Random, randomFrom } from '../stats/random.ts';

/** What is drawn, and all that is needed to draw the same again. */
export interface TrialPlan {
  readonly places: readonly string[];
  /** Inclusive. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly perDay: number;
  readonly seed: number;
}

export interface TrialDesign extends TrialPlan {
  /** Of each day, the indices of the places drawn, ascending. */
  readonly treated: readonly (readonly number[])[];
}

const MOST_DAYS = 3660;

/** @throws InputError for a plan that leaves nothing to compare */
export function drawTrial(plan: TrialPlan): TrialDesign {
  const { places, fromDay, toDay, perDay, seed } = plan;
  const days = toDay - fromDay + 1;
  if (!(days >= 1 && days <= MOST_DAYS)) {
    throw new InputError(
      `From ${formatDay(fromDay)} to ${formatDay(toDay)} is ${days} days – let the trial last from 1 day to ten years.`,
    );
  }
  if (!(perDay >= 1 && perDay < places.length)) {
    throw new InputError(
      `${perDay} of ${places.length} places a day leaves nothing to compare – draw at least 1 and fewer than all.`,
    );
  }
  const random = randomFrom(seed);
  const treated = Array.from({ length: days }, () => drawn(places.length, perDay, random));
  return { places, fromDay, toDay, perDay, seed, treated };
}

/** `k` of n without replacement, ascending. */
function drawn(n: number, k: number, random: Random): number[] {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  shuffle(order, k, random);
  return [...order.slice(0, k)].sort((a, b) => a - b);
}

/** The first k entries become k of all, each set equally likely whatever order stood before. */
function shuffle(order: Uint32Array, k: number, random: Random): void {
  const n = order.length;
  for (let i = 0; i < k; i++) {
    const j = i + random.below(n - i);
    const at = order[i] as number;
    order[i] = order[j] as number;
    order[j] = at;
  }
}

/** Of each past day the places with an offence: most have none. */
function busyPlaces({ places, days, count }: PastCounts): readonly (readonly number[])[] {
  const all = Array.from({ length: places }, (_, i) => i);
  return Array.from({ length: days }, (_, day) => all.filter((place) => (count[place * days + day] as number) > 0));
}

/** Offences of the past by place and day: `count[place * days + day]`. */
export interface PastCounts {
  readonly places: number;
  readonly days: number;
  readonly count: Float64Array;
}

export interface PowerSettings {
  readonly trialDays: number;
  readonly perDay: number;
  /** Shares of offences that patrol may keep from happening, 0–1. */
  readonly reductions: readonly number[];
  readonly simulations: number;
  readonly seed: number;
}

export interface Power {
  readonly reduction: number;
  /** Share of simulated trials with p below 0.05. */
  readonly power: number;
  /** Offences that a trial has on average. */
  readonly treated: number;
  readonly control: number;
}

export const defaultReductions: readonly number[] = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75];

const ALPHA = 0.05;

/** @throws InputError without any offence or day */
export function powerOfTrial(past: PastCounts, settings: PowerSettings): Power[] {
  const { places, days, count } = past;
  const { trialDays, perDay, simulations } = settings;
  if (days < 1 || !count.some((c) => c > 0)) {
    throw new InputError('The places have no offences in the period – choose a longer period or other offences.');
  }
  const treatedDays = trialDays * perDay;
  const controlDays = trialDays * (places - perDay);
  const busy = busyPlaces(past);
  const order = Uint32Array.from({ length: places }, (_, i) => i);
  const treatedOn = new Uint8Array(places);
  return settings.reductions.map((reduction, step) => {
    const random = randomFrom(settings.seed + step);
    const sums = { treated: 0, control: 0, found: 0 };
    for (let simulation = 0; simulation < simulations; simulation++) {
      let [treated, control] = [0, 0];
      for (let day = 0; day < trialDays; day++) {
        const like = random.below(days);
        shuffle(order, perDay, random);
        for (let i = 0; i < perDay; i++) treatedOn[order[i] as number] = 1;
        for (const place of busy[like] ?? []) {
          const offences = count[place * days + like] as number;
          if (treatedOn[place] === 0) control += offences;
          else for (let k = 0; k < offences; k++) treated += Number(random.uniform() >= reduction);
        }
        for (let i = 0; i < perDay; i++) treatedOn[order[i] as number] = 0;
      }
      sums.treated += treated;
      sums.control += control;
      sums.found += Number(rateRatio(treated, treatedDays, control, controlDays).p < ALPHA);
    }
    return {
      reduction,
      power: sums.found / simulations,
      treated: sums.treated / simulations,
      control: sums.control / simulations,
    };
  });
}
