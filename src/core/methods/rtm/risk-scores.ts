// biome-ignore-all lint/style/noNonNullAssertion: index i runs over the cells
/**
 * Where do the places' risks add up? Each cell's relative risk score.
 *
 * In words: RRS = e^η / e^η_min, the model's expected offences as a multiple of those where they are fewest in the area.
 * Cells above the mean + 1 standard deviation (1/n) are of class 1, above the mean + 2 of class 2, RTMDx's "highest risk".
 * Joint priority = RRS × recent harm, as a multiple of its mean over the cells.
 *
 * Caplan, J. M. & Kennedy, L. W. (2016), Risk Terrain Modeling, University of California Press.
 *
 * Choices: the joint priority is a plain product, so that doubling either doubles it, and scaled to a mean of 1, so that
 * two areas or periods can be set side by side. A cell without recent harm has no priority however risky: the map of
 * the scores shows where harm may come to, this one where it is and where the place will keep it.
 *
 * The trap: a score of 10 is ten times the least, not ten times the usual, and says nothing of how many offences.
 */

export interface RiskScores {
  readonly rrs: Float64Array;
  readonly riskClass: Uint8Array;
  readonly rrsSummary: { readonly min: number; readonly max: number; readonly mean: number; readonly sd: number };
}

/** From expected offences per cell, all above 0. */
export function riskScores(predicted: Float64Array): RiskScores {
  let least = Number.POSITIVE_INFINITY;
  for (const rate of predicted) least = Math.min(least, rate);
  const rrs = predicted.map((rate) => rate / least);
  const n = rrs.length;
  let max = 1;
  let total = 0;
  for (const score of rrs) {
    max = Math.max(max, score);
    total += score;
  }
  const mean = total / n;
  let squares = 0;
  for (const score of rrs) squares += (score - mean) ** 2;
  const sd = Math.sqrt(squares / n);
  const riskClass = Uint8Array.from(rrs, (score) => (score > mean + 2 * sd ? 2 : score > mean + sd ? 1 : 0));
  return { rrs, riskClass, rrsSummary: { min: 1, max, mean, sd } };
}

/** RRS × recent harm (or count) per cell, scaled to a mean of 1; all 0 without any harm. */
export function jointPriority(rrs: Float64Array, recentHarm: Float64Array): Float64Array {
  const product = rrs.map((score, i) => score * recentHarm[i]!);
  let total = 0;
  for (const value of product) total += value;
  return total > 0 ? product.map((value) => (value * product.length) / total) : product;
}
