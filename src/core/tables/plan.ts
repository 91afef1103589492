/** A shift's plan as files: timetable (CSV), outlines with their visits (GeoJSON), waypoints and routes (GPX). */
import { outlineOf } from '../hex/boundary.ts';
import { MINUTES_PER_DAY, utcFromLondon } from '../offences/time.ts';
import type { PatrolCard } from '../patrol/cards.ts';
import type { PlannedStop, ShiftPlan } from '../patrol/plan.ts';
import { formatClock, isoMinuteLocal, isoUtc } from './clock.ts';
import { toJson } from './json.ts';
import { aboutPlace } from './patrol.ts';
import type { OutTable } from './table.ts';
import { xmlText } from './xml.ts';

export interface PlanOut {
  /** Day on which the shift begins. */
  readonly day: number;
  readonly plan: ShiftPlan;
  /** The areas of the plan, in its order. */
  readonly cards: readonly PatrolCard[];
}

/** Whether the places are on the National Grid, and so their clock is London's. */
export function inBritain(cards: readonly PatrolCard[]): boolean {
  return cards.some(({ gridRef }) => gridRef !== '');
}

/** One row per visit, by pair and then by time. Times are by the local clock. */
export function timetable({ day, plan, cards }: PlanOut): OutTable {
  const { stops } = plan;
  const numbers = (of: (stop: PlannedStop, card: PatrolCard | undefined) => number): Float64Array =>
    Float64Array.from(stops, (stop) => of(stop, cards[stop.area]));
  const texts = (of: (stop: PlannedStop, card: PatrolCard | undefined) => string): string[] =>
    stops.map((stop) => of(stop, cards[stop.area]));
  return {
    rows: stops.length,
    columns: [
      { name: 'pair', values: numbers((stop) => stop.pair + 1) },
      { name: 'from', values: texts((stop) => isoMinuteLocal(day, stop.fromMinute)) },
      { name: 'to', values: texts((stop) => isoMinuteLocal(day, stop.toMinute)) },
      { name: 'rank', values: numbers((_, card) => card?.rank ?? Number.NaN) },
      { name: 'name', values: texts((_, card) => card?.name ?? '') },
      { name: 'visit', values: numbers((stop) => stop.visit) },
      { name: 'way_m', values: numbers((stop) => stop.wayM) },
      { name: 'way_min', values: numbers((stop) => stop.wayMin) },
      { name: 'busy', values: numbers((stop) => stop.busy) },
      { name: 'grid_ref', values: texts((_, card) => card?.gridRef ?? '') },
      { name: 'lon', values: numbers((_, card) => card?.lon ?? Number.NaN) },
      { name: 'lat', values: numbers((_, card) => card?.lat ?? Number.NaN) },
    ],
  };
}

/** The areas, the rows of the timetable and what could not be met. */
export function planJson(out: PlanOut): string {
  const { plan, cards } = out;
  const visits: unknown = JSON.parse(toJson(timetable(out)));
  return `${JSON.stringify({ areas: cards.map(aboutPlace), visits, said: plan.said }, null, 2)}\n`;
}

/** A feature per area with its visits. */
export function planGeoJson({ day, plan, cards }: PlanOut): string {
  const features = cards.map((card, area) =>
    JSON.stringify({
      type: 'Feature',
      properties: {
        rank: card.rank,
        name: card.name,
        grid_ref: card.gridRef,
        count: card.count,
        harm: card.harm,
        share: card.share,
        walk_min: card.walkMin,
        visits: plan.stops
          .filter((stop) => stop.area === area)
          .map((stop) => ({
            pair: stop.pair + 1,
            from: isoMinuteLocal(day, stop.fromMinute),
            to: isoMinuteLocal(day, stop.toMinute),
          })),
      },
      geometry: { type: 'MultiPolygon', coordinates: outlineOf(card.cells) },
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

/**
 * A waypoint per area that is visited and a route per pair, its points in the order of the visits. Their times are in UTC,
 * which is not known outside Great Britain: there the names alone say when.
 */
export function planGpx({ day, plan, cards }: PlanOut): string {
  const visited = [...new Set(plan.stops.map((stop) => stop.area))].sort((a, b) => a - b);
  const label = (card: PatrolCard): string =>
    card.name === '' ? `Patrol area ${card.rank}` : `${card.rank} ${card.name}`;
  const waypoints = visited.flatMap((area) => {
    const card = cards[area];
    if (!card) return [];
    const about = [card.gridRef, ...card.hours.peaks.map((peak) => peak.label)]
      .filter((part) => part !== '')
      .join('; ');
    return [
      `  <wpt lat="${card.lat}" lon="${card.lon}"><name>${xmlText(label(card))}</name><desc>${xmlText(about)}</desc></wpt>`,
    ];
  });
  const british = inBritain(cards);
  const pairs = [...new Set(plan.stops.map((stop) => stop.pair))];
  const routes = pairs.flatMap((pair) => [
    `  <rte><name>Pair ${pair + 1}</name>`,
    ...plan.stops.flatMap((stop) => {
      const card = cards[stop.area];
      if (stop.pair !== pair || !card) return [];
      const utc = isoUtc(utcFromLondon(day * MINUTES_PER_DAY + stop.fromMinute));
      const when = british ? `<time>${utc}</time>` : '';
      const name = `${formatClock(stop.fromMinute)} ${label(card)}`;
      return [`    <rtept lat="${card.lat}" lon="${card.lon}">${when}<name>${xmlText(name)}</name></rtept>`];
    }),
    '  </rte>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Harmscape" xmlns="http://www.topografix.com/GPX/1/1">',
    ...waypoints,
    ...routes,
    '</gpx>',
    '',
  ].join('\n');
}
