// biome-ignore-all lint/style/noNonNullAssertion: offsets has one entry more than there are cells

import type { CellGrid, NeighbourGraph } from './grid.ts';
import { gridDisk } from './h3.ts';
import { cellIndex } from './lookup.ts';

/**
 * Each cell with its neighbours within `ring` steps (7 or 19 cells, itself included), as far as they are in the grid.
 * Ascending within a cell, so that sums are added in the same order every time.
 */
export function neighbourGraph(grid: CellGrid, ring: 1 | 2): NeighbourGraph {
  const index = cellIndex(grid);
  const lookUp = (i: number, add: (j: number) => void, steps: number): void => {
    for (const neighbour of gridDisk(grid.cells[i]!, steps)) {
      const j = index.get(neighbour);
      if (j !== undefined) add(j);
    }
  };
  const near = collect(grid.cells.length, 7, (i, add) => lookUp(i, add, 1));
  if (ring === 1) return near;

  // Inside, the second ring is the neighbours' neighbours, which takes half the time of asking H3. At the edge a way of
  // two steps may lead through a cell that is not in the grid.
  const seenBy = new Int32Array(grid.cells.length).fill(-1);
  return collect(grid.cells.length, 19, (i, add) => {
    const start = near.offsets[i]!;
    const end = near.offsets[i + 1]!;
    if (end - start < 7) return lookUp(i, add, 2);
    for (let k = start; k < end; k++) {
      const j = near.items[k]!;
      for (let m = near.offsets[j]!; m < near.offsets[j + 1]!; m++) {
        const neighbour = near.items[m]!;
        if (seenBy[neighbour] !== i) add(neighbour);
        seenBy[neighbour] = i;
      }
    }
  });
}

/** A graph of n cells with at most `most` neighbours each, which `visit` adds one by one. */
function collect(n: number, most: number, visit: (i: number, add: (j: number) => void) => void): NeighbourGraph {
  const offsets = new Uint32Array(n + 1);
  const items = new Uint32Array(n * most);
  let end = 0;
  const add = (j: number): void => {
    items[end] = j;
    end += 1;
  };
  for (let i = 0; i < n; i++) {
    const start = end;
    visit(i, add);
    items.subarray(start, end).sort();
    offsets[i + 1] = end;
  }
  return { offsets, items: items.slice(0, end) };
}
