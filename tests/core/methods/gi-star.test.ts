import { gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/core/hex/cells.ts';
import type { CellGrid, NeighbourGraph } from '../../../src/core/hex/grid.ts';
import { neighbourGraph } from '../../../src/core/hex/neighbours.ts';
import { binOf, giStar, giStarPermutation } from '../../../src/core/methods/gi-star.ts';
import { benjaminiHochberg } from '../../../src/core/stats/fdr.ts';
import { type Random, randomFrom, shuffle } from '../../../src/core/stats/random.ts';
import expected from '../../fixtures/gi-star/expected.json' with { type: 'json' };
import input from '../../fixtures/gi-star/input.json' with { type: 'json' };

function graphOf(lists: readonly (readonly number[])[]): NeighbourGraph {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + list.length;
  });
  return { offsets, items: Uint32Array.from(lists.flat()) };
}

/** A grid of the given H3 cells; only its ids are used by the neighbour graph. */
function gridOf(cells: readonly string[]): CellGrid {
  const none = new Float64Array(cells.length);
  return { resolution: 9, cells, lon: none, lat: none, areaM2: none };
}

/** About 1,900 cells of an invented square. */
const square = cellsOf(
  {
    id: 's',
    name: 'Square',
    polygons: [
      [
        [
          [0.5, 51.5],
          [0.7, 51.5],
          [0.7, 51.62],
          [0.5, 51.62],
          [0.5, 51.5],
        ],
      ],
    ],
    bounds: [0.5, 51.5, 0.7, 51.62],
  },
  9,
);
const squareGraph = neighbourGraph(square, 1);

function poisson(mean: number, random: Random): number {
  let k = 0;
  for (let product = random.uniform(); product > Math.exp(-mean); product *= random.uniform()) k += 1;
  return k;
}

const share = (values: Float64Array, test: (value: number) => boolean) => values.filter(test).length / values.length;

describe('Gi* on paper', () => {
  it('of a 5 × 5 queen neighbourhood is that of spdep: four cells below .05, none after the false discovery rate', () => {
    const x = Float64Array.of(1, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0, 5, 9, 1, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 1);
    const near = (a: number, b: number) =>
      Math.abs((a % 5) - (b % 5)) <= 1 && Math.abs(Math.floor(a / 5) - Math.floor(b / 5)) <= 1;
    const all = [...x.keys()];
    const { z, p } = giStar(x, graphOf(all.map((i) => all.filter((j) => near(i, j)))));
    const published = [
      0.734585, 1.211533, 1.034408, -0.382589, -1.122511, 1.034408, 2.641339, 2.641339, 0.592568, -1.268212, 0.857283,
      2.641339, 2.798937, 1.065361, -0.913963, -0.559714, 0.43497, 0.592568, 0.277372, -0.736839, -1.122511, -1.268212,
      -1.268212, -0.736839, -0.503479,
    ];
    published.forEach((value, i) => {
      expect(z[i]).toBeCloseTo(value, 6);
    });
    expect([...p].filter((value) => value < 0.05).map((value) => value.toFixed(6))).toEqual([
      '0.008258',
      '0.008258',
      '0.008258',
      '0.005127',
    ]);
    const q = benjaminiHochberg(p);
    expect(Math.min(...q)).toBeCloseTo(0.051612, 6);
    expect([...binOf(z, q)].filter((bin) => bin !== 0)).toEqual([1, 1, 1, 1]);
  });

  it('of a hexagonal disc of radius 2 makes its centre a hot spot at 99 per cent', () => {
    const centre = latLngToCell(51.54, 0.71, 9);
    const ring1 = gridDisk(centre, 1);
    const cells = gridDisk(centre, 2).sort();
    const x = Float64Array.from(cells, (cell) => (cell === centre ? 10 : ring1.includes(cell) ? 4 : 0));
    const graph = neighbourGraph(gridOf(cells), 1);
    const { z, p } = giStar(x, graph);
    const q = benjaminiHochberg(p);
    const bin = binOf(z, q);
    cells.forEach((cell, i) => {
      const size = (graph.offsets[i + 1] ?? 0) - (graph.offsets[i] ?? 0);
      if (cell === centre) {
        expect(z[i]).toBeCloseTo(3.726999, 6);
        expect(p[i]).toBeCloseTo(0.000193773, 9);
        expect(q[i]).toBeCloseTo(0.003682, 6);
        expect(bin[i]).toBe(3);
      } else if (ring1.includes(cell)) {
        expect(z[i]).toBeCloseTo(1.644264, 6);
        expect(p[i]).toBeCloseTo(0.100122, 6);
        expect(q[i]).toBeCloseTo(0.271759, 6);
      } else {
        expect(z[i]).toBeCloseTo(size === 4 ? -0.648507 : -0.18012, 6);
      }
    });
  });
});

