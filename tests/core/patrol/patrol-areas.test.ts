import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { metresOf } from '../../../src/core/geo/local-metres.ts';
import { cellsOf } from '../../../src/core/hex/cells.ts';
import { neighbourGraph } from '../../../src/core/hex/neighbours.ts';
import { patrolAreaChange } from '../../../src/core/patrol/patrol-area-change.ts';
import {
  defaultPatrolSettings,
  type PatrolArea,
  type PatrolInput,
  patrolAreas,
} from '../../../src/core/patrol/patrol-areas.ts';
import { rateRatio } from '../../../src/core/stats/poisson-rates.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';
import { areaOf, rectangle } from '../hex/areas.ts';

/** Cells in a row, 100 m apart and 1 m² each, all with `value` harm and as many offences. */
function line(value: number[], count: number[] = value.map(() => 5)): PatrolInput {
  const n = value.length;
  const lists = value.map((_, i) => [i - 1, i, i + 1].filter((j) => j >= 0 && j < n));
  const offsets = Uint32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).flat().length)]);
  return {
    value: Float64Array.from(value),
    harm: Float64Array.from(value),
    count: Float64Array.from(count),
    areaM2: new Float64Array(n).fill(1),
    x: Float64Array.from(value, (_, i) => 100 * i),
    y: new Float64Array(n),
    graph: { offsets, items: Uint32Array.from(lists.flat()) },
  };
}
const settings = { areas: 20, maxAreaM2: 3, minCount: 5, spacingM: 0 };
const cellsOfAreas = (areas: readonly PatrolArea[]) => areas.map(({ cells }) => cells);

describe('patrol areas', () => {
  it('on paper: the worst cell, then its best neighbour, up to the cap', () => {
    const areas = patrolAreas(line([0, 4, 9, 5, 3, 0, 8, 0]), settings);
    expect(cellsOfAreas(areas)).toEqual([[2, 3, 1], [6], [4]]);
    expect(areas[0]).toMatchObject({ rank: 1, areaM2: 3, count: 15, harm: 18, value: 18, share: 18 / 29, centre: 2 });
  });

  it('an area with too few offences is given up, and only its seed is spent', () => {
    // one homicide beside a street of assaults
    const areas = patrolAreas(line([0, 100, 3, 3, 3, 0], [0, 1, 1, 2, 2, 0]), {
      ...settings,
      maxAreaM2: 2,
      minCount: 3,
    });
    expect(cellsOfAreas(areas)).toEqual([[2, 3]]);
  });

  it('equal values go by the number of offences, then by cell id', () => {
    expect(cellsOfAreas(patrolAreas(line([2, 9, 2], [5, 5, 6]), { ...settings, maxAreaM2: 2 }))[0]).toEqual([1, 2]);
    expect(cellsOfAreas(patrolAreas(line([2, 9, 2]), { ...settings, maxAreaM2: 2 }))[0]).toEqual([1, 0]);
  });

  it('spacing keeps the cells of two areas apart', () => {
    const input = line([9, 1, 8, 1, 7, 1, 6]);
    const areas = patrolAreas(input, { ...settings, maxAreaM2: 1, spacingM: 300 });
    expect(cellsOfAreas(areas)).toEqual([[0], [4]]);
  });

  it('a cell without value never joins, and there are at most as many areas as asked for', () => {
    expect(patrolAreas(line([0, 0, 0]), settings)).toEqual([]);
    expect(cellsOfAreas(patrolAreas(line([5, 0, 5]), settings))).toEqual([[0], [2]]);
    expect(patrolAreas(line([5, 0, 5]), { ...settings, areas: 1 })).toHaveLength(1);
  });

  it('cells larger than the cap are refused with a sentence', () => {
    expect(() => patrolAreas(line([5]), { ...settings, maxAreaM2: 0.5 })).toThrow(InputError);
  });

  it('on hexagons: contiguous, apart, under the cap, ranked by value, and the same every time', () => {
    const area = areaOf('town', [rectangle(0.68, 51.53, 0.74, 51.56)]);
    const grid = cellsOf(area, 10);
    const random = randomFrom(5);
    const count = Float64Array.from(grid.cells, () => random.below(8));
    const value = count.map((c) => c * (1 + random.below(30)));
    const graph = neighbourGraph(grid, 1);
    const centres = metresOf(area.bounds)(grid.lon, grid.lat);
    const input = { value, count, harm: value, areaM2: grid.areaM2, ...centres, graph };
    const areas = patrolAreas(input, defaultPatrolSettings);
    expect(areas).toHaveLength(20);
    expect(patrolAreas(input, defaultPatrolSettings)).toEqual(areas);
    const all = areas.flatMap(({ cells }) => cells);
    expect(new Set(all).size).toBe(all.length);
    expect(areas.map((a) => a.value)).toEqual(areas.map((a) => a.value).toSorted((a, b) => b - a));
    for (const { cells, areaM2, count: held, centre } of areas) {
      expect(areaM2).toBeLessThanOrEqual(60_000);
      expect(held).toBeGreaterThanOrEqual(5);
      expect(cells).toContain(centre);
      // every cell after the seed touches one that joined before it
      const touches = cells.slice(1).every((cell, i) => {
        const near = graph.items.subarray(graph.offsets[cell], graph.offsets[cell + 1]);
        return cells.slice(0, i + 1).some((before) => near.includes(before));
      });
      expect(touches).toBe(true);
    }
  });
});

describe('patrol areas at a key date', () => {
  const area = (rank: number, ...cells: number[]): PatrolArea => {
    const [first = 0] = cells;
    return { rank, cells, areaM2: 1, count: 1, harm: 1, value: 1, share: 1, centre: first };
  };

  it('new, emerging, lasting and cooling by shared cells and the interval of the rate ratio', () => {
    const before = [area(1, 0, 1), area(2, 4), area(3, 6)];
    const after = [area(1, 1, 2), area(2, 4, 5), area(3, 8)];
    const counts = {
      before: Float64Array.from([9, 9, 0, 0, 5, 1, 7, 0, 1]),
      after: Float64Array.from([9, 9, 2, 0, 20, 5, 3, 0, 9]),
    };
    const changes = patrolAreaChange(before, after, counts, (was, is) => rateRatio(is, 28, was, 28));
    expect(changes.map((c) => [c.state, c.rankBefore, c.rankAfter, c.before, c.after])).toEqual([
      ['new', null, 3, 1, 9],
      ['emerging', 2, 2, 6, 25],
      ['lasting', 1, 1, 9, 11],
      ['cooling', 3, null, 7, 3],
    ]);
    expect(changes[1]?.lo).toBeGreaterThan(1);
  });

  it('no areas in either window make no changes', () => {
    const none = { before: new Float64Array(), after: new Float64Array() };
    expect(patrolAreaChange([], [], none, () => rateRatio(0, 1, 0, 1))).toEqual([]);
  });
});
