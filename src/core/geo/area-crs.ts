/** Which coordinates an area file is written in, and its polygons in WGS84. */
import { InputError } from '../errors.ts';
import type { LonLat, StudyArea } from './area.ts';
import { bngToWgs84 } from './bng.ts';

type System = 'EPSG:4326' | 'EPSG:27700';

export interface AreaCrs {
  readonly system: System;
  /** What to tell the user; '' when everything is as GeoJSON has it. */
  readonly note: string;
}

/**
 * The system by the file's `crs` member and the positions themselves, which have the last word: files that keep an old
 * member after conversion are common.
 * @throws InputError for a system that is neither, and for values that fit neither
 */
export function crsOf(json: unknown, rings: readonly (readonly LonLat[])[], fileName: string): AreaCrs {
  const named = namedSystem(json, fileName);
  let degrees = true;
  let metres = true;
  let odd: LonLat | undefined;
  for (const ring of rings) {
    for (const position of ring) {
      const [x, y] = position;
      const isDegrees = Math.abs(x) <= 180 && Math.abs(y) <= 90;
      // A little beyond the grid, because districts reach out to sea.
      const isMetres = x >= -200_000 && x <= 900_000 && y >= -200_000 && y <= 1_500_000;
      degrees &&= isDegrees;
      metres &&= isMetres;
      if (!isDegrees && !isMetres) odd ??= position;
    }
  }
  if (degrees) {
    const note = named === 'EPSG:27700' ? 'Coordinates read as WGS84 by their values; the file names EPSG:27700.' : '';
    return { system: 'EPSG:4326', note };
  }
  if (metres) {
    const how = named === 'EPSG:27700' ? "by the file's crs" : 'by their values';
    return { system: 'EPSG:27700', note: `Coordinates read as British National Grid ${how} and converted to WGS84.` };
  }
  throw new InputError(
    `${fileName} has coordinates that are neither WGS84 nor British National Grid` +
      `${odd ? ` (${odd[0]}, ${odd[1]})` : ''} – save it in WGS84 (EPSG:4326).`,
  );
}

/** Polygons of a feature in WGS84. */
export function toLonLat(polygons: readonly (readonly (readonly LonLat[])[])[], system: System): StudyArea['polygons'] {
  if (system === 'EPSG:4326') return polygons;
  return polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => bngToWgs84(x, y))));
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
