import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import type { NeighbourGraph } from '../../../src/core/hex/grid.ts';
import {
  defaultEmergingSettings,
  emergingHotSpots,
  type SpaceTimeCube,
  spaceTimeCube,
  spaceTimeGiStar,
} from '../../../src/core/methods/emerging.ts';
import { emergingCategories, emergingCategory } from '../../../src/core/methods/emerging-categories.ts';
import { benjaminiHochberg } from '../../../src/core/stats/fdr.ts';
import { normalTwoSided } from '../../../src/core/stats/normal.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';
import expected from '../../fixtures/emerging/expected.json' with { type: 'json' };
import input from '../../fixtures/emerging/input.json' with { type: 'json' };

function graphOf(lists: readonly (readonly number[])[]): NeighbourGraph {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + list.length;
  });
  return { offsets, items: Uint32Array.from(lists.flat()) };
}

const alone = (n: number) => graphOf(Array.from({ length: n }, (_, i) => [i]));
const covered = (steps: number) => new Uint8Array(steps).fill(1);

/** "1" hot, "-" cold, "0" neither. */
const seriesOf = (text: string) => [...text].map((c) => (c === '-' ? -1 : Number(c)));
const flat = { z: 0.2, p: 0.8 };
const rising = { z: 3.2, p: 0.001 };
const falling = { z: -3.2, p: 0.001 };

describe('the category of a series', () => {
  it.each([
    ['0000000000', flat, 'no-pattern'],
    ['0000000001', flat, 'new-hot'],
    ['0000000111', flat, 'consecutive-hot'],
    ['0101001001', flat, 'sporadic-hot'],
    ['1111111110', flat, 'historical-hot'],
    ['1111111110', rising, 'historical-hot'],
    ['1111111111', rising, 'intensifying-hot'],
    ['0111111111', rising, 'intensifying-hot'],
    ['1111111111', flat, 'persistent-hot'],
    ['1111111111', falling, 'diminishing-hot'],
    ['-000000001', flat, 'oscillating-hot'],
    ['-000000111', flat, 'oscillating-hot'],
    ['0101001000', flat, 'no-pattern'],
    // one step in ten is missing a tenth: eight of ten are a run, not persistence
    ['0011111111', rising, 'consecutive-hot'],
  ] as const)('%s is %o: %s, and its mirror image the cold one', (text, trend, category) => {
    const series = seriesOf(text);
    expect(emergingCategory(series, trend, 0.1)).toBe(category);
    const mirror = emergingCategory(
      series.map((h) => -h),
      { z: -trend.z, p: trend.p },
      0.1,
    );
    expect(mirror).toBe(category.replace('hot', 'cold'));
  });

  it('where rules of both sides hold, the last significant step decides', () => {
    expect(emergingCategory(seriesOf('111111111-'), flat, 0.1)).toBe('oscillating-cold');
    expect(emergingCategory(seriesOf('-111111111'), rising, 0.1)).toBe('intensifying-hot');
  });

  it('a cold history that is over is told even when a hot step came last', () => {
    expect(emergingCategory(seriesOf('------------------10'), flat, 0.1)).toBe('historical-cold');
  });

  it('a trend counts below the level asked for', () => {
    expect(emergingCategory(seriesOf('1111111111'), { z: 1.9, p: 0.06 }, 0.05)).toBe('persistent-hot');
    expect(emergingCategory(seriesOf('1111111111'), { z: 1.9, p: 0.06 }, 0.1)).toBe('intensifying-hot');
  });

  it('has seventeen names', () => {
    expect(new Set(emergingCategories).size).toBe(17);
  });
});

