/** The seventeen categories of emerging hot spots, and the rules that choose one for a cell. */
import type { Trend } from '../stats/mann-kendall.ts';

/** Position in this list is the code of a category. */
export const emergingCategories = [
  'no-pattern',
  'new-hot',
  'consecutive-hot',
  'intensifying-hot',
  'persistent-hot',
  'diminishing-hot',
  'sporadic-hot',
  'oscillating-hot',
  'historical-hot',
  'new-cold',
  'consecutive-cold',
  'intensifying-cold',
  'persistent-cold',
  'diminishing-cold',
  'sporadic-cold',
  'oscillating-cold',
  'historical-cold',
] as const;

export type EmergingCategory = (typeof emergingCategories)[number];

type Kind =
  | 'new'
  | 'consecutive'
  | 'intensifying'
  | 'persistent'
  | 'diminishing'
  | 'sporadic'
  | 'oscillating'
  | 'historical';

/**
 * The category of a series of steps, each 1 (significantly hot), −1 (cold) or 0; missing steps left out beforehand.
 *
 * The published rules overlap, so the first that holds is taken in this order: oscillating, new, consecutive, historical,
 * intensifying, diminishing, persistent, sporadic. Oscillating first: an earlier cold step means that a hot one is not
 * new. Where rules for hot and for cold hold, the sign of the last significant step decides. Trends count at `alpha`.
 */
export function emergingCategory(
  series: ArrayLike<number>,
  trend: Pick<Trend, 'z' | 'p'>,
  alpha: number,
): EmergingCategory {
  let last = 0;
  for (let t = 0; t < series.length; t++) if (series[t] !== 0) last = series[t] as number;
  if (last === 0) return 'no-pattern';
  const sign = last > 0 ? 1 : -1;
  for (const side of [sign, -sign]) {
    const kind = kindOf(series, side, trend, alpha);
    if (kind) return `${kind}-${side > 0 ? 'hot' : 'cold'}`;
  }
  return 'no-pattern';
}

function kindOf(series: ArrayLike<number>, side: number, trend: Pick<Trend, 'z' | 'p'>, alpha: number): Kind | null {
  const steps = series.length;
  let count = 0;
  let opposite = 0;
  let runAtEnd = 0;
  for (let t = 0; t < steps; t++) {
    const is = series[t] === side;
    count += Number(is);
    opposite += Number(series[t] === -side);
    runAtEnd = is ? runAtEnd + 1 : 0;
  }
  const now = runAtEnd > 0;
  // in whole numbers, or 9 of 10 might miss nine tenths by rounding
  const nearlyAlways = 10 * count >= 9 * steps;
  if (!now) return nearlyAlways ? 'historical' : null;
  if (!nearlyAlways) {
    if (opposite > 0) return 'oscillating';
    if (count === 1) return 'new';
    return count === runAtEnd ? 'consecutive' : 'sporadic';
  }
  if (!(trend.p < alpha)) return 'persistent';
  return trend.z * side > 0 ? 'intensifying' : 'diminishing';
}
