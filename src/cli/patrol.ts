/** `patrol FILE… --area A`: contiguous cells to walk, grown from the worst; with `--day` the plan of a shift too. */
import { extname } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { InputError } from '../core/errors.ts';
import { type GridTransform, helmertTransform } from '../core/geo/bng.ts';
import { exactTransform, parseOstn15 } from '../core/geo/ostn15.ts';
import { definitions } from '../core/offences/presets.ts';
import { MISSING, type OffenceTable } from '../core/offences/table.ts';
import { dayFromIso, formatDay } from '../core/offences/time.ts';
import type { PatrolCard } from '../core/patrol/cards.ts';
import type { PatrolSettings } from '../core/patrol/patrol-areas.ts';
import { defaultPlanSettings, type PlanSettings } from '../core/patrol/plan.ts';
import { planCards } from '../core/patrol/shift.ts';
import { pipelineOf } from '../core/pipeline.ts';
import { type PatrolFileFormat, patrolFile, patrolFileFormats } from '../core/tables/patrol-files.ts';
import type { Shift } from '../core/tables/patrol-sheet.ts';
import { textOf, write } from './files.ts';
import { load } from './load.ts';
import { areaOf, type CommonOptions, scheduleOf, settingsOf } from './options.ts';
import { say } from './say.ts';

export interface PatrolOptions extends CommonOptions, PatrolSettings {
  /** At the head and foot of every card. */
  readonly marking: string;
  /** Of the shift; without it there is no plan. */
  readonly day?: number;
  readonly shift: Pick<PlanSettings, 'fromMinute' | 'toMinute'>;
  readonly pairs: number;
  readonly visits: number;
  readonly moving: PlanSettings['moving'];
  /** Path of Ordnance Survey's file of corrections. */
  readonly ostn15?: string;
}

export async function runPatrol(files: readonly string[], options: PatrolOptions): Promise<void> {
  const format = formatOf(options.out);
  if (format === 'ics' && options.day === undefined)
    throw new InputError('A calendar needs the day of a shift – add --day, like --day 2021-04-16.');
  const area = areaOf(options);
  const schedule = scheduleOf(options);
  const grid = gridOf(options.ostn15);
  const { table, report } = await load(files, options);
  const { areas: most, maxAreaM2, minCount, spacingM } = options;
  const settings = { ...settingsOf(options), areas: most, maxAreaM2, minCount, spacingM };
  const pipeline = pipelineOf(table, schedule);
  const found = pipeline.patrolCards(area, settings, grid);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  if (found.cards.length === 0)
    say(`No patrol area holds ${minCount} offences – lower --min-count or widen the period.`);
  else {
    say(
      `${found.cards.length} patrol areas: ${percent(found.areaShare)} of the area, ${percent(found.countShare)} of the offences, ${percent(found.valueShare)} by ${options.mode}.`,
    );
  }
  for (const caution of found.cautions) say(caution);
  const shift = shiftOf(found.cards, options, table);
  for (const said of shift?.plan.said ?? []) say(said);
  const [from, to] = [options.from ?? report.fromDay, options.to ?? report.toDay];
  const period = from !== MISSING && to !== MISSING ? `${formatDay(from)} to ${formatDay(to)}` : 'without dates';
  const about = [area.name, definitions[options.definition].name, period];
  const page = { cards: found.cards, marking: options.marking, about, cautions: found.cautions, shift, pair: null };
  await write(patrolFile(page, format, Math.floor(Date.now() / 60_000)), options.out);
}

/** @throws InputError for a shift that holds no visit, and for offences whose hours are not known */
function shiftOf(
  cards: readonly PatrolCard[],
  { day, shift, pairs, visits, moving, seed }: PatrolOptions,
  data: OffenceTable,
): Shift | null {
  if (day === undefined) return null;
  const settings = { ...defaultPlanSettings, ...shift, day, pairs, visitsPerArea: visits, moving, seed };
  const { plan, noPlan } = planCards(cards, settings, data);
  if (plan === null) throw new InputError(noPlan);
  return { plan, settings };
}

function gridOf(path: string | undefined): GridTransform {
  if (path === undefined) return helmertTransform;
  const shifts = parseOstn15(textOf(path));
  say(`OSTN15: ${shifts.points} points.`);
  return exactTransform(shifts);
}

/** An option's parser: "20:00-02:00"; an end at or before the start is on the next day. */
export function shiftTimes(text: string): PatrolOptions['shift'] {
  const [, fromHour, fromMin, toHour, toMin] = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  const minuteOf = (hour = '', minute = ''): number =>
    hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : Number.NaN;
  const [fromMinute, toMinute] = [minuteOf(fromHour, fromMin), minuteOf(toHour, toMin)];
  if (Number.isNaN(fromMinute + toMinute)) throw new InvalidArgumentError(`"${text}" is not a shift like 20:00-02:00.`);
  return { fromMinute, toMinute };
}

/** An option's parser: one day. */
export function oneDay(text: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? dayFromIso(text) : null;
  if (day === null) throw new InvalidArgumentError(`"${text}" is not a day like 2021-04-16.`);
  return day;
}

function formatOf(out: string | undefined): PatrolFileFormat {
  const extension = out === undefined ? '.json' : extname(out).toLowerCase();
  const format = patrolFileFormats.find((name) => `.${name}` === extension);
  if (format === undefined) {
    throw new InputError(`"${out}" has the extension "${extension}" – use .json, .geojson, .gpx, .csv, .html or .ics.`);
  }
  return format;
}
