/** The places of a trial over whatever the map shows. Pure. */
import type { TrialPlace } from '../../core/evaluation/trial-view.ts';
import { outlineOfCells } from '../../layers/cell-outline.ts';
import { lineKey, type MarkedArea } from '../../layers/marked-areas.ts';
import type { Theme } from '../../state/app-state.ts';
import { trialSourceOf } from '../../state/trial.ts';
import { shownValue } from '../words.ts';
import type { Picture, PictureState } from './picture.ts';
import type { Shown } from './shown.ts';

/** As it is outside the trial, for a file, whose places have names only, and for the demo, whose areas are outlined anyway. */
export function trialOver(under: Picture, state: PictureState, { grid }: Shown, theme: Theme): Picture {
  if (state.mode !== 'evaluate' || state.settings.evaluatePart === 'methods') return under;
  // ranks of cells are no ranks of what is listed
  const plain = { ...under, top: [] };
  const places = state.settings.evaluatePart === 'trial' ? placesOf(state) : [];
  const [level] = grid.levels;
  if (places.length === 0 || !level) return plain;
  const index = new Map(grid.cells.map((cell, i) => [cell, i]));
  const marks = places.flatMap((place, k): MarkedArea[] => {
    const cells = place.cells.flatMap((cell) => index.get(cell) ?? []);
    const [first] = cells;
    if (first === undefined) return [];
    const [lon, lat] = [level.lon[first] ?? 0, level.lat[first] ?? 0];
    return [
      { ...{ stroke: 0 as const, badge: String(k + 1), order: k, lon, lat }, outline: outlineOfCells(level, cells) },
    ];
  });
  if (marks.length === 0) return plain;
  const lines = [...(under.legend.lines ?? []), lineKey(0, 'Places of the trial', theme)];
  return {
    ...plain,
    marks: [...(under.marks ?? []), ...marks],
    legend: { ...under.legend, linesTitle: 'Outlined', lines },
  };
}

function placesOf(state: PictureState): readonly TrialPlace[] {
  const { show, drawn } = state.settings.trial;
  if (show === 'design') return shownValue(state.trialPlan)?.places ?? drawn?.places ?? [];
  return trialSourceOf(state) === 'drawn' ? (drawn?.places ?? []) : [];
}
