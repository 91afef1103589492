/** Which result the map shows: always a grid and a result that belong together, the last good pair while one is missing. */
import { useState } from 'react';
import type { GridResult, HotspotResult } from '../../core/results.ts';
import type { HarmMode } from '../../core/settings.ts';
import { classBreaks } from '../../layers/classes.ts';
import type { AppState } from '../../state/app-state.ts';

export interface Shown {
  readonly grid: GridResult;
  readonly result: HotspotResult;
  /** The mode that the result was asked for, which a setting changed since does not alter. */
  readonly mode: HarmMode;
}

export function useShown(state: AppState): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  const next = nextShown(shown, state);
  if (next !== shown) setShown(next);
  return next;
}

export function nextShown(shown: Shown | null, state: AppState): Shown | null {
  const grid = lastGood(state.grid);
  const result = lastGood(state.hotspots);
  if (!grid || !result) return null;
  if (shown?.grid === grid && shown.result === result) return shown;
  // A new grid comes before its result: until that is there the old pair stays.
  if (result.value.length !== grid.cells.length) return shown;
  return { grid, result, mode: state.settings.mode };
}

function lastGood<T>(slot: { readonly value?: T } | object): T | null {
  return 'value' in slot ? ((slot.value as T | undefined) ?? null) : null;
}

/** Under this key the settings keep the classes of a mode and resolution. */
export function classesKey({ mode, grid }: Shown): string {
  return `${mode}:${grid.resolution}`;
}

/** The classes to draw with: those kept, else fresh ones. */
export function breaksOf(kept: AppState['settings']['classes'], shown: Shown): readonly number[] {
  return kept[classesKey(shown)] ?? classBreaks(shown.result.value);
}
