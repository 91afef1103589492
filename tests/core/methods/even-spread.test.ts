import { describe, expect, it } from 'vitest';
import { powerSums, SKEWED, skewIfEven } from '../../../src/core/methods/even-spread.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';

const all = (n: number) => [{ start: 0, end: n }];

describe('the skewness of a neighbourhood under an even spread', () => {
  it('is 1 / √(offences per neighbourhood) for counts', () => {
    // 200 offences over 350 cells: 4 per neighbourhood of 7
    expect(skewIfEven(powerSums(null)(all(200)), 350, 7)).toBeCloseTo(1 / Math.sqrt(4), 12);
    expect(skewIfEven(powerSums(null)(all(200)), 350, 7)).toBeCloseTo(SKEWED, 12);
  });

  it('grows with unequal values: ten of 1 and one of 10 by hand', () => {
    const value = Float64Array.of(1, 1, 1, 1, 1, 10, 1, 1, 1, 1, 1);
    expect(powerSums(value)(all(11))).toEqual({ squares: 110, cubes: 1010 });
    expect(skewIfEven({ squares: 110, cubes: 1010 }, 70, 7)).toBeCloseTo((1010 / 110 ** 1.5) * Math.sqrt(10), 12);
  });

  it('of a period is that of its rows alone', () => {
    const value = Float64Array.from({ length: 50 }, (_, i) => 1 + (i % 7));
    const stretches = [
      { start: 3, end: 20 },
      { start: 40, end: 41 },
    ];
    const rows = stretches.flatMap(({ start, end }) => [...value.subarray(start, end)]);
    const found = powerSums(value)(stretches);
    expect(found.squares).toBe(rows.reduce((sum, v) => sum + v ** 2, 0));
    expect(found.cubes).toBe(rows.reduce((sum, v) => sum + v ** 3, 0));
  });

  it('is that of sums of cells over which offences were strewn', () => {
    const random = randomFrom(5);
    const value = Float64Array.from({ length: 400 }, () => (random.uniform() < 0.1 ? 20 : 1));
    const sums: number[] = [];
    for (let run = 0; run < 4000; run++) {
      let sum = 0;
      for (const v of value) if (random.below(400) < 7) sum += v;
      sums.push(sum);
    }
    const mean = sums.reduce((a, b) => a + b, 0) / sums.length;
    const moment = (k: number) => sums.reduce((a, b) => a + (b - mean) ** k, 0) / sums.length;
    expect(skewIfEven(powerSums(value)(all(400)), 400, 7)).toBeCloseTo(moment(3) / moment(2) ** 1.5, 0.5);
  });

  it('is 0 without offences', () => {
    expect(skewIfEven(powerSums(Float64Array.of(0, 0))(all(2)), 100, 7)).toBe(0);
    expect(skewIfEven(powerSums(null)([]), 100, 7)).toBe(0);
  });
});
