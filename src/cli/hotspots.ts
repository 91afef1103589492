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
  readonly outside?: boolean;
}

export async function runHotspots(files: readonly string[], options: HotspotOptions): Promise<void> {
  const area = areaOf(options);
  const schedule = scheduleOf(options);
  const { table } = await load(files, options);
  const settings: HotspotSettings = { ...settingsOf(options), ring: options.ring, permutations: options.permutations };
  const pipeline = pipelineOf(table, schedule);
  const audience = options.outside ? 'outside' : 'force';
  const result = pipeline.hotspots(area, settings, audience);
  say(
    `${result.inCells} offences in the cells, ${result.inPolygonOnly} in the area but in no cell, ${result.outside} outside.`,
  );
  for (const caution of result.cautions) say(caution);
  await write(await encode(pipeline.everyCell(area, settings, audience), options.out), options.out);
}
