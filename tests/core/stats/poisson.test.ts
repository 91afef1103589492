import { describe, expect, it } from 'vitest';
import { poissonUpperTail } from '../../../src/core/stats/poisson.ts';
import expected from '../../fixtures/near-repeat/expected.json' with { type: 'json' };

describe('the upper tail of the Poisson distribution', () => {
  it('on paper: one or more where two are expected is 1 − e⁻²', () => {
    expect(poissonUpperTail(1, 2)).toBeCloseTo(1 - Math.exp(-2), 15);
    expect(poissonUpperTail(3, 1.6)).toBeCloseTo(1 - Math.exp(-1.6) * (1 + 1.6 + 1.28), 15);
  });

  it.each(expected.tails)('of %d or more where %d are expected is that of R', (k, mean, tail) => {
    const found = poissonUpperTail(k ?? 0, mean ?? 0);
    expect(Math.abs(found - (tail ?? 0))).toBeLessThanOrEqual(1e-12 * (tail ?? 0));
  });

  it('falls with k, rises with the mean, and stays between 0 and 1', () => {
    for (let k = 1; k < 60; k++) {
      const p = poissonUpperTail(k, 20);
      expect(p).toBeLessThan(poissonUpperTail(k - 1, 20));
      expect(p).toBeLessThan(poissonUpperTail(k, 21));
    }
    expect(poissonUpperTail(10, 1e5)).toBe(1);
    expect(poissonUpperTail(1e5, 1)).toBe(0);
    expect(poissonUpperTail(2, Number.NaN)).toBeNaN();
  });
});
