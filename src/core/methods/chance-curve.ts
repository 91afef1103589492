/**
 * How concentrated would the same offences be if they fell anywhere by chance? With fewer offences than cells even chance
 * leaves most cells empty, and "half of the crime in 5 % of the cells" says nothing until compared.
 *
 * For counts: c offences over n cells fall as Poisson numbers X with mean λ = c/n. The cells with at least k offences are
 * the share P(X ≥ k) of all and hold the share Σ_{j≥k} j·P(X = j)/λ = P(X ≥ k − 1) of the offences: corners of the curve.
 * For weights: the same offences, each with its weight, are dealt out to cells by a seeded generator, and the curves of
 * twenty such deals are averaged.
 *
 * Hipp, J. R. & Kim, Y.-A. (2017), Measuring crime concentration across cities of varying sizes, Journal of Quantitative
 * Criminology 33:595–632, doi 10.1007/s10940-016-9328-3, on why such a comparison is needed.
 *
 * Choices: every cell is as likely as another, for H3 cells of an area differ in size by a few per cent at most. The trap:
 * chance knows no streets; more concentrated than chance is any town.
 */
import { randomFrom } from '../stats/random.ts';
import { curveOf, type ShareCurve } from './share-curve.ts';

const DEALS = 20;

/** Probabilities below this part of the greatest do not show. */
const NEGLIGIBLE = 1e-17;

/** The expected curve of that many offences, at least one, over that many cells. */
export function poissonCurve(offences: number, cells: number): ShareCurve {
  const mean = offences / cells;
  // probabilities up and down from the mode, in units of the mode's: no factorial, no underflow
  const mode = Math.floor(mean);
  const up: number[] = [];
  for (let k = mode, p = 1; p > NEGLIGIBLE; k++, p *= mean / k) up.push(p);
  const down: number[] = [];
  for (let k = mode, p = mode / mean; k > 0 && p > NEGLIGIBLE; k--, p *= k / mean) down.push(p);
  const p = [...down.reverse(), ...up];
  const least = mode - down.length;

  let all = 0;
  let events = 0;
  p.forEach((one, i) => {
    all += one;
    events += one * (least + i);
  });
  // from the fullest cells to the empty ones
  const corners = { cells: new Float64Array(p.length + 1), value: new Float64Array(p.length + 1) };
  let reached = 0;
  let held = 0;
  for (let i = p.length - 1, corner = 1; i >= 0; i--, corner++) {
    reached += p[i] as number;
    held += (p[i] as number) * (least + i);
    corners.cells[corner] = Math.min(1, reached / all);
    corners.value[corner] = Math.min(1, held / events);
  }
  corners.cells[p.length] = 1;
  corners.value[p.length] = 1;
  return corners;
}

/** The mean curve of offences of these weights, at least one of them above 0, dealt out to the cells by chance. */
export function dealtCurve(weights: Float64Array, cells: number, seed: number): ShareCurve {
  const random = randomFrom(seed);
  const dealt = new Float64Array(cells);
  const corners = Math.min(weights.length, cells) + 1;
  const value = new Float64Array(corners);
  for (let deal = 0; deal < DEALS; deal++) {
    dealt.fill(0);
    for (const weight of weights) (dealt[random.below(cells)] as number) += weight;
    const curve = curveOf(dealt);
    for (let k = 0; k < corners; k++) value[k] = (value[k] as number) + (curve?.value[k] ?? 1) / DEALS;
  }
  // the twentieths may add up to a hair more than 1
  return {
    cells: Float64Array.from({ length: corners + 1 }, (_, k) => (k === corners ? 1 : k / cells)),
    value: Float64Array.from({ length: corners + 1 }, (_, k) =>
      k >= corners - 1 ? 1 : Math.min(1, value[k] as number),
    ),
  };
}
