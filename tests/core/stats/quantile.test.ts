import { describe, expect, it } from 'vitest';
import { quantile, sortedQuantile } from '../../../src/core/stats/quantile.ts';

describe('quantiles', () => {
  it('interpolate between order statistics as R does (type 7)', () => {
    const values = Float64Array.of(7, 1, 3, 2);
    expect(quantile(values, 0.5)).toBe(2.5);
    expect(quantile(values, 0.25)).toBe(1.75);
    expect(quantile(values, 0.9)).toBeCloseTo(5.8, 14);
    expect(values).toEqual(Float64Array.of(7, 1, 3, 2));
  });

  it('take the ends at 0 and 1 and beyond them', () => {
    const sorted = Float64Array.of(1, 2, 9);
    expect([-1, 0, 1, 2].map((p) => sortedQuantile(sorted, p))).toEqual([1, 1, 9, 9]);
  });

  it('leave NaN out, and are NaN when nothing is left', () => {
    expect(quantile(Float64Array.of(Number.NaN, 4, 2), 0.5)).toBe(3);
    expect(quantile(Float64Array.of(Number.NaN), 0.5)).toBeNaN();
    expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
  });

  it('survive infinities', () => {
    const sorted = Float64Array.of(0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    expect(sortedQuantile(sorted, 0.75)).toBe(Number.POSITIVE_INFINITY);
  });
});
