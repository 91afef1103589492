import { describe, expect, it } from 'vitest';
import { rateRatio } from '../../../src/core/stats/poisson-rates.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';
import expected from '../../fixtures/binomial/expected.json' with { type: 'json' };

describe('the ratio of two rates', () => {
  it('twelve events in 720 place-days against sixty in 1,080, as worked out for the crossover trial', () => {
    const { ratio, lo, hi, p } = rateRatio(12, 720, 60, 1080);
    expect(ratio).toBeCloseTo(0.3, 12);
    expect(lo).toBeCloseTo(0.146897, 6);
    expect(hi).toBeCloseTo(0.563385, 6);
    expect(p).toBeCloseTo(3.057e-5, 8);
  });

  it.each(expected.ratios)('agrees with poisson.test: $y1 in $e1 against $y2 in $e2', ({ y1, e1, y2, e2, ...r }) => {
    const found = rateRatio(y1, e1, y2, e2);
    for (const name of ['ratio', 'lo', 'hi', 'p'] as const) {
      const theirs = Number(r[name]);
      if (Number.isFinite(theirs)) expect(Math.abs(found[name] - theirs)).toBeLessThanOrEqual(1e-10 * theirs);
      else expect(found[name]).toBe(theirs);
    }
  });

  it('turned round, the ratio and its limits are the inverse and p is the same', () => {
    const one = rateRatio(9, 21, 4, 28);
    const other = rateRatio(4, 28, 9, 21);
    expect(other.ratio).toBeCloseTo(1 / one.ratio, 12);
    expect([other.lo, other.hi]).toEqual([expect.closeTo(1 / one.hi, 12), expect.closeTo(1 / one.lo, 12)]);
    expect(other.p).toBeCloseTo(one.p, 12);
  });

  it('nothing in both periods says nothing; nothing before makes the ratio infinite', () => {
    expect(rateRatio(0, 28, 0, 28)).toEqual({ ratio: Number.NaN, lo: Number.NaN, hi: Number.NaN, p: Number.NaN });
    expect(rateRatio(3, 0, 2, 28).p).toBeNaN();
    expect(rateRatio(3, 28, 0, 28)).toMatchObject({ ratio: Number.POSITIVE_INFINITY, hi: Number.POSITIVE_INFINITY });
    expect(rateRatio(0, 28, 3, 28)).toMatchObject({ ratio: 0, lo: 0 });
  });

  it('equal rates are called different at 5 % in at most 5 % of draws', () => {
    const random = randomFrom(20);
    const draw = (mean: number): number => {
      let events = 0;
      let waited = -Math.log(random.uniform());
      while (waited < mean) {
        events += 1;
        waited -= Math.log(random.uniform());
      }
      return events;
    };
    let called = 0;
    for (let i = 0; i < 2000; i++) if (rateRatio(draw(9), 28, draw(6), 28 * (2 / 3)).p <= 0.05) called += 1;
    expect(called).toBeLessThanOrEqual(110);
    expect(called).toBeGreaterThan(30);
  });
});
