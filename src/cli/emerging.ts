/** `emerging FILE… --area A`: the category of every cell, and what it rests on. */

import { pipelineOf } from '../core/pipeline.ts';
import { encode } from './encode.ts';
import { write } from './files.ts';
import { load } from './load.ts';
import { areaOf, type CommonOptions, scheduleOf, settingsOf } from './options.ts';
import { say } from './say.ts';

export interface EmergingOptions extends CommonOptions {
  readonly stepDays: number;
}

export async function runEmerging(files: readonly string[], options: EmergingOptions): Promise<void> {
  const area = areaOf(options);
  const schedule = scheduleOf(options);
  const { table } = await load(files, options);
  const pipeline = pipelineOf(table, schedule);
  const settings = { ...settingsOf(options), stepDays: options.stepDays };
  const result = pipeline.emerging(area, settings);
  const step = result.unit === 'month' ? 'a month each' : `${options.stepDays} days each`;
  say(`${result.inSteps} offences in the cells and steps; ${result.startDay.length} steps, ${step}.`);
  for (const caution of result.cautions) say(caution);
  await write(await encode(pipeline.emergingTable(area, settings), options.out), options.out);
}