describe('Gi* in space and time', () => {
  it('on paper: two cells apart, two steps, one offence in the last bin', () => {
    // N = 4, mean ¼, S = √3/4. First step: W = 1, spread S·√(3/3); second: W = 2, spread S·√(4/3) = ½.
    const cube: SpaceTimeCube = { n: 2, values: Float64Array.of(0, 0, 0, 1), covered: covered(2) };
    const z = spaceTimeGiStar(cube, alone(2));
    [-1 / Math.sqrt(3), -1 / Math.sqrt(3), -1, 1].forEach((value, bin) => {
      expect(z[bin]).toBeCloseTo(value, 12);
    });
  });

  const cube: SpaceTimeCube = {
    n: input.cells.length,
    values: Float64Array.from(input.values.flat()),
    covered: Uint8Array.from(input.covered),
  };
  const graph = graphOf(input.neighbours);

  it('agrees with spdep::localG and p.adjust to 1e-9, across a gap too', () => {
    const all = spaceTimeGiStar(cube, graph);
    const gap = input.covered.indexOf(0) * cube.n;
    expect(all.subarray(gap, gap + cube.n).every(Number.isNaN)).toBe(true);
    const z = all.filter((value) => !Number.isNaN(value));
    expect(z.length).toBe(expected.z.length);
    expect(Math.max(...z.map((value, i) => Math.abs(value - (expected.z[i] ?? 0))))).toBeLessThan(1e-9);
    const q = benjaminiHochberg(z.map(normalTwoSided));
    expect(Math.max(...q.map((value, i) => Math.abs(value - (expected.q[i] ?? 0))))).toBeLessThan(1e-9);
  });

  it('has the trends of R and shares that are those of its bins', () => {
    const found = emergingHotSpots(cube, graph, defaultEmergingSettings);
    const steps = expected.z.length / cube.n;
    for (let i = 0; i < cube.n; i++) {
      const bins = Array.from({ length: steps }, (_, s) => s * cube.n + i);
      const share = (sign: number) =>
        bins.filter((b) => (expected.q[b] ?? 1) <= 0.1 && Math.sign(expected.z[b] ?? 0) === sign).length / steps;
      expect(found.trendZ[i]).toBeCloseTo(expected.trendZ[i] ?? Number.NaN, 9);
      expect(found.trendP[i]).toBeCloseTo(expected.trendP[i] ?? Number.NaN, 9);
      expect([found.hotShare[i], found.coldShare[i]]).toEqual([share(1), share(-1)]);
      expect(found.lastZ[i]).toBeCloseTo(expected.z[bins.at(-1) ?? 0] ?? Number.NaN, 9);
    }
    expect(found.hotShare.some((share) => share > 0)).toBe(true);
  });

  it('does not depend on the unit of the values', () => {
    const scaled = { ...cube, values: cube.values.map((value) => 365 * value + 7) };
    const one = emergingHotSpots(cube, graph, defaultEmergingSettings);
    expect(emergingHotSpots(scaled, graph, defaultEmergingSettings).category).toEqual(one.category);
  });
});

describe('emerging hot spots', () => {
  const n = 400;
  const ring = graphOf(Array.from({ length: n }, (_, i) => [(i + n - 1) % n, i, (i + 1) % n]));
  const cubeOf = (steps: number, mean: (t: number, i: number) => number): SpaceTimeCube => {
    const random = randomFrom(5);
    const poisson = (m: number): number => {
      let k = 0;
      for (let product = random.uniform(); product > Math.exp(-m); product *= random.uniform()) k += 1;
      return k;
    };
    const values = Float64Array.from({ length: steps * n }, (_, bin) => poisson(mean(Math.floor(bin / n), bin % n)));
    return { n, values, covered: covered(steps) };
  };
  const nameAt = (cube: SpaceTimeCube, i: number) =>
    emergingCategories[emergingHotSpots(cube, ring, defaultEmergingSettings).category[i] ?? 0];

  it('finds what was planted: lasting, growing, new and past', () => {
    const within = (i: number, from: number) => i >= from && i < from + 5;
    const planted = cubeOf(12, (t, i) => {
      if (within(i, 0)) return 12;
      if (within(i, 100)) return 8 + 3 * t;
      if (within(i, 200)) return t === 11 ? 30 : 2;
      // the step before still counts, so that a place is hot one step longer than it was busy
      if (within(i, 300)) return t < 10 ? 20 : 0;
      return 2;
    });
    expect([2, 102, 202, 302].map((i) => nameAt(planted, i))).toEqual([
      'persistent-hot',
      'intensifying-hot',
      'new-hot',
      'historical-hot',
    ]);
  });

  it('marks little in pure noise', () => {
    const found = emergingHotSpots(
      cubeOf(26, () => 3),
      ring,
      defaultEmergingSettings,
    );
    expect(found.category.filter((code) => code !== 0).length).toBeLessThan(n * 0.02);
    const low = found.trendP.filter((p) => p < 0.05).length / n;
    expect(low).toBeLessThan(0.2);
  });

  it('a field without variation has no pattern and no numbers', () => {
    const found = emergingHotSpots({ n: 3, values: new Float64Array(30).fill(2), covered: covered(10) }, alone(3), {
      ...defaultEmergingSettings,
    });
    expect([...found.category]).toEqual([0, 0, 0]);
    expect(found.lastZ.every(Number.isNaN) && found.trendZ.every(Number.isNaN)).toBe(true);
    expect([...found.hotShare]).toEqual([0, 0, 0]);
  });

  it('needs ten steps with data', () => {
    const nine = { ...cubeOf(10, () => 2), covered: covered(10) };
    nine.covered[4] = 0;
    expect(() => emergingHotSpots(nine, ring, defaultEmergingSettings)).toThrow(InputError);
    expect(() => emergingHotSpots(nine, ring, defaultEmergingSettings)).toThrow(/Only 9 steps have data/);
  });

  it('the cube holds the weights of the rows that are in a step, in a cell and in the mask', () => {
    const cube = spaceTimeCube(
      Int32Array.of(0, 1, 1, -1, 1, 1),
      Int32Array.of(1, 0, 0, 0, -1, 1),
      Uint8Array.of(1, 1, 1, 1, 1, 0),
      Float64Array.of(1, 2, 4, 8, 16, 32),
      covered(2),
      2,
    );
    expect([...cube.values]).toEqual([0, 1, 6, 0]);
  });
});
