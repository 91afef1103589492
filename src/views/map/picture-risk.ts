/** The map of a risk terrain model: scores, joint priority, or what it does not explain. Pure. */

import { figure } from '../../layers/legend.ts';
import {
  priorityLegend,
  priorityPaint,
  residualLegend,
  residualPaint,
  scoreLegend,
  scorePaint,
} from '../../layers/risk.ts';
import type { Theme } from '../../state/app-state.ts';
import { modelsOnScreen, priorityOf, scoreEdges } from '../../state/risk.ts';
import { plural } from '../format.ts';
import { placeOf } from '../hotspots/place.ts';
import { priorityTop } from '../risk/priority.ts';
import { factorised } from '../risk/risk-words.ts';
import { wholeOf } from '../words.ts';
import type { CellWords, Picture, PictureState } from './picture.ts';
import type { Shown } from './shown.ts';

/** Null in other modes, and while there is no model of the cells shown. */
export function riskPicture(state: PictureState, shown: Shown, theme: Theme): Picture | null {
  if (state.mode !== 'risk') return null;
  const models = modelsOnScreen(state);
  const [model] = models;
  const { grid, result: hotspots } = shown;
  if (model === undefined || model.result.rrs.length !== grid.cells.length) return null;
  const { result } = model;
  const { show } = state.settings.risk;
  const about = (index: number): CellWords => {
    const { parts, score } = factorised(result, index);
    const listed = top.find((cell) => cell.index === index);
    return {
      rank: listed === undefined ? '' : figure(listed.rank),
      place: listed === undefined ? 'Cell' : placeOf(listed),
      lines: [
        `Risk score ${figure(score)}`,
        ...(show === 'priority'
          ? [`Priority ${figure(priorityOf(result.rrs, hotspots.value)[index] ?? 0)} times the mean`]
          : []),
        ...parts.map(({ words, rrv }) => `× ${figure(rrv)} ${words}`),
      ],
      quiet: `${plural(result.observed[index] ?? 0, 'offence')}, expected ${figure(result.predicted[index] ?? 0)}`,
    };
  };
  const top = show === 'priority' ? priorityTop(model, shown) : [];
  const shared = { grid, top, about, hasClasses: false };
  if (show === 'priority') {
    const priority = priorityOf(result.rrs, hotspots.value);
    return {
      ...shared,
      paint: priorityPaint(priority, theme),
      legend: priorityLegend(`${wholeOf[shown.mode]} recorded`, theme),
    };
  }
  if (show === 'residual') {
    return {
      ...shared,
      paint: residualPaint(result.residual, theme),
      legend: residualLegend(theme),
      stands: 'the cell farthest from what is expected',
    };
  }
  const edges = scoreEdges(models);
  const names = models.length < 2 ? [] : models.map(({ query }) => areaNameOf(state, query.areaId));
  return {
    ...shared,
    paint: scorePaint(result.rrs, edges, theme),
    legend: scoreLegend(result.rrs, edges, names.join(' and '), theme),
    stands: 'the riskiest',
  };
}

function areaNameOf({ areaSet }: PictureState, areaId: string | null): string {
  return areaSet.areas.find(({ id }) => id === areaId)?.name ?? 'all areas';
}
