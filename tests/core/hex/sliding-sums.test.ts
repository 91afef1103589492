import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slidingSums } from '../../../src/core/hex/sliding-sums.ts';
import { sumStretches } from '../../../src/core/hex/sum.ts';

const CELLS = 7;
const ROWS = 60;
/** Rows dated to the day end here, those dated by month follow. */
const MONTHS = 40;

/** Up to one stretch of each kind of date, as periods take them; empty ones are left out. */
const stretches = fc
  .tuple(fc.nat(MONTHS), fc.nat(MONTHS), fc.nat(ROWS - MONTHS), fc.nat(ROWS - MONTHS))
  .map(([a, b, c, d]) =>
    [
      { start: Math.min(a, b), end: Math.max(a, b) },
      { start: MONTHS + Math.min(c, d), end: MONTHS + Math.max(c, d) },
    ].filter(({ start, end }) => start < end),
  );
const cells = fc.array(fc.nat(CELLS - 1), { minLength: ROWS, maxLength: ROWS }).map((list) => Int32Array.from(list));
const column = (weight: fc.Arbitrary<number>) =>
  fc.array(weight, { minLength: ROWS, maxLength: ROWS }).map((list) => Float64Array.from(list));
const days = column(fc.constantFrom(0, 1, 2.5, 547.5, 5475));
const roots = column(fc.constantFrom(0, 0.1, Math.SQRT2, 23.4));

describe('sums of a period that slides', () => {
  it('are those of summing everything, to the last bit, whatever period came before', () => {
    fc.assert(
      fc.property(cells, days, fc.array(stretches, { minLength: 2, maxLength: 12 }), (cell, harm, periods) => {
        for (const value of ['count', 'harm'] as const) {
          const slide = slidingSums({ cell, harm, value, n: CELLS });
          for (const period of periods) {
            expect(slide(period)).toEqual(sumStretches(period, cell, harm, value, CELLS));
          }
        }
      }),
    );
  });

  it('are so with weights that are rounded when they are added', () => {
    fc.assert(
      fc.property(cells, roots, days, fc.array(stretches, { maxLength: 8 }), (cell, rounded, exact, periods) => {
        for (const [harm, value] of [
          [rounded, 'harm'],
          [exact, rounded],
        ] as const) {
          const slide = slidingSums({ cell, harm, value, n: CELLS });
          for (const period of periods) {
            expect(slide(period)).toEqual(sumStretches(period, cell, harm, value, CELLS));
          }
        }
      }),
    );
  });

  it('belong to the caller: what is done to one answer is not seen in the next', () => {
    const slide = slidingSums({ cell: Int32Array.of(0, 1), harm: Float64Array.of(1, 2), value: 'harm', n: 2 });
    slide([{ start: 0, end: 2 }]).harm.fill(9);
    expect(slide([{ start: 0, end: 1 }]).harm).toEqual(Float64Array.of(1, 0));
  });
});
