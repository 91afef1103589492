import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracyOf, auc, captureCurve, jaccard, predictedToObserved } from '../../../src/core/evaluation/accuracy.ts';
import { stableOrder } from '../../../src/core/stats/order.ts';

const ones = (n: number): Float64Array => new Float64Array(n).fill(1);
const measures = (observed: number[], predicted: number[]) => {
  const score = Float64Array.from(predicted);
  const order = stableOrder(score, 'descending');
  return observed.map((_, i) => ({
    ...accuracyOf(order, Float64Array.from(observed), ones(observed.length), i + 1),
    rri: predictedToObserved(order, score, Float64Array.from(observed), i + 1),
  }));
};
const close = (values: readonly number[], digits = 4) => values.map((value) => expect.closeTo(value, digits));

describe('the accuracy of a prediction', () => {
  it('on paper: three cells in the right order', () => {
    const found = measures([6, 3, 0], [3, 2, 1]);
    expect(found.map((m) => m.hitRate)).toEqual(close([2 / 3, 1, 1]));
    expect(found.map((m) => m.pai)).toEqual(close([2, 1.5, 1]));
    expect(found.map((m) => m.pei)).toEqual([1, 1, 1]);
    expect(found.map((m) => m.rri)).toEqual(close([0.5, 0.5556, 0.6667]));
  });

  it('agrees with ptools on six cells, two of which are predicted alike', () => {
    const found = measures([6, 7, 3, 2, 1, 0], [8, 4, 4, 2, 1, 0]);
    expect(found.map((m) => m.pai)).toEqual(close([1.8947, 2.0526, 1.6842, 1.4211, 1.2, 1]));
    expect(found.map((m) => m.pei)).toEqual(close([0.8571, 1, 1, 1, 1, 1]));
    expect(found.slice(0, 3).map((m) => m.rri)).toEqual(close([1.3333, 0.9231, 1]));
  });

  it('the area under the ROC curve counts ties as half', () => {
    const observed = Float64Array.from([1, 1, 0, 0, 1, 0, 0, 0]);
    expect(auc(Float64Array.from([0.9, 0.6, 0.7, 0.4, 0.5, 0.5, 0.2, 0.1]), observed)).toBeCloseTo(0.833333, 6);
    expect(auc(ones(8), observed)).toBe(0.5);
    expect(auc(ones(8).fill(Number.NaN), observed)).toBe(0.5);
    expect(auc(ones(8), ones(8))).toBeNaN();
  });

  it('AUC is the share of pairs in the right order, whatever the scores', () => {
    const cells = fc.array(fc.tuple(fc.constantFrom(0, 1, 2, 3), fc.constantFrom(0, 0, 1, 4)), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(cells, (list) => {
        const [hot, cold] = [list.filter(([, o]) => o > 0), list.filter(([, o]) => o === 0)];
        let wins = 0;
        for (const [a] of hot) for (const [b] of cold) wins += a > b ? 1 : a === b ? 0.5 : 0;
        const found = auc(
          Float64Array.from(list, ([s]) => s),
          Float64Array.from(list, ([, o]) => o),
        );
        const expected = wins / (hot.length * cold.length);
        if (Number.isNaN(expected)) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('PAI uses the true size of the cells; PEI compares with the best cells and never passes 1', () => {
    const order = Uint32Array.from([0, 1, 2]);
    expect(accuracyOf(order, Float64Array.from([2, 1, 1]), Float64Array.from([1, 1, 8]), 1).pai).toBeCloseTo(5, 12);
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 30 }), fc.nat(29), (observed, k) => {
        const { pei, hitRate } = accuracyOf(
          Uint32Array.from(observed.keys()),
          Float64Array.from(observed),
          ones(observed.length),
          Math.min(k + 1, observed.length),
        );
        expect(pei <= 1 || Number.isNaN(pei)).toBe(true);
        expect(hitRate <= 1 || Number.isNaN(hitRate)).toBe(true);
      }),
    );
  });

  it('the capture curve goes from nothing to everything', () => {
    const { area, captured } = captureCurve(Uint32Array.from([2, 0, 1]), Float64Array.from([1, 0, 3]), ones(3));
    expect([...captured]).toEqual([0, 0.75, 1, 1]);
    expect([...area]).toEqual(close([0, 1 / 3, 2 / 3, 1], 12));
  });

  it('Jaccard: what is in both over what is in either', () => {
    expect(jaccard([1, 2, 3], [3, 4])).toBe(0.25);
    expect([jaccard([1], [1]), jaccard([1], [2]), jaccard([], [])]).toEqual([1, 0, Number.NaN]);
  });
});
