import { describe, expect, it } from 'vitest';
import { isPeak, placedCells } from '../../../src/core/methods/placed-cells.ts';
import { makeTable } from '../table-builder.ts';

/** Five cells in a row, each beside the next and itself. */
const line = {
  offsets: Uint32Array.of(0, 2, 5, 8, 11, 13),
  items: Uint32Array.of(0, 1, 0, 1, 2, 1, 2, 3, 2, 3, 4, 3, 4),
};

describe('a peak', () => {
  it('is a cell that no neighbour exceeds', () => {
    const value = Float64Array.of(1, 3, 2, 4, 0);
    expect([0, 1, 2, 3, 4].filter((cell) => isPeak(value, line, cell))).toEqual([1, 3]);
  });

  it('of a plateau is its first cell', () => {
    const value = Float64Array.of(0, 5, 5, 5, 0);
    expect([1, 2, 3].filter((cell) => isPeak(value, line, cell))).toEqual([1]);
  });
});

describe('placed cells', () => {
  const table = makeTable([
    { lon: 0.7, lat: 51.54, location: 'High Street' },
    { lon: 0.7, lat: 51.54, location: 'High Street' },
    { lon: 0.71, lat: 51.54, location: 'Pier' },
  ]);
  const input = {
    table,
    grid: {
      resolution: 9,
      cells: ['a', 'b', 'c'],
      lon: Float64Array.of(0.7, 0.71, 2.35),
      lat: Float64Array.of(51.54, 51.54, 48.85),
      areaM2: new Float64Array(3).fill(1e5),
    },
    rows: { offsets: Uint32Array.of(0, 2, 3, 3), rows: Uint32Array.of(0, 1, 2) },
    mask: Uint8Array.of(1, 0, 1),
    harmOfRow: new Float64Array(3),
  };

  it('stand by value with their place, their own offences and a grid reference in Great Britain', () => {
    const listed = placedCells(input, Float64Array.of(2, 7, 5), 5);
    expect(listed.map(({ index, rank, value, count, place }) => [index, rank, value, count, place])).toEqual([
      [1, 1, 7, 1, 'Pier'],
      [2, 2, 5, 0, ''],
      [0, 3, 2, 1, 'High Street'],
    ]);
    expect(listed.map(({ gridRef }) => gridRef !== '')).toEqual([true, false, true]);
  });

  it('leave out what holds nothing and what is not wanted, and end at the limit', () => {
    expect(placedCells(input, Float64Array.of(0, Number.NaN, 0), 5)).toEqual([]);
    expect(placedCells(input, Float64Array.of(2, 7, 5), 1).map(({ index }) => index)).toEqual([1]);
    expect(placedCells(input, Float64Array.of(2, 7, 5), 5, (cell) => cell !== 1).map(({ rank }) => rank)).toEqual([
      1, 2,
    ]);
  });
});
