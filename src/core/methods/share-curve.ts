/** Curves of concentration: the share of all value that the best share of cells holds, by straight lines between corners. */

export interface ShareCurve {
  /** Shares of the cells and of the value, 0–1, both ascending from (0, 0) to (1, 1). */
  readonly cells: Float64Array;
  readonly value: Float64Array;
}

/** The curve of cell values none of which is below 0: cells in descending order; null when all are 0. */
export function curveOf(value: Float64Array): ShareCurve | null {
  const n = value.length;
  const held = value
    .filter((v) => v > 0)
    .sort()
    .reverse();
  let total = 0;
  for (const v of held) total += v;
  if (total === 0) return null;
  const cells = new Float64Array(held.length + 2).fill(1);
  const share = new Float64Array(held.length + 2).fill(1);
  cells[0] = 0;
  share[0] = 0;
  let sum = 0;
  for (let k = 0; k < held.length; k++) {
    sum += held[k] as number;
    cells[k + 1] = (k + 1) / n;
    share[k + 1] = Math.min(1, sum / total);
  }
  share[held.length] = 1;
  return { cells, value: share };
}

/** Share of the cells that hold a share of the value, the last cell counted in part. */
export function cellsHolding(curve: ShareCurve, share: number): number {
  return interpolated(curve.value, curve.cells, share);
}

/** Share of the value in the best share of the cells. */
export function valueHeld(curve: ShareCurve, cells: number): number {
  return interpolated(curve.cells, curve.value, cells);
}

/** Gini's coefficient of a curve: twice the area above the diagonal. */
export function giniOfCurve({ cells, value }: ShareCurve): number {
  let area = 0;
  for (let k = 1; k < cells.length; k++) {
    area += (((cells[k] as number) - (cells[k - 1] as number)) * ((value[k] as number) + (value[k - 1] as number))) / 2;
  }
  return 2 * area - 1;
}

/** The y at x of the line through ascending corners; the lowest y where the line stands upright. */
function interpolated(xs: Float64Array, ys: Float64Array, x: number): number {
  let low = 0;
  let high = xs.length - 1;
  // first corner that reaches x
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((xs[middle] as number) < x) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return ys[0] as number;
  const [x0, x1] = [xs[low - 1] as number, xs[low] as number];
  const [y0, y1] = [ys[low - 1] as number, ys[low] as number];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
