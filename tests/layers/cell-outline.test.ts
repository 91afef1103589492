import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/core/hex/cells.ts';
import { hexLevels } from '../../src/core/hex/levels.ts';
import { neighbourGraph } from '../../src/core/hex/neighbours.ts';
import { outlineOfCells } from '../../src/layers/cell-outline.ts';
import { areaOf, rectangle } from '../core/hex/areas.ts';

const grid = cellsOf(areaOf('town', [rectangle(0.68, 51.53, 0.74, 51.56)]), 9);
const [level] = hexLevels(grid);
const graph = neighbourGraph(grid, 1);
const neighboursOf = (cell: number): number[] =>
  Array.from(graph.items.subarray(graph.offsets[cell], graph.offsets[cell + 1])).filter((other) => other !== cell);
/** A cell with all six neighbours in the area. */
const middle = Array.from(grid.cells.keys()).find((cell) => neighboursOf(cell).length === 6) ?? 0;
const ringsOf = (cells: readonly number[]) => (level ? outlineOfCells(level, cells).map(([ring = []]) => ring) : []);

describe('the outline of cells', () => {
  it('of one is its six edges, closed', () => {
    const [ring = [], ...others] = ringsOf([middle]);
    expect(others).toEqual([]);
    expect(ring).toHaveLength(7);
    expect(ring[6]).toEqual(ring[0]);
  });

  it('of two beside each other leaves out the edge between', () => {
    const rings = ringsOf([middle, neighboursOf(middle)[0] ?? 0]);
    expect(rings.map((ring) => ring.length)).toEqual([11]);
  });

  it('of six around one has a ring outside and one around the hole', () => {
    const lengths = ringsOf(neighboursOf(middle)).map((ring) => ring.length);
    expect(lengths.toSorted((a, b) => a - b)).toEqual([7, 19]);
  });

  it('of cells apart is a ring each, of none none', () => {
    expect(ringsOf([0, grid.cells.length - 1])).toHaveLength(2);
    expect(ringsOf([])).toEqual([]);
  });
});
