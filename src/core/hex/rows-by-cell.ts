// biome-ignore-all lint/style/noNonNullAssertion: rows and cells stay below the lengths of the arrays they index
/** The rows of each cell, so that what concerns one cell need not look at all rows. */
import type { Stretch } from '../offences/by-day.ts';

export interface RowsByCell {
  /** The rows of cell i, ascending: `rows[offsets[i] … offsets[i + 1])`. */
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
}

/** `cellOfRow` holds a cell below `n` for each row, negative for none. */
export function rowsByCell(cellOfRow: Int32Array, n: number): RowsByCell {
  const offsets = new Uint32Array(n + 1);
  for (let row = 0; row < cellOfRow.length; row++) {
    const cell = cellOfRow[row]!;
    if (cell >= 0) offsets[cell + 1]! += 1;
  }
  for (let cell = 0; cell < n; cell++) offsets[cell + 1]! += offsets[cell]!;
  const rows = new Uint32Array(offsets[n]!);
  const next = offsets.slice();
  for (let row = 0; row < cellOfRow.length; row++) {
    const cell = cellOfRow[row]!;
    if (cell >= 0) rows[next[cell]!++] = row;
  }
  return { offsets, rows };
}

/** The rows of one cell that the mask selects. */
export function selectedRows(index: RowsByCell, cell: number, mask: Uint8Array): number[] {
  const own = index.rows.subarray(index.offsets[cell]!, index.offsets[cell + 1]!);
  const selected: number[] = [];
  for (const row of own) if (mask[row] === 1) selected.push(row);
  return selected;
}

/** Of an index of positions in an order of rows: where in the index those of one cell lie that are in the stretches. */
export function rangesWithin(
  { offsets, rows }: RowsByCell,
  cell: number,
  stretches: readonly Stretch[],
): readonly Stretch[] {
  const from = offsets[cell]!;
  const to = offsets[cell + 1]!;
  return stretches.map(({ start, end }) => ({
    start: firstFrom(rows, start, from, to),
    end: firstFrom(rows, end, from, to),
  }));
}

/** First index in [from, to) of a position that is at least `position`; `to` when there is none. */
function firstFrom(positions: Uint32Array, position: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
