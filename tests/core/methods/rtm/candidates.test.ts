import { describe, expect, it } from 'vitest';
import type { StudyArea } from '../../../../src/core/geo/area.ts';
import type { Factor } from '../../../../src/core/geo/factor.ts';
import { cellsOf } from '../../../../src/core/hex/cells.ts';
import { candidatesOf } from '../../../../src/core/methods/rtm/candidates.ts';
import { factorColumns } from '../../../../src/core/methods/rtm/factor-columns.ts';
import { defaultRtmSettings, extentsOf } from '../../../../src/core/methods/rtm/settings.ts';
import { columnItems } from '../../../../src/core/stats/binary-columns.ts';
import { parkMiller, scattered, squareGrid } from './designs.ts';

const row = { x: Float64Array.of(0, 100, 200, 300, 400, 500, 600, 700, 800, 900), y: new Float64Array(10) };
const at = (name: string, x: readonly number[]) => ({ name, x: Float64Array.from(x), y: new Float64Array(x.length) });
const proximity = { ...defaultRtmSettings, operationalisation: 'proximity' } as const;

describe('extents', () => {
  it('go in half or whole blocks up to the largest, in whole metres', () => {
    expect(extentsOf(defaultRtmSettings)).toEqual([100, 200, 300, 400, 500, 600]);
    expect(extentsOf({ ...defaultRtmSettings, increment: 'whole', maxBlocks: 2 })).toEqual([200, 400]);
    expect(extentsOf({ ...defaultRtmSettings, blockM: 125, maxBlocks: 1 })).toEqual([63, 125]);
  });
});

describe('candidate variables of cells in a row', () => {
  it('proximity is 1 up to the extent and at it', () => {
    const { list, columns } = candidatesOf(row, [at('pub', [200])], { ...proximity, maxBlocks: 1 });
    expect(list.map(({ column }) => column)).toEqual(['pub__proximity__100', 'pub__proximity__200']);
    expect([...columnItems(columns, 0)]).toEqual([1, 2, 3]);
    expect([...columnItems(columns, 1)]).toEqual([0, 1, 2, 3, 4]);
    expect(list.map(({ cells }) => cells)).toEqual([3, 5]);
  });

  it('a factor named apart has variables of its own sort', () => {
    const { list } = candidatesOf(row, [at('pub', [200]), at('shop', [500, 500])], {
      ...proximity,
      maxBlocks: 1,
      byFactor: { shop: 'density' },
    });
    expect(list.map(({ column }) => column)).toEqual([
      'pub__proximity__100',
      'pub__proximity__200',
      'shop__density__100',
    ]);
  });

  it('density is 1 where the kernel sum is above its mean + 2 population standard deviations', () => {
    // two at the same place: (1 − 0)² · 2 = 2 there, (1 − ¼)² · 2 = 1.125 on both sides at 200 m, 0 elsewhere
    const { list, columns } = candidatesOf(row, [at('pub', [200, 200])], {
      ...defaultRtmSettings,
      operationalisation: 'density',
      increment: 'whole',
      maxBlocks: 1,
    });
    // mean 0.425, standard deviation √(0.65… ) = 0.6888…: bound 1.80
    expect(list.map(({ column }) => column)).toEqual(['pub__density__200']);
    expect([...columnItems(columns, 0)]).toEqual([2]);
  });

  it('features outside count as far as they reach in', () => {
    const { list } = candidatesOf(row, [at('pub', [-150, 1500])], proximity);
    expect(list.map(({ column, cells }) => [column, cells])).toEqual([
      ['pub__proximity__200', 1],
      ['pub__proximity__300', 2],
      ['pub__proximity__400', 3],
      ['pub__proximity__500', 4],
      ['pub__proximity__600', 6],
    ]);
  });

  it('what does not vary, what repeats another and what is too far is left out with a note', () => {
    const factors = [at('pub', [200]), at('bar', [200]), at('far', [9000]), at('all', [0, 200, 400, 600, 800])];
    const { list, notes, factorOf } = candidatesOf(row, factors, { ...proximity, maxBlocks: 1 });
    expect(list.map(({ column }) => column)).toEqual(['pub__proximity__100', 'pub__proximity__200']);
    expect([...factorOf]).toEqual([0, 0]);
    expect(notes).toEqual([
      '“bar”, proximity 100 m, is the same in every cell as pub__proximity__100 – left out.',
      '“bar”, proximity 200 m, is the same in every cell as pub__proximity__200 – left out.',
      '“far” has no feature within 200 m of a cell – it is left out.',
      '“all” does not vary over the cells at proximity 100 m, proximity 200 m – left out.',
    ]);
  });
});

