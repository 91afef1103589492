/**
 * Do two counts differ by more than chance would make them? The E-test for two Poisson rates.
 *
 * In words: estimate the one rate both would share, lay out every pair of counts it could have given, and add up the
 * probabilities of those at least as far apart as the pair found, distance being (x₁/e₁ − x₂/e₂ − d) / √(x₁/e₁² + x₂/e₂²).
 *
 * Krishnamoorthy, K. & Thomson, J. (2004), A more powerful test for comparing two Poisson means, J. Stat. Plan. Inference
 * 119:23–35, doi 10.1016/S0378-3758(02)00408-1.
 *
 * Choices: two-sided; pairs equally far apart up to rounding count as equal; counts whose probability is below 10⁻²⁰ of the
 * likeliest are left out. The trap: it has more power than the exact conditional test (stats/poisson-rates.ts) because it
 * is not quite exact, and as every Poisson test it takes offences for independent.
 */
import { exp } from '../stats/elementary.ts';

const NEGLIGIBLE = 1e-20;
const SAME = 1 - 1e-10;

/** Two-sided p of `y1` events in exposure `e1` against `y2` in `e2` under a true difference of their rates; whole counts. */
export function eTest(y1: number, y2: number, e1 = 1, e2 = 1, difference = 0): number {
  const distance = (x1: number, x2: number): number => {
    const miss = Math.abs(x1 / e1 - x2 / e2 - difference);
    return miss === 0 ? 0 : miss / Math.sqrt(x1 / (e1 * e1) + x2 / (e2 * e2));
  };
  const rate2 = (y1 + y2) / (e1 + e2) - (difference * e1) / (e1 + e2);
  // no events at all, or fewer than the difference alone asks for: nothing speaks against it
  if (!(rate2 > 0)) return y1 + y2 === 0 && difference === 0 ? 1 : Number.NaN;
  const found = distance(y1, y2) * SAME;
  const first = likelyCounts(e1 * (rate2 + difference));
  const second = likelyCounts(e2 * rate2);
  let p = 0;
  first.chances.forEach((chance1, i) => {
    let far = 0;
    second.chances.forEach((chance2, j) => {
      if (distance(first.from + i, second.from + j) >= found) far += chance2;
    });
    p += chance1 * far;
  });
  return Math.min(1, p);
}

/** Probabilities of a Poisson variable from its first count worth naming on. */
function likelyCounts(mean: number): { readonly from: number; readonly chances: Float64Array } {
  const mode = Math.floor(mean);
  const below: number[] = [];
  for (let k = mode, term = 1; k > 0; k--) {
    term *= k / mean;
    if (term < NEGLIGIBLE) break;
    below.push(term);
  }
  const above: number[] = [];
  for (let k = mode + 1, term = mean / k; term >= NEGLIGIBLE; k++, term *= mean / k) above.push(term);
  const terms = Float64Array.from([...below.toReversed(), 1, ...above]);
  // of a mean below 1 the first term is known; of any other the sum is 1
  const scale = mode === 0 ? exp(-mean) : 1 / terms.reduce((sum, term) => sum + term, 0);
  return { from: mode - below.length, chances: terms.map((term) => term * scale) };
}
