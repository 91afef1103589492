/**
 * Who goes where and when tonight? Visits of a shift, placed in each area's own busy hours.
 *
 * In words: areas are taken in the order of their ranks, all first visits before any second one. Of all starts (every five minutes)
 * and pairs that can make it between the visits they already have, ways included, the best is taken: how busy the area then is
 * against its busiest in the shift, less a little for the way and for a pair that has much to do, plus a little chance that
 * varies with the seed. After each round the pairs change visits, their times kept, as long as that shortens their ways
 * (patrol/shorter-ways.ts).
 *
 * Visits of about 15 minutes: Koper, C. S. (1995), Just enough police presence, Justice Quarterly 12:649–672, doi
 * 10.1080/07418829500096231; at times nobody can learn: Basford et al. (2021), doi 10.1007/s41887-021-00067-2.
 *
 * Choices: greedy, so a plan can be followed by eye and is made in a blink; no better one is promised. Ways are straight lines
 * times a factor for streets, driven at 25 km/h unless told to walk (Ark's officers drove in, parked visibly and walked); a
 * pair begins at its first area. What cannot be met is said, never dropped in silence.
 * The trap: two visits to an area are kept apart, but busy hours of most areas are the same ones: with few pairs the lower
 * ranks get the quiet hours.
 */
import { InputError } from '../errors.ts';
import { MINUTES_PER_DAY, weekdayOf } from '../offences/time.ts';
import { randomFrom } from '../stats/random.ts';
import { unmetWords } from './plan-words.ts';
import { shorterWays } from './shorter-ways.ts';

export interface PlanArea {
  readonly rank: number;
  readonly name: string;
  /** Centre in metres. */
  readonly x: number;
  readonly y: number;
  /** By hour of the week, 1 on average. */
  readonly likely: Float64Array;
  /** Offences whose hour is known. */
  readonly timed: number;
}

export interface PlanSettings {
  /** Day on which the shift begins. */
  readonly day: number;
  /** Minutes of the day, London clock; an end at or before the start is on the next day. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Pairs of officers, each patrolling together. */
  readonly pairs: number;
  readonly visitMin: number;
  readonly visitsPerArea: number;
  /** Areas beyond this rank drop off the list; null for all. */
  readonly mostAreas: number | null;
  readonly moving: 'walk' | 'drive';
  /** Between the starts of two visits to an area. */
  readonly apartMin: number;
  readonly seed: number;
}

export const defaultPlanSettings: Omit<PlanSettings, 'day'> = {
  fromMinute: 20 * 60,
  toMinute: 2 * 60,
  pairs: 4,
  visitMin: 15,
  visitsPerArea: 1,
  mostAreas: null,
  moving: 'drive',
  apartMin: 60,
  seed: 1,
};

/** Metres a minute, the factor of streets over straight lines, and minutes to get in and out of a car. */
const ways = {
  walk: { metresPerMin: 75, streets: 1.3, stopMin: 0 },
  drive: { metresPerMin: 420, streets: 1.4, stopMin: 3 },
} as const;

const STEP_MIN = 5;
/** What a minute on the way and a visit that the pair has already cost, and how far chance reaches, against busyness of 0–1. */
const WAY_COST = 0.01;
const LOAD_COST = 0.02;
const CHANCE = 0.1;

export interface PlannedStop {
  readonly pair: number;
  /** Index into the areas given. */
  readonly area: number;
  /** 1 for the first visit to the area in the shift. */
  readonly visit: number;
  /** Minutes since midnight at the start of the shift's day; beyond 1,440 is the day after. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Way from the stop before, metres along streets (estimated) and minutes; 0 for a pair's first. */
  readonly wayM: number;
  readonly wayMin: number;
  /** How busy the area is then, against its busiest in the shift, 0–1. */
  readonly busy: number;
}

export interface ShiftPlan {
  /** By pair and then by time. */
  readonly stops: readonly PlannedStop[];
  /** Areas beyond the cap. */
  readonly dropped: readonly number[];
  /** Areas with fewer visits than asked for. */
  readonly missed: readonly { readonly area: number; readonly wanted: number; readonly placed: number }[];
  /** Minutes of each pair; the rest of the shift is free. */
  readonly pairs: readonly { readonly visitingMin: number; readonly movingMin: number; readonly freeMin: number }[];
  /** Length of the shift. */
  readonly shiftMin: number;
  /** What could not be met, in words. */
  readonly said: readonly string[];
}

