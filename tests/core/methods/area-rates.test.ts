import { describe, expect, it } from 'vitest';
import { areaRates, areaRatios } from '../../../src/core/methods/area-rates.ts';
import { FEWEST_TIMED, sidesHours } from '../../../src/core/methods/sides.ts';
import type { HoursResult } from '../../../src/core/results.ts';
import { poissonInterval } from '../../../src/core/stats/poisson-interval.ts';
import fromR from '../../fixtures/area-rates/area-rates.json' with { type: 'json' };

const counts = { count: 130, harm: 5_200, areaM2: 110_000_000, residents: 188_000, days: 59 };
const others = { count: 95, harm: 1_900, areaM2: 340_000_000, residents: 182_000, days: 61 };

describe('rates of areas', () => {
  it('the interval of a count is that of Garwood’s table: ten events, 4.80 to 18.39', () => {
    const { lo, hi } = poissonInterval(10);
    expect(lo).toBeCloseTo(4.7954, 4);
    expect(hi).toBeCloseTo(18.3904, 4);
  });

  it.each(fromR.intervals)('agrees with R’s poisson.test for $count', ({ count, lo, hi }) => {
    const found = poissonInterval(count);
    expect(Math.abs(found.lo - lo)).toBeLessThanOrEqual(1e-9 * (1 + lo));
    expect(Math.abs(found.hi - hi)).toBeLessThanOrEqual(1e-9 * (1 + hi));
  });

  it('the ratio by residents and covered days agrees with R', () => {
    const { per1000 } = areaRatios(counts, others);
    expect(per1000?.ratio).toBeCloseTo(fromR.ratio.ratio, 10);
    expect(per1000?.lo).toBeCloseTo(fromR.ratio.lo, 10);
    expect(per1000?.hi).toBeCloseTo(fromR.ratio.hi, 10);
    expect(per1000?.p).toBeCloseTo(fromR.ratio.p, 10);
  });

  it('a period that the data do not cover has no figures, rather than none recorded', () => {
    const missing = areaRates({ ...counts, count: 0, harm: 0, days: 0 });
    expect([missing.count, missing.harm, missing.perKm2.rate, missing.perKm2.hi]).toEqual(Array(4).fill(Number.NaN));
    expect(missing.perDay).toBeNull();
    expect(areaRates({ ...counts, count: 0, harm: 0 }).perKm2.rate).toBe(0);
  });

  it('rates are counts over km², thousands of residents and days', () => {
    const rates = areaRates(counts);
    expect(rates.perKm2.rate).toBeCloseTo(130 / 110, 12);
    expect(rates.per1000?.rate).toBeCloseTo(130 / 188, 12);
    expect(rates.perDay?.rate).toBeCloseTo(130 / 59, 12);
    expect(rates.harmPerKm2).toBeCloseTo(5_200 / 110, 12);
    expect(rates.per1000?.lo).toBeLessThan(130 / 188);
    expect(rates.per1000?.hi).toBeGreaterThan(130 / 188);
  });

  it('without residents or dates there are no rates by them, and none is made up', () => {
    const bare = areaRates({ ...counts, residents: null, days: null });
    expect(bare.per1000).toBeNull();
    expect(bare.harmPer1000).toBeNull();
    expect(bare.perDay).toBeNull();
    expect(areaRatios({ ...counts, residents: null }, others).per1000).toBeNull();
    expect(areaRatios({ ...counts, days: null }, { ...others, days: null }).perKm2.ratio).toBeCloseTo(
      95 / 340 / (130 / 110),
      12,
    );
  });

  it('a side whose period the data do not cover has no ratio, however many offences the other has', () => {
    expect(areaRatios(counts, { ...others, count: 0, days: 0 }).perKm2.ratio).toBeNaN();
  });

  it('nothing on either side says nothing; nothing on the first has no upper limit', () => {
    const none = { ...counts, count: 0 };
    expect(areaRatios(none, { ...others, count: 0 }).perKm2.ratio).toBeNaN();
    expect(areaRatios(none, others).perKm2.hi).toBe(Number.POSITIVE_INFINITY);
    expect(areaRates(none).perKm2).toMatchObject({ rate: 0, lo: 0 });
  });

  it('swapping the sides turns the ratio round', () => {
    const there = areaRatios(counts, others).perKm2;
    const back = areaRatios(others, counts).perKm2;
    expect(there.ratio * back.ratio).toBeCloseTo(1, 12);
    expect(there.lo * back.hi).toBeCloseTo(1, 9);
    expect(there.p).toBeCloseTo(back.p, 12);
  });
});

describe('hours of two sides', () => {
  const hoursOf = (of: (hour: number) => number): HoursResult => {
    const smoothed = Float64Array.from({ length: 168 }, (_, hour) => of(hour));
    return { smoothed, offences: FEWEST_TIMED } as unknown as HoursResult;
  };

  it('twice as many offences at the same hours are no difference', () => {
    const { difference } = sidesHours(
      hoursOf((hour) => 1 + hour),
      hoursOf((hour) => 2 + 2 * hour),
    );
    expect(Math.max(...difference.map(Math.abs))).toBeLessThan(1e-12);
  });

  it('the differences of a week add up to nothing, and lie where the other has more', () => {
    const { difference, one, other } = sidesHours(
      hoursOf(() => 1),
      hoursOf((hour) => (hour === 4 * 24 + 22 ? 10 : 1)),
    );
    expect(difference.reduce((sum, d) => sum + d, 0)).toBeCloseTo(0, 10);
    expect(difference.indexOf(Math.max(...difference))).toBe(4 * 24 + 22);
    expect(one.reduce((sum, d) => sum + d, 0)).toBeCloseTo(100, 10);
    expect(other.reduce((sum, d) => sum + d, 0)).toBeCloseTo(100, 10);
  });
});
