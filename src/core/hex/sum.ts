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
