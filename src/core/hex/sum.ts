// biome-ignore-all lint/style/noNonNullAssertion: rows stay below the columns' lengths and cells below n
/** The sums that every map starts from: what the selected offences add up to in each cell. */

/**
 * Sum of the weights (1 each when null) of the rows with mask 1 (all when null), per cell; rows in no cell (−1) are left
 * out. `cellOfRow`, `mask` and `weights` are parallel columns; a mask holds 0 and 1 only. The answer has `n` entries.
 */
export function sumByCell(
  cellOfRow: Int32Array,
  mask: Uint8Array | null,
  weights: Float64Array | null,
  n: number,
): Float64Array {
  // Entry 0 gathers what does not count: rows in no cell and, by multiplying, rows with mask 0. A branch for each row
  // would take twice the time, because a filter's outcome cannot be guessed.
  const sums = new Float64Array(n + 1);
  const rows = cellOfRow.length;
  if (mask && weights) for (let i = 0; i < rows; i++) sums[(cellOfRow[i]! + 1) * mask[i]!]! += weights[i]!;
  else if (mask) for (let i = 0; i < rows; i++) sums[(cellOfRow[i]! + 1) * mask[i]!]! += 1;
  else if (weights) for (let i = 0; i < rows; i++) sums[cellOfRow[i]! + 1]! += weights[i]!;
  else for (let i = 0; i < rows; i++) sums[cellOfRow[i]! + 1]! += 1;
  return sums.slice(1);
}

/** Number, harm and value per cell. */
export interface CellSums {
  readonly count: Float64Array;
  readonly harm: Float64Array;
  readonly value: Float64Array;
}

/**
 * The same sums over stretches of rows that all count and all lie in a cell: `cell`, `harm` and `value` are parallel to
 * them. Sums go in the order of the rows. In place of values stands what they are when they are the number or the harm.
 */
export function sumStretches(
  stretches: readonly { readonly start: number; readonly end: number }[],
  cell: Int32Array,
  harm: Float64Array,
  value: Float64Array | 'count' | 'harm',
  n: number,
): CellSums {
  const count = new Float64Array(n);
  const harmSum = new Float64Array(n);
  if (typeof value === 'string') {
    for (const { start, end } of stretches) {
      for (let i = start; i < end; i++) {
        const c = cell[i]!;
        count[c]! += 1;
        harmSum[c]! += harm[i]!;
      }
    }
    return { count, harm: harmSum, value: value === 'count' ? count : harmSum };
  }
  const valueSum = new Float64Array(n);
  for (const { start, end } of stretches) {
    for (let i = start; i < end; i++) {
      const c = cell[i]!;
      count[c]! += 1;
      harmSum[c]! += harm[i]!;
      valueSum[c]! += value[i]!;
    }
  }
  return { count, harm: harmSum, value: valueSum };
}
