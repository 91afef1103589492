/**
 * The change at a key date as one answer: every cell, the totals, and what became of the patrol areas.
 *
 * Methods: methods/change.ts, methods/change-windows.ts, patrol/patrol-area-change.ts. Patrol areas are grown with the
 * usual settings in each window; where cells are larger than the usual cap, each area is one cell.
 */
import type { Bounds } from '../geo/area.ts';
import { metresOf } from '../geo/local-metres.ts';
import { outlineOf } from '../hex/boundary.ts';
import type { CellGrid, NeighbourGraph } from '../hex/grid.ts';
import type { RowsByCell } from '../hex/rows-by-cell.ts';
import { sumByCell } from '../hex/sum.ts';
import { factsReader } from '../methods/cell-facts.ts';
import { changeByCell, changeTotals, hasTimes, NOT_CAUSAL, rememberedRatio, windowMasks } from '../methods/change.ts';
import { CHANGE_FDR, classesByCell, harmDifference } from '../methods/change-classes.ts';
import { type ChangeSettings, changeWindows } from '../methods/change-windows.ts';
import type { Period } from '../offences/select.ts';
import type { OffenceTable } from '../offences/table.ts';
import { patrolAreaChange } from '../patrol/patrol-area-change.ts';
import { defaultPatrolSettings, patrolAreas } from '../patrol/patrol-areas.ts';
import { patrolFirst } from '../patrol/patrol-first.ts';
import { patrolPlace } from '../patrol/patrol-places.ts';
import type { ChangeCells, ChangedArea, ChangeResult } from '../results.ts';

export interface KeyDateInput {
  readonly table: OffenceTable;
  readonly grid: CellGrid;
  readonly rows: RowsByCell;
  readonly graph: (ring: 1 | 2) => NeighbourGraph;
  readonly bounds: Bounds;
  /** Parallel to the table: cell (negative for none), 1 in the definition, harm, and weight in the harm mode. */
  readonly cellOfRow: Int32Array;
  readonly mask: Uint8Array;
  readonly harmOfRow: Float64Array;
  readonly valueOfRow: Float64Array;
}

/** The period of the settings confines both windows. @throws InputError for a window without data */
export function keyDateChange(input: KeyDateInput, settings: ChangeSettings & Period): ChangeResult {
  const { table, grid, rows, graph, cellOfRow, valueOfRow } = input;
  const columns = { ...input, n: grid.cells.length };
  const windows = changeWindows(table, settings, settings);
  const cells = changeByCell(columns, windows);
  const masks = windowMasks(columns, windows);

  const largest = grid.areaM2.reduce((most, areaM2) => Math.max(most, areaM2), 0);
  const patrol = { ...defaultPatrolSettings, maxAreaM2: Math.max(defaultPatrolSettings.maxAreaM2, largest) };
  const shared = { areaM2: grid.areaM2, ...metresOf(input.bounds)(grid.lon, grid.lat), graph: graph(1) };
  const areasOf = (side: 'before' | 'after', harm: Float64Array) => {
    const value = sumByCell(cellOfRow, masks[side], valueOfRow, columns.n);
    return patrolAreas({ ...shared, value, count: cells[side], harm }, patrol);
  };
  const changes = patrolAreaChange(
    areasOf('before', cells.harmBefore),
    areasOf('after', cells.harmAfter),
    cells,
    rememberedRatio(windows),
  );
  const factsOf = factsReader(table, input.harmOfRow);
  const placeOf = (rowsOfArea: readonly number[]): string => factsOf(rowsOfArea).place;
  const hours = { table, harmOfRow: input.harmOfRow, masks, timed: hasTimes(table) };
  const areas = changes.map((change): ChangedArea => {
    const mask = change.state === 'cooling' ? masks.before : masks.after;
    const place = patrolPlace(change.area, { grid, rows, mask, placeOf });
    const own = change.area.cells.flatMap((cell) => [...allRows(rows, cell)]);
    return { ...change, place, ...changeTotals(hours, windows, own), outline: outlineOf(place.cells) };
  });
  return {
    ...cells,
    windows: { before: windows.before, after: windows.after, months: windows.months },
    ...changeTotals(hours, windows, rows.rows),
    classes: classesByCell(cells),
    harmDifference: harmDifference(cells, windows),
    ...toldCells(cells),
    areas,
    first: patrolFirst(areas),
    cautions: [...windows.cautions, NOT_CAUSAL],
  };
}

function allRows({ offsets, rows }: RowsByCell, cell: number): Uint32Array {
  return rows.subarray(offsets[cell], offsets[cell + 1]);
}

function toldCells({ lo, hi, q }: ChangeCells): Pick<ChangeResult, 'told' | 'toldAmongAll'> {
  let told = 0;
  let toldAmongAll = 0;
  for (let i = 0; i < q.length; i++) {
    const among = (q[i] as number) < CHANGE_FDR;
    if (among) toldAmongAll += 1;
    if (among || (lo[i] as number) > 1 || (hi[i] as number) < 1) told += 1;
  }
  return { told, toldAmongAll };
}
