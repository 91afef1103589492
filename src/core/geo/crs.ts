/**
 * Which coordinates a file is written in: WGS84 or British National Grid, by the positions themselves. The system that a file
 * names has no say against them: files that keep an old name after conversion are common.
 */
import { InputError } from '../errors.ts';
import type { LonLat } from './area.ts';
import { bngToWgs84 } from './bng.ts';

type System = 'EPSG:4326' | 'EPSG:27700';

export interface Crs {
  readonly system: System;
  /** What to tell the user; '' when everything is in degrees as one expects. */
  readonly note: string;
  /** A position in WGS84, whatever it is. */
  readonly toWgs84: (position: LonLat) => LonLat;
  /** The same of a place; null when it can be none of this system, or is 0/0. */
  readonly placeAt: (x: number, y: number) => LonLat | null;
}

/**
 * @param named the system that the file itself names; it settles what the positions leave open
 * @param fitting 'all': an outline with one impossible corner is none. 'most': one typing error refuses no layer of places
 * @throws InputError when the positions fit neither system
 */
export function tellCrs(
  positions: Iterable<LonLat>,
  named: System | null,
  fileName: string,
  fitting: 'all' | 'most',
): Crs {
  let degrees = 0;
  let metres = 0;
  let neither = 0;
  let odd: LonLat | undefined;
  for (const position of positions) {
    const [x, y] = position;
    if (x === 0 && y === 0) continue;
    if (inDegrees(x, y)) degrees += 1;
    else if (inMetres(x, y)) metres += 1;
    else {
      neither += 1;
      odd ??= position;
    }
  }
  if (neither > (fitting === 'all' ? 0 : degrees + metres)) {
    throw new InputError(
      `${fileName} has coordinates that are neither WGS84 nor British National Grid` +
        `${odd ? ` (${odd[0]}, ${odd[1]})` : ''} – save it in WGS84 (EPSG:4326).`,
    );
  }
  // a small number of degrees can be metres near the corner of the grid, metres can be no degrees
  const onGrid = fitting === 'all' ? metres > 0 : metres > degrees || (metres === degrees && named === 'EPSG:27700');
  return onGrid ? onTheGrid(named) : inWgs84(named);
}

function inWgs84(named: System | null): Crs {
  return {
    system: 'EPSG:4326',
    note: named === 'EPSG:27700' ? 'Coordinates read as WGS84 by their values; the file names EPSG:27700.' : '',
    toWgs84: (position) => position,
    placeAt: (x, y) => (inDegrees(x, y) && !(x === 0 && y === 0) ? [x, y] : null),
  };
}

function onTheGrid(named: System | null): Crs {
  const how = named === 'EPSG:27700' ? "by the file's crs" : 'by their values';
  return {
    system: 'EPSG:27700',
    note: `Coordinates read as British National Grid ${how} and converted to WGS84.`,
    toWgs84: ([x, y]) => bngToWgs84(x, y),
    placeAt: (x, y) => (inMetres(x, y) && !(x === 0 && y === 0) ? bngToWgs84(x, y) : null),
  };
}

function inDegrees(x: number, y: number): boolean {
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

/** A little beyond the grid, because shapes reach out to sea. */
function inMetres(x: number, y: number): boolean {
  return x >= -200_000 && x <= 900_000 && y >= -200_000 && y <= 1_500_000;
}

/** The system that a `crs` member names ("urn:ogc:def:crs:EPSG::27700", {code: 4326}); null without one. */
export function namedSystem(json: unknown, fileName: string): System | null {
  const crs = memberOf(json, 'crs');
  if (crs === undefined || crs === null) return null;
  const properties = memberOf(crs, 'properties');
  const name = memberOf(properties, 'name') ?? memberOf(properties, 'code');
  const text = typeof name === 'string' || typeof name === 'number' ? String(name).slice(0, 100) : '';
  // Older files spell WGS84 as CRS84, OGC's name for it in (lon, lat) order.
  if (/CRS:?84$/i.test(text) || /(^|\D)4326$/.test(text)) return 'EPSG:4326';
  if (/(^|\D)27700$/.test(text)) return 'EPSG:27700';
  throw new InputError(
    `${fileName} names the coordinate system "${text}" – save it in WGS84 (EPSG:4326) or British National Grid (EPSG:27700).`,
  );
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
