import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealtCurve, poissonCurve } from '../../../src/core/methods/chance-curve.ts';
import { concentrationOf, generalisedGini, gini } from '../../../src/core/methods/concentration.ts';
import { cellsHolding, curveOf, giniOfCurve, valueHeld } from '../../../src/core/methods/share-curve.ts';
import { randomFrom, shuffle } from '../../../src/core/stats/random.ts';
import expected from '../../fixtures/concentration/expected.json' with { type: 'json' };

const of = (values: readonly number[], isCount = true) =>
  concentrationOf(Float64Array.from(values), { offences: 10, isCount, chance: poissonCurve(10, values.length) });
const zeros = (n: number): number[] => new Array<number>(n).fill(0);

describe('concentration on paper', () => {
  it('4, 3, 2 and 1: half lies in one cell and a third of the next', () => {
    const cells = of([1, 4, 2, 3]).holding.map((held) => held.cells);
    expect(cells[0]).toBeCloseTo(2.5 / 4 / 4, 12);
    expect(cells[1]).toBeCloseTo((1 + 1 / 3) / 4, 12);
    expect(cells[2]).toBeCloseTo(2.5 / 4, 12);
  });

  it('where all cells hold the same, half lies in half of them', () => {
    expect(of([2, 2, 2, 2]).holding.map((held) => held.cells)).toEqual([0.25, 0.5, 0.8]);
    expect(of([2, 2, 2, 2]).gini).toBeCloseTo(0, 12);
  });

  it.each<[readonly number[], number]>([
    [[6, 3, 0], 0.444444],
    [[10, 4, 4, 4, 4, 4, 4, ...zeros(12)], 0.687307],
    [[2, 1, ...zeros(8)], 0.833333],
    [[10, 8, 2, ...zeros(7)], 0.78],
    [[5, 2, 1, ...zeros(7)], 0.8],
  ])('Gini of %j is %f', (values, value) => {
    expect(gini(Float64Array.from(values))).toBeCloseTo(value, 6);
  });

  // the last two are the examples of the authors' own R package, lorenzgini
  it.each<[readonly number[], number]>([
    [[2, 1, ...zeros(8)], 0.444444],
    [[10, 8, 2, ...zeros(7)], 0.78],
    [[5, 2, 1, ...zeros(7)], 0.75],
  ])('generalised Gini of %j is %f', (values, value) => {
    expect(generalisedGini(Float64Array.from(values))).toBeCloseTo(value, 6);
  });

  it('one offence in two cells falls by chance as exp(−½) says', () => {
    // P(X ≥ 1) = 1 − e^−½ of the cells hold all; P(X ≥ 2) = 1 − 1.5 e^−½ hold P(X ≥ 1)
    const curve = poissonCurve(1, 2);
    expect(valueHeld(curve, 1 - Math.exp(-0.5))).toBeCloseTo(1, 12);
    expect(valueHeld(curve, 1 - 1.5 * Math.exp(-0.5))).toBeCloseTo(1 - Math.exp(-0.5), 12);
  });
});

describe('concentration against R', () => {
  it.each(expected.counts.map((row, i) => ({ ...row, i })))('counts $i have its Ginis and shares', (row) => {
    const found = of(row.x);
    expect(found.gini).toBeCloseTo(row.gini, 12);
    expect(found.generalisedGini).toBeCloseTo(row.generalised, 12);
    expect(found.holding[1]?.cells).toBeCloseTo(row.half, 12);
    expect(found.holding[2]?.cells).toBeCloseTo(row.most, 12);
  });

  it.each(expected.chance)('$offences offences over $cells cells fall by chance as ppois has it', (row) => {
    const curve = poissonCurve(row.offences, row.cells);
    [0.25, 0.5, 0.8].forEach((share, i) => {
      expect(cellsHolding(curve, share)).toBeCloseTo(row.holding[i] ?? Number.NaN, 10);
    });
    expect(Math.abs(cellsHolding(curve, 0.5) - (row.dealt[0] ?? 0))).toBeLessThan(0.002);
    expect(Math.abs(giniOfCurve(curve) - (row.dealt[1] ?? 0))).toBeLessThan(0.003);
  });
});

