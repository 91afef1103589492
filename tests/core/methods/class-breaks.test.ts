import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classBreaks } from '../../../src/core/methods/class-breaks.ts';

describe('class breaks', () => {
  it('few distinct values get a class each', () => {
    expect(classBreaks(Float64Array.of(0, 1, 1, 2, 5))).toEqual([0, 2, 5]);
  });

  it('nothing but zeros has one class', () => {
    expect(classBreaks(new Float64Array(5))).toEqual([0]);
  });

  it('any values give at most seven strictly rising bounds from 0 that the largest value reaches', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 300 }), (numbers) => {
        const breaks = classBreaks(Float64Array.from(numbers));
        expect(breaks[0]).toBe(0);
        expect(breaks.length).toBeLessThanOrEqual(7);
        breaks.slice(1).forEach((b, i) => {
          expect(b).toBeGreaterThan(breaks[i] ?? 0);
          expect(b).toBeLessThanOrEqual(Math.max(...numbers));
        });
      }),
    );
  });

  it('skewed harm fills every class', () => {
    const values = Float64Array.from({ length: 2000 }, (_, i) => Math.round(Math.exp((i / 2000) * 9)));
    const breaks = classBreaks(values);
    expect(breaks).toHaveLength(7);
    breaks.forEach((from, k) => {
      const to = breaks[k + 1] ?? Number.POSITIVE_INFINITY;
      expect(values.filter((v) => v >= from && v < to).length).toBeGreaterThan(20);
    });
  });
});
