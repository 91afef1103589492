/** The command line: the same core without a browser. Exit 0, or 1 with one sentence, or 2 for wrong usage. */
import { Command, CommanderError, Option } from 'commander';
import { defaultBudgets } from '../core/evaluation/hold-out.ts';
import { kdeKernels } from '../core/methods/kde.ts';
import { defaultPlanSettings } from '../core/patrol/plan.ts';
import { type ChangeOptions, runChange } from './change.ts';
import { type CrossoverOptions, runCrossover } from './crossover.ts';
import { type EmergingOptions, runEmerging } from './emerging.ts';
import { collectFactor } from './factors.ts';
import { type HotspotOptions, runHotspots } from './hotspots.ts';
import { runIngest } from './ingest.ts';
import { bandwidth, type KdeOptions, runKde } from './kde.ts';
import {
  percentages,
  periodEnd,
  periodStart,
  wholeNumber,
  withAreaOptions,
  withFileOptions,
  withoutOutside,
} from './options.ts';
import { oneDay, type PatrolOptions, runPatrol, shiftTimes } from './patrol.ts';
import { type ProjectOptions, runProjectFile } from './project.ts';
import { type RtmOptions, runRtm, withRtmOptions } from './rtm.ts';
import { say } from './say.ts';
import { runValidate, type ValidateOptions } from './validate.ts';
import { prePost, runWdd, type WddOptions } from './wdd.ts';

const OUTSIDE = 'for outside the force: counts under 5 hidden, and others from which they could be worked out';

const program = new Command('harmscape')
  .description('From geocoded offences to a patrol briefing, without a byte leaving the room.')
  .exitOverride()
  .showHelpAfterError('Add --help for the options.');

withFileOptions(program.command('ingest').argument('<files...>'))
  .description('read offence files; what they hold, and every row dropped or doubted, as JSON')
  .action(runIngest);

withAreaOptions(program.command('hotspots').argument('<files...>'))
  .description('every cell of the area with count, harm, Gi* and rank')
  .addOption(new Option('--ring <1|2>', 'neighbourhood of Gi*').default(1).argParser((text) => wholeNumber(1, 2)(text)))
  .option('--permutations <number>', '0, or conditional permutations for p', wholeNumber(0, 99_999), 0)
  .option('--outside', OUTSIDE)
  .action((files: string[], options: HotspotOptions) => runHotspots(files, options));

withoutOutside(withAreaOptions(program.command('kde').argument('<files...>')))
  .description('kernel density at the centre of every cell of the area, per km²')
  .option('--bandwidth-m <auto|metres>', 'how far an offence reaches, or auto for the rule', bandwidth, 'auto')
  .addOption(
    new Option('--kernel <name>', 'shape; of gaussian the bandwidth is the standard deviation')
      .choices(kdeKernels)
      .default('quartic'),
  )
  .action((files: string[], options: KdeOptions) => runKde(files, options));

withoutOutside(withAreaOptions(program.command('emerging').argument('<files...>')))
  .description('every cell of the area as a new, lasting, fading … hot or cold spot, or as none')
  .option('--step-days <number>', 'length of a step in days; a month where dates are months', wholeNumber(1, 366), 28)
  .action((files: string[], options: EmergingOptions) => runEmerging(files, options));

withAreaOptions(program.command('change').argument('<files...>'))
  .description('before and after a key date: every cell with both counts, rate ratio, interval, p and q')
  .requiredOption('--date <date>', 'the key date, first day of the window after (a month: its first day)', periodStart)
  .option('--before-days <number>', 'length of the window before', wholeNumber(1, 3660), 28)
  .option('--after-days <number>', 'length of the window after', wholeNumber(1, 3660), 28)
  .addOption(
    new Option('--baseline <name>', 'compare with the days before, or the same weekdays a year earlier')
      .choices(['previous', 'last-year'])
      .default('previous'),
  )
  .option('--outside', OUTSIDE)
  .action((files: string[], options: ChangeOptions) => runChange(files, options));

