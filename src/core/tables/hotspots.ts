/** The hotspot results as tables: every cell (command line, export), and the ranked list with places (export, print). */
import type { CellGrid } from '../hex/grid.ts';
import type { HotspotResult, RankedCell } from '../results.ts';
import type { OutTable } from './table.ts';

/** The columns of a result that have an entry per cell. */
export type CellColumns = Pick<HotspotResult, 'count' | 'harm' | 'value' | 'z' | 'p' | 'q' | 'bin' | 'rank'>;

/**
 * Every cell of the grid, zeros too, in the order of `order` (cells by rank). Of cells that are 1 in `hidden` only what
 * and where they are.
 */
export function hotspotTable(
  grid: CellGrid,
  result: CellColumns,
  order: Uint32Array,
  hidden: Uint8Array | null = null,
): OutTable {
  const place = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from(order, (cell) => values[cell] ?? Number.NaN);
  const pick = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from(order, (cell) => (hidden?.[cell] === 1 ? Number.NaN : (values[cell] ?? Number.NaN)));
  return {
    rows: order.length,
    columns: [
      { name: 'cell', values: Array.from(order, (cell) => grid.cells[cell] ?? '') },
      { name: 'lon', values: place(grid.lon) },
      { name: 'lat', values: place(grid.lat) },
      { name: 'area_m2', values: place(grid.areaM2) },
      { name: 'count', values: pick(result.count) },
      { name: 'harm', values: pick(result.harm) },
      { name: 'value', values: pick(result.value) },
      { name: 'z', values: pick(result.z) },
      { name: 'p', values: pick(result.p) },
      { name: 'q', values: pick(result.q) },
      // an undefined z has no bin either
      {
        name: 'bin',
        values: pick(Float64Array.from(result.bin, (bin, cell) => (Number.isNaN(result.z[cell]) ? Number.NaN : bin))),
      },
      { name: 'rank', values: pick(result.rank) },
    ],
  };
}

/** The ranked list with grid references, places, peaks and leading offences. */
export function rankedTable(list: readonly RankedCell[]): OutTable {
  const numbers = (of: (row: RankedCell) => number): Float64Array => Float64Array.from(list, of);
  return {
    rows: list.length,
    columns: [
      { name: 'rank', values: numbers((r) => r.rank) },
      { name: 'cell', values: list.map((r) => r.cell) },
      { name: 'grid_ref', values: list.map((r) => r.gridRef) },
      { name: 'place', values: list.map((r) => r.place) },
      { name: 'lon', values: numbers((r) => r.lon) },
      { name: 'lat', values: numbers((r) => r.lat) },
      { name: 'count', values: numbers((r) => r.count) },
      { name: 'harm', values: numbers((r) => r.harm) },
      { name: 'value', values: numbers((r) => r.value) },
      { name: 'share', values: numbers((r) => r.share) },
      { name: 'z', values: numbers((r) => r.z) },
      { name: 'q', values: numbers((r) => r.q) },
      { name: 'bin', values: numbers((r) => (Number.isNaN(r.z) ? Number.NaN : r.bin)) },
      { name: 'peak', values: list.map((r) => r.peak) },
      { name: 'leading_offences', values: list.map((r) => r.leading.map(leadingWords).join('; ')) },
    ],
  };
}

/** "Robbery (12)"; the title alone where the number is not shown. */
function leadingWords({ title, count }: RankedCell['leading'][number]): string {
  return Number.isNaN(count) ? title : `${title} (${count})`;
}
