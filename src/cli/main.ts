/** The command line: the same core without a browser. Exit 0, or 1 with one sentence, or 2 for wrong usage. */
import { Command, CommanderError, Option } from 'commander';
import { type EmergingOptions, runEmerging } from './emerging.ts';
import { type HotspotOptions, runHotspots } from './hotspots.ts';
import { runIngest } from './ingest.ts';
import { wholeNumber, withAreaOptions, withFileOptions } from './options.ts';
import { type ProjectOptions, runProjectFile } from './project.ts';
import { say } from './say.ts';

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
  .option('--outside', 'for outside the force: counts under 5 hidden, and others from which they could be worked out')
  .action((files: string[], options: HotspotOptions) => runHotspots(files, options));

withAreaOptions(program.command('emerging').argument('<files...>'))
  .description('every cell of the area as a new, lasting, fading … hot or cold spot, or as none')
  .option('--step-days <number>', 'length of a step in days; a month where dates are months', wholeNumber(1, 366), 28)
  .action((files: string[], options: EmergingOptions) => runEmerging(files, options));

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
