/**
 * Did the patrols work? A crossover trial: every day some of the places are drawn by lot for patrol and the others are the
 * comparison, so that each place is its own control.
 *
 * In words: outcomes by what was drawn, not by what was done (intention to treat). Offences: ratio of rates per place-day with
 * its exact interval (rate-ratio.ts) and a randomisation p. Harm: ratio of means with a randomisation p and a bootstrap
 * interval (harm-outcome.ts). The same of the buffer, and of place and buffer together, to see displacement.
 *
 * Basford, L., Sims, C., Agar, I., Harinam, V. & Strang, H. (2021), Effects of one-a-day foot patrols on hot spots of
 * serious violence and crime harm: a randomised crossover trial, Camb. J. Evid. Based Polic. 5:119–133, doi
 * 10.1007/s41887-021-00067-2 (Operation Ark, Southend).
 *
 * Choices: lots are drawn again within days, or within places where that was the rule. Exposure is place-days of each arm, so
 * that 8 of 20 a day (720 against 1,080) is not taken for a fall by a third.
 * The trap: a patrol that still works the next day makes the days without patrol better and the effect look smaller
 * (carry-over.ts); an exact Poisson interval is too narrow where offences come in clusters: prefer the randomisation p.
 */
import { type CarryOver, carryOver } from './carry-over.ts';
import { type Dose, doseOf } from './dose.ts';
import { type HarmArms, type HarmOutcome, harmArms, harmOutcome } from './harm-outcome.ts';
import type { PlaceDays } from './place-days.ts';
import { exactPermutation, redrawnP } from './randomisation.ts';
import { type ArmsCompared, compareArms } from './rate-ratio.ts';
import { trialWords } from './trial-words.ts';

export interface CrossoverSettings {
  /** Draws of the randomisation test and of the bootstrap. */
  readonly resamples: number;
  readonly seed: number;
  /** Within what the trial drew its lots. */
  readonly drawnWithin: 'day' | 'place';
  /** Minutes from which a patrol counts as delivered. */
  readonly leastMin: number;
}

export const defaultCrossoverSettings: CrossoverSettings = {
  resamples: 9999,
  seed: 1,
  drawnWithin: 'day',
  leastMin: 10,
};

export interface CountOutcome extends ArmsCompared {
  /** Two-sided p of drawing the lots again: of all draws where they can be counted, else of so many. */
  readonly redrawnP: number;
  readonly redrawnExactly: boolean;
}

export interface CrossoverResult {
  readonly places: readonly string[];
  readonly days: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly placeDays: { readonly treated: number; readonly control: number };
  /** Places drawn a day when it is the same every day, else null. */
  readonly treatedPerDay: number | null;
  readonly count: CountOutcome;
  readonly harm: HarmOutcome | null;
  /** Null where the table has no such column. */
  readonly buffer: { readonly count: CountOutcome | null; readonly harm: HarmArms | null };
  /** Place and buffer together. */
  readonly together: { readonly count: CountOutcome | null; readonly harm: HarmArms | null };
  readonly dose: { readonly all: Dose; readonly byPlace: readonly Dose[] };
  readonly carryOver: CarryOver;
  /** What came of it in plain words, and what it cannot tell. */
  readonly sentence: string;
  readonly cautions: readonly string[];
}

export function crossover(data: PlaceDays, settings: CrossoverSettings = defaultCrossoverSettings): CrossoverResult {
  const { place, day, assigned, count, harm, bufferCount, bufferHarm } = data;
  const group = settings.drawnWithin === 'day' ? day : place;
  const treated = assigned.reduce((sum, a) => sum + a, 0);
  const placeDays = { treated, control: assigned.length - treated };
  const countOf = (value: Float64Array): CountOutcome => {
    const inTreated = value.reduce((sum, v, row) => sum + (assigned[row] === 1 ? v : 0), 0);
    const inAll = value.reduce((sum, v) => sum + v, 0);
    const allocation = { value, assigned, group };
    const exact = exactPermutation(allocation);
    return {
      ...compareArms(
        { events: inTreated, placeDays: placeDays.treated },
        { events: inAll - inTreated, placeDays: placeDays.control },
      ),
      redrawnP: exact?.p ?? redrawnP(allocation, settings.resamples, settings.seed),
      redrawnExactly: exact !== null,
    };
  };
  const harmOf = (value: Float64Array): HarmArms => harmArms(data, value, group, settings);
  const both = (one: Float64Array | null, other: Float64Array | null): Float64Array | null =>
    one && other ? one.map((v, row) => v + (other[row] as number)) : null;
  const countTogether = both(count, bufferCount);
  const harmTogether = both(harm, bufferHarm);
  const perDay = treatedByDay(day, assigned);
  const result: Omit<CrossoverResult, 'sentence' | 'cautions'> = {
    places: data.places,
    days: perDay.size,
    fromDay: day.reduce((least, d) => Math.min(least, d), Number.POSITIVE_INFINITY),
    toDay: day.reduce((most, d) => Math.max(most, d), Number.NEGATIVE_INFINITY),
    placeDays,
    treatedPerDay: new Set(perDay.values()).size === 1 ? ([...perDay.values()][0] ?? null) : null,
    count: countOf(count),
    harm: harm && harmOutcome(data, harm, group, settings),
    buffer: { count: bufferCount && countOf(bufferCount), harm: bufferHarm && harmOf(bufferHarm) },
    together: { count: countTogether && countOf(countTogether), harm: harmTogether && harmOf(harmTogether) },
    dose: doseOf(data, settings.leastMin),
    carryOver: carryOver(data),
  };
  return { ...result, ...trialWords(result, settings) };
}

function treatedByDay(day: Int32Array, assigned: Uint8Array): Map<number, number> {
  const drawn = new Map<number, number>();
  day.forEach((d, row) => {
    drawn.set(d, (drawn.get(d) ?? 0) + (assigned[row] as number));
  });
  return drawn;
}
