/**
 * The change at a key date as one answer: every cell, the totals, and what became of the patrol areas.
 *
 * Methods: methods/change.ts, methods/change-windows.ts, patrol/patrol-area-change.ts. Patrol areas are grown with the
 * usual settings in each window; where cells are larger than the usual cap, each area is one cell.
 */
import type { Bounds } from '../geo/area.ts';
import { gridReference } from '../geo/bng.ts';
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

/** Cells listed beside the map. */
const CLEAREST = 20;

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
  const told = toldCells(cells);
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
    told: told.length,
    toldAmongAll: told.filter(({ among }) => among).length,
    clearest: told.slice(0, CLEAREST).map(({ index }) => ({
      index,
      cell: grid.cells[index] ?? '',
      lon: grid.lon[index] ?? Number.NaN,
      lat: grid.lat[index] ?? Number.NaN,
      place: placeOf([...allRows(rows, index)].filter((row) => masks.before[row] === 1 || masks.after[row] === 1)),
      gridRef: gridReference(grid.lon[index] ?? Number.NaN, grid.lat[index] ?? Number.NaN, 8),
    })),
    areas,
    first: patrolFirst(areas),
    cautions: [...windows.cautions, NOT_CAUSAL],
  };
}

function allRows({ offsets, rows }: RowsByCell, cell: number): Uint32Array {
  return rows.subarray(offsets[cell], offsets[cell + 1]);
}

/** The cells whose change is told, the clearest first. */
function toldCells({ lo, hi, p, q }: ChangeCells): readonly { readonly index: number; readonly among: boolean }[] {
  const told: { index: number; among: boolean }[] = [];
  for (let index = 0; index < q.length; index++) {
    const among = (q[index] as number) < CHANGE_FDR;
    if (among || (lo[index] as number) > 1 || (hi[index] as number) < 1) told.push({ index, among });
  }
  return told.sort((a, b) => (p[a.index] as number) - (p[b.index] as number) || a.index - b.index);
}
