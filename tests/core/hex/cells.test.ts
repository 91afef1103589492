import { cellArea, cellToBoundary, cellToLatLng, latLngToCell, UNITS } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import type { LonLat } from '../../../src/core/geo/area.ts';
import { containsOf } from '../../../src/core/geo/contains.ts';
import { cellsOf, coarserFor, estimateCells } from '../../../src/core/hex/cells.ts';
import { areaOf, rectangle } from './areas.ts';

const town = areaOf('Town', [rectangle(0.62, 51.52, 0.8, 51.58)]);

describe('cells of an area', () => {
  it('are one cell for the outline of one cell', () => {
    const cell = latLngToCell(51.54, 0.71, 10);
    const outline = cellToBoundary(cell, true) as unknown as LonLat[];
    const grid = cellsOf(areaOf('Cell', [outline]), 10);
    expect(grid.cells).toEqual([cell]);
    expect(grid.lat[0]).toBe(cellToLatLng(cell)[0]);
    expect(grid.lon[0]).toBe(cellToLatLng(cell)[1]);
    expect(grid.areaM2[0]).toBe(cellArea(cell, UNITS.m2));
  });

  it('ascend without duplicates and are those whose centre the area contains', () => {
    const withHole = areaOf('Ring', [
      rectangle(0.62, 51.52, 0.8, 51.58),
      rectangle(0.68, 51.54, 0.72, 51.56).reverse(),
    ]);
    const grid = cellsOf(withHole, 9);
    expect([...grid.cells].sort()).toEqual(grid.cells);
    expect(new Set(grid.cells).size).toBe(grid.cells.length);
    const inside = containsOf(withHole);
    grid.cells.forEach((_, i) => {
      expect(inside(grid.lon[i] ?? Number.NaN, grid.lat[i] ?? Number.NaN)).toBe(true);
    });
    expect(grid.cells.length).toBeLessThan(cellsOf(town, 9).cells.length);
  });

  it('of overlapping polygons count once', () => {
    const twice = areaOf('Twice', [rectangle(0.62, 51.52, 0.75, 51.58)], [rectangle(0.65, 51.52, 0.8, 51.58)]);
    expect(cellsOf(twice, 9).cells).toEqual(cellsOf(town, 9).cells);
  });

  it('do not depend on the direction of the rings', () => {
    const backwards = areaOf('Backwards', [rectangle(0.62, 51.52, 0.8, 51.58).reverse()]);
    expect(cellsOf(backwards, 9).cells).toEqual(cellsOf(town, 9).cells);
  });

  it('cover about the area', () => {
    for (const resolution of [8, 9, 10]) {
      const { cells } = cellsOf(town, resolution);
      expect(Math.abs(cells.length / estimateCells(town, resolution) - 1)).toBeLessThan(0.05);
    }
  });

  it('that there are none of is said with a finer resolution to try', () => {
    const spot = areaOf('Spot', [rectangle(0.7, 51.54, 0.70001, 51.54001)]);
    expect(() => cellsOf(spot, 9)).toThrow(
      new InputError('Spot is smaller than a cell of resolution 9 – choose resolution 10 or finer, or a larger area.'),
    );
    expect(() => cellsOf(spot, 11)).toThrow('Spot is smaller than a cell of resolution 11 – choose a larger area.');
    expect(() => cellsOf(areaOf('Nothing'), 9)).toThrow(InputError);
  });

  it('by the million are refused with a resolution to choose', () => {
    const country = areaOf('Country', [rectangle(-3, 50.5, 1, 54)]);
    expect(() => cellsOf(country, 11)).toThrow(
      /Country would have about [\d,]+ cells at resolution 11 – choose resolution 7/,
    );
  });

  it('survive an outline that crosses itself or has no width', () => {
    const bow: LonLat[] = [
      [0.6, 51.5],
      [0.7, 51.6],
      [0.7, 51.5],
      [0.6, 51.6],
      [0.6, 51.5],
    ];
    expect(cellsOf(areaOf('Bow', [bow]), 9).cells.length).toBeGreaterThan(100);
    const line: LonLat[] = [
      [0.6, 51.5],
      [0.7, 51.6],
      [0.6, 51.5],
      [0.6, 51.5],
    ];
    expect(() => cellsOf(areaOf('Line', [line]), 9)).toThrow(InputError);
  });
});

describe('the resolution to propose', () => {
  it('is the finest with at most sixty thousand cells', () => {
    const county = areaOf('County', [rectangle(0, 51.45, 1.2, 52.05)]);
    expect(estimateCells(county, 9)).toBeLessThan(60_000);
    expect(estimateCells(county, 10)).toBeGreaterThan(60_000);
    expect(coarserFor(county, 11)).toBe(9);
    expect(coarserFor(county, 8)).toBe(8);
    expect(coarserFor(town, 11)).toBe(11);
    expect(coarserFor(county, 11, 1)).toBe(7);
  });
});
