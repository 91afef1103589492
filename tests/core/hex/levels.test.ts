import { cellToParent, getPentagons, gridDisk } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/core/hex/cells.ts';
import type { CellGrid } from '../../../src/core/hex/grid.ts';
import { hexLevels } from '../../../src/core/hex/levels.ts';
import type { HexLevel } from '../../../src/core/results.ts';
import { areaOf, rectangle } from './areas.ts';

const grid = cellsOf(areaOf('Town', [rectangle(0.62, 51.52, 0.8, 51.58)]), 9);
const levels = hexLevels(grid);

/** Twice the signed area of a ring and of the triangles that fill it, in square degrees. */
function areas(level: HexLevel, k: number): { ring: number; triangles: number } {
  const [start = 0, end = 0] = level.starts.subarray(k, k + 2);
  // Measured from the first corner: products of whole degrees would drown an area of millionths.
  const x = (vertex: number) => (level.positions[2 * vertex] ?? Number.NaN) - (level.positions[2 * start] ?? 0);
  const y = (vertex: number) => (level.positions[2 * vertex + 1] ?? Number.NaN) - (level.positions[2 * start + 1] ?? 0);
  let ring = 0;
  for (let v = start; v < end - 1; v++) ring += x(v) * y(v + 1) - x(v + 1) * y(v);
  let triangles = 0;
  for (let t = 0; t < level.triangles.length; t += 3) {
    const [a = 0, b = 0, c = 0] = level.triangles.subarray(t, t + 3);
    if (a < start || a >= end) continue;
    triangles += (x(b) - x(a)) * (y(c) - y(a)) - (x(c) - x(a)) * (y(b) - y(a));
  }
  return { ring, triangles };
}

describe('hexagons to draw', () => {
  it('come at the grid’s resolution and each coarser one down to 6', () => {
    expect(levels.map((level) => level.resolution)).toEqual([9, 8, 7, 6]);
    expect(levels[0]?.n).toBe(grid.cells.length);
    expect(levels[0]?.parentOf).toEqual(Uint32Array.from(grid.cells.keys()));
    expect(levels[0]?.lon).toEqual(grid.lon);
  });

  it('are closed rings that their triangles fill exactly', () => {
    for (const level of levels) {
      expect(level.starts.length).toBe(level.n + 1);
      expect(level.starts.at(-1)).toBe(level.positions.length / 2);
      for (let k = 0; k < level.n; k += 7) {
        const first = 2 * (level.starts[k] ?? 0);
        const last = 2 * (level.starts[k + 1] ?? 0) - 2;
        expect([...level.positions.subarray(first, first + 2)]).toEqual([...level.positions.subarray(last, last + 2)]);
        const { ring, triangles } = areas(level, k);
        expect(ring).toBeGreaterThan(0);
        expect(triangles / ring).toBeCloseTo(1, 9);
      }
    }
  });

  it('roll each cell up to its parent', () => {
    const coarser = levels[2];
    const parents = [...new Set(grid.cells.map((cell) => cellToParent(cell, 7)))].sort();
    expect(coarser?.n).toBe(parents.length);
    grid.cells.forEach((cell, i) => {
      expect(parents[coarser?.parentOf[i] ?? -1]).toBe(cellToParent(cell, 7));
    });
  });

  it('know how far their flats are apart: about 340 m at resolution 9, √7 more each level up', () => {
    const across = levels.map((level) => level.acrossM);
    expect(across[0]).toBeGreaterThan(300);
    expect(across[0]).toBeLessThan(360);
    for (let k = 1; k < across.length; k++) {
      expect((across[k] ?? 0) / (across[k - 1] ?? 1)).toBeCloseTo(Math.sqrt(7), 1);
    }
  });

  it('of a pentagon and of cells across an edge of the icosahedron have as many corners as they need', () => {
    const [pentagon = ''] = getPentagons(9);
    const cells = gridDisk(pentagon, 3).sort();
    const none = new Float64Array(cells.length);
    const around: CellGrid = { resolution: 9, cells, lon: none, lat: none, areaM2: none };
    const [level] = hexLevels(around);
    const sizes = [...(level?.starts ?? [])].slice(1).map((end, k) => end - (level?.starts[k] ?? 0) - 1);
    expect(Math.max(...sizes)).toBeGreaterThan(6);
    for (let k = 0; k < cells.length; k++) {
      const { ring, triangles } = areas(level as HexLevel, k);
      expect(triangles / ring).toBeCloseTo(1, 6);
    }
  });
});
