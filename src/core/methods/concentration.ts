/**
 * In how few places does how much of the crime happen?
 *
 * In words: put the cells in order, the fullest first, and add up; a quarter, half and four fifths of the value are held
 * by these shares of the cells, the last cell counted in part so that ties do not matter. Gini's coefficient is 0 when all
 * cells hold the same and near 1 when one holds all:
 *
 *   G = 2 Σᵢ i·x₍ᵢ₎ / (n Σ x) − (n + 1)/n,   x₍ᵢ₎ ascending;
 *
 * with fewer offences c than cells n it is high whatever happens, for most cells must be empty. The generalised one is 0
 * at the most even allocation that c offences allow, and is G when c ≥ n:
 *
 *   G′ = max(1/c, 1/n)·(2 Σᵢ i·y₍ᵢ₎ − n − 1) − max(n/c, 1) + 1,   y = x / Σ x.
 *
 * Weisburd, D. (2015), The law of crime concentration and the criminology of place, Criminology 53:133–157, doi
 * 10.1111/1745-9125.12070: about half of the crime of a city in about 5 % of its street segments, a quarter in about
 * 1.5 %. Bernasco, W. & Steenbeek, W. (2017), More places than crimes, Journal of Quantitative Criminology 33:451–467,
 * doi 10.1007/s10940-016-9324-7, for G′.
 *
 * Choices: cells, not street segments, and all of the area, zeros too, water and fields among them. G′ is for counts
 * only. Chance stands beside every number (chance-curve.ts).
 *
 * The trap: finer cells look more concentrated by themselves; compare only equal resolutions. Harm is concentrated
 * because a few offences weigh most of it, wherever they happen.
 */
import type { ConcentrationResult } from '../results.ts';
import { cellsHolding, curveOf, giniOfCurve, type ShareCurve, valueHeld } from './share-curve.ts';

/** The shares of the value that are asked for. */
const SHARES = [0.25, 0.5, 0.8] as const;

/** Points of the curve where cells hold something, and in the empty rest. */
const FULL_POINTS = 400;
const EMPTY_POINTS = 99;

/**
 * @param value of each cell, none below 0
 * @param offences counted in the cells
 * @param chance the curve to compare with, null when the values are all 0
 */
export function concentrationOf(
  value: Float64Array,
  {
    offences,
    isCount,
    chance,
  }: { readonly offences: number; readonly isCount: boolean; readonly chance: ShareCurve | null },
): ConcentrationResult {
  const curve = curveOf(value);
  return {
    cells: value.length,
    offences,
    holding: SHARES.map((share) => ({
      share,
      cells: curve ? cellsHolding(curve, share) : Number.NaN,
      byChance: chance ? cellsHolding(chance, share) : Number.NaN,
    })),
    gini: gini(value),
    giniByChance: chance ? giniOfCurve(chance) : Number.NaN,
    generalisedGini: isCount ? generalisedGini(value) : Number.NaN,
    curve: curve
      ? thinned(curve, chance)
      : { cells: new Float64Array(0), value: new Float64Array(0), byChance: new Float64Array(0) },
  };
}

/** Gini's coefficient, 0 to 1 − 1/n; NaN when all values are 0. */
export function gini(value: Float64Array): number {
  const n = value.length;
  const { ranked, total } = rankedSum(value);
  return (2 * ranked) / (n * total) - (n + 1) / n;
}

/** The generalised coefficient of counts; NaN when all are 0. */
export function generalisedGini(count: Float64Array): number {
  const n = count.length;
  const { ranked, total } = rankedSum(count);
  return Math.max(1 / total, 1 / n) * ((2 * ranked) / total - n - 1) - Math.max(n / total, 1) + 1;
}

/** Σ i·x₍ᵢ₎ and Σ x. */
function rankedSum(value: Float64Array): { ranked: number; total: number } {
  let ranked = 0;
  let total = 0;
  value
    .slice()
    .sort()
    .forEach((x, i) => {
      ranked += (i + 1) * x;
      total += x;
    });
  return { ranked, total };
}

/** At most 500 points of the curve, with chance at the same shares of cells. */
function thinned(curve: ShareCurve, chance: ShareCurve | null): ConcentrationResult['curve'] {
  const full = curve.cells.length - 2;
  const points = Math.min(full, FULL_POINTS);
  const corners = Array.from({ length: points + 1 }, (_, j) => Math.round((j * full) / points));
  const end = curve.cells[full] as number;
  const rest =
    end < 1 ? Array.from({ length: EMPTY_POINTS }, (_, j) => end + ((1 - end) * (j + 1)) / EMPTY_POINTS) : [];
  const cells = Float64Array.from([...corners.map((k) => curve.cells[k] as number), ...rest]);
  return {
    cells,
    value: Float64Array.from(cells, (_, j) => (j <= points ? (curve.value[corners[j] as number] as number) : 1)),
    byChance: cells.map((share) => (chance ? valueHeld(chance, Math.min(1, share)) : Number.NaN)),
  };
}
