/**
 * Has a rate changed? The ratio of two Poisson rates with its exact interval and p-value.
 *
 * In words: of the n events of both periods together, those of the first are binomial with chance π₀ = e₁ / (e₁ + e₂) when
 * the rates are equal, e being the exposures. The Clopper–Pearson interval of the chance π turns into one of the ratio:
 *
 *   RR = (y₁ / e₁) / (y₂ / e₂),   limits π / (1 − π) · e₂ / e₁
 *
 * Przyborowski, J. & Wilenski, H. (1940), Homogeneity of results in testing samples from Poisson series, Biometrika
 * 31:313–323, doi 10.1093/biomet/31.3-4.313; interval: Clopper & Pearson (1934), doi 10.1093/biomet/26.4.404. The same
 * as R's poisson.test; p is two-sided as there (stats/binomial.ts).
 *
 * Choices: y₂ = 0 makes the ratio and its upper limit infinite, y₁ = 0 makes it and its lower limit 0; 0/0 says nothing.
 * The trap: offences come in series and are more scattered than Poisson counts, so the interval is too narrow rather than
 * too wide; and comparing raw counts of periods of unequal length forgets the exposure.
 */
import { binomialTwoSided, clopperPearson } from './binomial.ts';

export interface RateRatio {
  /** NaN for 0/0, infinite for y/0; the same of the limits. */
  readonly ratio: number;
  readonly lo: number;
  readonly hi: number;
  /** Two-sided, of equal rates. */
  readonly p: number;
}

/** Events `y1` in exposure `e1` (days, say) against `y2` in `e2`; counts are whole and exposures above 0. */
export function rateRatio(y1: number, e1: number, y2: number, e2: number, level = 0.95): RateRatio {
  const n = y1 + y2;
  if (n === 0 || !(e1 > 0) || !(e2 > 0)) return { ratio: Number.NaN, lo: Number.NaN, hi: Number.NaN, p: Number.NaN };
  const { lo, hi } = clopperPearson(y1, n, level);
  const odds = (chance: number): number =>
    chance >= 1 ? Number.POSITIVE_INFINITY : (chance / (1 - chance)) * (e2 / e1);
  return {
    ratio: y2 === 0 ? Number.POSITIVE_INFINITY : y1 / e1 / (y2 / e2),
    lo: odds(lo),
    hi: odds(hi),
    p: binomialTwoSided(y1, n, e1 / (e1 + e2)),
  };
}
