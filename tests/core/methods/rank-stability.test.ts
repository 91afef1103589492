import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankStability } from '../../../src/core/methods/rank-stability.ts';

const of = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 60 });

describe('rank stability', () => {
  it('on paper: three cells with a value, one leads only by its grave offence, one falls to nothing', () => {
    const value = { low: of(5, 30, 0, 40), default: of(90, 30, 20, 0), high: of(90, 30, 95, 99) };
    expect(rankStability(value, 7)).toEqual({
      rows: [
        { index: 0, rank: 1, low: 3, high: 3 },
        { index: 1, rank: 2, low: 2, high: 4 },
        { index: 2, rank: 3, low: null, high: 2 },
      ],
      inLow: 2,
      inHigh: 2,
      largestMove: 2,
      ranged: 7,
    });
  });

  it('only the best twenty are followed', () => {
    const rising = Float64Array.from({ length: 50 }, (_, i) => i + 1);
    const falling = rising.toReversed();
    const { rows, inLow, inHigh, largestMove } = rankStability({ low: rising, default: rising, high: falling }, 1);
    expect(rows).toHaveLength(20);
    expect([inLow, inHigh, largestMove]).toEqual([20, 0, 49]);
  });

  it('the same weights three times move nothing', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const value = of(...numbers);
        const { rows, inLow, inHigh, largestMove } = rankStability({ low: value, default: value, high: value }, 0);
        expect([inLow, inHigh, largestMove]).toEqual([rows.length, rows.length, 0]);
      }),
    );
  });

  it('weights that all grow by the same factor move nothing', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const value = of(...numbers);
        const stable = rankStability(
          { low: value.map((v) => v / 4), default: value, high: value.map((v) => v * 8) },
          1,
        );
        expect(stable.largestMove).toBe(0);
      }),
    );
  });

  it('no cell and no value give an empty list', () => {
    for (const value of [of(), of(0, 0, 0)]) {
      expect(rankStability({ low: value, default: value, high: value }, 0).rows).toEqual([]);
    }
  });
});
