/**
 * Sample quantiles by linear interpolation between order statistics at (n − 1)·p: "type 7" of Hyndman, R. J. & Fan, Y.
 * (1996), Sample quantiles in statistical packages, Am. Stat. 50:361–365, doi 10.1080/00031305.1996.10473566; the
 * default of R and NumPy.
 */

/** Quantile of unsorted values, NaN left out; NaN when none is left. `p` from 0 to 1. */
export function quantile(values: Float64Array, p: number): number {
  return sortedQuantile(values.filter((value) => !Number.isNaN(value)).sort(), p);
}

/** Quantile of values that are sorted ascending and free of NaN: for several quantiles of the same values. */
export function sortedQuantile(sorted: Float64Array, p: number): number {
  const last = sorted.length - 1;
  const position = Math.min(Math.max(p, 0), 1) * last;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, last)] ?? Number.NaN;
  // Equal ends first: the difference of two infinities is no number.
  return low === high ? low : low + (position - below) * (high - low);
}
