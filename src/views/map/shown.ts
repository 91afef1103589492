/** Which result the map shows: always a grid and a result that belong together, the last good pair while one is missing. */
import { useState } from 'react';
import type { GridResult, HotspotResult } from '../../core/results.ts';
import type { HarmMode } from '../../core/settings.ts';
import type { AppState, Settings } from '../../state/app-state.ts';
import { classesKey } from '../../state/classes-key.ts';

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

/** What is shown next, given what was: the same object while nothing new has come. */
export function nextShown(shown: Shown | null, { grid: gridSlot, hotspots, settings }: ShownState): Shown | null {
  const grid = lastGood(gridSlot);
  const result = lastGood(hotspots);
  if (!grid || !result) return null;
  if (shown?.grid === grid && shown.result === result) return shown;
  // Index i must mean cell i in both: a result of another grid waits for its own.
  if (result.value.length !== grid.cells.length) return shown;
  return { grid, result, mode: settings.mode };
}

type ShownState = Pick<AppState, 'grid' | 'hotspots' | 'settings'>;

function lastGood<T>(slot: { readonly value?: T } | object): T | null {
  return 'value' in slot ? ((slot.value as T | undefined) ?? null) : null;
}

/** The settings' classes with the picture's own breaks in place of those kept for its mode and resolution. */
export function reClassed(settings: Settings, shown: Shown): Settings['classes'] {
  return { ...settings.classes, [keyOf(settings, shown)]: shown.result.breaks };
}

/** The classes to draw with: those kept, else the result's own. */
export function breaksOf(settings: Settings, shown: Shown): readonly number[] {
  return settings.classes[keyOf(settings, shown)] ?? shown.result.breaks;
}

function keyOf(settings: Settings, { mode, grid }: Shown): string {
  return classesKey({ ...settings, mode, resolution: grid.resolution });
}
