import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannKendall } from '../../../src/core/stats/mann-kendall.ts';
import expected from '../../fixtures/mann-kendall/expected.json' with { type: 'json' };

describe('Mann–Kendall', () => {
  it('on paper: ten rising values, and five with ties that cancel out', () => {
    const rising = mannKendall([0.5, 1.2, 0.9, 1.8, 2.1, 1.9, 2.5, 2.7, 2.4, 3.1]);
    expect(rising).toMatchObject({ steps: 10, s: 37, variance: 125 });
    expect(rising.z).toBeCloseTo(3.219938, 6);
    expect(rising.p).toBeCloseTo(0.001282, 6);
    expect(rising.tau).toBeCloseTo(0.822222, 6);
    // S is 1, so what is left of it after the correction is 0
    expect(mannKendall([2, 2, 1, 3, 2])).toMatchObject({ s: 1, variance: 13, z: 0, p: 1 });
  });

  it.each(expected.series)('agrees with R, S = $s', ({ x, s, z, p }) => {
    const trend = mannKendall(x.map((value) => value ?? Number.NaN));
    expect(trend.s).toBe(s);
    expect(trend.z).toBeCloseTo(z, 12);
    expect(trend.p).toBeCloseTo(p, 12);
  });

  it('reversed it has the opposite sign, and order-preserving changes of the values leave it as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 30 }), (x) => {
        const trend = mannKendall(x);
        expect(mannKendall(x.toReversed()).z).toBe(trend.z === 0 ? 0 : -trend.z);
        expect(mannKendall(x.map((value) => value ** 3 + 7))).toEqual(trend);
      }),
    );
  });

  it('reads one series out of a table', () => {
    const table = [9, 1, 9, 2, 9, 3, 9, 5, 9, 4];
    expect(mannKendall(table, 1, 2, 5)).toEqual(mannKendall([1, 2, 3, 5, 4]));
  });

  it('skips missing steps, has no trend in equal values and nothing to tell of one', () => {
    expect(mannKendall([Number.NaN, 1, Number.NaN, 2, 3])).toEqual(mannKendall([1, 2, 3]));
    expect(mannKendall([4, 4, 4, 4])).toMatchObject({ s: 0, variance: 0, z: 0, p: 1, tau: 0 });
    expect(mannKendall([4])).toMatchObject({ steps: 1, z: Number.NaN, p: Number.NaN, tau: Number.NaN });
    expect(mannKendall([]).steps).toBe(0);
  });
});
