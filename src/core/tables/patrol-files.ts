/** Patrol areas and the plan of a shift as the files that leave: the app's downloads and `patrol --out` are these. */
import { InputError } from '../errors.ts';
import type { PatrolCard } from '../patrol/cards.ts';
import { planCalendar } from './calendar.ts';
import { toCsv } from './csv.ts';
import { encodePatrol } from './patrol.ts';
import { type CardsPage, cardsHtml } from './patrol-html.ts';
import type { Shift } from './patrol-sheet.ts';
import { type PlanOut, planGeoJson, planGpx, planJson, timetable } from './plan.ts';

export const patrolFileFormats = ['json', 'geojson', 'gpx', 'csv', 'html', 'ics'] as const;

export type PatrolFileFormat = (typeof patrolFileFormats)[number];

/**
 * The page's areas, and with a shift its plan, of one pair if the page is for one.
 * @param madeAtUtcMinute minutes since 1970, which a calendar must hold
 * @throws InputError for a calendar without a shift
 */
export function patrolFile(page: CardsPage, format: PatrolFileFormat, madeAtUtcMinute: number): string {
  if (format === 'html') return cardsHtml(page);
  const { cards, shift, pair } = page;
  if (shift === null) {
    if (format === 'ics')
      throw new InputError('A calendar needs the day of a shift – give one, or choose another format.');
    return encodePatrol(cards, format);
  }
  const out = planOf(cards, shift, pair);
  switch (format) {
    case 'json':
      return planJson(out);
    case 'geojson':
      return planGeoJson(out);
    case 'gpx':
      return planGpx(out);
    case 'csv':
      return toCsv(timetable(out));
    case 'ics':
      return planCalendar(out, madeAtUtcMinute);
  }
}

function planOf(cards: readonly PatrolCard[], { plan, settings }: Shift, pair: number | null): PlanOut {
  const stops = pair === null ? plan.stops : plan.stops.filter((stop) => stop.pair === pair);
  return { day: settings.day, plan: { ...plan, stops }, cards };
}
