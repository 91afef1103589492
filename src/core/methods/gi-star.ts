// biome-ignore-all lint/style/noNonNullAssertion: the graph's items and offsets stay within the arrays' lengths
/**
 * Is there more in and around a cell than chance would gather there? Getis-Ord Gi*.
 *
 * In words: add up the values of a cell and its neighbours; take away what that many average cells would hold; divide by
 * the standard deviation that the sum has when the values are dealt out at random:
 *
 *   z = (Σⱼ wᵢⱼ xⱼ − x̄ Wᵢ) / (S · √[(n Wᵢ − Wᵢ²) / (n − 1)]),   wᵢⱼ = 1 for the cell and its neighbours, Wᵢ = Σⱼ wᵢⱼ,
 *
 * with the mean x̄ and the population standard deviation S over all n cells. p is two-sided normal.
 *
 * Ord, J. K. & Getis, A. (1995), Local spatial autocorrelation statistics, Geographical Analysis 27:286–306,
 * doi 10.1111/j.1538-4632.1995.tb00912.x. The same as spdep::localG with include.self and style "B". Conditional
 * permutation: Anselin, L. (1995), Local indicators of spatial association, Geographical Analysis 27:93–115,
 * doi 10.1111/j.1538-4632.1995.tb00338.x.
 *
 * Choices: binary weights; the universe is every cell of the study area, zeros too; a cell at the edge keeps its smaller
 * neighbourhood. Bins follow the false discovery rate (stats/fdr.ts); z and p are never altered by it.
 *
 * The trap: raw harm is so skewed (one homicide is 5,475 days) that the normal p-value is far too small around a single
 * offence. Use √harm or the permutation. And a neighbourhood of 7 cells is small: below 30 cells read nothing from it.
 */
import type { NeighbourGraph } from '../hex/grid.ts';
import { normalTwoSided } from '../stats/normal.ts';
import { randomFrom } from '../stats/random.ts';

export interface GiStar {
  /** Standard scores; NaN where there is none: no variation at all, or a cell whose neighbourhood is the whole area. */
  readonly z: Float64Array;
  /** Two-sided p-values; NaN where z is. */
  readonly p: Float64Array;
}

export interface PermutationSettings {
  /** Number of random draws B per cell; 999 is usual. The smallest p is 1/(B + 1). */
  readonly permutations: number;
  readonly seed: number;
}

/** Cells of a whole neighbourhood of ring 2. */
const LARGEST = 19;

/** Gi* with normal p-values. `x` holds one value per cell, parallel to the graph. */
export function giStar(x: Float64Array, graph: NeighbourGraph): GiStar {
  const n = x.length;
  const z = new Float64Array(n);
  const p = new Float64Array(n);
  const { mean, deviation } = momentsOf(x);
  const { offsets, items } = graph;
  const spreads = Float64Array.from({ length: LARGEST + 1 }, (_, size) => spread(size, n, deviation));
  // Most cells lie among zeros and share one z: its p is not worked out again.
  let last = Number.NaN;
  let lastP = Number.NaN;
  let start = 0;
  for (let i = 0; i < n; i++) {
    const end = offsets[i + 1]!;
    const size = end - start;
    let sum = 0;
    for (let k = start; k < end; k++) sum += x[items[k]!]!;
    start = end;
    const here = (sum - mean * size) / (size <= LARGEST ? spreads[size]! : spread(size, n, deviation));
    if (here !== last) {
      last = here;
      lastP = normalTwoSided(here);
    }
    z[i] = here;
    p[i] = lastP;
  }
  return { z, p };
}

/**
 * Gi* with p-values from conditional permutation: the cell keeps its value, its neighbours' are drawn from all other
 * cells without replacement, B times; p = (1 + number of draws with |z| at least as large) / (1 + B). z stays as it is.
 */
export function giStarPermutation(x: Float64Array, graph: NeighbourGraph, settings: PermutationSettings): GiStar {
  const n = x.length;
  const { z, p } = giStar(x, graph);
  const { mean } = momentsOf(x);
  const random = randomFrom(settings.seed);
  // Slots of the other cells: slot s is cell s, or s + 1 from the fixed cell on. Any arrangement is a fair start for the
  // next partial shuffle, so it is never reset.
  const slots = new Uint32Array(Math.max(n - 1, 0));
  for (let s = 0; s < slots.length; s++) slots[s] = s;

  for (let i = 0; i < n; i++) {
    if (Number.isNaN(z[i]!)) continue;
    const start = graph.offsets[i]!;
    const end = graph.offsets[i + 1]!;
    const others = end - start - 1;
    const expected = mean * (end - start);
    let observed = 0;
    for (let k = start; k < end; k++) observed += x[graph.items[k]!]!;
    // Equal sums added in another order may differ in the last digits and must still count as equal.
    const least = Math.abs(observed - expected) - 1e-12 * (Math.abs(observed) + Math.abs(expected));
    let asLarge = 0;
    for (let b = 0; b < settings.permutations; b++) {
      let sum = x[i]!;
      for (let k = 0; k < others; k++) {
        const j = k + random.below(n - 1 - k);
        const slot = slots[j]!;
        slots[j] = slots[k]!;
        slots[k] = slot;
        sum += x[slot < i ? slot : slot + 1]!;
      }
      if (Math.abs(sum - expected) >= least) asLarge += 1;
    }
    p[i] = (1 + asLarge) / (1 + settings.permutations);
  }
  return { z, p };
}

/** −3…3: the sign of z with 1, 2, 3 for q at most 0.10, 0.05, 0.01; 0 otherwise and where there is no z. */
export function binOf(z: Float64Array, q: Float64Array): Int8Array {
  const bin = new Int8Array(z.length);
  for (let i = 0; i < z.length; i++) {
    const rate = q[i]!;
    const size = rate <= 0.01 ? 3 : rate <= 0.05 ? 2 : rate <= 0.1 ? 1 : 0;
    bin[i] = z[i]! < 0 ? -size : size;
  }
  return bin;
}

/** Standard deviation of a sum of `size` values dealt out at random from n; NaN where there is nothing to compare. */
function spread(size: number, n: number, deviation: number): number {
  if (deviation === 0 || size >= n) return Number.NaN;
  return deviation * Math.sqrt((n * size - size * size) / (n - 1));
}

/** Mean and population standard deviation; exactly 0 when all values are equal, which rounding would otherwise hide. */
function momentsOf(x: Float64Array): { mean: number; deviation: number } {
  let sum = 0;
  let varies = false;
  for (let i = 0; i < x.length; i++) {
    sum += x[i]!;
    if (x[i] !== x[0]) varies = true;
  }
  const mean = sum / x.length;
  let squares = 0;
  for (let i = 0; i < x.length; i++) squares += (x[i]! - mean) ** 2;
  return { mean, deviation: varies ? Math.sqrt(squares / x.length) : 0 };
}
