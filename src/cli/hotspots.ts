/** `hotspots FILE… --area A`: every cell of the area with its sums, Gi* and rank. */

import { pipelineOf } from '../core/pipeline.ts';
import type { HotspotSettings } from '../core/settings.ts';
import { encode } from './encode.ts';
import { write } from './files.ts';
import { load } from './load.ts';
import { areaOf, type CommonOptions, scheduleOf, settingsOf } from './options.ts';
import { say } from './say.ts';

export interface HotspotOptions extends CommonOptions {
  readonly ring: 1 | 2;
  readonly permutations: number;
}

export async function runHotspots(files: readonly string[], options: HotspotOptions): Promise<void> {
  const area = areaOf(options);
  const schedule = scheduleOf(options);
  const { table } = await load(files, options.map);
  const settings: HotspotSettings = { ...settingsOf(options), ring: options.ring, permutations: options.permutations };
  const pipeline = pipelineOf(table, schedule);
  const result = pipeline.hotspots(area, settings);
  say(
    `${result.inCells} offences in the cells, ${result.inPolygonOnly} in the area but in no cell, ${result.outside} outside.`,
  );
  for (const caution of result.cautions) say(caution);
  await write(encode(pipeline.everyCell(area, settings), options.out), options.out);
}
