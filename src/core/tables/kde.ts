/** Kernel density as a table: every cell of the grid, in its order. */
import type { CellGrid } from '../hex/grid.ts';
import type { KdeResult } from '../results.ts';
import type { OutTable } from './table.ts';

export function kdeTable({ cells, lon, lat }: CellGrid, { density }: KdeResult): OutTable {
  return {
    rows: cells.length,
    columns: [
      { name: 'cell', values: cells },
      { name: 'lon', values: lon },
      { name: 'lat', values: lat },
      { name: 'density_per_km2', values: density },
    ],
  };
}
