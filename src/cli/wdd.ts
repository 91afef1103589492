/** `wdd --control … --treatment …`: the weighted displacement difference of counts before and after. */
import { InvalidArgumentError } from 'commander';
import { type PrePost, type WddCounts, wdd, wddCautions } from '../core/evaluation/wdd.ts';
import { write } from './files.ts';
import { say } from './say.ts';

export interface WddOptions extends WddCounts {
  readonly out?: string;
}

/** An option's parser: two whole numbers parted by a comma, before and after. */
export function prePost(text: string): PrePost {
  const parts = /^\s*(\d+)\s*,\s*(\d+)\s*$/.exec(text);
  if (!parts) throw new InvalidArgumentError(`"${text}" is not two whole numbers like 207,110 (before, after).`);
  return [Number(parts[1]), Number(parts[2])];
}

export async function runWdd({ out, ...counts }: WddOptions): Promise<void> {
  for (const caution of wddCautions(counts)) say(caution);
  const { wdd: difference, se, z, p, lo, hi } = wdd(counts);
  // not-a-number, without any counts, is null in JSON
  await write(`${JSON.stringify({ wdd: difference, se, z, p, lo, hi, level: 0.95 })}\n`, out);
}