describe('Gi* against spdep::localG', () => {
  const grid = cellsOf(
    {
      id: 'invented',
      name: 'Invented',
      polygons: input.polygons as [number, number][][][],
      bounds: [0, 0, 0, 0],
    },
    input.resolution,
  );

  it('stands on the same cells and neighbours', () => {
    expect(grid.cells).toEqual(input.cells);
    expect(neighbourGraph(grid, 1)).toEqual(graphOf(input.neighbours.ring1));
    expect(neighbourGraph(grid, 2)).toEqual(graphOf(input.neighbours.ring2));
  });

  for (const ring of ['ring1', 'ring2'] as const) {
    for (const value of ['count', 'harm', 'sqrtHarm'] as const) {
      it(`agrees to 1e-9 in z and p, ${value} on ${ring}`, () => {
        const { z, p } = giStar(Float64Array.from(input.values[value]), graphOf(input.neighbours[ring]));
        const wanted = expected[`${ring}.${value}`];
        expect(z.length).toBe(527);
        expect(Math.max(...z.map((score, i) => Math.abs(score - (wanted.z[i] ?? Number.NaN))))).toBeLessThan(1e-9);
        // Relative, because the smallest are 1e-60.
        expect(Math.max(...p.map((at, i) => Math.abs(at / (wanted.p[i] ?? Number.NaN) - 1)))).toBeLessThan(1e-9);
      });
    }
  }
});

describe('Gi* edge cases', () => {
  it('has no scores and no hot spots on a uniform field, whatever the value', () => {
    for (const value of [0, 1, 0.1, 5475]) {
      const { z, p } = giStar(new Float64Array(square.cells.length).fill(value), squareGraph);
      expect(z.every(Number.isNaN) && p.every(Number.isNaN)).toBe(true);
      expect(binOf(z, benjaminiHochberg(p)).every((bin) => bin === 0)).toBe(true);
    }
  });

  it('has no score for a cell whose neighbourhood is the whole area', () => {
    const { z, p } = giStar(
      Float64Array.of(1, 2, 3),
      graphOf([
        [0, 1, 2],
        [0, 1],
        [1, 2],
      ]),
    );
    expect([z[0], p[0]]).toEqual([Number.NaN, Number.NaN]);
    // 3 against an expected 4, with S = √⅔ and a spread of √[(3·2 − 4)/2] = 1.
    expect(z[1]).toBeCloseTo(-Math.sqrt(1.5), 12);
  });

  it('takes an isolated cell, one cell and none', () => {
    const { z } = giStar(Float64Array.of(3, 0, 0), graphOf([[0], [1], [2]]));
    expect(z[0]).toBeCloseTo(Math.SQRT2, 12);
    expect(giStar(Float64Array.of(3), graphOf([[0]])).z).toEqual(Float64Array.of(Number.NaN));
    expect(giStar(new Float64Array(0), graphOf([])).z).toEqual(new Float64Array(0));
    expect(giStarPermutation(Float64Array.of(3), graphOf([[0]]), { permutations: 9, seed: 1 }).p).toEqual(
      Float64Array.of(Number.NaN),
    );
  });

  it('does not depend on the unit of the values', () => {
    const random = randomFrom(2);
    const x = Float64Array.from(square.cells, () => poisson(2, random));
    const plain = giStar(x, squareGraph).z;
    const scaled = giStar(
      x.map((value) => 365 * value + 1e4),
      squareGraph,
    ).z;
    expect(Math.max(...plain.map((z, i) => Math.abs(z - (scaled[i] ?? Number.NaN))))).toBeLessThan(1e-9);
  });

  it('bins by q at .10, .05 and .01 inclusive, with the sign of z', () => {
    const q = Float64Array.of(0.01, 0.05, 0.1, 0.1001, 0.0001, 0.05, Number.NaN);
    const z = Float64Array.of(3, 2.5, 2, 1, -4, -3, Number.NaN);
    expect(binOf(z, q)).toEqual(Int8Array.of(3, 2, 1, 0, -3, -2, 0));
  });
});

