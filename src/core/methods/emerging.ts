// biome-ignore-all lint/style/noNonNullAssertion: steps and cells stay below the lengths of the arrays they index
/**
 * Which hot spots are new, which have lasted, which come and go? Emerging hot spot analysis.
 *
 * In words: offences are summed per cell and step of time. Gi* of a bin compares the sum over the cell and its neighbours,
 * in this step and the one before, with what as many average bins of the whole cube would hold. Bins are hot or cold at a
 * false discovery rate of 10 % over all bins. The series of each cell, with the Mann–Kendall trend of its z, gives it one
 * of 17 categories.
 *
 *   z = (Σ x − x̄ W) / (S · √[(N W − W²) / (N − 1)])   over the W bins of the neighbourhood, of N in the cube
 *
 * Esri, How Emerging Hot Spot Analysis works, pro.arcgis.com; Ord, J. K. & Getis, A. (1995), doi
 * 10.1111/j.1538-4632.1995.tb00912.x; Mann–Kendall as in stats/mann-kendall.ts; FDR as in stats/fdr.ts.
 *
 * Choices: mean and standard deviation over the whole cube, so that a step is hot in comparison with all times and places.
 * The neighbourhood of the first step, and of one after a gap, has no step before. Steps without data are missing: they
 * are no bins, no tests and no part of a share. The order of the rules stands in methods/emerging-categories.ts.
 *
 * The trap: the whole area going up makes the last steps hot everywhere; a change in recording looks just like it. And
 * neighbouring bins share offences, so a z of a step says little that the step before did not.
 */
import { InputError } from '../errors.ts';
import type { NeighbourGraph } from '../hex/grid.ts';
import { benjaminiHochberg } from '../stats/fdr.ts';
import { mannKendall } from '../stats/mann-kendall.ts';
import { normalTwoSided } from '../stats/normal.ts';
import { emergingCategories, emergingCategory } from './emerging-categories.ts';

export interface EmergingSettings {
  /** Length of a step in days; a step is a month where dates are only months. */
  readonly stepDays: number;
  /** False discovery rate at which a bin is hot or cold. */
  readonly fdr: number;
  /** Level at which a trend of z counts. */
  readonly alphaTrend: number;
}

/** 28 days hold each weekday four times. */
export const defaultEmergingSettings: EmergingSettings = { stepDays: 28, fdr: 0.1, alphaTrend: 0.1 };

const LEAST_STEPS = 10;

/** One value per cell and step: that of cell i in step t is `values[t · n + i]`. */
export interface SpaceTimeCube {
  readonly n: number;
  readonly values: Float64Array;
  /** 1 for each step that has data. */
  readonly covered: Uint8Array;
}

export interface EmergingCells {
  /** Position in `emergingCategories`. */
  readonly category: Uint8Array;
  /** Mann–Kendall of z over the steps; NaN where there is no z. */
  readonly trendZ: Float64Array;
  readonly trendP: Float64Array;
  /** Parts of the covered steps that are significantly hot and cold, 0–1. */
  readonly hotShare: Float64Array;
  readonly coldShare: Float64Array;
  /** z in the last covered step. */
  readonly lastZ: Float64Array;
}

/** Sums of `weights` by step and cell over the rows with mask 1; rows in no step or no cell (negative) are left out. */
export function spaceTimeCube(
  stepOfRow: Int32Array,
  cellOfRow: Int32Array,
  mask: Uint8Array,
  weights: Float64Array,
  covered: Uint8Array,
  n: number,
): SpaceTimeCube {
  const values = new Float64Array(covered.length * n);
  for (let row = 0; row < mask.length; row++) {
    const step = stepOfRow[row]!;
    const cell = cellOfRow[row]!;
    if (mask[row] === 1 && step >= 0 && cell >= 0) values[step * n + cell]! += weights[row]!;
  }
  return { n, values, covered };
}

