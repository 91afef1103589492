/**
 * From painted cells to coloured hexagons. Index i means cell i; hexagon k of a level stands for the cells whose
 * `parentOf` is k and shows the worst of them, its *leader*, so that the classes of the legend stay true at any zoom.
 */
import type { HexLevel } from '../core/results.ts';
import type { Paint } from './paint.ts';
import type { Rgba } from './palette.ts';

/** A hexagon must be at least this wide to be told from its neighbours. */
const leastPx = 12;

/** Metres per CSS pixel of a map with tiles of 512 px. */
export function metresPerPixel(zoom: number, lat: number): number {
  return (78_271.516964 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;
}

/** Width of a level's hexagons in CSS pixels. */
export function hexagonPx(level: HexLevel, zoom: number, lat: number): number {
  return level.acrossM / metresPerPixel(zoom, lat);
}

/**
 * Index of the finest level whose hexagons are at least 12 px wide, else of the coarsest; −1 without levels. `enlarged`:
 * how much larger the screen is than a desk's or a wall's of 1080 px, since its pixels are as much smaller to the eye.
 */
export function rollUpLevel(levels: readonly HexLevel[], zoom: number, lat: number, enlarged = 1): number {
  const fit = levels.findIndex((level) => hexagonPx(level, zoom, lat) >= leastPx * enlarged);
  return fit >= 0 ? fit : levels.length - 1;
}

/** For each hexagon the index of its strongest cell, −1 when it has none. */
export function leadersOf({ strength }: Pick<Paint, 'strength'>, level: HexLevel): Int32Array {
  const leaders = new Int32Array(level.n).fill(-1);
  for (let i = 0; i < level.parentOf.length; i++) {
    const k = level.parentOf[i] as number;
    const best = leaders[k] as number;
    if (best < 0 || (strength[i] as number) > (strength[best] as number)) leaders[k] = i;
  }
  return leaders;
}

/** RGBA of each hexagon of a level. */
export function hexColours(paint: Paint, level: HexLevel, leaders: Int32Array = leadersOf(paint, level)): Uint8Array {
  const colours = new Uint8Array(level.n * 4);
  for (let k = 0; k < level.n; k++) {
    const leader = leaders[k] as number;
    if (leader >= 0) colours.set(paint.colours[paint.classes[leader] as number] as Rgba, k * 4);
  }
  return colours;
}

/** The same colours once per vertex, as the polygon layer wants them. */
export function expandColours(perHexagon: Uint8Array, starts: Uint32Array): Uint8Array {
  const n = perHexagon.length / 4;
  const out = new Uint8Array((starts[n] ?? 0) * 4);
  // One 32-bit write for the four channels; the view shares the buffer, so byte order does not matter.
  const from = new Uint32Array(perHexagon.buffer, perHexagon.byteOffset, n);
  const to = new Uint32Array(out.buffer);
  for (let k = 0; k < n; k++) to.fill(from[k] as number, starts[k] as number, starts[k + 1] as number);
  return out;
}

/** Rings drawn a little towards their centres, so that a seam shows the map between cells. */
export function insetPositions(level: HexLevel, share = 0.95): Float64Array {
  const out = new Float64Array(level.positions.length);
  for (let k = 0; k < level.n; k++) {
    const lon = level.lon[k] as number;
    const lat = level.lat[k] as number;
    for (let v = level.starts[k] as number; v < (level.starts[k + 1] as number); v++) {
      out[2 * v] = lon + ((level.positions[2 * v] as number) - lon) * share;
      out[2 * v + 1] = lat + ((level.positions[2 * v + 1] as number) - lat) * share;
    }
  }
  return out;
}

/** Closed ring of hexagon k as [lon, lat] pairs. */
export function ringOf(level: HexLevel, k: number): [number, number][] {
  const ring: [number, number][] = [];
  for (let v = level.starts[k] as number; v < (level.starts[k + 1] as number); v++) {
    ring.push([level.positions[2 * v] as number, level.positions[2 * v + 1] as number]);
  }
  return ring;
}
