/**
 * The columns that the facts of cells are read from, cell by cell and in each by day. In the table a cell's rows lie far
 * apart, and of a million each would be waited for; here those of a cell and period lie side by side.
 */
import { type RowsByCell, rangesWithin } from '../hex/rows-by-cell.ts';
import type { DayOrder, Stretch } from '../offences/by-day.ts';
import type { OffenceTable } from '../offences/table.ts';
import type { FactsTable } from './cell-facts.ts';

export interface FactsByCell {
  readonly table: FactsTable;
  readonly harmOfRow: Float64Array;
  /** Rows of these columns: those of a cell that lie in the stretches of the order. */
  readonly rowsIn: (cell: number, stretches: readonly Stretch[]) => readonly number[];
}

/** `byCell` holds positions in the order. */
export function factsByCell(
  table: OffenceTable,
  harmOfRow: Float64Array,
  order: DayOrder,
  byCell: RowsByCell,
): FactsByCell {
  const { rows: positions } = byCell;
  const n = positions.length;
  const codes = new Uint32Array(n);
  const offence = new Uint16Array(n);
  const hourOfWeek = new Uint8Array(n);
  const harm = new Float64Array(n);
  for (let at = 0; at < n; at++) {
    const row = order.rows[positions[at] as number] as number;
    codes[at] = table.location.codes[row] as number;
    offence[at] = table.offence[row] as number;
    hourOfWeek[at] = table.hourOfWeek[row] as number;
    harm[at] = harmOfRow[row] as number;
  }
  return {
    table: { location: { codes, values: table.location.values }, offence, hourOfWeek, offences: table.offences },
    harmOfRow: harm,
    rowsIn(cell, stretches) {
      const rows: number[] = [];
      for (const { start, end } of rangesWithin(byCell, cell, stretches)) {
        for (let at = start; at < end; at++) rows.push(at);
      }
      return rows;
    },
  };
}
