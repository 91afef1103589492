import { describe, expect, it } from 'vitest';
import { normalCdf, normalTwoSided } from '../../../src/core/stats/normal.ts';
import exact from '../../fixtures/normal/mpmath.json' with { type: 'json' };
import r from '../../fixtures/normal/r.json' with { type: 'json' };

/** Largest relative difference to the expected values. */
const worst = (z: readonly number[], p: readonly number[]) =>
  Math.max(...z.map((score, k) => Math.abs(normalTwoSided(score) / (p[k] ?? Number.NaN) - 1)));

describe('normal tails', () => {
  it('know the 95 per cent of the textbook', () => {
    expect(normalTwoSided(1.959963984540054)).toBeCloseTo(0.05, 15);
    expect(normalCdf(1.6448536269514722)).toBeCloseTo(0.95, 15);
    expect(normalCdf(0)).toBe(0.5);
    expect(normalTwoSided(0)).toBe(1);
  });

  it('agree with fifty-digit arithmetic to 1e-14 down to p = 1e-306', () => {
    expect(worst(exact.z, exact.p)).toBeLessThan(1e-14);
  });

  it("agree with R's pnorm to 1e-14", () => {
    expect(worst(r.z, r.p)).toBeLessThan(1e-14);
  });

  it('are symmetric, and the area below is what the tails leave', () => {
    for (const z of [0.1, 0.6745, 1.3, 4, 6, 9, 30]) {
      expect(normalTwoSided(-z)).toBe(normalTwoSided(z));
      expect(normalCdf(-z)).toBeCloseTo(normalTwoSided(z) / 2, 16);
      expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 15);
    }
  });

  it('end in 0, 1 and NaN', () => {
    expect(normalTwoSided(40)).toBe(0);
    expect(normalTwoSided(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalTwoSided(Number.NaN)).toBeNaN();
    expect(normalCdf(Number.NaN)).toBeNaN();
  });
});