withAreaOptions(program.command('validate').argument('<files...>'))
  .description('which method would have found what came after: hit rate, PAI and PEI by budget of area')
  .requiredOption('--train-to <date>', 'last day of training, or month (2018-05)', periodEnd)
  .requiredOption('--test-to <date>', 'last day of the test, or month (2018-05)', periodEnd)
  .option('--budgets <percentages>', 'shares of the area in per cent', percentages, defaultBudgets)
  .option('--rolling', 'month by month, each trained on all before it; the figures are means')
  .option(
    '--factor <name=file...>',
    'a layer of places, for a risk terrain model among them (repeatable)',
    collectFactor,
  )
  .action((files: string[], options: ValidateOptions) => runValidate(files, options));

withoutOutside(withAreaOptions(program.command('patrol').argument('<files...>')))
  .description(
    'patrol areas grown from the worst cells, as JSON, or .geojson .gpx .csv, or .html cards to print, by --out; with --day the plan of a shift too, also as .ics',
  )
  .option('--areas <number>', 'how many at most', wholeNumber(1, 1000), 20)
  .option('--max-area-m2 <number>', 'cap on the size of each', wholeNumber(1, 1_000_000_000), 60_000)
  .option('--min-count <number>', 'offences that each must hold', wholeNumber(0, 1_000_000), 5)
  .option('--spacing-m <number>', 'least distance between cells of two areas', wholeNumber(0, 100_000), 0)
  .option('--marking <text>', 'at the head and foot of every card of .html', 'OFFICIAL-SENSITIVE')
  .option('--day <date>', 'plan a shift that begins on this day: who visits which area when', oneDay)
  .addOption(
    new Option('--shift <from-to>', 'its times by the London clock; an end at or before the start is on the next day')
      .default(shiftTimes('20:00-02:00'), '20:00-02:00')
      .argParser((text) => shiftTimes(text)),
  )
  .option('--pairs <number>', 'pairs of officers', wholeNumber(1, 100), defaultPlanSettings.pairs)
  .option('--visits <number>', 'visits to each area', wholeNumber(1, 20), defaultPlanSettings.visitsPerArea)
  .addOption(
    new Option('--moving <how>', 'between areas').choices(['walk', 'drive']).default(defaultPlanSettings.moving),
  )
  .option('--ostn15 <file>', 'exact grid references by OSTN15_OSGM15_DataFile.txt of Ordnance Survey')
  .action((files: string[], options: PatrolOptions) => runPatrol(files, options));

program
  .command('wdd')
  .description('weighted displacement difference of counts before and after, as JSON')
  .requiredOption('--control <before,after>', 'offences in the control area', prePost)
  .requiredOption('--treatment <before,after>', 'offences in the treated area', prePost)
  .option('--control-displacement <before,after>', 'offences around the control area', prePost)
  .option('--treatment-displacement <before,after>', 'offences around the treated area', prePost)
  .option('--out <file>', 'write here instead of to stdout')
  .action((options: WddOptions) => runWdd(options));

program
  .command('crossover')
  .argument('<place-days>')
  .description('did the patrols of a randomised crossover trial work? A CSV of place-days, the result as JSON')
  .option('--resamples <number>', 'draws of the randomisation test', wholeNumber(1, 999_999), 9999)
  .option('--seed <number>', 'seed of everything random', wholeNumber(0, 0xffffffff), 1)
  .option('--out <file>', 'write here instead of to stdout')
  .action((path: string, options: CrossoverOptions) => runCrossover(path, options));

withoutOutside(withRtmOptions(withAreaOptions(program.command('rtm'))))
  .description('risk terrain model: which places an offence keeps near, and the score of every cell')
  .action((options: RtmOptions) => runRtm(options));

program
  .command('project')
  .description('work with project files that the app saved')
  .command('run')
  .argument('<project>')
  .description('the tables of a project: ranked.csv and hotspots.csv, byte for byte as in the app')
  .option('--files <paths...>', 'folders or files to find the inputs in by name, besides the folder of the project')
  .option('--passphrase-env <name>', 'environment variable that holds the passphrase of a locked project')
  .option('--out <folder>', 'write the tables here instead of as JSON to stdout')
  .action((path: string, options: ProjectOptions) => runProjectFile(path, options));

for (const command of program.commands) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    say(error instanceof Error && error.name === 'InputError' ? error.message : `Something broke: ${error}`);
    process.exitCode = 1;
  }
}
