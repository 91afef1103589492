import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stableOrder } from '../../../src/core/stats/order.ts';

/** The order by comparisons, ties by index and NaN last. */
function byComparison(values: Float64Array, sign: 1 | -1): number[] {
  const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -sign : sign);
  const number = (i: number) => values[i] ?? Number.NaN;
  return [...values.keys()].sort((i, j) => {
    const nanI = Number.isNaN(number(i));
    const nanJ = Number.isNaN(number(j));
    if (nanI || nanJ) return Number(nanI) - Number(nanJ) || i - j;
    return compare(number(i), number(j)) || i - j;
  });
}

describe('stable order', () => {
  it('puts NaN last, keeps ties in sequence and takes 0 and −0 for equal, both ways', () => {
    const values = Float64Array.of(0, Number.NaN, -0, 3, Number.NEGATIVE_INFINITY, 3, -2, Number.POSITIVE_INFINITY);
    expect([...stableOrder(values, 'ascending')]).toEqual([4, 6, 0, 2, 3, 5, 7, 1]);
    expect([...stableOrder(values, 'descending')]).toEqual([7, 3, 5, 0, 2, 6, 4, 1]);
  });

  it('is that of a comparison sort for any numbers', () => {
    // Few distinct values beside arbitrary ones, so that ties and near ties come up.
    const number = fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }), fc.double({ min: 1, max: 1 + 1e-12 }));
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), (list) => {
        const values = Float64Array.from(list);
        expect([...stableOrder(values, 'ascending')]).toEqual(byComparison(values, 1));
        expect([...stableOrder(values, 'descending')]).toEqual(byComparison(values, -1));
      }),
    );
  });

  it('holds for long runs of values that differ in their last digits only', () => {
    const values = Float64Array.from({ length: 5_000 }, (_, i) => 1 + ((i * 7919) % 5_000) * Number.EPSILON);
    expect([...stableOrder(values, 'ascending')]).toEqual(byComparison(values, 1));
  });

  it('leaves its input alone and takes an empty one', () => {
    const values = Float64Array.of(2, -0, 1);
    stableOrder(values, 'descending');
    expect(values).toEqual(Float64Array.of(2, -0, 1));
    expect(stableOrder(new Float64Array(0), 'ascending')).toEqual(new Uint32Array(0));
  });
});
