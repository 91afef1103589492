/** Lists of cells beside a map, each with the place where it lies: the largest values, or the peaks among neighbours. */
import { gridReference } from '../geo/bng.ts';
import type { CellGrid, NeighbourGraph } from '../hex/grid.ts';
import { type RowsByCell, selectedRows } from '../hex/rows-by-cell.ts';
import type { OffenceTable } from '../offences/table.ts';
import type { PlacedCell } from '../results.ts';
import { factsReader } from './cell-facts.ts';
import { rankCells } from './rank.ts';

export interface PlacedCellsInput {
  readonly table: OffenceTable;
  readonly grid: CellGrid;
  readonly rows: RowsByCell;
  /** 1 for the rows that count. */
  readonly mask: Uint8Array;
  readonly harmOfRow: Float64Array;
}

/** The cells with the largest values above 0, ties in the order of the grid; only those that are `wanted`. */
export function placedCells(
  { table, grid, rows, mask, harmOfRow }: PlacedCellsInput,
  value: Float64Array,
  limit: number,
  wanted: (cell: number) => boolean = () => true,
): PlacedCell[] {
  const factsOf = factsReader(table, harmOfRow);
  const listed: PlacedCell[] = [];
  for (const index of rankCells(value).order) {
    const at = value[index] as number;
    if (!(at > 0) || listed.length === limit) break;
    if (!wanted(index)) continue;
    const own = selectedRows(rows, index, mask);
    const lon = grid.lon[index] as number;
    const lat = grid.lat[index] as number;
    const { place } = factsOf(own);
    const named = { cell: grid.cells[index] ?? '', place, gridRef: gridReference(lon, lat, 8) };
    listed.push({ index, rank: listed.length + 1, lon, lat, value: at, count: own.length, ...named });
  }
  return listed;
}

/** Whether no neighbour of a cell holds more; of equal neighbours the first of the grid is the peak. */
export function isPeak(value: Float64Array, { offsets, items }: NeighbourGraph, cell: number): boolean {
  const at = value[cell] as number;
  for (let k = offsets[cell] as number; k < (offsets[cell + 1] as number); k++) {
    const other = items[k] as number;
    const beside = value[other] as number;
    if (beside > at || (beside === at && other < cell)) return false;
  }
  return true;
}
