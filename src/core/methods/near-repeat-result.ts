/** Near-repeat of a selection of offences in the cells of an area, and the risk they leave there. */
import type { ToMetres } from '../geo/local-metres.ts';
import type { CellGrid } from '../hex/grid.ts';
import { type OffenceTable, Precision } from '../offences/table.ts';
import type { NearRepeatResult } from '../results.ts';
import { type NearRepeatSettings, nearRepeat } from './near-repeat.ts';
import { nearRepeatRisk } from './near-repeat-risk.ts';
import { requireDays } from './precise-enough.ts';

export interface NearRepeatInput {
  readonly table: OffenceTable;
  /** 1 for the rows of the definition and period. */
  readonly mask: Uint8Array;
  readonly cellOfRow: Int32Array;
  readonly grid: CellGrid;
  readonly toMetres: ToMetres;
}

/**
 * @param asOfDay day of the risk map; null is the day of the last offence
 * @throws InputError for snapped places, months, or fewer than two offences dated to the day
 */
export function nearRepeatResult(
  input: NearRepeatInput,
  settings: NearRepeatSettings,
  asOfDay: number | null,
): Omit<NearRepeatResult, 'top'> {
  const { table, mask, cellOfRow, grid, toMetres } = input;
  requireDays(table, 'Near-repeat');
  let withoutDay = 0;
  const rows: number[] = [];
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1 || (cellOfRow[row] as number) < 0) continue;
    if ((table.precision[row] as number) >= Precision.day) rows.push(row);
    else withoutDay += 1;
  }
  const pick = (column: ArrayLike<number>): Float64Array => Float64Array.from(rows, (row) => column[row] as number);
  const places = {
    ...toMetres(pick(table.lon), pick(table.lat)),
    day: Int32Array.from(rows, (row) => table.day[row] as number),
  };
  const knox = nearRepeat(places, settings);
  const on = asOfDay ?? places.day.reduce((latest, day) => Math.max(latest, day));
  const cellOf = Int32Array.from(rows, (row) => cellOfRow[row] as number);
  const risk = nearRepeatRisk(places, cellOf, toMetres(grid.lon, grid.lat), knox, on);
  return { ...knox, risk, asOfDay: on, withoutDay };
}