/** Gi* of each bin, laid out as the cube's values; NaN in steps without data and where nothing varies. */
export function spaceTimeGiStar({ n, values, covered }: SpaceTimeCube, graph: NeighbourGraph): Float64Array {
  const steps = covered.length;
  const z = new Float64Array(steps * n).fill(Number.NaN);
  const { bins, mean, deviation } = momentsOf(values, covered, n);
  if (deviation === 0) return z;

  // sums over cell and ring, of this step and the one before
  let around = new Float64Array(n);
  let before = new Float64Array(n);
  for (let t = 0; t < steps; t++) {
    if (covered[t] === 0) continue;
    const base = t * n;
    const layers = t > 0 && covered[t - 1] === 1 ? 2 : 1;
    for (let i = 0; i < n; i++) {
      const start = graph.offsets[i]!;
      const end = graph.offsets[i + 1]!;
      let sum = 0;
      for (let k = start; k < end; k++) sum += values[base + graph.items[k]!]!;
      around[i] = sum;
      const size = layers * (end - start);
      if (size >= bins) continue;
      const total = layers === 2 ? sum + before[i]! : sum;
      z[base + i] = (total - mean * size) / (deviation * Math.sqrt((bins * size - size * size) / (bins - 1)));
    }
    [around, before] = [before, around];
  }
  return z;
}

/** @throws InputError with fewer than ten steps that have data. */
export function emergingHotSpots(
  cube: SpaceTimeCube,
  graph: NeighbourGraph,
  settings: EmergingSettings,
): EmergingCells {
  const { n, covered } = cube;
  const present = [...covered.keys()].filter((t) => covered[t] === 1);
  if (present.length < LEAST_STEPS) {
    throw new InputError(
      `${present.length === 1 ? 'Only one step has' : `Only ${present.length} steps have`} data, and emerging hot spots need ${LEAST_STEPS} – take a longer period, or shorter steps where dates are days.`,
    );
  }
  const z = spaceTimeGiStar(cube, graph);
  const q = benjaminiHochberg(z.map(normalTwoSided));

  const category = new Uint8Array(n);
  const [trendZ, trendP, hotShare, coldShare, lastZ] = [numbers(n), numbers(n), numbers(n), numbers(n), numbers(n)];
  const series = new Int8Array(present.length);
  const lastBase = (present.at(-1) ?? 0) * n;
  for (let i = 0; i < n; i++) {
    let hot = 0;
    let cold = 0;
    for (let s = 0; s < present.length; s++) {
      const bin = present[s]! * n + i;
      const sign = q[bin]! <= settings.fdr ? Math.sign(z[bin]!) : 0;
      series[s] = sign;
      hot += Number(sign > 0);
      cold += Number(sign < 0);
    }
    const trend = mannKendall(z, i, n, covered.length);
    category[i] = emergingCategories.indexOf(emergingCategory(series, trend, settings.alphaTrend));
    trendZ[i] = trend.z;
    trendP[i] = trend.p;
    hotShare[i] = hot / present.length;
    coldShare[i] = cold / present.length;
    lastZ[i] = z[lastBase + i]!;
  }
  return { category, trendZ, trendP, hotShare, coldShare, lastZ };
}

const numbers = (n: number): Float64Array => new Float64Array(n);

/** Number, mean and population standard deviation of the bins that have data; exactly 0 when all are equal. */
function momentsOf(values: Float64Array, covered: Uint8Array, n: number) {
  const layers = [...covered.keys()].filter((t) => covered[t] === 1).map((t) => values.subarray(t * n, (t + 1) * n));
  const bins = layers.length * n;
  const first = layers[0]?.[0];
  let sum = 0;
  let varies = false;
  for (const layer of layers) {
    for (let i = 0; i < n; i++) {
      sum += layer[i]!;
      if (layer[i] !== first) varies = true;
    }
  }
  const mean = sum / bins;
  let squares = 0;
  for (const layer of layers) for (let i = 0; i < n; i++) squares += (layer[i]! - mean) ** 2;
  return { bins, mean, deviation: varies ? Math.sqrt(squares / bins) : 0 };
}
