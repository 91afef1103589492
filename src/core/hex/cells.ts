/**
 * The cells of a study area. A cell belongs to the area when its centre lies in one of the polygons; cells are never cut
 * and never counted twice where polygons overlap.
 */

import { InputError } from '../errors.ts';
import { areaM2, type LonLat, type StudyArea } from '../geo/area.ts';
import type { CellGrid } from './grid.ts';
import { cellArea, cellToLatLng, getHexagonAreaAvg, latLngToCell, polygonToCells, UNITS } from './h3.ts';

/** H3 resolutions that a study area may be cut into. */
const FINEST = 11;
const COARSEST = 7;

/** More cells than this are neither drawn nor computed: Essex has 1.7 million at resolution 11. */
const MOST_CELLS = 2_000_000;

/** @throws InputError when no cell's centre lies in the area, or when there would be millions. */
export function cellsOf(area: StudyArea, resolution: number): CellGrid {
  const expected = estimateCells(area, resolution);
  if (expected > MOST_CELLS) {
    throw new InputError(
      `${area.name} would have about ${expected.toLocaleString('en-GB')} cells at resolution ${resolution} – ` +
        `choose resolution ${coarserFor(area, resolution)} or a smaller area.`,
    );
  }
  const ids = new Set<string>();
  for (const polygon of area.polygons) for (const cell of cellsOfPolygon(polygon, resolution, area.name)) ids.add(cell);
  if (ids.size === 0) {
    const advice =
      resolution < FINEST ? `choose resolution ${resolution + 1} or finer, or a larger area` : 'choose a larger area';
    throw new InputError(`${area.name} is smaller than a cell of resolution ${resolution} – ${advice}.`);
  }
  return gridOf([...ids].sort(), resolution);
}

/** About how many cells an area has: its size over the size of the cell at its middle. */
export function estimateCells(area: StudyArea, resolution: number): number {
  const [west, south, east, north] = area.bounds;
  const middle = latLngToCell((south + north) / 2, (west + east) / 2, resolution);
  // A cell's size varies by a quarter over the globe, so the average would not do.
  const cellM2 = cellArea(middle, UNITS.m2) || getHexagonAreaAvg(resolution, UNITS.m2);
  return Math.round(areaM2(area) / cellM2);
}

/** The finest resolution up to the given one at which the area has no more than `limit` cells; at least COARSEST. */
export function coarserFor(area: StudyArea, resolution: number, limit = 60_000): number {
  let proposed = resolution;
  while (proposed > COARSEST && estimateCells(area, proposed) > limit) proposed -= 1;
  return proposed;
}

function cellsOfPolygon(polygon: readonly (readonly LonLat[])[], resolution: number, name: string): string[] {
  try {
    const rings = polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat]));
    return polygonToCells(rings, resolution, true);
  } catch {
    throw new InputError(`The outline of ${name} cannot be cut into cells – check it for positions far off the map.`);
  }
}

function gridOf(cells: readonly string[], resolution: number): CellGrid {
  const n = cells.length;
  const lon = new Float64Array(n);
  const lat = new Float64Array(n);
  const areas = new Float64Array(n);
  cells.forEach((cell, i) => {
    // h3 speaks (lat, lon); everything else here speaks (lon, lat).
    [lat[i], lon[i]] = cellToLatLng(cell);
    areas[i] = cellArea(cell, UNITS.m2);
  });
  return { resolution, cells, lon, lat, areaM2: areas };
}
