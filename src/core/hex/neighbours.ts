// biome-ignore-all lint/style/noNonNullAssertion: offsets has one entry more than there are cells
import { gridDisk } from 'h3-js';
import type { CellGrid, NeighbourGraph } from './grid.ts';
import { cellIndex } from './lookup.ts';

/**
 * Each cell with its neighbours within `ring` steps (7 or 19 cells, itself included), as far as they are in the grid.
 * Ascending within a cell, so that sums are added in the same order every time.
 */
export function neighbourGraph(grid: CellGrid, ring: 1 | 2): NeighbourGraph {
  const n = grid.cells.length;
  const index = cellIndex(grid);
  const offsets = new Uint32Array(n + 1);
  const items = new Uint32Array(n * (ring === 1 ? 7 : 19));
  let end = 0;
  grid.cells.forEach((cell, i) => {
    const start = end;
    for (const neighbour of gridDisk(cell, ring)) {
      const j = index.get(neighbour);
      if (j !== undefined) items[end++] = j;
    }
    items.subarray(start, end).sort();
    offsets[i + 1] = end;
  });
  return { offsets, items: items.slice(0, end) };
}
