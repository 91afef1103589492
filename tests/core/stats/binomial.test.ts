import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binomialLowerTail,
  binomialProbability,
  binomialTwoSided,
  binomialUpperTail,
  clopperPearson,
} from '../../../src/core/stats/binomial.ts';
import expected from '../../fixtures/binomial/expected.json' with { type: 'json' };

/** Relative, and absolute where R gives nothing above the smallest numbers. */
const near = (ours: number, theirs: number): boolean => Math.abs(ours - theirs) <= 1e-10 * Math.abs(theirs) + 1e-290;

const trials = fc
  .integer({ min: 1, max: 400 })
  .chain((n) =>
    fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n), fc.double({ min: 0.01, max: 0.99, noNaN: true })),
  );

describe('the binomial distribution', () => {
  it('on paper: three tosses of a coin', () => {
    expect(binomialProbability(1, 3, 0.5)).toBeCloseTo(0.375, 15);
    expect(binomialUpperTail(2, 3, 0.5)).toBeCloseTo(0.5, 15);
    expect(binomialLowerTail(0, 3, 0.5)).toBeCloseTo(0.125, 15);
    // all three alike, on either side
    expect(binomialTwoSided(3, 3, 0.5)).toBeCloseTo(0.25, 15);
    // the upper limit after no success in n: 1 − 0.025^(1/n)
    expect(clopperPearson(0, 10, 0.95)).toEqual({ lo: 0, hi: expect.closeTo(1 - 0.025 ** 0.1, 14) });
  });

  it('agrees with R to ten digits in probabilities, tails, exact tests and intervals', () => {
    const wrong = expected.binomial.filter(({ k, n, chance, ...r }) => {
      const { lo, hi } = clopperPearson(k, n, 0.95);
      return !(
        near(binomialProbability(k, n, chance), r.probability) &&
        near(binomialUpperTail(k, n, chance), r.upper) &&
        near(binomialLowerTail(k, n, chance), r.lower) &&
        near(binomialTwoSided(k, n, chance), r.p) &&
        near(lo, r.lo) &&
        near(hi, r.hi)
      );
    });
    expect(wrong).toEqual([]);
    expect(expected.binomial.length).toBeGreaterThan(80);
  });

  it('the tails add up to one, and the two-sided p is the plain sum over outcomes no more probable', () => {
    fc.assert(
      fc.property(trials, ([k, n, chance]) => {
        expect(binomialUpperTail(k + 1, n, chance) + binomialLowerTail(k, n, chance)).toBeCloseTo(1, 12);
        const own = binomialProbability(k, n, chance) * (1 + 1e-7);
        let sum = 0;
        for (let i = 0; i <= n; i++) {
          const probability = binomialProbability(i, n, chance);
          if (probability <= own) sum += probability;
        }
        expect(binomialTwoSided(k, n, chance)).toBeCloseTo(Math.min(1, sum), 10);
      }),
    );
  });

  it('the interval holds k / n, leaves 2.5 % on each side and widens with the level', () => {
    fc.assert(
      fc.property(trials, ([k, n]) => {
        const { lo, hi } = clopperPearson(k, n, 0.95);
        expect(lo <= k / n && k / n <= hi).toBe(true);
        if (k > 0) expect(binomialUpperTail(k, n, lo)).toBeCloseTo(0.025, 12);
        if (k < n) expect(binomialLowerTail(k, n, hi)).toBeCloseTo(0.025, 12);
        const wider = clopperPearson(k, n, 0.99);
        expect(wider.lo <= lo && wider.hi >= hi).toBe(true);
      }),
    );
  });

  it('outcomes that cannot be have no probability', () => {
    expect([binomialProbability(-1, 5, 0.5), binomialProbability(6, 5, 0.5), binomialUpperTail(6, 5, 0.5)]).toEqual([
      0, 0, 0,
    ]);
    expect([binomialUpperTail(0, 5, 0.5), binomialLowerTail(5, 5, 0.5), binomialProbability(0, 5, 0)]).toEqual([
      1, 1, 1,
    ]);
  });
});
