/**
 * Classes of a magnitude: which of at most seven colours a value takes.
 *
 * Breaks are the lower bounds of the classes, the first always 0: class k holds breaks[k] ≤ value < breaks[k + 1], and
 * 0 itself is in no class. They are made once and then kept across towns, dates and filters, so that a colour means
 * the same number everywhere.
 *
 * Harm per cell is skewed beyond what either usual rule can bear: equal counts (quantiles) spend most colours on cells
 * that hardly differ, equal ratios (geometric steps) leave most classes empty. Each break is the geometric mean of the
 * two, rounded to a number that people can remember.
 */

/** Share of the positive cells below each break; the tail gets more classes than the bulk. */
const shares = [0.3, 0.52, 0.7, 0.84, 0.93, 0.98];

/** Mantissas that a break may have. */
const friendly = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** Lower bounds, strictly increasing, [0] first; at most `classes` of them and fewer when there are few distinct values. */
export function classBreaks(values: Float64Array, classes = 7): number[] {
  return breaksOf(values.filter((value) => value > 0 && Number.isFinite(value)).sort(), classes);
}

/** The same from finite values that are ranked already: `order` leads through them from the largest. */
export function classBreaksInOrder(values: Float64Array, order: Uint32Array, classes = 7): number[] {
  let n = 0;
  while (n < order.length && (values[order[n] as number] as number) > 0) n += 1;
  const positive = new Float64Array(n);
  for (let k = 0; k < n; k++) positive[k] = values[order[n - 1 - k] as number] as number;
  return breaksOf(positive, classes);
}

/** @param positive ascending */
function breaksOf(positive: Float64Array, classes: number): number[] {
  const n = positive.length;
  if (n === 0) return [0];
  const distinct = distinctUpTo(positive, classes);
  if (distinct !== null) return [0, ...distinct.slice(1)];
  const whole = positive.every(Number.isInteger);
  const least = positive[Math.floor(n * 0.1)] as number;
  const most = positive[n - 1] as number;
  const breaks = [0];
  for (let k = 1; k < classes; k++) {
    const quantile = positive[Math.min(n - 1, Math.floor(n * shareOf(k, classes)))] as number;
    const geometric = least * (most / least) ** (k / classes);
    const at = roundFriendly(Math.sqrt(quantile * geometric), whole);
    if (at > (breaks.at(-1) as number) && at <= most) breaks.push(at);
  }
  return breaks;
}

function shareOf(k: number, classes: number): number {
  const at = (k / classes) * (shares.length + 1) - 1;
  const below = Math.max(0, Math.floor(at));
  const from = at < 0 ? 0 : (shares[below] as number);
  const to = shares[Math.min(shares.length - 1, below + 1)] as number;
  return at < 0 ? (shares[0] as number) * (at + 1) : from + (to - from) * (at - below);
}

/** The distinct values of an ascending array when there are no more than `limit`, else null. */
function distinctUpTo(ascending: Float64Array, limit: number): number[] | null {
  const distinct: number[] = [];
  for (const value of ascending) {
    if (value === distinct.at(-1)) continue;
    if (distinct.length === limit) return null;
    distinct.push(value);
  }
  return distinct;
}

/** The nearest friendly number by ratio. Whole-numbered data gets whole breaks, from 2 on: below 2 is "1". */
function roundFriendly(value: number, whole: boolean): number {
  if (whole && value <= 10) return Math.max(2, Math.round(value));
  const power = Math.floor(Math.log10(value));
  const mantissa = value / 10 ** power;
  let best = 10;
  for (const m of friendly) {
    if (Math.abs(Math.log(m / mantissa)) < Math.abs(Math.log(best / mantissa))) best = m;
  }
  // Multiplying by a negative power of ten leaves digits of dust.
  const rounded = Number((best * 10 ** power).toPrecision(3));
  return whole ? Math.round(rounded) : rounded;
}
