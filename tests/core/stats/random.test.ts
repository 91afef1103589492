import { describe, expect, it } from 'vitest';
import { randomFrom, randomFromState, shuffle } from '../../../src/core/stats/random.ts';

describe('seeded random numbers', () => {
  it('follow xoshiro128** from state 1, 2, 3, 4 (vector of the reference C code, as in rand_xoshiro)', () => {
    const random = randomFromState(1, 2, 3, 4);
    const first = Array.from({ length: 10 }, () => random.bits());
    expect(first).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('repeat for the same seed and differ for neighbouring, negative and large ones', () => {
    const bytes = (seed: number) => {
      const random = randomFrom(seed);
      return Array.from({ length: 100 }, () => random.bits()).join();
    };
    expect(bytes(1)).toBe(bytes(1));
    const seeds = [0, 1, 2, -1, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER];
    expect(new Set(seeds.map(bytes)).size).toBe(seeds.length);
  });

  it('stay the same from one version to the next', () => {
    const random = randomFrom(1);
    expect([random.bits(), random.uniform(), random.below(7), random.below(1000)]).toMatchInlineSnapshot(`
      [
        1943057697,
        0.9613579223179027,
        6,
        63,
      ]
    `);
  });

  it('are uniform in [0, 1)', () => {
    const random = randomFrom(7);
    const draws = Array.from({ length: 100_000 }, () => random.uniform());
    expect(Math.min(...draws.slice(0, 1000))).toBeGreaterThanOrEqual(0);
    expect(draws.every((u) => u < 1)).toBe(true);
    expect(draws.reduce((sum, u) => sum + u, 0) / draws.length).toBeCloseTo(0.5, 2);
  });

  it('draw each whole number below n equally often', () => {
    const random = randomFrom(3);
    const seen = new Array<number>(6).fill(0);
    for (let k = 0; k < 60_000; k++) {
      const drawn = random.below(6);
      seen[drawn] = (seen[drawn] ?? 0) + 1;
    }
    // Chi-square with 5 degrees of freedom: 20.5 is exceeded once in a thousand seeds.
    expect(seen.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(20.5);
    expect(random.below(1)).toBe(0);
  });

  it('shuffle to every order equally often and lose nothing', () => {
    const random = randomFrom(11);
    const seen = new Map<string, number>();
    for (let k = 0; k < 24_000; k++) {
      const order = shuffle([0, 1, 2, 3], random).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    // 23 degrees of freedom: 49.7 is exceeded once in a thousand seeds.
    expect([...seen.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(49.7);
    expect([...shuffle(Uint8Array.of(5, 6, 7), random)].sort()).toEqual([5, 6, 7]);
  });
});
