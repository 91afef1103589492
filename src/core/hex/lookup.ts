import type { CellGrid } from './grid.ts';

const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** From H3 id to cell index. Kept with the grid's ids, because rows and neighbours both ask for it. */
export function cellIndex(grid: CellGrid): ReadonlyMap<string, number> {
  const kept = known.get(grid.cells);
  if (kept) return kept;
  const made = new Map<string, number>();
  grid.cells.forEach((cell, i) => {
    made.set(cell, i);
  });
  known.set(grid.cells, made);
  return made;
}
