/** `change FILE… --area A --date D`: before and after a key date, cell by cell. */
import type { ChangeSettings } from '../core/methods/change-windows.ts';
import { formatDay } from '../core/offences/time.ts';
import { pipelineOf } from '../core/pipeline.ts';
import type { ChangeTotal } from '../core/results.ts';
import { changeTable } from '../core/tables/change.ts';
import { encode } from './encode.ts';
import { write } from './files.ts';
import { load } from './load.ts';
import { areaOf, type CommonOptions, scheduleOf, settingsOf } from './options.ts';
import { say } from './say.ts';

export interface ChangeOptions extends CommonOptions, Omit<ChangeSettings, 'keyDay'> {
  readonly date: number;
  readonly outside?: boolean;
}

export async function runChange(files: readonly string[], options: ChangeOptions): Promise<void> {
  const area = areaOf(options);
  const schedule = scheduleOf(options);
  const { table } = await load(files, options);
  const pipeline = pipelineOf(table, schedule);
  const { date: keyDay, beforeDays, afterDays, baseline } = options;
  const settings = { ...settingsOf(options), keyDay, beforeDays, afterDays, baseline };
  const result = pipeline.change(area, settings);
  for (const name of ['before', 'after'] as const) {
    const { fromDay, toDay, days } = result.windows[name];
    say(`${name}: ${formatDay(fromDay)} to ${formatDay(toDay)}, ${days} days`);
  }
  // areas and hours are sums of cells that may be hidden
  if (options.outside) {
    say('For outside the force: cells of small counts are left empty.');
    await write(await encode(pipeline.changeTable(area, settings, 'outside'), options.out), options.out);
    return;
  }
  sayTotal('all hours', result.total);
  if (result.night) sayTotal('night-time-economy hours', result.night);
  if (result.otherHours) sayTotal('other hours', result.otherHours);
  for (const { state, place, before, after } of result.areas) {
    say(`${state} patrol area: ${place.name || place.gridRef || place.cells[0]}, ${before} → ${after}`);
  }
  for (const caution of result.cautions) say(caution);
  const { cells } = pipeline.grid(area, options.resolution);
  await write(await encode(changeTable(cells, result), options.out), options.out);
}

function sayTotal(hours: string, { before, after, ratio, lo, hi }: ChangeTotal): void {
  const words = Number.isNaN(ratio)
    ? ''
    : `, rate ratio ${ratio.toFixed(2)} (95 % interval ${lo.toFixed(2)} to ${hi.toFixed(2)})`;
  say(`${hours}: ${before} offences before, ${after} after${words}`);
}
