/**
 * How well did a map say where the next offences would be?
 *
 * With cells taken in the order of a prediction, the first k of them:
 *  - hit rate: the share of later offences that lie in them;
 *  - PAI, predictive accuracy index: hit rate / share of the area that they cover. 1 is a map drawn by chance;
 *  - PEI, predictive efficiency index: what they hold / what the best k cells hold, 0–1;
 *  - predicted to observed: Σ predicted / Σ observed in them. ptools calls this RRI, recapture rate index; the name also
 *    stands for other ratios, so we write out what it is. Only for predictions that are numbers of offences;
 *  - AUC: the chance that a cell with an offence scored higher than one without, half of it where they scored the same.
 *
 * Chainey, S., Tompson, L. & Uhlig, S. (2008), The utility of hotspot mapping for predicting spatial patterns of crime,
 * Security Journal 21:4–28, doi 10.1057/palgrave.sj.8350066 (PAI); Hunt, J. (2016), Do crime hot spots move?,
 * dissertation, American University (PEI); Hanley, J. & McNeil, B. (1982), The meaning and use of the area under a ROC
 * curve, Radiology 143:29–36, doi 10.1148/radiology.143.1.7063747. Vectors from ptools (Wheeler).
 *
 * Choices: equal scores keep the order of cell ids; a score that is not a number comes last. The trap: PAI is largest for
 * tiny areas, so only compare methods at the same budget of area.
 */
import { stableOrder } from '../stats/order.ts';

export interface Accuracy {
  /** 0–1; NaN without offences, as are the others. */
  readonly hitRate: number;
  readonly pai: number;
  readonly pei: number;
}

/**
 * The first `k` cells of `order` against `observed` (offences or harm per cell) on cells of `areaM2`.
 * @param bestOrder of `observed`, most first, where the caller has it
 */
export function accuracyOf(
  order: Uint32Array,
  observed: Float64Array,
  areaM2: Float64Array,
  k: number,
  bestOrder: Uint32Array = stableOrder(observed, 'descending'),
): Accuracy {
  const chosen = order.subarray(0, k);
  const captured = sumAt(chosen, observed);
  const best = sumAt(bestOrder.subarray(0, k), observed);
  const hitRate = captured / sum(observed);
  return { hitRate, pai: hitRate / (sumAt(chosen, areaM2) / sum(areaM2)), pei: captured / best };
}

/** Σ predicted / Σ observed over the first `k` cells of `order` (RRI in ptools). */
export function predictedToObserved(
  order: Uint32Array,
  predicted: Float64Array,
  observed: Float64Array,
  k: number,
): number {
  const chosen = order.subarray(0, k);
  return sumAt(chosen, predicted) / sumAt(chosen, observed);
}

/** Area under the ROC curve; NaN unless there are cells with and without an offence. Scores that are NaN are lowest. */
export function auc(score: Float64Array, observed: Float64Array): number {
  // ranks from the lowest score up, the mean rank among equal ones (Mann–Whitney)
  const order = stableOrder(score, 'descending').reverse();
  let positives = 0;
  let rankSum = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && same(score[order[start] as number], score[order[end] as number])) end += 1;
    const rank = (start + 1 + end) / 2;
    for (let k = start; k < end; k++) {
      if (!((observed[order[k] as number] as number) > 0)) continue;
      positives += 1;
      rankSum += rank;
    }
    start = end;
  }
  const negatives = order.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Share of the area and share of what was observed, after each cell of `order`; both start at 0 and end at 1. */
export function captureCurve(order: Uint32Array, observed: Float64Array, areaM2: Float64Array) {
  const area = new Float64Array(order.length + 1);
  const captured = new Float64Array(order.length + 1);
  for (let k = 0; k < order.length; k++) {
    area[k + 1] = (area[k] as number) + (areaM2[order[k] as number] as number);
    captured[k + 1] = (captured[k] as number) + (observed[order[k] as number] as number);
  }
  const [wholeArea, whole] = [area[order.length] as number, captured[order.length] as number];
  return { area: area.map((a) => a / wholeArea), captured: captured.map((c) => c / whole) };
}

/** Cells in both / cells in either, 0–1: how alike two selections are. NaN for two empty ones. */
export function jaccard(one: Iterable<number>, other: Iterable<number>): number {
  const [a, b] = [new Set(one), new Set(other)];
  let both = 0;
  for (const cell of a) if (b.has(cell)) both += 1;
  return both / (a.size + b.size - both);
}

function same(a: number | undefined, b: number | undefined): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function sumAt(cells: Uint32Array, values: Float64Array): number {
  let total = 0;
  for (const cell of cells) total += values[cell] as number;
  return total;
}
