/** `rtm --outcome FILE… --factor NAME=FILE… --area A`: the risk terrain model as JSON, its cells and columns as tables. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../core/errors.ts';
import type { RtmHooks } from '../core/methods/rtm/run.ts';
import { defaultRtmSettings, type RtmSettings } from '../core/methods/rtm/settings.ts';
import { MISSING } from '../core/offences/table.ts';
import { pipelineOf } from '../core/pipeline.ts';
import { modelJson } from '../core/tables/rtm.ts';
import { encode } from './encode.ts';
import { collectFactor, factorOf, type NamedFile } from './factors.ts';
import { write } from './files.ts';
import { load } from './load.ts';
import { areaOf, type CommonOptions, scheduleOf, settingsOf, wholeNumber } from './options.ts';
import { say } from './say.ts';

export interface RtmOptions extends CommonOptions, Omit<RtmSettings, 'seed'> {
  readonly outcome: readonly string[];
  readonly factor: readonly NamedFile[];
  readonly outModel?: string;
  readonly outCells?: string;
  readonly outDesign?: string;
}

export function withRtmOptions(command: Command): Command {
  const { blockM, maxBlocks, increment, operationalisation, folds, alpha } = defaultRtmSettings;
  return command
    .requiredOption('--outcome <files...>', 'the offences')
    .requiredOption('--factor <name=file...>', 'a layer of places: GeoJSON or CSV (repeatable)', collectFactor)
    .option('--block-m <number>', 'length of a block in metres', wholeNumber(10, 5000), blockM)
    .option('--max-blocks <1-4>', 'extents go up to this many blocks', wholeNumber(1, 4), maxBlocks)
    .addOption(
      new Option('--increment <name>', 'steps of the extents in blocks').choices(['half', 'whole']).default(increment),
    )
    .addOption(
      new Option('--operationalisation <name>', 'near one, where many are, or both')
        .choices(['both', 'proximity', 'density'])
        .default(operationalisation),
    )
    .option('--folds <number>', 'folds of the cross-validation', wholeNumber(3, 1000), folds)
    .option('--alpha <number>', '1 = lasso, towards 0 = ridge', alphaOf, alpha)
    .option('--out-model <json>', 'write the model here instead of to stdout or --out')
    .option('--out-cells <file>', 'every cell with its score')
    .option('--out-design <file>', 'the fitted 0/1 columns with the counts');
}

export async function runRtm(options: RtmOptions): Promise<void> {
  const area = areaOf(options);
  const schedule = scheduleOf(options);
  const factors = options.factor.flatMap(factorOf);
  const { table, report } = await load(options.outcome, options);
  const pipeline = pipelineOf(table, schedule);
  const { blockM, maxBlocks, increment, operationalisation, folds, alpha, seed, resolution } = options;
  const showProgress = process.stderr.isTTY === true;
  const settings = settingsOf(options);
  const rtmSettings = { blockM, maxBlocks, increment, operationalisation, folds, alpha, seed };
  const hooks: RtmHooks = {
    onProgress: ({ done }) => {
      if (showProgress) process.stderr.write(`\r${Math.round(100 * done)} % `);
    },
  };
  const result = await pipeline.rtm(area, settings, factors, rtmSettings, hooks);
  if (showProgress) process.stderr.write('\n');
  for (const note of result.notes) say(note);
  for (const sentence of result.summary) say(sentence);
  const test =
    report.fromDay === MISSING
      ? await orSaid(pipeline.rtmSpatialTest(area, settings, factors, rtmSettings, result, hooks))
      : null;
  if (test) say(test.summary);
  const tables = [
    ['cells', options.outCells],
    ['design', options.outDesign],
  ] as const;
  for (const [what, out] of tables) {
    if (out !== undefined) await write(await encode(pipeline.rtmTable(area, resolution, result, what), out), out);
  }
  await write(modelJson(result, test), options.outModel ?? options.out);
}

/** What was asked for, or null when it cannot be done: the reason is said, and the rest goes on. */
async function orSaid<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    say(`Not tested: ${error.message}`);
    return null;
  }
}

function alphaOf(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError(`"${text}" is not a number above 0 and up to 1.`);
  return value;
}
