// biome-ignore-all lint/style/noNonNullAssertion: rows and slots stay within the arrays' lengths
/**
 * Which cell each offence falls in. Every resolution is looked up from the point itself: the parent of a finer cell is not
 * always the cell that holds the point.
 */

import type { CellGrid } from './grid.ts';
import { latLngToCell } from './h3.ts';
import { cellIndex } from './lookup.ts';

/** Slots of the memory for repeated points: 4 MB, however many rows there are. */
const SLOTS = 1 << 20;

/**
 * Cell index of each row, −1 when its cell is not in the grid or it has no place (NaN).
 *
 * Recorded points repeat (snapped map points, addresses), and looking a point up costs 1.3 µs. So each point is
 * remembered in a slot chosen by a hash of its coordinates; a slot holds the last row that used it and is trusted only
 * when that row's coordinates are exactly equal.
 */
export function indexRows(lon: Float64Array, lat: Float64Array, grid: CellGrid): Int32Array {
  const rows = lon.length;
  const cellOfRow = new Int32Array(rows);
  const index = cellIndex(grid);
  const [west, south, east, north] = reach(grid);
  const lastRow = new Int32Array(SLOTS).fill(-1);
  const point = new Float64Array(2);
  const words = new Uint32Array(point.buffer);

  for (let row = 0; row < rows; row++) {
    const x = lon[row]!;
    const y = lat[row]!;
    // Also false for NaN.
    if (!(x >= west && x <= east && y >= south && y <= north)) {
      cellOfRow[row] = -1;
      continue;
    }
    point[0] = x;
    point[1] = y;
    let hash = Math.imul(words[0]! ^ Math.imul(words[1]!, 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15) ^ words[2]!, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 13) ^ words[3]!, 0x27d4eb2f);
    const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    const seen = lastRow[slot]!;
    if (seen >= 0 && lon[seen] === x && lat[seen] === y) {
      cellOfRow[row] = cellOfRow[seen]!;
    } else {
      cellOfRow[row] = index.get(latLngToCell(y, x, grid.resolution)) ?? -1;
      lastRow[slot] = row;
    }
  }
  return cellOfRow;
}

/** Bounds of the grid's centres, widened by more than a cell's radius: rows beyond cannot be in it. */
function reach(grid: CellGrid): [west: number, south: number, east: number, north: number] {
  let west = 180;
  let south = 90;
  let east = -180;
  let north = -90;
  let largestM2 = 0;
  for (let i = 0; i < grid.cells.length; i++) {
    west = Math.min(west, grid.lon[i]!);
    east = Math.max(east, grid.lon[i]!);
    south = Math.min(south, grid.lat[i]!);
    north = Math.max(north, grid.lat[i]!);
    largestM2 = Math.max(largestM2, grid.areaM2[i]!);
  }
  const marginLat = (2 * Math.sqrt(largestM2)) / 111_000;
  const marginLon = marginLat / Math.max(Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180), 0.01);
  return [west - marginLon, south - marginLat, east + marginLon, north + marginLat];
}
