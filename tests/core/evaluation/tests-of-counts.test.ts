import { describe, expect, it } from 'vitest';
import { eTest } from '../../../src/core/evaluation/e-test.ts';
import { exactPermutation, redrawnP } from '../../../src/core/evaluation/randomisation.ts';
import { compareArms } from '../../../src/core/evaluation/rate-ratio.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';
import expected from '../../fixtures/patrol-trial/expected.json' with { type: 'json' };

const near = (found: number, theirs: number, relative = 1e-9) =>
  expect(Math.abs(found - theirs)).toBeLessThanOrEqual(relative * Math.abs(theirs));

describe('E-test of two Poisson rates', () => {
  it('the published values: 3 against 0 and 6 against 2', () => {
    expect(eTest(3, 0)).toBeCloseTo(0.0884, 4);
    expect(eTest(6, 2)).toBeCloseTo(0.1749, 4);
  });

  it.each(expected.etests)('agrees with laying out all pairs: $y1 in $e1 against $y2 in $e2', (c) => {
    near(eTest(c.y1, c.y2, c.e1, c.e2, c.d), c.p);
  });

  it('is the same turned round, 1 for equal counts, and says nothing against no events at all', () => {
    expect(eTest(9, 4, 21, 28)).toBeCloseTo(eTest(4, 9, 28, 21), 12);
    expect(eTest(5, 5)).toBeCloseTo(1, 12);
    expect(eTest(0, 0)).toBe(1);
  });
});

describe('rate ratio of two arms', () => {
  it('12 on 720 place-days against 60 on 1,080: 70 % fewer, exact and approximate', () => {
    const found = compareArms({ events: 12, placeDays: 720 }, { events: 60, placeDays: 1080 });
    expect(found.ratio).toBeCloseTo(0.3, 12);
    expect(found.changePercent).toBeCloseTo(-70, 10);
    expect([found.lo, found.hi]).toEqual([expect.closeTo(0.146897, 6), expect.closeTo(0.563385, 6)]);
    expect(found.p).toBeCloseTo(3.057e-5, 8);
    expect(found.approximate.se).toBeCloseTo(0.316228, 6);
    expect([found.approximate.lo, found.approximate.hi]).toEqual([
      expect.closeTo(0.161416, 6),
      expect.closeTo(0.557564, 6),
    ]);
    expect(found.approximate.z).toBeCloseTo(-3.807296, 6);
    expect(found.approximate.p).toBeCloseTo(0.000140494, 9);
  });

  it.each(expected.ratios)(
    'agrees with a Poisson regression: $y1 in $e1 against $y2 in $e2',
    ({ y1, e1, y2, e2, ...r }) => {
      const { approximate } = compareArms({ events: y1, placeDays: e1 }, { events: y2, placeDays: e2 });
      for (const name of ['se', 'z', 'p', 'lo', 'hi'] as const) near(approximate[name], r[name], 1e-8);
    },
  );

  it('half an event is added to both when one arm has none; none at all says nothing', () => {
    const none = compareArms({ events: 0, placeDays: 72 }, { events: 8, placeDays: 108 });
    expect(none).toMatchObject({ ratio: 0, lo: 0 });
    expect(none.approximate.se).toBeCloseTo(Math.sqrt(1 / 0.5 + 1 / 8.5), 12);
    expect(compareArms({ events: 0, placeDays: 1 }, { events: 0, placeDays: 1 }).approximate.p).toBeNaN();
  });
});

const allocationOf = (y: readonly (readonly number[])[], treated: readonly (readonly number[])[]) => ({
  value: Float64Array.from(y.flat()),
  assigned: Uint8Array.from(treated.flat()),
  group: y.flatMap((values, place) => values.map(() => place)),
});

describe('drawing the lots again', () => {
  it('three places, six days, three treated each: 56 of 8,000 allocations have as few as 2 of 17', () => {
    const [paper] = expected.permutations;
    const found = exactPermutation(allocationOf(paper?.y ?? [], paper?.treated ?? []));
    expect(found).toMatchObject({ treatedSum: 2, total: 17, allocations: 8000, asLow: 56 });
    expect(found?.pLower).toBeCloseTo(0.007, 12);
    expect(found?.p).toBeCloseTo(0.014, 12);
  });

  it.each(expected.permutations)('agrees with listing every allocation: $allocations of them', (c) => {
    const found = exactPermutation(allocationOf(c.y, c.treated));
    expect(found).toMatchObject({ treatedSum: c.sum, allocations: c.allocations, asLow: c.asLow });
    for (const name of ['pLower', 'pUpper', 'p'] as const) expect(found?.[name]).toBeCloseTo(c[name], 12);
  });

  it('by chance comes to what the exact test counts', () => {
    for (const c of expected.permutations) {
      const allocation = allocationOf(c.y, c.treated);
      expect(Math.abs(redrawnP(allocation, 40_000, 5) - c.p)).toBeLessThan(4 * Math.sqrt((c.p * (1 - c.p)) / 40_000));
    }
  });

  it('the same seed gives the same p, and values are not touched', () => {
    const [paper] = expected.permutations;
    const allocation = allocationOf(paper?.y ?? [], paper?.treated ?? []);
    const before = allocation.value.slice();
    expect(redrawnP(allocation, 999, 3)).toBe(redrawnP(allocation, 999, 3));
    expect(allocation.value).toEqual(before);
  });

  it('does not count what is no whole number', () => {
    const allocation = { value: Float64Array.of(1.5, 0), assigned: Uint8Array.of(1, 0), group: [0, 0] };
    expect(exactPermutation(allocation)).toBeNull();
    expect(redrawnP(allocation, 99, 1)).toBe(1);
  });

  it('nothing to draw says nothing', () => {
    const all = { value: Float64Array.of(3, 1), assigned: Uint8Array.of(1, 1), group: [0, 0] };
    expect(redrawnP(all, 99, 1)).toBe(1);
    expect(exactPermutation(all)).toMatchObject({ allocations: 1, p: 1 });
  });

  it('under a null of skewed harm p is below 5 % in 5 % of 500 trials of 199 draws, and below 10 % in 10 %', () => {
    const random = randomFrom(2021);
    const [places, days, perDay] = [20, 90, 8];
    const value = new Float64Array(places * days);
    const assigned = new Uint8Array(places * days);
    const group = Uint32Array.from(value, (_, row) => row % days);
    const weights = [10, 10, 10, 365, 365, 547.5, 1460, 5475];
    let [at5, at10] = [0, 0];
    for (let trial = 0; trial < 500; trial++) {
      value.forEach((_, row) => {
        value[row] = random.uniform() < 0.05 ? (weights[random.below(8)] ?? 0) * (1 + random.uniform()) : 0;
      });
      assigned.fill(0);
      for (let day = 0; day < days; day++) {
        for (let drawn = 0; drawn < perDay; ) {
          const row = random.below(places) * days + day;
          if (assigned[row] === 1) continue;
          assigned[row] = 1;
          drawn += 1;
        }
      }
      const p = redrawnP({ value, assigned, group }, 199, trial);
      at5 += Number(p <= 0.05);
      at10 += Number(p <= 0.1);
    }
    // three standard errors about 25 and 50
    expect(at5).toBeGreaterThanOrEqual(11);
    expect(at5).toBeLessThanOrEqual(39);
    expect(at10).toBeGreaterThanOrEqual(30);
    expect(at10).toBeLessThanOrEqual(70);
  });
});
