/** Two maps on one slide as text: the screen and the picture file are made from it. Pure. */
import type { Bounds } from '../../core/geo/area.ts';
import type { AreaRates } from '../../core/methods/area-rates.ts';
import type { LegendModel } from '../../layers/legend.ts';
import type { AppState, Theme } from '../../state/app-state.ts';
import { sideStates } from '../../state/compare.ts';
import { formatCount, formatValue } from '../format.ts';
import { pictureOf } from '../map/picture.ts';
import { nextShown } from '../map/shown.ts';
import { areasOf, boundsOf } from '../map/view.ts';
import { datasetOf, definitionAvailability, definitionName, markingOf, shownValue } from '../words.ts';
import { type SideName, sideNames } from './names.ts';
import { rateFigure, ratioHeadline } from './words.ts';

export interface PairSlide {
  /** The ratio in one sentence, or what is compared where there is none. */
  readonly title: string;
  /** What both sides have: the period, or the area. */
  readonly rest: string;
  readonly one: PairSide;
  readonly other: PairSide;
  readonly legend: LegendModel;
  readonly definition: string;
  readonly marking: string;
  readonly source: string;
}

interface PairSide extends SideName {
  /** "422 offences", "77,670 harm days", … */
  readonly figures: readonly string[];
}

/** Null before both sides are there. */
export function pairSlideOf(state: AppState, theme: Theme): PairSlide | null {
  const sides = shownValue(state.sides);
  const dataset = datasetOf(state);
  const first = sideStates(state).one;
  const shown = nextShown(null, first);
  if (sides === null || dataset === null || shown === null || shownValue(state.otherSide) === null) return null;
  const names = sideNames(state);
  const byPeriod = names.kind === 'period';
  const ratio = byPeriod ? sides.perKm2 : (sides.per1000 ?? sides.perKm2);
  const per = byPeriod ? 'per day' : sides.per1000 ? 'per 1,000 residents' : 'per km²';
  const upper = definitionAvailability(state)?.state === 'upper-bound';
  return {
    title:
      ratioHeadline(ratio, { one: names.one.title, other: names.other.title, per }) ||
      `${names.one.title} and ${names.other.title}`,
    rest: names.one.rest,
    one: { ...names.one, figures: sideFigures(sides.one) },
    other: { ...names.other, figures: sideFigures(sides.other) },
    legend: pictureOf(first, shown, theme).legend,
    definition: `${definitionName(state.settings)}${upper ? ', upper bound' : ''}`,
    marking: markingOf(state),
    source: `Source: ${dataset.name}. Harmscape`,
  };
}

/** What stands over a map. */
export function sideFigures(rates: AreaRates): readonly string[] {
  if (rates.days === 0) return ['No data of this period'];
  return [
    `${formatCount(rates.count)} offences`,
    `${formatValue(rates.harm, 'harm')} harm days`,
    `${rateFigure(rates.perKm2.rate)} per km²`,
    ...(rates.per1000 ? [`${rateFigure(rates.per1000.rate)} per 1,000 residents`] : []),
  ];
}

/** Boxes of one size in metres around both sides, so that pictures of one size have one scale; null for one without area. */
export function boxesOf(state: AppState): readonly [Bounds, Bounds] | null {
  const { one, other } = sideStates(state);
  const [a, b] = [one, other ?? one].map(({ areaSet, settings }) => boundsOf(areasOf(areaSet.areas, settings.areaId)));
  if (!a || !b) return null;
  const height = Math.max(a[3] - a[1], b[3] - b[1]);
  const width = Math.max(widthOf(a), widthOf(b));
  return [boxAround(a, width, height), boxAround(b, width, height)];
}

/** In degrees of latitude. */
function widthOf([west, south, east, north]: Bounds): number {
  return (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180);
}

function boxAround([west, south, east, north]: Bounds, width: number, height: number): Bounds {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const half = width / 2 / Math.cos((y * Math.PI) / 180);
  return [x - half, y - height / 2, x + half, y + height / 2];
}
