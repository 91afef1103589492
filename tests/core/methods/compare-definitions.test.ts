import { describe, expect, it } from 'vitest';
import { compareDefinitions } from '../../../src/core/methods/compare-definitions.ts';

const of = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const side = (mask: readonly number[], count: Float64Array, harm: Float64Array) => ({
  mask: Uint8Array.from(mask),
  count,
  harm,
  value: harm,
});

describe('two definitions side by side', () => {
  const cellOfRow = Int32Array.of(0, 0, 1, 2, -1);
  const one = side([1, 1, 1, 0, 1], of(2, 1, 0), of(20, 5, 0));
  const other = side([0, 1, 0, 1, 1], of(1, 0, 1), of(10, 0, 3));

  it('on paper: what each counts, what both count, and the cells they share', () => {
    expect(compareDefinitions(cellOfRow, one, other)).toEqual({
      one: { count: 3, harm: 25, top: 2 },
      other: { count: 2, harm: 13, top: 2 },
      bothCount: 1,
      bothTop: 1,
    });
  });

  it('a definition shares everything with itself', () => {
    expect(compareDefinitions(cellOfRow, one, one)).toMatchObject({ bothCount: 3, bothTop: 2 });
  });

  it('no offences share nothing', () => {
    const none = side([0, 0, 0, 0, 0], of(0, 0, 0), of(0, 0, 0));
    expect(compareDefinitions(cellOfRow, none, one)).toMatchObject({
      one: { count: 0, top: 0 },
      bothCount: 0,
      bothTop: 0,
    });
  });
});