/** Areas by rank. @throws InputError for a shift that holds no visit */
export function planShift(areas: readonly PlanArea[], settings: PlanSettings): ShiftPlan {
  const { pairs, visitMin, fromMinute } = settings;
  const toMinute = settings.toMinute > fromMinute ? settings.toMinute : settings.toMinute + MINUTES_PER_DAY;
  const shiftMin = toMinute - fromMinute;
  if (visitMin > shiftMin) {
    throw new InputError(
      `A shift of ${shiftMin} minutes holds no visit of ${visitMin} – make it longer or visits shorter.`,
    );
  }
  if (pairs < 1) throw new InputError('There is nobody to patrol – give at least one pair of officers.');
  const kept = areas.slice(0, settings.mostAreas ?? areas.length);
  const random = randomFrom(settings.seed);
  const starts = Array.from(
    { length: Math.floor((shiftMin - visitMin) / STEP_MIN) + 1 },
    (_, i) => fromMinute + i * STEP_MIN,
  );
  let lines: Visit[][] = Array.from({ length: pairs }, () => []);
  const placed = new Uint32Array(kept.length);
  const shortened = (): Visit[][] =>
    shorterWays(lines, {
      visitMin,
      wayMin: (from, to) => wayBetween(kept, from, to, settings).minutes,
      loadMin: LOAD_COST / WAY_COST,
    });
  for (let round = 1; round <= settings.visitsPerArea; round++) {
    kept.forEach((area, index) => {
      const levels = starts.map((start) => busyness(area, settings.day, start, visitMin));
      const top = Math.max(...levels);
      // drawn for every start whether it can be used or not, so that one area's plan does not shift another's chance
      const chances = starts.map(() => random.uniform());
      const own = lines.flat().filter((visit) => visit.area === index);
      let best: { score: number; pair: number; visit: Visit } | null = null;
      starts.forEach((start, i) => {
        if (own.some((visit) => Math.abs(visit.start - start) < settings.apartMin)) return;
        const busy = top > 0 ? (levels[i] as number) / top : 1;
        lines.forEach((line, pair) => {
          const wayMin = addedWay(line, index, start, kept, settings);
          if (wayMin === null) return;
          const score = busy - WAY_COST * wayMin - LOAD_COST * line.length + CHANCE * (chances[i] as number);
          if (best === null || score > best.score) best = { score, pair, visit: { area: index, start, busy } };
        });
      });
      const chosen = best as { pair: number; visit: Visit } | null;
      if (chosen === null) return;
      const line = lines[chosen.pair] as Visit[];
      line.push(chosen.visit);
      line.sort((a, b) => a.start - b.start);
      placed[index] = (placed[index] as number) + 1;
    });
    // shorter ways make room for the next round
    lines = shortened();
  }
  const stops = numbered(lines.flatMap((line, pair) => stopsOf(line, pair, kept, settings)));
  const missed = kept
    .map((_, area) => ({ area, wanted: settings.visitsPerArea, placed: placed[area] as number }))
    .filter((m) => m.placed < m.wanted);
  const dropped = areas.map((_, area) => area).filter((area) => area >= kept.length);
  return {
    stops,
    dropped,
    missed,
    pairs: lines.map((_, pair) => {
      const own = stops.filter((stop) => stop.pair === pair);
      const movingMin = own.reduce((sum, stop) => sum + stop.wayMin, 0);
      const visitingMin = own.length * visitMin;
      return { visitingMin, movingMin, freeMin: shiftMin - visitingMin - movingMin };
    }),
    shiftMin,
    said: unmetWords(
      areas,
      { dropped, missed, idle: lines.filter((line) => line.length === 0).length },
      settings,
      toMinute,
    ),
  };
}

interface Visit {
  readonly area: number;
  readonly start: number;
  readonly busy: number;
}

/** Mean of the area's profile over the minutes of a visit. */
function busyness({ likely }: PlanArea, day: number, start: number, visitMin: number): number {
  let sum = 0;
  for (let minute = start; minute < start + visitMin; minute++) {
    sum += likely[(weekdayOf(day) * 24 + Math.floor(minute / 60)) % 168] as number;
  }
  return sum / visitMin;
}

/** Minutes on the way that one more visit adds to a pair's line; null when it does not fit between its neighbours. */
function addedWay(
  line: readonly Visit[],
  area: number,
  start: number,
  areas: readonly PlanArea[],
  settings: PlanSettings,
): number | null {
  const before = line.findLast((visit) => visit.start <= start);
  const after = line.find((visit) => visit.start > start);
  const way = (a: number, b: number): number => wayBetween(areas, a, b, settings).minutes;
  const to = before ? way(before.area, area) : 0;
  const on = after ? way(area, after.area) : 0;
  if (before && before.start + settings.visitMin + to > start) return null;
  if (after && start + settings.visitMin + on > after.start) return null;
  return to + on - (before && after ? way(before.area, after.area) : 0);
}

function wayBetween(areas: readonly PlanArea[], a: number, b: number, { moving }: PlanSettings) {
  const [from, to] = [areas[a] as PlanArea, areas[b] as PlanArea];
  const { metresPerMin, streets, stopMin } = ways[moving];
  const metres = a === b ? 0 : Math.sqrt((from.x - to.x) ** 2 + (from.y - to.y) ** 2) * streets;
  return { metres, minutes: a === b ? 0 : Math.ceil(metres / metresPerMin + stopMin) };
}

function stopsOf(
  line: readonly Visit[],
  pair: number,
  areas: readonly PlanArea[],
  settings: PlanSettings,
): PlannedStop[] {
  return line.map(({ area, start, busy }, i) => {
    const before = line[i - 1];
    const way = before ? wayBetween(areas, before.area, area, settings) : { metres: 0, minutes: 0 };
    return {
      pair,
      area,
      visit: 0,
      fromMinute: start,
      toMinute: start + settings.visitMin,
      wayM: Math.round(way.metres),
      wayMin: way.minutes,
      busy,
    };
  });
}

/** With the number of each visit to its area, by time. */
function numbered(stops: readonly PlannedStop[]): PlannedStop[] {
  return stops.map((stop) => ({
    ...stop,
    visit: 1 + stops.filter((other) => other.area === stop.area && other.fromMinute < stop.fromMinute).length,
  }));
}
