import { describe, expect, it } from 'vitest';
import type { StudyArea } from '../../../src/core/geo/area.ts';
import { cellsOf } from '../../../src/core/hex/cells.ts';
import { hexLevels } from '../../../src/core/hex/levels.ts';
import { neighbourGraph } from '../../../src/core/hex/neighbours.ts';
import { besides, cellAround, directions, isJoined, shifted, startedAt } from '../../../src/core/patrol/by-hand.ts';

const square: StudyArea = {
  id: 'S',
  name: 'Square',
  polygons: [
    [
      [
        [0.68, 51.53],
        [0.74, 51.53],
        [0.74, 51.56],
        [0.68, 51.56],
        [0.68, 51.53],
      ],
    ],
  ],
  bounds: [0.68, 51.53, 0.74, 51.56],
};
const grid = cellsOf(square, 10);
const [level] = hexLevels(grid);
if (level === undefined) throw new Error('no level');
const middle = cellAround(level, [0.71, 51.545]) ?? -1;
const neighbours = besides(level, middle);

describe('cells by hand', () => {
  it('have the neighbours that H3 gives them', () => {
    const { offsets, items } = neighbourGraph(grid, 1);
    for (let cell = 0; cell < grid.cells.length; cell++) {
      const known = [...items.subarray(offsets[cell], offsets[cell + 1])].filter((other) => other !== cell);
      expect(besides(level, cell).sort((a, b) => a - b)).toEqual(known.sort((a, b) => a - b));
    }
  });

  it('are found around a place, and none outside the area', () => {
    expect(cellAround(level, [grid.lon[7] ?? 0, grid.lat[7] ?? 0])).toBe(7);
    expect(cellAround(level, [0.5, 51.5])).toBeNull();
  });

  it.each(directions)('move %s by one, in their shape, and back', (direction) => {
    const area = [middle, ...neighbours.slice(0, 3)];
    const moved = shifted(level, area, direction) ?? [];
    expect(moved).toHaveLength(4);
    const east = (grid.lon[moved[0] ?? 0] ?? 0) - (grid.lon[middle] ?? 0);
    const north = (grid.lat[moved[0] ?? 0] ?? 0) - (grid.lat[middle] ?? 0);
    const along = { north, east, south: -north, west: -east }[direction];
    expect(along).toBeGreaterThan(0);
    expect(isJoined(level, moved)).toBe(isJoined(level, area));
    const back = { north: 'south', east: 'west', south: 'north', west: 'east' } as const;
    expect(shifted(level, moved, back[direction])).toEqual(area);
  });

  it('do not leave the study area', () => {
    let area: readonly number[] = [middle];
    for (let step = 0; step < 200; step++) {
      const next = shifted(level, area, 'east');
      if (next === null) break;
      area = next;
    }
    expect(shifted(level, area, 'east')).toBeNull();
    expect(shifted(level, [], 'east')).toBeNull();
  });

  it('hang together or fall apart', () => {
    const [one = 0, two = 0] = neighbours;
    expect(isJoined(level, [one, middle, two])).toBe(true);
    expect(isJoined(level, [middle, 0])).toBe(false);
    expect(isJoined(level, [])).toBe(false);
  });

  it('start an area with the worst free neighbours that the cap holds', () => {
    const value = new Float64Array(grid.cells.length);
    const [worst = 0, next = 0, taken = 0] = neighbours;
    [value[worst], value[next], value[taken]] = [9, 5, 7];
    const cells = { value, areaM2: grid.areaM2, taken: new Set([taken]) };
    expect(startedAt(level, middle, cells, 46_000)).toEqual([middle, worst, next]);
    expect(startedAt(level, middle, cells, 100)).toEqual([middle]);
  });
});