describe('candidate variables in general', () => {
  const grid = squareGrid(40, 30, 115);
  const uniform = parkMiller(3);
  const factors = [
    { name: 'a', ...scattered(uniform, 50, 4600, 3450) },
    { name: 'b', ...scattered(uniform, 20, 4600, 3450) },
  ];
  const { list, columns } = candidatesOf(grid, factors, defaultRtmSettings);

  it('agree with distances to all features one by one', () => {
    list.forEach(({ factor, operationalisation, extentM }, j) => {
      const { x, y } = factors.find(({ name }) => name === factor) ?? factors[0] ?? grid;
      const distances = [...grid.x].map((cx, i) =>
        [...x].map((px, k) => Math.hypot(px - cx, (y[k] ?? 0) - (grid.y[i] ?? 0))),
      );
      const density = distances.map((d) =>
        d.reduce((s, m) => s + (m < extentM ? (1 - (m / extentM) ** 2) ** 2 : 0), 0),
      );
      const mean = density.reduce((s, v) => s + v, 0) / density.length;
      const sd = Math.sqrt(density.reduce((s, v) => s + (v - mean) ** 2, 0) / density.length);
      const rows = [...distances.keys()].filter((i) =>
        operationalisation === 'proximity'
          ? Math.min(...(distances[i] ?? [])) <= extentM
          : (density[i] ?? 0) > mean + 2 * sd,
      );
      expect([...columnItems(columns, j)]).toEqual(rows);
    });
  });

  it('do not depend on the order of the features', () => {
    const turned = factors.map(({ name, x, y }) => ({ name, x: x.slice().reverse(), y: y.slice().reverse() }));
    expect(candidatesOf(grid, turned, defaultRtmSettings).columns).toEqual(columns);
  });
});

describe('factors on the cells of an area', () => {
  const ring = [
    [0.7, 51.53],
    [0.74, 51.53],
    [0.74, 51.55],
    [0.7, 51.55],
    [0.7, 51.53],
  ] as const;
  const area: StudyArea = { id: 'a', name: 'A', polygons: [[ring]], bounds: [0.7, 51.53, 0.74, 51.55] };
  const grid = cellsOf(area, 9);
  const points = (name: string, lon: readonly number[], lat: readonly number[]): Factor => ({
    id: `${name}${lon}`,
    name,
    kind: 'points',
    count: lon.length,
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    partStart: new Uint32Array(),
    shapeStart: new Uint32Array(),
  });

  it('are measured in metres on the ground', () => {
    const { list } = factorColumns(area, grid, [points('pub', [0.72], [51.54])], defaultRtmSettings);
    // π·600² m² over about 105,000 m² a cell
    expect(list.find(({ column }) => column === 'pub__proximity__600')?.cells).toBeCloseTo(10.8, -0.7);
  });

  it('of one name are one', () => {
    const both = points('pub', [0.71, 0.73], [51.535, 51.545]);
    const apart = [points('pub', [0.71], [51.535]), points('pub', [0.73], [51.545])];
    expect(factorColumns(area, grid, apart, defaultRtmSettings)).toEqual(
      factorColumns(area, grid, [both], defaultRtmSettings),
    );
  });

  it('must be at least one', () => {
    expect(() => factorColumns(area, grid, [], defaultRtmSettings)).toThrow('There is no factor');
  });
});
