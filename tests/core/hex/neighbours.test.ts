import { getPentagons, gridDisk, gridDistance } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/core/hex/cells.ts';
import type { CellGrid, NeighbourGraph } from '../../../src/core/hex/grid.ts';
import { neighbourGraph } from '../../../src/core/hex/neighbours.ts';
import { areaOf, rectangle } from './areas.ts';

const grid = cellsOf(areaOf('Town', [rectangle(0.62, 51.52, 0.8, 51.58)]), 9);

const listOf = (graph: NeighbourGraph, i: number) => [...graph.items.subarray(graph.offsets[i], graph.offsets[i + 1])];

function gridOf(cells: readonly string[]): CellGrid {
  const none = new Float64Array(cells.length);
  return { resolution: 9, cells, lon: none, lat: none, areaM2: none };
}

describe('neighbours', () => {
  it('are 7 or 19 inside, fewer at the edge, never from outside', () => {
    for (const [ring, most] of [
      [1, 7],
      [2, 19],
    ] as const) {
      const graph = neighbourGraph(grid, ring);
      const sizes = grid.cells.map((_, i) => listOf(graph, i).length);
      expect(Math.max(...sizes)).toBe(most);
      expect(Math.min(...sizes)).toBeLessThan(most);
      expect(graph.offsets.at(-1)).toBe(graph.items.length);
    }
  });

  it('ascend, hold the cell itself, are within the ring and mutual', () => {
    const graph = neighbourGraph(grid, 2);
    grid.cells.forEach((cell, i) => {
      const list = listOf(graph, i);
      expect(list).toEqual([...new Set(list)].sort((a, b) => a - b));
      expect(list).toContain(i);
      for (const j of list) {
        if (i % 50 === 0) expect(gridDistance(cell, grid.cells[j] ?? '')).toBeLessThanOrEqual(2);
        expect(graph.items.subarray(graph.offsets[j], graph.offsets[j + 1]).includes(i)).toBe(true);
      }
    });
  });

  it('are those that H3 knows, holes in the grid or not', () => {
    // Every third cell missing: two steps then lead through gaps.
    const sparse = grid.cells.filter((_, i) => i % 3 !== 0);
    for (const cells of [grid.cells, sparse]) {
      const graph = neighbourGraph(gridOf(cells), 2);
      const index = new Map(cells.map((cell, i) => [cell, i]));
      cells.forEach((cell, i) => {
        const known = gridDisk(cell, 2).flatMap((neighbour) => index.get(neighbour) ?? []);
        expect(listOf(graph, i)).toEqual(known.sort((a, b) => a - b));
      });
    }
  });

  it('of cells apart are the cells themselves', () => {
    const apart = [grid.cells[0] ?? '', grid.cells.at(-1) ?? ''];
    expect(neighbourGraph(gridOf(apart), 1)).toEqual({ offsets: Uint32Array.of(0, 1, 2), items: Uint32Array.of(0, 1) });
    expect(neighbourGraph(gridOf([]), 1)).toEqual({ offsets: Uint32Array.of(0), items: new Uint32Array(0) });
  });

  it('of a pentagon are six cells, itself among them', () => {
    const [pentagon = ''] = getPentagons(9);
    const cells = gridDisk(pentagon, 2).sort();
    const graph = neighbourGraph(gridOf(cells), 1);
    expect(listOf(graph, cells.indexOf(pentagon)).length).toBe(6);
  });
});