describe('chance', () => {
  it('deals out equal weights as it does counts', () => {
    for (const [offences, cells] of [
      [300, 1000],
      [5000, 400],
    ] as const) {
      const dealt = dealtCurve(new Float64Array(offences).fill(19), cells, 1);
      const counted = poissonCurve(offences, cells);
      for (const share of [0.25, 0.5, 0.8]) {
        expect(Math.abs(cellsHolding(dealt, share) - cellsHolding(counted, share))).toBeLessThan(0.006);
      }
      expect(Math.abs(giniOfCurve(dealt) - giniOfCurve(counted))).toBeLessThan(0.006);
    }
  });

  it('deals out the same for the same seed', () => {
    const weights = Float64Array.of(1, 1, 365, 10, 0);
    expect(dealtCurve(weights, 50, 4)).toEqual(dealtCurve(weights, 50, 4));
    expect(dealtCurve(weights, 50, 4)).not.toEqual(dealtCurve(weights, 50, 5));
  });

  it('is all there is in offences that did fall by chance', () => {
    const random = randomFrom(12);
    const count = new Float64Array(20_000);
    for (let i = 0; i < 30_000; i++) {
      const cell = random.below(20_000);
      count[cell] = (count[cell] ?? 0) + 1;
    }
    const found = concentrationOf(count, { offences: 30_000, isCount: true, chance: poissonCurve(30_000, 20_000) });
    expect(Math.abs(found.gini - found.giniByChance)).toBeLessThan(0.01);
    for (const { cells, byChance } of found.holding) expect(Math.abs(cells - byChance)).toBeLessThan(0.01);
  });
});

describe('concentration', () => {
  const counts = fc.array(fc.nat(20), { minLength: 1, maxLength: 60 }).filter((values) => values.some((v) => v > 0));

  it('has a Gini of twice the area of its curve, between 0 and 1, and a generalised one no greater', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const x = Float64Array.from(values);
        const curve = curveOf(x);
        expect(curve && giniOfCurve(curve)).toBeCloseTo(gini(x), 10);
        expect(generalisedGini(x)).toBeGreaterThan(-1e-9);
        expect(generalisedGini(x)).toBeLessThanOrEqual(gini(x) + 1e-9);
      }),
    );
  });

  it('does not depend on the order of the cells', () => {
    const values = [0, 5, 5, 1, 9, 0, 2, 2];
    expect(of(shuffle([...values], randomFrom(2)))).toEqual(of(values));
  });

  it('draws a curve of at most 500 points from nothing to all, bent one way', () => {
    const random = randomFrom(8);
    for (const [cells, filled] of [
      [3000, 3000],
      [3000, 900],
      [40, 7],
      [1, 1],
    ] as const) {
      const { curve } = of(Array.from({ length: cells }, (_, i) => (i < filled ? 1 + random.below(90) : 0)));
      const n = curve.cells.length;
      expect(n).toBeLessThanOrEqual(500);
      expect([curve.cells[0], curve.value[0], curve.byChance[0]]).toEqual([0, 0, 0]);
      expect(curve.cells[n - 1]).toBeCloseTo(1, 12);
      expect([curve.value[n - 1], curve.byChance[n - 1]]).toEqual([1, 1]);
      for (let k = 1; k < n; k++) {
        expect(curve.cells[k]).toBeGreaterThan(curve.cells[k - 1] ?? 0);
        expect(curve.value[k]).toBeGreaterThanOrEqual(curve.value[k - 1] ?? 0);
        expect(curve.value[k]).toBeGreaterThanOrEqual((curve.cells[k] ?? 0) - 1e-12);
      }
    }
  });

  it('gives no generalised Gini of harm', () => {
    expect(of([365, 1, 0], false).generalisedGini).toBeNaN();
    expect(of([365, 1, 0], false).gini).toBeGreaterThan(0);
  });

  it('of nothing is not a number, and its curve empty', () => {
    const found = concentrationOf(new Float64Array(5), { offences: 0, isCount: true, chance: null });
    expect([found.gini, found.giniByChance, found.generalisedGini]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(found.holding.map((held) => held.cells)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(found.curve.cells).toHaveLength(0);
  });
});
