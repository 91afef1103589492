// biome-ignore-all lint/style/noNonNullAssertion: the kernels' indices stay below the arrays' lengths
/** The inner loops of the elastic net: how far rates have moved, and the descent on a quadratic. */
import type { BinaryColumns } from '../../stats/binary-columns.ts';

/** Rates at which all columns were looked at. */
export interface Outlook {
  /** What was expected of each sort, and 1 / its rate. */
  readonly expected: Float64Array;
  readonly perRate: Float64Array;
}

export function outlook(cells: Float64Array, rate: Float64Array): Outlook {
  const expected = new Float64Array(rate.length);
  const perRate = new Float64Array(rate.length);
  for (let s = 0; s < rate.length; s++) {
    expected[s] = cells[s]! * rate[s]!;
    perRate[s] = 1 / rate[s]!;
  }
  return { expected, perRate };
}

/** Bounds of how much the expected offences of any set of cells can have fallen. */
export interface Moved {
  /** The least share of a rate that is left. */
  readonly least: number;
  /** Sum of what the expected offences of the sorts have fallen by, and the root of Σ fall² / (what it was). */
  readonly fallen: number;
  readonly distance: number;
}

export function movedSince({ expected, perRate }: Outlook, rate: Float64Array): Moved {
  let least = 1;
  let fallen = 0;
  let squares = 0;
  let s = 0;
  for (; s + 1 < rate.length; s += 2) {
    const a = Math.max(0, 1 - rate[s]! * perRate[s]!);
    const b = Math.max(0, 1 - rate[s + 1]! * perRate[s + 1]!);
    const fallA = expected[s]! * a;
    const fallB = expected[s + 1]! * b;
    least = Math.min(least, 1 - a, 1 - b);
    fallen += fallA + fallB;
    squares += fallA * a + fallB * b;
  }
  for (; s < rate.length; s++) {
    const a = Math.max(0, 1 - rate[s]! * perRate[s]!);
    least = Math.min(least, 1 - a);
    fallen += expected[s]! * a;
    squares += expected[s]! * a * a;
  }
  return { least, fallen, distance: Math.sqrt(squares) };
}

/** What is at least expected now where so much was expected then: the third by the inequality of Cauchy and Schwarz. */
export function leastNow({ least, fallen, distance }: Moved, then: number): number {
  return Math.max(least * then, then - fallen, then - distance * Math.sqrt(then));
}

/** Σ cells × rate over the rows of column j. */
export function sumOverColumn(
  { offsets, items }: BinaryColumns,
  j: number,
  cells: Float64Array,
  sortOf: Uint32Array,
  rate: Float64Array,
): number {
  let all = 0;
  let k = offsets[j]!;
  const end = offsets[j + 1]!;
  for (; k + 1 < end; k += 2) {
    const a = items[k]!;
    const b = items[k + 1]!;
    all += cells[a]! * rate[sortOf[a]!]! + cells[b]! * rate[sortOf[b]!]!;
  }
  if (k < end) all += cells[items[k]!]! * rate[sortOf[items[k]!]!]!;
  return all;
}

/** Each row's cells × the rate of its sort, into `weight`. */
export function spreadToRows(sortOf: Uint32Array, cells: Float64Array, rate: Float64Array, weight: Float64Array): void {
  for (let g = 0; g < weight.length; g++) weight[g] = cells[g]! * rate[sortOf[g]!]!;
}

/** ½ dᵀ gram d − slope·d + first·(β + d) + ½ second·(β + d)². */
export interface Quadratic {
  readonly gram: Float64Array;
  /** Overwritten. */
  readonly slope: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

const MOST_SWEEPS = 5000;

/** The change d that minimises the quadratic with β + d ≥ 0, by coordinate descent until hⱼ dⱼ² of a sweep is small. */
export function descend({ gram, slope, first, second }: Quadratic, beta: Float64Array, small: number): Float64Array {
  const size = beta.length;
  const change = new Float64Array(size);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let largest = 0;
    for (let a = 0; a < size; a++) {
      const h = gram[a * size + a]!;
      const old = beta[a]! + change[a]!;
      const next = Math.max(0, (slope[a]! + h * old - first[a]!) / (h + second[a]!));
      const step = next - old;
      if (step === 0) continue;
      change[a]! += step;
      largest = Math.max(largest, h * step * step);
      for (let b = 0, at = a * size; b < size; b++, at++) slope[b]! -= gram[at]! * step;
    }
    if (largest < small) break;
  }
  return change;
}
