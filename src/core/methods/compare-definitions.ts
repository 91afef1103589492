/**
 * Do two definitions of the offences point to the same places? Offences and harm that each counts in the same cells and
 * period, the offences that both count, and the cells in the top 20 of both: |A ∩ B| of the two lists (Fagin, Kumar and
 * Sivakumar 2003, "Comparing top k lists", doi:10.1137/S0895480102412856).
 *
 * Choices: the top 20 is by the value on the map (harm, √harm or count); a list is shorter when fewer cells have a value.
 * The trap: a definition within another one shares its offences by construction; only the top says whether it would
 * send patrols elsewhere.
 */
import type { ComparedSide, ComparisonResult } from '../results.ts';
import { rankCells } from './rank.ts';

const TOP = 20;

/** Masks are per row (1 = counted), the sums per cell. */
interface Side {
  readonly mask: Uint8Array;
  readonly count: Float64Array;
  readonly harm: Float64Array;
  readonly value: Float64Array;
}

/** `cellOfRow` is the cell of each row, negative outside. */
export function compareDefinitions(cellOfRow: Int32Array, one: Side, other: Side): ComparisonResult {
  const topOfOne = topOf(one);
  const topOfOther = topOf(other);
  let bothCount = 0;
  cellOfRow.forEach((cell, row) => {
    if (cell >= 0) bothCount += (one.mask[row] ?? 0) & (other.mask[row] ?? 0);
  });
  return {
    one: sideOf(one, topOfOne.size),
    other: sideOf(other, topOfOther.size),
    bothCount,
    bothTop: [...topOfOne].filter((cell) => topOfOther.has(cell)).length,
  };
}

function topOf({ value }: Side): Set<number> {
  const { order } = rankCells(value);
  return new Set([...order.subarray(0, TOP)].filter((cell) => (value[cell] ?? 0) > 0));
}

function sideOf({ count, harm }: Side, top: number): ComparedSide {
  return { count: total(count), harm: total(harm), top };
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
