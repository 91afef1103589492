/**
 * A factor as points, for measures that know only points: lines every so many metres, polygons by their outline and a grid
 * inside. With a spacing of at most half a block no block that a line or park touches is missed; a place then counts by
 * how much of it there is, so densities of lines and polygons are lengths and areas in another unit.
 */
import { InputError } from '../errors.ts';
import { cos } from '../stats/elementary.ts';
import { boundsOf, type LonLat } from './area.ts';
import { containsOf } from './contains.ts';
import type { Factor } from './factor.ts';

/** Metres per degree of latitude on a sphere of the Earth's mean radius. */
const DEGREE_M = (6_371_008.8 * Math.PI) / 180;

const MOST_POINTS = 5_000_000;

export interface Points {
  /** WGS84 degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/**
 * @param spacingM above 0; neighbours along a line, an outline or a grid are no farther apart
 * @throws InputError when that takes more points than can be held
 */
export function factorPoints(factor: Factor, spacingM: number): Points {
  if (factor.kind === 'points') return { lon: factor.lon, lat: factor.lat };
  const lon: number[] = [];
  const lat: number[] = [];
  const require = (more: number): void => {
    if (lon.length + more <= MOST_POINTS) return;
    throw new InputError(
      `“${factor.name}” covers too much ground for a point every ${Math.round(spacingM)} m – use longer blocks, or only the part in the study area.`,
    );
  };
  const add = (x: number, y: number): void => {
    lon.push(x);
    lat.push(y);
  };
  for (let shape = 0; shape < factor.count; shape++) {
    const parts = partsOf(factor, shape);
    for (const part of parts) alongLine(part, spacingM, factor.kind === 'lines', { require, add });
    if (factor.kind === 'polygons') inside(parts, spacingM, { require, add });
  }
  return { lon: Float64Array.from(lon), lat: Float64Array.from(lat) };
}

/** The line, or the rings of the polygon, of that index. */
export function partsOf(factor: Factor, shape: number): LonLat[][] {
  const parts: LonLat[][] = [];
  for (let part = factor.shapeStart[shape] ?? 0; part < (factor.shapeStart[shape + 1] ?? 0); part++) {
    const positions: LonLat[] = [];
    for (let v = factor.partStart[part] ?? 0; v < (factor.partStart[part + 1] ?? 0); v++) {
      positions.push([factor.lon[v] as number, factor.lat[v] as number]);
    }
    parts.push(positions);
  }
  return parts;
}

interface Sink {
  /** Throws when there is no room for so many. */
  require(more: number): void;
  add(lon: number, lat: number): void;
}

/** Every vertex, and points evenly between two that lie farther apart; the end of a closed ring is its start. */
function alongLine(part: readonly LonLat[], spacingM: number, open: boolean, to: Sink): void {
  for (let k = 1; k < part.length; k++) {
    const [lonA, latA] = part[k - 1] as LonLat;
    const [lonB, latB] = part[k] as LonLat;
    const eastM = (lonB - lonA) * eastDegreeM((latA + latB) / 2);
    const northM = (latB - latA) * DEGREE_M;
    const steps = Math.max(Math.ceil(Math.sqrt(eastM * eastM + northM * northM) / spacingM), 1);
    to.require(steps + 1);
    for (let s = 0; s < steps; s++) to.add(lonA + ((lonB - lonA) * s) / steps, latA + ((latB - latA) * s) / steps);
  }
  const last = part.at(-1);
  if (open && last) to.add(last[0], last[1]);
}

/** A grid over the polygon, those of its points that lie inside. */
function inside(rings: readonly (readonly LonLat[])[], spacingM: number, to: Sink): void {
  const bounds = boundsOf([rings]);
  const [west, south, east, north] = bounds;
  const contains = containsOf({ id: '', name: '', polygons: [rings], bounds });
  const stepLat = spacingM / DEGREE_M;
  const stepLon = spacingM / eastDegreeM((south + north) / 2);
  const rows = Math.floor((north - south) / stepLat);
  const columns = Math.floor((east - west) / stepLon);
  // a winding strip fills little of its rectangle
  to.require((rows * columns) / 20);
  for (let row = 0; row <= rows; row++) {
    const y = south + (row + 0.5) * stepLat;
    to.require(columns + 1);
    for (let column = 0; column <= columns; column++) {
      const x = west + (column + 0.5) * stepLon;
      if (contains(x, y)) to.add(x, y);
    }
  }
}

/** Metres per degree of longitude at a latitude; never 0. */
function eastDegreeM(lat: number): number {
  return DEGREE_M * Math.max(cos((lat * Math.PI) / 180), 1e-6);
}
