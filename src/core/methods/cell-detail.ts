/** Everything the inspector shows of one cell: counts by offence, hours of the week, its offences newest first. */
import { gridReference } from '../geo/bng.ts';
import type { CellGrid } from '../hex/grid.ts';
import { type RowsByCell, selectedRows } from '../hex/rows-by-cell.ts';
import { offenceLabel } from '../offences/label.ts';
import { MISSING, type OffenceTable } from '../offences/table.ts';
import { whenOf } from '../offences/when.ts';
import type { CellDetail } from '../results.ts';
import { factsReader } from './cell-facts.ts';

const MAX_OFFENCES = 1000;

export interface CellDetailInput {
  readonly table: OffenceTable;
  readonly grid: CellGrid;
  readonly rows: RowsByCell;
  readonly mask: Uint8Array;
  readonly harmOfRow: Float64Array;
  /** Per cell, by the harm mode. */
  readonly value: Float64Array;
}

/** `index` is a cell of the grid. */
export function cellDetail(input: CellDetailInput, index: number): CellDetail {
  const { table, grid, harmOfRow, value } = input;
  const rows = selectedRows(input.rows, index, input.mask);
  const { place, offences, hours, timed, harm } = factsReader(table, harmOfRow)(rows);
  const lon = grid.lon[index] ?? Number.NaN;
  const lat = grid.lat[index] ?? Number.NaN;
  return {
    index,
    cell: grid.cells[index] ?? '',
    lon,
    lat,
    areaM2: grid.areaM2[index] ?? Number.NaN,
    gridRef: gridReference(lon, lat, 8),
    place,
    count: rows.length,
    harm,
    share: (value[index] ?? 0) / value.reduce((sum, v) => sum + v, 0),
    byOffence: offences,
    hourOfWeek: timed > 0 ? hours : null,
    offences: newestFirst(rows, table)
      .slice(0, MAX_OFFENCES)
      .map((row) => ({
        lon: table.lon[row] ?? Number.NaN,
        lat: table.lat[row] ?? Number.NaN,
        when: whenOf(table, row),
        title: offenceLabel(table.offences[table.offence[row] ?? 0]),
        place: table.location.values[table.location.codes[row] ?? 0] ?? '',
        harm: harmOfRow[row] ?? 0,
      })),
  };
}

/** By start, latest first; undated rows last; equal ones in the order of the file. */
function newestFirst(rows: readonly number[], table: OffenceTable): number[] {
  const startOf = (row: number): number => table.from[row] ?? MISSING;
  return [...rows].sort((a, b) => startOf(b) - startOf(a) || a - b);
}
