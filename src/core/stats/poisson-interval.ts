/**
 * How far may a count be from its mean by chance? The exact interval of a Poisson mean.
 *
 * In words: the lower limit is the mean at which a count as high or higher has a chance of (1 − level) / 2, the upper one
 * that at which a count as low or lower has it; both are found by halving on the tail (stats/poisson.ts).
 *
 * Garwood, F. (1936), Fiducial limits for the Poisson distribution, Biometrika 28:437–442, doi 10.1093/biomet/28.3-4.437.
 * The same as R's poisson.test. The trap: offences come in series, so the interval is too narrow rather than too wide.
 */
import { poissonUpperTail } from './poisson.ts';

/** Limits of the mean behind a whole count ≥ 0; NaN for what is no number. */
export function poissonInterval(count: number, level = 0.95): { readonly lo: number; readonly hi: number } {
  if (!(count >= 0)) return { lo: Number.NaN, hi: Number.NaN };
  const side = (1 - level) / 2;
  return { lo: count === 0 ? 0 : meanWhere(count, side), hi: meanWhere(count + 1, 1 - side) };
}

/** The mean at which P(X ≥ k) is `tail`, for k ≥ 1: the tail rises with the mean. */
function meanWhere(k: number, tail: number): number {
  let low = 0;
  let high = k + 10;
  while (poissonUpperTail(k, high) < tail) {
    low = high;
    high *= 2;
  }
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (poissonUpperTail(k, middle) < tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
