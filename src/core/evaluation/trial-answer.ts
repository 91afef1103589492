/** A trial's place-days with what they say, however they were come by. */
import { InputError } from '../errors.ts';
import { type CrossoverResult, type CrossoverSettings, crossover, defaultCrossoverSettings } from './crossover.ts';
import type { PlaceDays } from './place-days.ts';
import type { TrialView } from './trial-view.ts';

/** What changes the result of the same place-days. */
export type TrialReading = Pick<TrialView, 'leastMin' | 'drawnWithin'>;

export interface TrialAnswer {
  readonly result: CrossoverResult;
  /** Sentences on rows left out. */
  readonly notes: readonly string[];
  /** Draws of the randomisation test and of the bootstrap, and their seed. */
  readonly resamples: number;
  readonly seed: number;
}

/** Above that no result comes within seconds. */
const MOST_PLACE_DAYS = 200_000;
/** Draws times place-days that take about two seconds. */
const SWIFT = 25_000_000;
const FEWER = 999;

/** As many draws as the command line takes, or fewer where they would take long. @throws InputError beyond any trial's size */
export function trialAnswer(data: PlaceDays, notes: readonly string[], reading: TrialReading): TrialAnswer {
  const n = data.place.length;
  if (n > MOST_PLACE_DAYS) {
    throw new InputError(
      `The file has ${n} place-days, more than the ${MOST_PLACE_DAYS} that can be tested – cut it to the places and days of the trial.`,
    );
  }
  const settings: CrossoverSettings = {
    ...defaultCrossoverSettings,
    ...reading,
    resamples: n * defaultCrossoverSettings.resamples <= SWIFT ? defaultCrossoverSettings.resamples : FEWER,
  };
  const { resamples, seed } = settings;
  return { result: crossover(data, settings), notes, resamples, seed };
}
