/** Did it work: what a trial could be made of, its place-days from the offences, and counts around a day. */
import { InputError } from '../errors.ts';
import type { PlaceDays } from '../evaluation/place-days.ts';
import { defaultReductions, drawTrial, type PastCounts, powerOfTrial } from '../evaluation/trial-design.ts';
import { trialOutcomes } from '../evaluation/trial-outcomes.ts';
import type { DrawnTrial, TrialPlanResult } from '../evaluation/trial-view.ts';
import type { PrePost } from '../evaluation/wdd.ts';
import type { StudyArea } from '../geo/area.ts';
import { cellIndex } from '../hex/lookup.ts';
import { coveredWindow } from '../methods/change-windows.ts';
import { requireDays } from '../methods/precise-enough.ts';
import type { Selection } from '../offences/presets.ts';
import { Precision } from '../offences/table.ts';
import { formatDay } from '../offences/time.ts';
import { defaultPatrolSettings } from '../patrol/patrol-areas.ts';
import { capFor } from '../patrol/shift.ts';
import type { PatrolView } from '../patrol/view.ts';
import type { PatrolPlace } from '../results.ts';
import type { ActionSteps } from './action.ts';
import type { Weighed } from './weighed.ts';

export interface TrialSettings {
  readonly perDay: number;
  readonly days: number;
  readonly seed: number;
}

/** How patrol areas are grown, and what was done to them by hand. */
export type TrialAreas = Pick<PatrolView, 'areas' | 'maxAreaM2' | 'minCount' | 'spacingM' | 'edits'>;

export interface TrialSteps {
  /**
   * The patrol areas of the period as places of a trial, and its power if the future is like that period.
   * @throws InputError for offences without days, too few areas or no offence
   */
  trialPlan(area: StudyArea, settings: Selection & TrialAreas, trial: TrialSettings): TrialPlanResult;
  /**
   * What happened on each day in each place of a trial drawn before, with the minutes logged (NaN for nothing known); the
   * period of the settings is not used.
   * @throws InputError for offences without days or not to its end, and for an area without its places
   */
  trialPlaceDays(
    area: StudyArea,
    settings: Selection,
    drawn: DrawnTrial,
    minutes?: (place: number, day: number) => number,
  ): PlaceDays;
  /** Offences in the area in the days before a day, and from it on. @throws InputError beyond the days covered */
  countsAround(area: StudyArea, settings: Selection, day: number, beforeDays: number, afterDays: number): PrePost;
}

/** Enough to know power to two points, and less than a second. */
const SIMULATIONS = 500;

/** Rings of cells about a place that are its buffer. */
const BUFFER_RINGS = 2;

export function trialSteps(
  { table, sums, everyRow }: Weighed,
  { patrolCards }: Pick<ActionSteps, 'patrolCards'>,
): TrialSteps {
  const offencesOf = (area: StudyArea, settings: Selection) => {
    const { cellOfRow, mask, harmOfRow, graph } = everyRow(area, settings);
    // a month is no day
    const dated = mask.map((counts, row) => (table.precision[row] === Precision.month ? 0 : counts));
    return { day: table.day, cellOfRow, mask: dated, harmOfRow, graph: graph(BUFFER_RINGS) };
  };
  const mustCover = (fromDay: number, toDay: number, what: string): void => {
    const all = coveredWindow(table, { fromDay: null, toDay: null });
    if (all === null || fromDay < all.fromDay || toDay > all.toDay) {
      const covered = all ? `go from ${formatDay(all.fromDay)} to ${formatDay(all.toDay)}` : 'have no days';
      throw new InputError(
        `${what} from ${formatDay(fromDay)} to ${formatDay(toDay)}, but the offences loaded ${covered} – load those of all its days.`,
      );
    }
  };

  return {
    trialPlan(area, settings, { perDay, days, seed }) {
      requireDays(table, 'A trial');
      const { areaM2 } = everyRow(area, settings).grid;
      const maxAreaM2 = capFor(settings.maxAreaM2, defaultPatrolSettings.maxAreaM2, areaM2);
      const areas = patrolCards(area, { ...settings, maxAreaM2 }).cards;
      if (areas.length <= perDay) {
        throw new InputError(
          `The period gives ${areas.length} patrol areas, and ${perDay} are to be patrolled a day, which leaves nothing to compare – take a longer period, other offences, or fewer a day.`,
        );
      }
      const window = coveredWindow(table, settings);
      if (window === null) throw new InputError('The period holds no offences – take another.');
      const names = namesOf(areas);
      const places = areas.map((place, i) => ({ ...place, name: names[i] ?? '' }));
      const past = pastCounts(places, window.fromDay, window.toDay, offencesOf(area, settings));
      return {
        places: places.map(({ name, cells, lon, lat, count, harm }) => ({ name, cells, lon, lat, count, harm })),
        resolution: settings.resolution,
        past: { fromDay: window.fromDay, toDay: window.toDay, offences: past.count.reduce((sum, n) => sum + n, 0) },
        power: powerOfTrial(past, {
          ...{ trialDays: days, perDay, reductions: defaultReductions, simulations: SIMULATIONS, seed },
        }),
      };
    },

    trialPlaceDays(area, settings, drawn, minutes) {
      requireDays(table, 'A trial');
      mustCover(drawn.fromDay, drawn.toDay, 'The trial runs');
      const at = { ...settings, resolution: drawn.resolution };
      const index = cellIndex(everyRow(area, at).grid);
      const cells = drawn.places.map((place) => place.cells.map((cell) => index.get(cell) ?? -1));
      const elsewhere = cells.filter((own) => own.includes(-1)).length;
      if (elsewhere > 0) {
        throw new InputError(
          `${elsewhere} of the ${cells.length} places of the trial lie outside the study area on screen – choose the area they were drawn in.`,
        );
      }
      const design = drawTrial({ ...drawn, places: drawn.places.map(({ name }) => name) });
      return trialOutcomes(design, cells, offencesOf(area, at), minutes);
    },

    countsAround(area, settings, day, beforeDays, afterDays) {
      requireDays(table, 'Counting before and after a day');
      mustCover(day - beforeDays, day + afterDays - 1, 'The windows reach');
      const countOf = (fromDay: number, toDay: number): number =>
        sums(area, { ...settings, mode: 'count', fromDay, toDay }).count.reduce((sum, n) => sum + n, 0);
      return [countOf(day - beforeDays, day - 1), countOf(day, day + afterDays - 1)];
    },
  };
}

/** Offences of the past by place and day. */
function pastCounts(
  places: readonly PatrolPlace[],
  fromDay: number,
  toDay: number,
  offences: Parameters<typeof trialOutcomes>[2],
): PastCounts {
  const treated = Array.from({ length: toDay - fromDay + 1 }, () => []);
  const design = { places: places.map(({ name }) => name), fromDay, toDay, perDay: 0, seed: 0, treated };
  const { count } = trialOutcomes(
    design,
    places.map(({ indices }) => indices),
    offences,
  );
  return { places: places.length, days: treated.length, count };
}

/** A name for each, no two the same: place-days are told apart by it. */
function namesOf(places: readonly PatrolPlace[]): readonly string[] {
  const used = new Map<string, number>();
  return places.map(({ name, gridRef, rank }) => {
    const plain = name || gridRef || `Area ${rank}`;
    const times = (used.get(plain) ?? 0) + 1;
    used.set(plain, times);
    return times === 1 ? plain : `${plain} (${times})`;
  });
}
