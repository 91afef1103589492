/** The options that every command with FILE… and --area takes, and their words turned into settings. */
import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../core/errors.ts';
import { pickArea, type StudyArea, unionOf } from '../core/geo/area.ts';
import { parseAreas } from '../core/geo/area-file.ts';
import { builtInSchedule, type HarmSchedule, parseSchedule } from '../core/harm/schedule.ts';
import { type Field, fields } from '../core/ingest/fields.ts';
import { dayFromIso, monthRange } from '../core/offences/time.ts';
import {
  type DefinitionId,
  defaultHotspotSettings,
  definitionIds,
  type HarmMode,
  type HotspotSettings,
  harmModes,
} from '../core/settings.ts';
import { textOf } from './files.ts';
import { say } from './say.ts';

export interface CommonOptions {
  readonly area: string;
  readonly areaName?: string;
  readonly resolution: number;
  readonly definition: DefinitionId;
  readonly mode: HarmMode;
  readonly schedule: string;
  readonly includeProactive?: boolean;
  readonly from?: number;
  readonly to?: number;
  readonly map: Readonly<Record<string, Field>>;
  readonly sheet?: string;
  readonly seed: number;
  readonly out?: string;
}

/** `--map`, `--profile`, `--sheet` and `--out`, for commands that need no study area. */
export function withFileOptions(command: Command): Command {
  return command
    .option('--map <column=field>', 'name a column by hand (repeatable)', collectMapping, {})
    .option('--profile <json>', 'read the files by a mapping profile saved in the app; --map and --sheet go before it')
    .option('--sheet <name>', 'sheet of an Excel workbook; else the first with coordinates')
    .option('--out <file>', 'write here instead of to stdout; the extension sets the format');
}

export function withAreaOptions(command: Command): Command {
  return withFileOptions(command)
    .requiredOption('--area <geojson>', 'study area: GeoJSON polygons, taken together unless --area-name picks one')
    .option('--area-name <name>', 'name or code of one feature of the area file')
    .option('--resolution <7-11>', 'H3 resolution', wholeNumber(7, 11), defaultHotspotSettings.resolution)
    .addOption(new Option('--definition <name>', 'which offences').choices(definitionIds).default('all'))
    .addOption(new Option('--mode <name>', 'how to weigh them').choices(harmModes).default('harm'))
    .option('--schedule <name|csv>', 'cchi-2020, ons-css or a CSV file of weights', 'cchi-2020')
    .option('--include-proactive', 'weigh drug and weapon possession found by police activity')
    .option('--from <date>', 'first day, or month (2018-05)', periodStart)
    .option('--to <date>', 'last day, or month (2018-05)', periodEnd)
    .option('--seed <number>', 'seed of everything random', wholeNumber(0, 0xffffffff), 1);
}

/** Of a command whose result has no version for outside the force: asked for one, it says so. */
export function withoutOutside(command: Command): Command {
  return command.addOption(new Option('--outside').hideHelp()).hook('preAction', (asked) => {
    if (asked.opts().outside !== true) return;
    throw new InputError(
      `There is no version of ${asked.name()} for outside the force: it could not be told which numbers to hide – take hotspots --outside or change --outside.`,
    );
  });
}

/** An option's parser: a whole number between two bounds. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`"${text}" is not a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

/** An option's parser: a day, or the first day of a month. */
export function periodStart(text: string): number {
  return boundOf(text).fromDay;
}

/** An option's parser: a day, or the last day of a month. */
export function periodEnd(text: string): number {
  return boundOf(text).toDay;
}

/** A day stands for itself, a month for its first and last day. */
function boundOf(text: string): { fromDay: number; toDay: number } {
  const day = dayFromIso(text);
  if (day === null) throw new InvalidArgumentError(`"${text}" is not a date like 2018-05-31 or a month like 2018-05.`);
  return /^\d{4}-\d{2}$/.test(text) ? monthRange(day) : { fromDay: day, toDay: day };
}

/** An option's parser: percentages above 0 and up to 100, parted by commas. */
export function percentages(text: string): number[] {
  const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (values.every((value) => value > 0 && value <= 100)) return values;
  throw new InvalidArgumentError(`"${text}" is not a list of percentages like 1,2,5,10.`);
}

function collectMapping(text: string, before: Readonly<Record<string, Field>>): Record<string, Field> {
  const at = text.lastIndexOf('=');
  const field = fields.find((f) => f === text.slice(at + 1).trim());
  if (at < 1 || !field) {
    throw new InvalidArgumentError(`"${text}" is not column=field with a field of: ${fields.join(', ')}.`);
  }
  return { ...before, [text.slice(0, at)]: field };
}

export function settingsOf(options: CommonOptions): HotspotSettings {
  return {
    ...defaultHotspotSettings,
    definition: options.definition,
    mode: options.mode,
    includeProactive: options.includeProactive ?? false,
    fromDay: options.from ?? null,
    toDay: options.to ?? null,
    resolution: options.resolution,
    seed: options.seed,
  };
}

/** @throws InputError when the file cannot be read or holds no such area. */
export function areaOf(options: CommonOptions): StudyArea {
  const name = basename(options.area);
  const { areas, notes } = parseAreas(jsonOf(options.area), name);
  for (const note of notes) say(note);
  return options.areaName === undefined ? unionOf(areas, name) : pickArea(areas, options.areaName);
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(textOf(path));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`"${path}" is not valid JSON – give the study area as GeoJSON polygons.`);
  }
}

export function scheduleOf(options: CommonOptions): HarmSchedule {
  const name = options.schedule;
  if (name === 'cchi-2020' || name === 'ons-css') return builtInSchedule(name);
  const { schedule, notes } = parseSchedule(textOf(name), basename(name));
  for (const note of notes) say(note);
  return schedule;
}
