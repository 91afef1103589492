/**
 * Which hexagon lies under a point, without asking the graphics card: hexagons are filed by the square that their centre
 * falls in, squares being one hexagon wide, so the one that holds a point is filed in its square or one beside it.
 */
import type { HexLevel } from '../core/results.ts';

export interface HexIndex {
  readonly level: HexLevel;
  /** Degrees per square. */
  readonly stepLon: number;
  readonly stepLat: number;
  /** Hexagons by square. */
  readonly squares: ReadonlyMap<number, readonly number[]>;
}

export function indexHexagons(level: HexLevel): HexIndex {
  const stepLat = level.acrossM / 111_195;
  const lat0 = level.lat[0] ?? 0;
  const stepLon = stepLat / Math.max(0.01, Math.cos((lat0 * Math.PI) / 180));
  const squares = new Map<number, number[]>();
  for (let k = 0; k < level.n; k++) {
    const key = squareOf(level.lon[k] as number, level.lat[k] as number, stepLon, stepLat);
    const square = squares.get(key);
    if (square) square.push(k);
    else squares.set(key, [k]);
  }
  return { level, stepLon, stepLat, squares };
}

/** Index of the hexagon that holds the point, or −1. */
export function hexagonAt(index: HexIndex, lon: number, lat: number): number {
  const { level, stepLon, stepLat, squares } = index;
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      for (const k of squares.get(squareOf(lon + dx * stepLon, lat + dy * stepLat, stepLon, stepLat)) ?? []) {
        if (contains(level, k, lon, lat)) return k;
      }
    }
  }
  return -1;
}

/** Column and row in one number; there are fewer than 2²² of either. */
function squareOf(lon: number, lat: number, stepLon: number, stepLat: number): number {
  return (Math.floor(lon / stepLon) + 2 ** 22) * 2 ** 23 + Math.floor(lat / stepLat) + 2 ** 22;
}

/** Even–odd rule over a closed ring. */
function contains(level: HexLevel, k: number, lon: number, lat: number): boolean {
  let inside = false;
  for (let v = (level.starts[k] as number) + 1; v < (level.starts[k + 1] as number); v++) {
    const ax = level.positions[2 * v - 2] as number;
    const ay = level.positions[2 * v - 1] as number;
    const bx = level.positions[2 * v] as number;
    const by = level.positions[2 * v + 1] as number;
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
