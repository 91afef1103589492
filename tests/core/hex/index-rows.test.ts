import { cellToParent, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/core/hex/cells.ts';
import { indexRows } from '../../../src/core/hex/index-rows.ts';
import { sumByCell } from '../../../src/core/hex/sum.ts';
import { randomFrom, shuffle } from '../../../src/core/stats/random.ts';
import { areaOf, rectangle } from './areas.ts';

const grid = cellsOf(areaOf('Town', [rectangle(0.62, 51.52, 0.8, 51.58)]), 9);

/** Places in and around the town; some repeat exactly, some by a hair's breadth. */
function places(rows: number, seed: number): { lon: Float64Array; lat: Float64Array } {
  const random = randomFrom(seed);
  const lon = Float64Array.from({ length: rows }, () => 0.6 + 0.22 * random.uniform());
  const lat = Float64Array.from({ length: rows }, () => 51.51 + 0.08 * random.uniform());
  for (let i = 0; i < rows; i += 3) {
    const from = random.below(rows);
    lon[i] = lon[from] ?? 0;
    lat[i] = (lat[from] ?? 0) + (i % 2 === 0 ? 1e-12 : 0);
  }
  return { lon, lat };
}

describe('the cell of each row', () => {
  it('is the cell that holds the point, for each of thirty thousand', () => {
    const { lon, lat } = places(30_000, 1);
    const cellOfRow = indexRows(lon, lat, grid);
    const found = [...cellOfRow].map((cell) => grid.cells[cell] ?? null);
    const known = new Set(grid.cells);
    const wanted = [...lon].map((x, i) => {
      const cell = latLngToCell(lat[i] ?? 0, x, 9);
      return known.has(cell) ? cell : null;
    });
    expect(found).toEqual(wanted);
    expect(found.filter((cell) => cell === null).length).toBeGreaterThan(1_000);
  });

  it('is found from the point itself, not from a finer cell', () => {
    // A point whose finer cell sticks out of the coarser one that holds the point.
    const { lon, lat } = places(20_000, 2);
    const row = [...lon].findIndex((x, i) => {
      const cell = latLngToCell(lat[i] ?? 0, x, 9);
      return cellToParent(latLngToCell(lat[i] ?? 0, x, 10), 9) !== cell && grid.cells.includes(cell);
    });
    expect(row).toBeGreaterThanOrEqual(0);
    const [cell = -1] = indexRows(lon.slice(row, row + 1), lat.slice(row, row + 1), grid);
    expect(grid.cells[cell]).toBe(latLngToCell(lat[row] ?? 0, lon[row] ?? 0, 9));
  });

  it('is −1 for places that are no number, far away or impossible', () => {
    const lon = Float64Array.of(Number.NaN, 0.7, -87, 0.7, Number.POSITIVE_INFINITY, 540.7, 0.7);
    const lat = Float64Array.of(51.55, Number.NaN, 41, 1e300, 51.55, 51.55, 51.55);
    expect([...indexRows(lon, lat, grid)].map((cell) => cell >= 0)).toEqual([...new Array(6).fill(false), true]);
  });

  it('does not depend on what the columns are a part of', () => {
    const { lon, lat } = places(100, 3);
    const shifted = new Float64Array(101);
    shifted.set(lon, 1);
    expect(indexRows(shifted.subarray(1), lat, grid)).toEqual(indexRows(lon, lat, grid));
  });
});

describe('sums per cell', () => {
  const cellOfRow = Int32Array.of(0, 2, -1, 2, 0);
  const weights = Float64Array.of(1, 10, 100, 1000, 10000);

  it('add up rows, weights and a mask', () => {
    const mask = Uint8Array.of(1, 1, 1, 0, 1);
    expect(sumByCell(cellOfRow, null, null, 3)).toEqual(Float64Array.of(2, 0, 2));
    expect(sumByCell(cellOfRow, mask, null, 3)).toEqual(Float64Array.of(2, 0, 1));
    expect(sumByCell(cellOfRow, null, weights, 3)).toEqual(Float64Array.of(10001, 0, 1010));
    expect(sumByCell(cellOfRow, mask, weights, 3)).toEqual(Float64Array.of(10001, 0, 10));
  });

  it('are not touched by what masked-out rows weigh', () => {
    const sums = sumByCell(Int32Array.of(0, 0), Uint8Array.of(0, 1), Float64Array.of(Number.NaN, 2), 1);
    expect(sums).toEqual(Float64Array.of(2));
  });

  it('of weights of one are the plain count', () => {
    const { lon, lat } = places(5_000, 4);
    const cells = indexRows(lon, lat, grid);
    const ones = new Float64Array(5_000).fill(1);
    expect(sumByCell(cells, null, ones, grid.cells.length)).toEqual(sumByCell(cells, null, null, grid.cells.length));
  });

  it('keep the total of the rows in the cells, in whatever order the rows come', () => {
    const { lon, lat } = places(5_000, 5);
    const random = randomFrom(6);
    const harm = Float64Array.from(lon, () => random.below(1_000));
    const cells = indexRows(lon, lat, grid);
    const sums = sumByCell(cells, null, harm, grid.cells.length);
    const inCells = harm.reduce((sum, weight, i) => sum + ((cells[i] ?? -1) >= 0 ? weight : 0), 0);
    expect(sums.reduce((sum, value) => sum + value, 0)).toBe(inCells);

    const order = shuffle(Uint32Array.from(lon.keys()), random);
    const take = (column: Float64Array) => Float64Array.from(order, (row) => column[row] ?? Number.NaN);
    const shuffled = sumByCell(indexRows(take(lon), take(lat), grid), null, take(harm), grid.cells.length);
    expect(shuffled).toEqual(sums);
  });

  it('of no rows and no cells are empty', () => {
    expect(sumByCell(new Int32Array(0), null, null, 2)).toEqual(Float64Array.of(0, 0));
    expect(sumByCell(Int32Array.of(-1), null, null, 0)).toEqual(new Float64Array(0));
  });
});
