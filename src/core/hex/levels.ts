/**
 * Hexagons to draw: those of the grid, and of each coarser resolution for when they would be too small to see. A cell
 * belongs to the coarser hexagon that is its H3 parent, which covers it only nearly: for colours, not for statistics.
 */
import { cellArea, cellToBoundary, cellToLatLng, cellToParent, UNITS } from 'h3-js';
import type { HexLevel } from '../results.ts';
import type { CellGrid } from './grid.ts';

const COARSEST_LEVEL = 6;

/** Level 0 is the grid itself, each next one is one resolution coarser, down to 6. */
export function hexLevels(grid: CellGrid): HexLevel[] {
  const levels = [
    levelOf(
      grid.cells,
      grid.resolution,
      Uint32Array.from(grid.cells, (_, i) => i),
    ),
  ];
  for (let resolution = grid.resolution - 1; resolution >= COARSEST_LEVEL; resolution--) {
    const parents = grid.cells.map((cell) => cellToParent(cell, resolution));
    const ids = [...new Set(parents)].sort();
    const index = new Map(ids.map((id, i) => [id, i]));
    levels.push(
      levelOf(
        ids,
        resolution,
        Uint32Array.from(parents, (id) => index.get(id) ?? 0),
      ),
    );
  }
  return levels;
}

function levelOf(ids: readonly string[], resolution: number, parentOf: Uint32Array): HexLevel {
  const n = ids.length;
  // Mostly six corners and the closing one; cells on an edge of the icosahedron have more, pentagons fewer.
  const rings = ids.map((id) => cellToBoundary(id, true));
  const vertices = rings.reduce((sum, ring) => sum + ring.length, 0);
  const positions = new Float64Array(2 * vertices);
  const starts = new Uint32Array(n + 1);
  const triangles = new Uint32Array(3 * (vertices - 3 * n));
  const lon = new Float64Array(n);
  const lat = new Float64Array(n);
  let acrossM = 0;
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
    const id = ids[i] ?? '';
    [lat[i], lon[i]] = cellToLatLng(id);
    // A regular hexagon of this area has its flats √(2A/√3) apart.
    acrossM += Math.sqrt((2 * cellArea(id, UNITS.m2)) / Math.sqrt(3)) / n;
  });
  return { resolution, n, positions, starts, triangles, lon, lat, acrossM, parentOf };
}