describe('Gi* by simulation', () => {
  it('keeps α without any pattern', () => {
    const random = randomFrom(41);
    let below = 0;
    for (let field = 0; field < 40; field++) {
      const x = Float64Array.from(square.cells, () => poisson(3, random));
      below += share(giStar(x, squareGraph).p, (p) => p < 0.05) / 40;
    }
    expect(below).toBeGreaterThan(0.04);
    expect(below).toBeLessThan(0.06);
  });

  it('finds a planted cluster whole, and little around it', () => {
    const random = randomFrom(8);
    const planted = new Set(gridDisk(latLngToCell(51.56, 0.6, 9), 3));
    const around = new Set(gridDisk(latLngToCell(51.56, 0.6, 9), 4));
    const x = Float64Array.from(square.cells, (cell) => poisson(planted.has(cell) ? 8 : 1, random));
    const { z, p } = giStar(x, squareGraph);
    const bin = binOf(z, benjaminiHochberg(p));
    square.cells.forEach((cell, i) => {
      if (planted.has(cell)) expect(bin[i]).toBe(3);
      if (!around.has(cell)) expect(bin[i]).toBeLessThan(2);
    });
  });
});

describe('conditional permutation', () => {
  const x = Float64Array.from(input.values.count);
  const graph = graphOf(input.neighbours.ring1);

  it('gives the same bytes for the same seed, and leaves z as it is', () => {
    const one = giStarPermutation(x, graph, { permutations: 99, seed: 5 });
    expect(giStarPermutation(x, graph, { permutations: 99, seed: 5 })).toEqual(one);
    expect(giStarPermutation(x, graph, { permutations: 99, seed: 6 }).p).not.toEqual(one.p);
    expect(one.z).toEqual(giStar(x, graph).z);
  });

  it('converges on the exact p-value of a small case', () => {
    // Cell 0 holds 4 and has one of the other cells (3, 1, 0, 0) beside it: 4 + 3 = 7 against an expected 2 · 1.6 = 3.2,
    // a distance of 3.8 that one draw in four reaches. Beside 1 the distance is 1.8, which 7 and 5 of four reach.
    const small = Float64Array.of(4, 3, 1, 0, 0);
    const beside3 = graphOf([[0, 1], [1], [2], [3], [4]]);
    const beside1 = graphOf([[0, 2], [1], [2], [3], [4]]);
    // The tolerance of .005 is four standard errors and more of 200,000 draws.
    const settings = { permutations: 200_000, seed: 3 };
    expect(giStarPermutation(small, beside3, settings).p[0]).toBeCloseTo(0.25, 2);
    expect(giStarPermutation(small, beside1, settings).p[0]).toBeCloseTo(0.5, 2);
  });

  it('lies between 1/(1 + B) and 1, and is 1 for a cell without neighbours', () => {
    const { p } = giStarPermutation(x, graph, { permutations: 49, seed: 1 });
    expect(Math.min(...p)).toBe(1 / 50);
    expect(Math.max(...p)).toBeLessThanOrEqual(1);
    const alone = input.neighbours.ring1.findIndex((list) => list.length === 1);
    expect(p[alone]).toBe(1);
  });

  it('keeps α on skewed harm, where the normal p-value cannot be trusted in the far tail', () => {
    const random = randomFrom(17);
    const harms = [0, 0, 0, 0, 0, 0, 1, 1, 10, 10, 365];
    const permuted: number[] = [];
    const normal: number[] = [];
    for (let field = 0; field < 6; field++) {
      const harm = Float64Array.from(square.cells, () => harms[random.below(harms.length)] ?? 0);
      permuted.push(
        share(giStarPermutation(harm, squareGraph, { permutations: 199, seed: field }).p, (p) => p <= 0.01),
      );
      normal.push(share(giStar(harm, squareGraph).p, (p) => p <= 0.01));
    }
    const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    expect(mean(permuted)).toBeLessThan(0.012);
    expect(mean(normal)).toBeGreaterThan(0.015);
  });

  it('does not call a single grave offence a hot spot', () => {
    const random = randomFrom(23);
    const harm = shuffle(
      Float64Array.from(square.cells, (_, i) => (i === 0 ? 5475 : i < 300 ? 10 : 0)),
      random,
    );
    const alone = harm.indexOf(5475);
    expect(giStar(harm, squareGraph).p[alone]).toBeLessThan(1e-50);
    expect(giStarPermutation(harm, squareGraph, { permutations: 199, seed: 1 }).p[alone]).toBeGreaterThan(0.05);
  });
});
