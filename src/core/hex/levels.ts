/**
 * Hexagons to draw: those of the grid, and of each coarser resolution for when they would be too small to see. A cell
 * belongs to the coarser hexagon that is its H3 parent, which covers it only nearly: for colours, not for statistics.
 */

import type { HexLevel } from '../results.ts';
import type { CellGrid } from './grid.ts';
import { cellArea, cellToBoundary, cellToLatLng, cellToParent, UNITS } from './h3.ts';

const COARSEST_LEVEL = 6;

type Centres = Pick<CellGrid, 'cells' | 'lon' | 'lat' | 'areaM2'>;

/** Level 0 is the grid itself, each next one is one resolution coarser, down to 6. */
export function hexLevels(grid: CellGrid): HexLevel[] {
  const itself = Uint32Array.from(grid.cells.keys());
  return [
    levelOf(grid, grid.resolution, itself),
    ...coarserCells(grid).map(({ resolution, ids, parentOf }) => levelOf(centresOf(ids), resolution, parentOf)),
  ];
}

interface CoarserCells {
  readonly resolution: number;
  /** H3 ids, ascending. */
  readonly ids: readonly string[];
  /** Index into `ids` of the one that cell i of the grid lies in. */
  readonly parentOf: Uint32Array;
}

/** The cells that hold those of the grid, each one resolution coarser than the one before, down to 6. */
export function coarserCells({ cells, resolution: own }: Pick<CellGrid, 'cells' | 'resolution'>): CoarserCells[] {
  let parentOf = Uint32Array.from(cells.keys());
  let finer: readonly string[] = cells;
  const levels: CoarserCells[] = [];
  for (let resolution = own - 1; resolution >= COARSEST_LEVEL; resolution--) {
    // From level to level, because each has a seventh of the hexagons: a parent's parent is the grandparent.
    const parents = finer.map((cell) => cellToParent(cell, resolution));
    const ids = [...new Set(parents)].sort();
    const index = new Map(ids.map((id, i) => [id, i]));
    parentOf = parentOf.map((child) => index.get(parents[child] ?? '') ?? 0);
    finer = ids;
    levels.push({ resolution, ids, parentOf });
  }
  return levels;
}

function centresOf(cells: readonly string[]): Centres {
  const centres = cells.map((cell) => cellToLatLng(cell));
  return {
    cells,
    lon: Float64Array.from(centres, ([, lon]) => lon),
    lat: Float64Array.from(centres, ([lat]) => lat),
    areaM2: Float64Array.from(cells, (cell) => cellArea(cell, UNITS.m2)),
  };
}

function levelOf({ cells, lon, lat, areaM2 }: Centres, resolution: number, parentOf: Uint32Array): HexLevel {
  const n = cells.length;
  // Mostly six corners and the closing one; cells on an edge of the icosahedron have more, pentagons fewer.
  const rings = cells.map((cell) => cellToBoundary(cell, true));
  const vertices = rings.reduce((sum, ring) => sum + ring.length, 0);
  const positions = new Float64Array(2 * vertices);
  const starts = new Uint32Array(n + 1);
  const triangles = new Uint32Array(3 * (vertices - 3 * n));
  let vertex = 0;
  let corner = 0;
  rings.forEach((ring, i) => {
    const first = vertex;
    for (const [x, y] of ring) {
      positions[2 * vertex] = x;
      positions[2 * vertex + 1] = y;
      vertex += 1;
    }
    // A fan from the first corner fills a convex ring; the closing position needs no triangle.
    for (let k = 1; k < ring.length - 2; k++) {
      triangles[corner++] = first;
      triangles[corner++] = first + k;
      triangles[corner++] = first + k + 1;
    }
    starts[i + 1] = vertex;
  });
  // A regular hexagon of area A has its flats √(2A/√3) apart.
  const acrossM = areaM2.reduce((sum, area) => sum + Math.sqrt((2 * area) / Math.sqrt(3)), 0) / n;
  // Copies: a level is transferred to the screen, and the grid stays.
  return { resolution, n, positions, starts, triangles, lon: lon.slice(), lat: lat.slice(), acrossM, parentOf };
}
