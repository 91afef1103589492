/** Patrol areas and the cells on screen: where an area would go, and which areas a cell lies beside. Pure. */
import { besides, cellAround, type Direction, isJoined, shifted, startedAt } from '../core/patrol/by-hand.ts';
import type { GridResult } from '../core/results.ts';
import type { AppState } from './app-state.ts';
import { onGrid } from './methods.ts';
import type { Patrol } from './patrol.ts';

export type { Direction } from '../core/patrol/by-hand.ts';

type Area = Pick<Patrol['cards'][number], 'indices' | 'cells'>;
type Known = Pick<AppState, 'grid' | 'gridKey' | 'hotspots' | 'patrol'>;

function gridOf({ grid, gridKey, patrol }: Known): GridResult | null {
  const found = onGrid(patrol, gridKey);
  return found && 'value' in grid ? (grid.value ?? null) : null;
}

/** H3 ids. */
function idsOf({ cells }: GridResult, indices: readonly number[]): readonly string[] {
  return indices.map((index) => cells[index] ?? '');
}

/** The cells of an area moved by one; null where it would leave the study area. */
export function movedArea(state: Known, { indices }: Area, direction: Direction): readonly string[] | null {
  const grid = gridOf(state);
  const level = grid?.levels[0];
  const moved = level ? shifted(level, indices, direction) : null;
  return grid && moved && idsOf(grid, moved);
}

/** The cells of an area without one of them; null where it would fall apart. */
export function withoutCell(state: Known, { indices, cells }: Area, cell: string): readonly string[] | null {
  const grid = gridOf(state);
  const level = grid?.levels[0];
  const left = indices.filter((_, at) => cells[at] !== cell);
  return grid && level && isJoined(level, left) ? idsOf(grid, left) : null;
}

/** The areas that a cell lies beside. */
export function areasBeside(state: Known, cell: string): readonly Patrol['cards'][number][] {
  const level = gridOf(state)?.levels[0];
  const index = level ? indexIn(state, cell) : null;
  const patrol = onGrid(state.patrol, state.gridKey);
  if (!level || !patrol || index === null) return [];
  const around = new Set(besides(level, index));
  return patrol.cards.filter(({ indices }) => indices.some((other) => around.has(other)));
}

/** The cells of an area that starts at one; null for a cell that is not on screen. */
export function startedArea(state: Known, cell: string): readonly string[] | null {
  const grid = gridOf(state);
  const level = grid?.levels[0];
  const index = indexIn(state, cell);
  const patrol = onGrid(state.patrol, state.gridKey);
  const value = 'value' in state.hotspots ? state.hotspots.value?.value : undefined;
  if (!grid || !level || !patrol || !value || index === null) return null;
  const taken = new Set(patrol.cards.flatMap(({ indices }) => indices));
  return idsOf(grid, startedAt(level, index, { value, areaM2: grid.areaM2, taken }, patrol.maxAreaM2));
}

/** The cell at a place; null outside the study area. */
export function cellAtPlace(state: Known, at: readonly [lon: number, lat: number]): string | null {
  const grid = gridOf(state);
  const level = grid?.levels[0];
  const index = level ? cellAround(level, at) : null;
  return grid && index !== null ? (grid.cells[index] ?? null) : null;
}

function indexIn(state: Known, cell: string): number | null {
  const index = gridOf(state)?.cells.indexOf(cell) ?? -1;
  return index < 0 ? null : index;
}
