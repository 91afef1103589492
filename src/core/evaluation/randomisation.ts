/**
 * Would another draw of the lots have shown as much? Randomisation tests for trials whose lots were really drawn.
 *
 * In words: if patrols did nothing, every place-day would have had the same outcome under any draw. So draw again by the
 * same rule, often, and see how rarely the treated sum lies as far from its expectation as the one found:
 * p = (1 + as far) / (1 + draws). Nothing is assumed of the distribution, which for harm no formula fits.
 *
 * Fisher, R. A. (1935), The Design of Experiments; p with the one added: Phipson, B. & Smyth, G. K. (2010), Permutation
 * p-values should never be zero, Stat. Appl. Genet. Mol. Biol. 9:39, doi 10.2202/1544-6115.1585.
 *
 * Choices: `group` says within what lots were drawn: the day (k of n places each day) or the place (k of its days). The
 * statistic is |treated sum − expectation|; with the same k of n everywhere this orders draws as the difference in means
 * does. Equally far up to rounding counts as as far. The exact test counts all allocations by their treated sums, one value
 * at a time, which needs whole numbers; nothing is enumerated one by one.
 * The trap: re-drawing by another rule than that of the trial gives a p of another trial.
 */
import { randomFrom } from '../stats/random.ts';

/** Parallel columns, one entry per place-day. */
export interface Allocation {
  readonly value: Float64Array;
  /** 1 = treated. */
  readonly assigned: Uint8Array;
  /** Rows with the same number share one draw. */
  readonly group: ArrayLike<number>;
}

interface Lot {
  /** Values of a group, of which `k` are drawn. */
  readonly values: Float64Array;
  readonly k: number;
}

const SAME = 1e-9;

/** Monte-Carlo p of the treated sum, two-sided. Seconds for 9,999 draws of thousands of place-days. */
export function redrawnP(allocation: Allocation, resamples: number, seed: number): number {
  const { lots, excess, spread } = prepare(allocation);
  const limit = Math.abs(excess) - SAME * spread;
  const random = randomFrom(seed);
  let asFar = 0;
  for (let draw = 0; draw < resamples; draw++) {
    let sum = 0;
    for (const { values, k } of lots) {
      const n = values.length;
      // the first k places of a shuffle that stops there
      for (let i = 0; i < k; i++) {
        const j = i + random.below(n - i);
        const drawn = values[j] as number;
        values[j] = values[i] as number;
        values[i] = drawn;
        sum += drawn;
      }
    }
    if (Math.abs(sum) >= limit) asFar += 1;
  }
  return (1 + asFar) / (1 + resamples);
}

/** Groups whose draw matters, their values less the group's mean, so that sums are excesses over expectation. */
function prepare({ value, assigned, group }: Allocation) {
  const rows = rowsByGroup(group);
  const lots: Lot[] = [];
  let excess = 0;
  let spread = 0;
  for (const members of rows) {
    const mean = members.reduce((sum, row) => sum + (value[row] as number), 0) / members.length;
    const values = Float64Array.from(members, (row) => (value[row] as number) - mean);
    const k = members.filter((row) => assigned[row] === 1).length;
    members.forEach((row, i) => {
      if (assigned[row] === 1) excess += values[i] as number;
    });
    spread += values.reduce((sum, v) => sum + Math.abs(v), 0);
    if (k > 0 && k < members.length && values.some((v) => v !== 0)) lots.push({ values, k });
  }
  return { lots, excess, spread };
}

function rowsByGroup(group: ArrayLike<number>): number[][] {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < group.length; row++) {
    const key = group[row] as number;
    const known = rows.get(key);
    if (known) known.push(row);
    else rows.set(key, [row]);
  }
  return [...rows.values()];
}

export interface ExactPermutation {
  readonly treatedSum: number;
  readonly total: number;
  /** All allocations that keep the number treated in each group, and those with a treated sum as low; Infinity beyond 10³⁰⁸. */
  readonly allocations: number;
  readonly asLow: number;
  /** One-sided (as low, as high), and as far from expectation on either side. */
  readonly pLower: number;
  readonly pUpper: number;
  readonly p: number;
}

/** Largest number of steps that the exact test takes. */
const MOST_STEPS = 200_000_000;

/** Null when values are not whole numbers, 0 or more, or too many and large to be counted. */
export function exactPermutation({ value, assigned, group }: Allocation): ExactPermutation | null {
  if (value.some((v) => !Number.isInteger(v) || v < 0)) return null;
  const total = value.reduce((sum, v) => sum + v, 0);
  if (value.length * (total + 1) * 32 > MOST_STEPS) return null;
  const sum = value.reduce((so, v, row) => so + (assigned[row] === 1 ? v : 0), 0);
  let expected = 0;
  let allocations = 1;
  // chance of each treated sum over the groups so far
  let chances: Float64Array = Float64Array.of(1);
  for (const members of rowsByGroup(group)) {
    const values = members.map((row) => value[row] as number);
    const k = members.filter((row) => assigned[row] === 1).length;
    expected += (values.reduce((so, v) => so + v, 0) * k) / members.length;
    const ways = waysToSum(values, k);
    const all = ways.reduce((so, way) => so + way, 0);
    allocations *= all;
    chances = convolved(
      chances,
      ways.map((way) => way / all),
    );
  }
  const far = Math.abs(sum - expected) - SAME * (1 + total);
  const [lower, upper, both] = [{ p: 0 }, { p: 0 }, { p: 0 }];
  chances.forEach((chance, s) => {
    if (s <= sum) lower.p += chance;
    if (s >= sum) upper.p += chance;
    if (Math.abs(s - expected) >= far) both.p += chance;
  });
  const [pLower, pUpper, p] = [lower, upper, both].map((tail) => Math.min(1, tail.p)) as [number, number, number];
  return { treatedSum: sum, total, allocations, asLow: Math.round(pLower * allocations), pLower, pUpper, p };
}

/** In how many ways do k of the values add up to 0, 1, 2 …? */
function waysToSum(values: readonly number[], k: number): Float64Array {
  const top = values.reduce((sum, v) => sum + v, 0);
  const width = top + 1;
  const ways = new Float64Array((k + 1) * width);
  ways[0] = 1;
  for (const v of values) {
    // downwards, so that each value is taken once
    for (let taken = k; taken > 0; taken--) {
      for (let sum = top; sum >= v; sum--) {
        ways[taken * width + sum] =
          (ways[taken * width + sum] as number) + (ways[(taken - 1) * width + sum - v] as number);
      }
    }
  }
  return ways.slice(k * width);
}

function convolved(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    const from = a[i] as number;
    if (from === 0) continue;
    for (let j = 0; j < b.length; j++) out[i + j] = (out[i + j] as number) + from * (b[j] as number);
  }
  return out;
}
