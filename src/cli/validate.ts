/** `validate FILE… --area A --train-to D --test-to D`: which method would have found what came after. */
import { defaultRtmSettings } from '../core/methods/rtm/settings.ts';
import { formatDay } from '../core/offences/time.ts';
import { pipelineOf } from '../core/pipeline.ts';
import { validationTable } from '../core/tables/validation.ts';
import { encode } from './encode.ts';
import { factorOf, type NamedFile } from './factors.ts';
import { write } from './files.ts';
import { load } from './load.ts';
import { areaOf, type CommonOptions, scheduleOf, settingsOf } from './options.ts';
import { say } from './say.ts';

export interface ValidateOptions extends CommonOptions {
  readonly trainTo: number;
  readonly testTo: number;
  readonly budgets: readonly number[];
  readonly rolling?: boolean;
  /** With them a risk terrain model is among the methods. */
  readonly factor?: readonly NamedFile[];
}

export async function runValidate(files: readonly string[], options: ValidateOptions): Promise<void> {
  const area = areaOf(options);
  const schedule = scheduleOf(options);
  const factors = (options.factor ?? []).flatMap(factorOf);
  const { table } = await load(files, options);
  const { trainTo, testTo, budgets, rolling = false } = options;
  const settings = { ...settingsOf(options), trainToDay: trainTo, testToDay: testTo, budgets, rolling };
  const risk = factors.length === 0 ? null : { factors, settings: { ...defaultRtmSettings, seed: options.seed } };
  const { rows, periods, cautions } = await pipelineOf(table, schedule).validate(area, settings, risk);
  for (const { trainToDay, fromDay, toDay, offences } of periods) {
    say(
      `trained to ${formatDay(trainToDay)}, tested from ${formatDay(fromDay)} to ${formatDay(toDay)} on ${offences} offences`,
    );
  }
  if (rolling) {
    say('Rolling: each figure is the mean over the months.');
    for (const { method, budgetPercent, paiRange, overlap } of rows) {
      const kept = Number.isNaN(overlap) ? '' : `, month-to-month overlap ${overlap.toFixed(2)}`;
      say(`${method} at ${budgetPercent} %: PAI ${paiRange[0].toFixed(2)} to ${paiRange[1].toFixed(2)}${kept}`);
    }
  }
  for (const caution of cautions) say(caution);
  await write(await encode(validationTable(rows), options.out), options.out);
}
