/** `crossover PLACE_DAYS.csv`: did the patrols of a randomised trial work? */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '../core/errors.ts';
import { crossover, defaultCrossoverSettings } from '../core/evaluation/crossover.ts';
import { readPlaceDays } from '../core/evaluation/place-days.ts';
import { trialJson } from '../core/tables/trial.ts';
import { write } from './files.ts';
import { say } from './say.ts';

export interface CrossoverOptions {
  readonly resamples: number;
  readonly seed: number;
  readonly out?: string;
}

export async function runCrossover(path: string, { resamples, seed, out }: CrossoverOptions): Promise<void> {
  const { data, notes } = readPlaceDays(bytesOf(path), basename(path));
  for (const note of notes) say(note);
  const result = crossover(data, { ...defaultCrossoverSettings, resamples, seed });
  say(result.sentence);
  for (const caution of result.cautions) say(caution);
  await write(trialJson(result, { resamples, seed }), out);
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new InputError(`There is no readable file "${path}" – check the path.`);
  }
}
