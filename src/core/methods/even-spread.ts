/**
 * Would Gi* mark cells even if the offences were strewn evenly? Its p-values take the sum of a neighbourhood for normal;
 * with few offences, or very unequal ones, that sum is skewed, and its upper tail far longer than the normal one.
 *
 * In words: offences that fall anywhere alike make the sum of W of n cells a compound Poisson number, whose skewness is
 * Σv³ / (Σv²)^1.5 · √(n/W) over the values v of the offences. For plain counts that is 1 / √(offences per neighbourhood).
 * The offences' own places have no part in it: real clusters make no sum skewed.
 *
 * Compound Poisson moments: Feller, W. (1968), An Introduction to Probability Theory and Its Applications I, XII.2.
 *
 * The limit is from seeded even data sets (450 and 3,149 cells, counts to harm of 1 to 1,460 days, one and two rings, 60
 * each): up to a skewness of 0.25 no more than 28 % of data sets have any cell at a false discovery rate of 10 %, from 0.5
 * on mostly more than a third, from 1 on nearly all. The share of the cells that is marked stays at one in ten throughout.
 *
 * The trap: permutations are no way out for single cells. They keep the cell's own value and deal out its neighbours'.
 */
import type { Stretch } from '../offences/by-day.ts';

/** From here on the analyst is told. */
export const SKEWED = 0.5;

/** Σv² and Σv³ of the offences in stretches of an order; `value` holds v of each, null for 1. */
export function powerSums(
  value: Float64Array | null,
): (stretches: readonly Stretch[]) => { readonly squares: number; readonly cubes: number } {
  if (value === null) {
    return (stretches) => {
      const count = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
      return { squares: count, cubes: count };
    };
  }
  // running totals, so that a period costs no pass through its rows
  const squaresUpTo = new Float64Array(value.length + 1);
  const cubesUpTo = new Float64Array(value.length + 1);
  for (let at = 0; at < value.length; at++) {
    const v = value[at] as number;
    squaresUpTo[at + 1] = (squaresUpTo[at] as number) + v * v;
    cubesUpTo[at + 1] = (cubesUpTo[at] as number) + v * v * v;
  }
  const within = (upTo: Float64Array, stretches: readonly Stretch[]): number =>
    stretches.reduce((sum, { start, end }) => sum + (upTo[end] as number) - (upTo[start] as number), 0);
  return (stretches) => ({ squares: within(squaresUpTo, stretches), cubes: within(cubesUpTo, stretches) });
}

/** Skewness of the sum of `size` of `cells` cells under an even spread; 0 without offences. */
export function skewIfEven(
  { squares, cubes }: { readonly squares: number; readonly cubes: number },
  cells: number,
  size: number,
): number {
  return squares > 0 ? (cubes / squares ** 1.5) * Math.sqrt(cells / size) : 0;
}
