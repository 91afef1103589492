/** The map of a method beside Gi*: density, kinds of emerging hot spots, near-repeat risk. Pure. */
import type { PlacedCell } from '../../core/results.ts';
import { densityLegend, densityUnit, riskBreaks, riskLegend } from '../../layers/density.ts';
import { emergingKind, emergingLegend, emergingPaint } from '../../layers/emerging.ts';
import { figure } from '../../layers/legend.ts';
import { magnitudePaint } from '../../layers/paint.ts';
import type { Theme } from '../../state/app-state.ts';
import { onGrid, showsMethods } from '../../state/methods.ts';
import { formatDay, plural } from '../format.ts';
import { hotShareWords, trendWords } from '../hotspots/emerging-words.ts';
import { placeOf } from '../hotspots/place.ts';
import type { CellWords, Picture, PictureState } from './picture.ts';
import type { Shown } from './shown.ts';

/** Null in other modes, while the measure is no such method, or without a result for the cells shown. */
export function methodPicture(state: PictureState, shown: Shown, theme: Theme): Picture | null {
  if (!showsMethods(state)) return null;
  switch (state.settings.measure) {
    case 'kde':
      return densityPicture(state, shown, theme);
    case 'emerging':
      return emergingPicture(state, shown, theme);
    case 'near-repeat':
      return riskPicture(state, shown, theme);
    default:
      return null;
  }
}

function densityPicture({ kde, gridKey, settings }: PictureState, { grid, result: hotspots }: Shown, theme: Theme) {
  const found = onGrid(kde, gridKey);
  if (found === null) return null;
  const { result, mode, kernel, classesKey } = found;
  const breaks = settings.classes[classesKey] ?? result.breaks;
  return {
    grid,
    paint: magnitudePaint(result.density, result.density, breaks, theme),
    legend: densityLegend(breaks, mode, result.bandwidthM, kernel, theme),
    top: result.peaks,
    about: (index: number): CellWords => ({
      ...nameOf(result.peaks, index),
      lines: [`${figure(result.density[index] ?? 0)} ${densityUnit(mode)}`],
      quiet: `${plural(hotspots.count[index] ?? 0, 'offence')} in the cell itself`,
    }),
    hasClasses: true,
    reClassed: { ...settings.classes, [classesKey]: result.breaks },
  };
}

function emergingPicture({ emerging, gridKey, highlight }: PictureState, shown: Shown, theme: Theme): Picture | null {
  const found = onGrid(emerging, gridKey);
  if (found === null) return null;
  const { result } = found;
  const { top, rank } = shown.result;
  return {
    grid: shown.grid,
    paint: emergingPaint(result, rank, highlight, theme),
    legend: emergingLegend(result, highlight, theme),
    top: top.filter(({ index }) => isShown(result.category[index] ?? 0, highlight)),
    about(index) {
      const kind = emergingKind(result.category[index] ?? 0);
      const listed = top.find((cell) => cell.index === index);
      return {
        rank: listed === undefined ? '' : figure(listed.rank),
        place: kind?.name ?? 'No pattern',
        lines: kind === null ? [] : [kind.words, hotShareWords(result, index, kind.hot)],
        quiet: trendWords(result.trendZ[index] ?? Number.NaN, result.trendP[index] ?? Number.NaN),
      };
    },
    hasClasses: false,
  };
}

function isShown(code: number, highlight: number | null): boolean {
  return highlight === null ? code !== 0 : code === highlight;
}

function riskPicture({ nearRepeat, gridKey }: PictureState, { grid }: Shown, theme: Theme): Picture | null {
  const found = onGrid(nearRepeat, gridKey);
  if (found === null) return null;
  const { result } = found;
  const day = formatDay(result.asOfDay);
  return {
    grid,
    paint: magnitudePaint(result.risk, result.risk, riskBreaks, theme),
    legend: riskLegend(day, theme),
    top: result.top,
    about: (index) => ({
      ...nameOf(result.top, index),
      lines: [(result.risk[index] ?? 0) > 0 ? `Risk left ${figure(result.risk[index] ?? 0)}` : 'No risk left'],
      quiet: `on ${day}`,
    }),
    hasClasses: false,
  };
}

/** The number and place of a cell that the list beside the map holds. */
function nameOf(list: readonly PlacedCell[], index: number): Pick<CellWords, 'rank' | 'place'> {
  const listed = list.find((cell) => cell.index === index);
  return listed === undefined ? { rank: '', place: 'Cell' } : { rank: figure(listed.rank), place: placeOf(listed) };
}
