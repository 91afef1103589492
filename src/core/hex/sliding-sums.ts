// biome-ignore-all lint/style/noNonNullAssertion: positions stay below the columns' lengths and cells below n
/**
 * Sums per cell of a period that slides: of one and the next most rows are the same, so those that came are added and
 * those that went are taken away.
 *
 * Rounding would make that differ from summing everything. It is done where nothing is ever rounded: with weights in
 * sixteenths (numbers, days of the Crime Harm Index) whose total is far below 2⁵³ sixteenths. Others – roots – are summed
 * anew each time.
 */
import { lengthOf, type Stretch } from '../offences/by-day.ts';
import { type CellSums, sumStretches } from './sum.ts';

/** Rows in the order of their days, all in a cell below `n`. */
export interface OrderedColumns {
  readonly cell: Int32Array;
  readonly harm: Float64Array;
  readonly value: Float64Array | 'count' | 'harm';
  readonly n: number;
}

/** A function of the stretches that a period takes of these rows; its arrays are the caller's. */
export function slidingSums({ cell, harm, value, n }: OrderedColumns): (stretches: readonly Stretch[]) => CellSums {
  const exact = typeof value === 'string' && sumsExactly(harm);
  const whole = (stretches: readonly Stretch[]) => sumStretches(stretches, cell, harm, value, n);
  if (!exact) return whole;
  let last: { readonly stretches: readonly Stretch[]; readonly count: Float64Array; readonly harm: Float64Array } = {
    stretches: [],
    count: new Float64Array(n),
    harm: new Float64Array(n),
  };
  return (stretches) => {
    const moved = movesBetween(last.stretches, stretches);
    if (lengthOf(moved) < lengthOf(stretches)) {
      for (const { start, end, sign } of moved) {
        for (let at = start; at < end; at++) {
          const c = cell[at]!;
          last.count[c]! += sign;
          last.harm[c]! += sign * harm[at]!;
        }
      }
      last = { ...last, stretches };
    } else {
      last = { ...whole(stretches), stretches };
    }
    const count = last.count.slice();
    const harmSum = last.harm.slice();
    return { count, harm: harmSum, value: value === 'count' ? count : harmSum };
  };
}

function sumsExactly(weights: Float64Array): boolean {
  let total = 0;
  for (let at = 0; at < weights.length; at++) {
    const sixteenths = weights[at]! * 16;
    if (sixteenths !== Math.trunc(sixteenths)) return false;
    total += Math.abs(sixteenths);
  }
  return total < 2 ** 52;
}

interface Move extends Stretch {
  /** 1 for rows that came, −1 for rows that went. */
  readonly sign: 1 | -1;
}

/** What makes the rows of one period those of another. */
function movesBetween(before: readonly Stretch[], after: readonly Stretch[]): readonly Move[] {
  const out = (of: Stretch): Move => ({ ...of, sign: -1 });
  const into = (of: Stretch): Move => ({ ...of, sign: 1 });
  if (before.length !== after.length) return [...before.map(out), ...after.map(into)];
  return after.flatMap((next, kind) => {
    const old = before[kind]!;
    if (next.start >= old.end || next.end <= old.start) return [out(old), into(next)];
    return [
      next.start < old.start ? into({ start: next.start, end: old.start }) : out({ start: old.start, end: next.start }),
      next.end > old.end ? into({ start: old.end, end: next.end }) : out({ start: next.end, end: old.end }),
    ];
  });
}
