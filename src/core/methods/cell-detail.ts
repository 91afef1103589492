/** Everything the inspector shows of one cell: counts by offence, hours of the week, its offences newest first. */
import { gridReference } from '../geo/bng.ts';
import type { CellGrid } from '../hex/grid.ts';
import { offenceLabel } from '../offences/label.ts';
import { MISSING, NO_HOUR, type OffenceTable } from '../offences/table.ts';
import { whenOf } from '../offences/when.ts';
import type { CellDetail } from '../results.ts';
import { mostFrequent } from './ranked-list.ts';

const MAX_OFFENCES = 1000;

export interface CellDetailInput {
  readonly table: OffenceTable;
  readonly grid: CellGrid;
  readonly cellOfRow: Int32Array;
  readonly mask: Uint8Array;
  readonly harmOfRow: Float64Array;
  /** What each row adds to the value of its cell, by the harm mode. */
  readonly valueOfRow: Float64Array;
}

/** `index` is a cell of the grid. */
export function cellDetail(input: CellDetailInput, index: number): CellDetail {
  const { table, grid, harmOfRow } = input;
  const { rows, share } = rowsOf(input, index);
  const lon = grid.lon[index] ?? Number.NaN;
  const lat = grid.lat[index] ?? Number.NaN;
  const places = new Map<number, number>();
  const byOffence = new Map<string, { title: string; count: number; harm: number }>();
  const hours = new Uint32Array(168);
  let timed = 0;
  let harm = 0;
  for (const row of rows) {
    const place = table.location.codes[row] ?? 0;
    places.set(place, (places.get(place) ?? 0) + 1);
    const title = offenceLabel(table.offences[table.offence[row] ?? 0]);
    const entry = byOffence.get(title) ?? { title, count: 0, harm: 0 };
    entry.count += 1;
    entry.harm += harmOfRow[row] ?? 0;
    byOffence.set(title, entry);
    harm += harmOfRow[row] ?? 0;
    const hour = table.hourOfWeek[row] ?? NO_HOUR;
    if (hour === NO_HOUR) continue;
    hours[hour] = (hours[hour] ?? 0) + 1;
    timed += 1;
  }
  return {
    index,
    cell: grid.cells[index] ?? '',
    lon,
    lat,
    areaM2: grid.areaM2[index] ?? Number.NaN,
    gridRef: gridReference(lon, lat, 8),
    place: mostFrequent(places, table.location.values),
    count: rows.length,
    harm,
    share,
    byOffence: [...byOffence.values()].sort(
      (a, b) => b.harm - a.harm || b.count - a.count || (a.title < b.title ? -1 : 1),
    ),
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

/** The rows of the cell, and its part of the value of all cells. */
function rowsOf(input: CellDetailInput, index: number): { rows: number[]; share: number } {
  const { table, cellOfRow, mask, valueOfRow } = input;
  const rows: number[] = [];
  let own = 0;
  let total = 0;
  for (let row = 0; row < table.rows; row++) {
    const cell = cellOfRow[row] ?? -1;
    if (mask[row] !== 1 || cell < 0) continue;
    const value = valueOfRow[row] ?? 0;
    total += value;
    if (cell !== index) continue;
    own += value;
    rows.push(row);
  }
  return { rows, share: own / total };
}

/** By start, latest first; undated rows last; equal ones in the order of the file. */
function newestFirst(rows: readonly number[], table: OffenceTable): number[] {
  const startOf = (row: number): number => table.from[row] ?? MISSING;
  return [...rows].sort((a, b) => startOf(b) - startOf(a) || a - b);
}
