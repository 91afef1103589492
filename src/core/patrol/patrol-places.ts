/** Patrol areas with what a card needs to say where they are. */
import { gridReference } from '../geo/bng.ts';
import type { CellGrid } from '../hex/grid.ts';
import { type RowsByCell, selectedRows } from '../hex/rows-by-cell.ts';
import type { PatrolPlace, PatrolResult } from '../results.ts';
import { type PatrolArea, type PatrolInput, type PatrolSettings, patrolAreas } from './patrol-areas.ts';

export interface PlaceInput {
  readonly grid: CellGrid;
  readonly rows: RowsByCell;
  /** 1 where the row is in the definition and period. */
  readonly mask: Uint8Array;
  /** The name that a set of rows gives their place. */
  readonly placeOf: (rows: readonly number[]) => string;
}

export function patrolPlace(area: PatrolArea, { grid, rows, mask, placeOf }: PlaceInput): PatrolPlace {
  const { rank, cells, areaM2, count, harm, share, centre } = area;
  const lon = grid.lon[centre] ?? Number.NaN;
  const lat = grid.lat[centre] ?? Number.NaN;
  return {
    rank,
    name: placeOf(cells.flatMap((cell) => selectedRows(rows, cell, mask))),
    indices: cells,
    cells: cells.map((cell) => grid.cells[cell] ?? ''),
    areaM2,
    count,
    harm,
    share,
    lon,
    lat,
    gridRef: gridReference(lon, lat, 8),
  };
}

/** The patrol areas, and what they hold of the whole study area. @throws InputError when every cell is above the cap */
export function patrolPlaces(
  input: Omit<PatrolInput, 'areaM2'> & PlaceInput,
  settings: PatrolSettings,
): Omit<PatrolResult, 'cautions'> {
  const columns = { ...input, areaM2: input.grid.areaM2 };
  const areas = patrolAreas(columns, settings);
  const shareOf = (column: 'areaM2' | 'count' | 'value'): number =>
    areas.reduce((sum, area) => sum + area[column], 0) / columns[column].reduce((sum, v) => sum + v, 0);
  return {
    areas: areas.map((area) => patrolPlace(area, input)),
    areaShare: shareOf('areaM2'),
    valueShare: shareOf('value'),
    countShare: shareOf('count'),
  };
}
