/**
 * How unusual is a count of k or more where m are expected? The upper tail of the Poisson distribution.
 *
 * In words: each probability is the one before times m/j, so all of them follow from that of k up to a factor; the share
 * of k and above in the sum of all is the answer, and the factor cancels. Additions, multiplications and divisions alone:
 * the same digits in every engine. The trap: counts of things that come in clusters vary more than Poisson's.
 */

/** P(X ≥ k) for a Poisson variable of mean `mean` ≥ 0 and a whole k; NaN where either is not a number. */
export function poissonUpperTail(k: number, mean: number): number {
  if (Number.isNaN(k) || Number.isNaN(mean)) return Number.NaN;
  if (k <= 0) return 1;
  if (mean === 0) return 0;
  // both sums in units of P(X = k)
  let above = 0;
  for (let term = 1, j = k; term > above * 1e-18; ) {
    above += term;
    if (above === Number.POSITIVE_INFINITY) return 1;
    j += 1;
    term *= mean / j;
  }
  let below = 0;
  for (let term = k / mean, j = k; j > 0 && term > below * 1e-18; ) {
    below += term;
    j -= 1;
    term *= j / mean;
  }
  return above / (above + below);
}
