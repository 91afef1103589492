/** `patrol FILE… --area A`: contiguous cells to walk, grown from the worst. */
import { extname } from 'node:path';
import { InputError } from '../core/errors.ts';
import { definitions } from '../core/offences/presets.ts';
import { MISSING } from '../core/offences/table.ts';
import { formatDay } from '../core/offences/time.ts';
import type { PatrolSettings } from '../core/patrol/patrol-areas.ts';
import { pipelineOf } from '../core/pipeline.ts';
import { encodePatrol, type PatrolFormat, patrolFormats } from '../core/tables/patrol.ts';
import { cardsHtml } from '../core/tables/patrol-html.ts';
import { write } from './files.ts';
import { load } from './load.ts';
import { areaOf, type CommonOptions, scheduleOf, settingsOf } from './options.ts';
import { say } from './say.ts';

export interface PatrolOptions extends CommonOptions, PatrolSettings {
  /** At the head and foot of every card. */
  readonly marking: string;
}

export async function runPatrol(files: readonly string[], options: PatrolOptions): Promise<void> {
  const format = formatOf(options.out);
  const area = areaOf(options);
  const schedule = scheduleOf(options);
  const { table, report } = await load(files, options);
  const { areas: most, maxAreaM2, minCount, spacingM } = options;
  const settings = { ...settingsOf(options), areas: most, maxAreaM2, minCount, spacingM };
  const pipeline = pipelineOf(table, schedule);
  const result = pipeline.patrolAreas(area, settings);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  if (result.areas.length === 0)
    say(`No patrol area holds ${minCount} offences – lower --min-count or widen the period.`);
  else {
    say(
      `${result.areas.length} patrol areas: ${percent(result.areaShare)} of the area, ${percent(result.countShare)} of the offences, ${percent(result.valueShare)} by ${options.mode}.`,
    );
  }
  for (const caution of result.cautions) say(caution);
  if (format !== 'html') return write(encodePatrol(result.areas, format), options.out);
  const { cards } = pipeline.patrolCards(area, settings);
  const [from, to] = [options.from ?? report.fromDay, options.to ?? report.toDay];
  const period = from !== MISSING && to !== MISSING ? `${formatDay(from)} to ${formatDay(to)}` : 'without dates';
  const about = [area.name, definitions[options.definition].name, period];
  await write(cardsHtml({ cards, marking: options.marking, about, cautions: result.cautions }), options.out);
}

function formatOf(out: string | undefined): PatrolFormat | 'html' {
  const extension = out === undefined ? '.json' : extname(out).toLowerCase();
  if (extension === '.html') return 'html';
  const format = patrolFormats.find((name) => `.${name}` === extension);
  if (format === undefined) {
    throw new InputError(`"${out}" has the extension "${extension}" – use .json, .geojson, .gpx, .csv or .html.`);
  }
  return format;
}
