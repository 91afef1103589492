/** Plane geometry good to a few metres over one county: degrees to metres at the latitude of mid-Essex. */
import type { Position } from '../areas/borders.ts';

/** Metres per degree of latitude and of longitude at 51.7° N. */
export const METRES_PER_LAT = 111_260;
export const METRES_PER_LON = 69_130;

/** Distance in metres between two [lon, lat] positions. */
export function metresBetween(a: Position, b: Position): number {
  return Math.hypot((a[0] - b[0]) * METRES_PER_LON, (a[1] - b[1]) * METRES_PER_LAT);
}

/** The position that lies the given metres to the east and north. */
export function moved([lon, lat]: Position, eastM: number, northM: number): Position {
  return [lon + eastM / METRES_PER_LON, lat + northM / METRES_PER_LAT];
}

/** Whether a position lies inside a ring (even–odd rule). */
export function isInside([lon, lat]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[i] as Position;
    const [x2, y2] = ring[j] as Position;
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** West, south, east, north of a ring in degrees. */
export function boundsOf(ring: readonly Position[]): readonly [number, number, number, number] {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Rounded to the given decimals, as coordinates are written. */
export function rounded([lon, lat]: Position, decimals: number): Position {
  const scale = 10 ** decimals;
  return [Math.round(lon * scale) / scale, Math.round(lat * scale) / scale];
}
