/**
 * Does a series go up or down, whatever the shape of its way? Mann–Kendall test.
 *
 * In words: S is the number of pairs of steps whose later value is higher, less those whose later value is lower. Without
 * a trend S has mean 0 and the variance [T(T−1)(2T+5) − Σ t(t−1)(2t+5)]/18 over T steps and groups of t equal values.
 * Z = (S − sign S)/√Var, 0 when S is 0; p is two-sided normal; τ = S / (T(T−1)/2).
 *
 * Mann, H. B. (1945), Nonparametric tests against trend, Econometrica 13:245–259, doi 10.2307/1907187; Kendall, M. G.
 * (1975), Rank Correlation Methods, 4th ed., Griffin. Z and p are those of R's cor.test(1:T, x, method = "kendall",
 * exact = FALSE, continuity = TRUE); its τ-b differs from ours where values are equal.
 *
 * Choices: missing steps (NaN) are skipped, and T counts those that are left. The trap: the normal approximation wants
 * about ten steps, and steps that hang together (each shares the offences of the one before) make p too small.
 */
import { normalTwoSided } from './normal.ts';

export interface Trend {
  /** Steps that are not missing. */
  readonly steps: number;
  readonly s: number;
  readonly variance: number;
  /** 0 when S is 0; NaN with fewer than two steps, as are p and τ. */
  readonly z: number;
  readonly p: number;
  readonly tau: number;
}

/** The trend of `length` values of `x`, from `start` on and `stride` apart. */
export function mannKendall(x: ArrayLike<number>, start = 0, stride = 1, length = x.length): Trend {
  const end = start + length * stride;
  let steps = 0;
  let s = 0;
  let ties = 0;
  for (let i = start; i < end; i += stride) {
    const value = x[i] as number;
    if (Number.isNaN(value)) continue;
    steps += 1;
    let equal = 0;
    for (let j = i + stride; j < end; j += stride) {
      const later = x[j] as number;
      if (later > value) s += 1;
      else if (later < value) s -= 1;
      else if (later === value) equal += 1;
    }
    // The values of a group of t have t − 1, t − 2, … 0 equal ones after them, and Σ 6k(k + 2) over these is t(t−1)(2t+5).
    ties += 6 * equal * (equal + 2);
  }
  const variance = (steps * (steps - 1) * (2 * steps + 5) - ties) / 18;
  if (steps < 2) return { steps, s, variance, z: Number.NaN, p: Number.NaN, tau: Number.NaN };
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { steps, s, variance, z, p: normalTwoSided(z), tau: s / ((steps * (steps - 1)) / 2) };
}
