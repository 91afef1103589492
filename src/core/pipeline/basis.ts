/** What every step stands on: the cells of an area, where each row falls, and the rows of a definition. Free of weights. */
import type { StudyArea } from '../geo/area.ts';
import { containsOf } from '../geo/contains.ts';
import type { Factor } from '../geo/factor.ts';
import { metresOf, type PointsM } from '../geo/local-metres.ts';
import { cellsOf } from '../hex/cells.ts';
import type { CellGrid, NeighbourGraph } from '../hex/grid.ts';
import { indexRows } from '../hex/index-rows.ts';
import { neighbourGraph } from '../hex/neighbours.ts';
import { type RowsByCell, rowsByCell } from '../hex/rows-by-cell.ts';
import { identityKeys, remember } from '../memo.ts';
import { factorColumns } from '../methods/rtm/factor-columns.ts';
import { extentsOf, type RtmSettings } from '../methods/rtm/settings.ts';
import { type DayOrder, orderByDay, orderOf } from '../offences/by-day.ts';
import { availabilityOf, definitionMask } from '../offences/definitions.ts';
import { hoursMask } from '../offences/hours.ts';
import type { Selection } from '../offences/presets.ts';
import type { OffenceTable } from '../offences/table.ts';

/** The cells of an area and where each row of the table falls. */
export interface Gridded {
  readonly grid: CellGrid;
  /** Cell of each row, −1 when in no cell; and the rows of each cell. */
  readonly cellOfRow: Int32Array;
  readonly rows: RowsByCell;
  /** 1 for rows inside the polygon whose cell is not in the grid. */
  readonly inPolygonOnly: Uint8Array;
  /** Neighbourhoods by ring, made when first asked for. */
  readonly graph: (ring: 1 | 2) => NeighbourGraph;
}

/** The rows that a definition counts in the order of their days: all, those in a cell, those inside the area but in none. */
export interface OrderedRows {
  readonly all: DayOrder;
  readonly inCells: DayOrder;
  readonly polygonOnly: DayOrder;
  /** Cell of each of `inCells`, and the positions among them of each cell's. */
  readonly cell: Int32Array;
  readonly byCell: RowsByCell;
}

export type Basis = ReturnType<typeof basisOf>;

/** Each step is remembered by what it depends on. */
export function basisOf(table: OffenceTable) {
  const availability = availabilityOf(table);
  // two files may draw the same district differently, so an area is known by itself and not by its code
  const areaKey = identityKeys<StudyArea>();

  const gridded = remember(
    (at: { area: StudyArea; resolution: number }) => `${areaKey(at.area)}|${at.resolution}`,
    ({ area, resolution }): Gridded => {
      const grid = cellsOf(area, resolution);
      const cellOfRow = indexRows(table.lon, table.lat, grid);
      const graph = remember(
        (ring: 1 | 2) => String(ring),
        (ring) => neighbourGraph(grid, ring),
      );
      const rows = rowsByCell(cellOfRow, grid.cells.length);
      return { grid, cellOfRow, rows, inPolygonOnly: insideButInNoCell(table, area, cellOfRow), graph };
    },
  );
  const selectionKey = (s: Selection) =>
    `${s.own ? JSON.stringify(s.own.rule) : s.definition}|${s.includeProactive}|${s.hours}`;
  const selected = remember(selectionKey, (s) =>
    hoursMask(table, s.hours, definitionMask(table, s.own ?? s.definition, s.includeProactive)),
  );
  const byDay = remember(
    () => '',
    () => orderByDay(table),
  );
  const ordered = remember(
    (at: { area: StudyArea; s: Selection }) => `${areaKey(at.area)}|${at.s.resolution}|${selectionKey(at.s)}`,
    ({ area, s }): OrderedRows => {
      const { grid, cellOfRow, inPolygonOnly } = gridded({ area, resolution: s.resolution });
      const mask = selected(s);
      const all = orderOf(byDay(null), (row) => mask[row] as number);
      const inCells = orderOf(all, (row) => Number((cellOfRow[row] as number) >= 0));
      const cell = new Int32Array(inCells.rows.length);
      for (let at = 0; at < cell.length; at++) cell[at] = cellOfRow[inCells.rows[at] as number] as number;
      return {
        all,
        inCells,
        polygonOnly: orderOf(all, (row) => inPolygonOnly[row] as number),
        cell,
        byCell: rowsByCell(cell, grid.cells.length),
      };
    },
  );
  const placesM = remember(areaKey, ({ bounds }: StudyArea): PointsM => metresOf(bounds)(table.lon, table.lat));
  const factorKey = identityKeys<Factor>();
  const candidates = remember(
    (at: { area: StudyArea; grid: CellGrid; factors: readonly Factor[]; settings: RtmSettings }) =>
      `${areaKey(at.area)}|${at.grid.resolution}|${at.factors.map(factorKey)}|${extentsOf(at.settings)}|${at.settings.operationalisation}|${JSON.stringify(at.settings.byFactor)}|${at.settings.blockM}`,
    ({ area, grid, factors, settings }) => factorColumns(area, grid, factors, settings),
  );
  return { candidates, table, availability, areaKey, gridded, selected, ordered, placesM };
}

function insideButInNoCell(table: OffenceTable, area: StudyArea, cellOfRow: Int32Array): Uint8Array {
  const contains = containsOf(area);
  return Uint8Array.from(cellOfRow, (cell, row) =>
    cell < 0 && contains(table.lon[row] ?? Number.NaN, table.lat[row] ?? Number.NaN) ? 1 : 0,
  );
}
