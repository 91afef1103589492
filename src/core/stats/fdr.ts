// biome-ignore-all lint/style/noNonNullAssertion: indices come from an order of the same array
/**
 * Which of many tests may be called unusual when only a given share of those called may be false alarms?
 *
 * In words: sort the m p-values; q of the k-th smallest is the least of p·m/rank over it and all larger ones, at most 1.
 * "q ≤ α" is then the step-up rule at false discovery rate α.
 *
 * Benjamini, Y. & Hochberg, Y. (1995), Controlling the false discovery rate, J. R. Stat. Soc. B 57:289–300,
 * doi 10.1111/j.2517-6161.1995.tb02031.x. Same as R's p.adjust(p, "BH").
 *
 * The trap: m is the number of tests that were made. A cell without a statistic (NaN) is no test.
 */
import { stableOrder } from './order.ts';

/** q-values parallel to `p`; NaN where p is NaN, which do not count among the tests. */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const q = new Float64Array(p.length).fill(Number.NaN);
  const order = stableOrder(p, 'ascending');
  let tests = p.length;
  while (tests > 0 && Number.isNaN(p[order[tests - 1]!]!)) tests -= 1;
  // From the largest p downwards, so that the least of all larger ones is at hand.
  let least = 1;
  for (let rank = tests; rank >= 1; rank--) {
    const i = order[rank - 1]!;
    least = Math.min(least, (tests / rank) * p[i]!);
    q[i] = least;
  }
  return q;
}
