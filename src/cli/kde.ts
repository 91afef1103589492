/** `kde FILE… --area A`: kernel density at the centre of every cell. */
import { InvalidArgumentError } from 'commander';
import type { KdeSettings } from '../core/methods/kde.ts';
import { pipelineOf } from '../core/pipeline.ts';
import { encode } from './encode.ts';
import { write } from './files.ts';
import { load } from './load.ts';
import { areaOf, type CommonOptions, scheduleOf, settingsOf } from './options.ts';
import { say } from './say.ts';

export interface KdeOptions extends CommonOptions, KdeSettings {}

export async function runKde(files: readonly string[], options: KdeOptions): Promise<void> {
  const area = areaOf(options);
  const schedule = scheduleOf(options);
  const { table } = await load(files, options);
  const { bandwidthM: asked, kernel } = options;
  const settings = { ...settingsOf(options), bandwidthM: asked, kernel };
  const pipeline = pipelineOf(table, schedule);
  const { bandwidthM } = pipeline.kde(area, settings);
  const measure = kernel === 'gaussian' ? 'standard deviation, cut at four' : 'radius';
  say(`Bandwidth ${Number(bandwidthM.toFixed(1))} m (${measure}${asked === 'auto' ? ', by the rule' : ''}).`);
  await write(await encode(pipeline.kdeTable(area, settings), options.out), options.out);
}

/** Parser of `--bandwidth-m`. */
export function bandwidth(text: string): number | 'auto' {
  if (text === 'auto') return text;
  const metres = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || !(metres > 0 && metres <= 100_000)) {
    throw new InvalidArgumentError(`"${text}" is neither auto nor metres from above 0 to 100000.`);
  }
  return metres;
}
