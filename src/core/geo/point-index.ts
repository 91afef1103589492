/**
 * Points in square buckets, to find those near a place without looking at all: flat arrays, row by row from the
 * south-west, so that neighbouring buckets of a row are one run of points.
 *
 * The trap: a bucket far smaller than the distances asked for means many short runs, a far larger one many points in
 * vain. Half of the distance suits.
 */
import type { PointsM } from './local-metres.ts';

export interface PointIndex {
  /** Coordinates in metres in the order of the buckets, and which point of the input each is. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly point: Uint32Array;
  /** The points of bucket (column, row) are `starts[row·columns + column] … starts[row·columns + column + 1])`. */
  readonly starts: Uint32Array;
  readonly columns: number;
  readonly rows: number;
  readonly west: number;
  readonly south: number;
  readonly bucketM: number;
}

/** More buckets than this are widened: a stray point must not cost memory. */
const MOST_BUCKETS = 1 << 22;

/** @param wanted 1 for each point to be held, all when null. Points that are not finite are left out. */
export function pointIndex({ x, y }: PointsM, bucketM: number, wanted: Uint8Array | null = null): PointIndex {
  const n = x.length;
  const isHeld = (i: number): boolean =>
    (wanted === null || wanted[i] === 1) && Number.isFinite(x[i]) && Number.isFinite(y[i]);
  let [west, south] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [east, north] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let held = 0;
  for (let i = 0; i < n; i++) {
    if (!isHeld(i)) continue;
    held += 1;
    west = Math.min(west, x[i] as number);
    east = Math.max(east, x[i] as number);
    south = Math.min(south, y[i] as number);
    north = Math.max(north, y[i] as number);
  }
  if (held === 0) [west, south, east, north] = [0, 0, 0, 0];

  let sideM = bucketM;
  const across = (length: number): number => Math.floor(length / sideM) + 1;
  while (!(across(east - west) * across(north - south) <= MOST_BUCKETS)) sideM *= 2;
  const columns = across(east - west);
  const rows = across(north - south);

  // count, add up, fill
  const bucketOf = (i: number): number =>
    Math.floor(((y[i] as number) - south) / sideM) * columns + Math.floor(((x[i] as number) - west) / sideM);
  const starts = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < n; i++) if (isHeld(i)) (starts[bucketOf(i) + 1] as number) += 1;
  for (let k = 0; k < columns * rows; k++) (starts[k + 1] as number) += starts[k] as number;
  const next = starts.slice();
  const index = { x: new Float64Array(held), y: new Float64Array(held), point: new Uint32Array(held) };
  for (let i = 0; i < n; i++) {
    if (!isHeld(i)) continue;
    const bucket = bucketOf(i);
    const to = next[bucket] as number;
    next[bucket] = to + 1;
    index.x[to] = x[i] as number;
    index.y[to] = y[i] as number;
    index.point[to] = i;
  }
  return { ...index, starts, columns, rows, west, south, bucketM: sideM };
}

/** Calls `visit` with each point at most `radiusM` from the place (bounds included) and its squared distance in m². */
export function visitWithin(
  index: PointIndex,
  x: number,
  y: number,
  radiusM: number,
  visit: (point: number, distance2M2: number) => void,
): void {
  const within = radiusM * radiusM;
  visitRuns(index, x, y, radiusM, (from, to) => {
    for (let k = from; k < to; k++) {
      const dx = (index.x[k] as number) - x;
      const dy = (index.y[k] as number) - y;
      const distance2 = dx * dx + dy * dy;
      if (distance2 <= within) visit(index.point[k] as number, distance2);
    }
  });
}

/**
 * Calls `visit` with runs [from, to) of the index's own order that hold every point within `radiusM` of the place, and
 * others near it: for kernels that loop themselves.
 */
export function visitRuns(
  index: PointIndex,
  x: number,
  y: number,
  radiusM: number,
  visit: (from: number, to: number) => void,
): void {
  const { starts, columns, rows, west, south, bucketM } = index;
  const firstRow = Math.max(0, Math.floor((y - radiusM - south) / bucketM));
  const lastRow = Math.min(rows - 1, Math.floor((y + radiusM - south) / bucketM));
  for (let row = firstRow; row <= lastRow; row++) {
    // the circle's half width where it is widest within the row
    const bottom = south + row * bucketM;
    const away = Math.max(0, bottom - y, y - bottom - bucketM);
    const half = Math.sqrt(Math.max(0, radiusM * radiusM - away * away));
    const first = Math.max(0, Math.floor((x - half - west) / bucketM));
    const last = Math.min(columns - 1, Math.floor((x + half - west) / bucketM));
    if (first > last) continue;
    const from = starts[row * columns + first] as number;
    const to = starts[row * columns + last + 1] as number;
    if (from < to) visit(from, to);
  }
}
