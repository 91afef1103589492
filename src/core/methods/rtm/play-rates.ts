// biome-ignore-all lint/style/noNonNullAssertion: the kernels' indices stay below the arrays' lengths
/** Rates of the sorts of cells, and the sums over levels and columns that a step of the elastic net needs (play.ts). */
import type { Play } from './play.ts';

/** What one pass over the sorts leaves behind. */
export interface Rates {
  /** Expected offences per cell of each sort. */
  readonly rate: Float64Array;
  /** Expected offences of each sort and all that come from it. */
  readonly within: Float64Array;
  /** Expected offences of all sorts that have the level. */
  readonly ofLevel: Float64Array;
}

export function ratesOf({ cells, memberStarts }: Play): Rates {
  return {
    rate: new Float64Array(cells.length),
    within: new Float64Array(cells.length),
    ofLevel: new Float64Array(memberStarts.length - 1),
  };
}

/**
 * Rates of the sorts from a rate where no level is and a factor per level, and the sums of the expected offences.
 * Returns the sum over all cells.
 */
export function rateSorts(
  { parent, cells, starts }: Play,
  base: number,
  factors: Float64Array,
  { rate, within, ofLevel }: Rates,
): number {
  rate[0] = base;
  within[0] = cells[0]! * base;
  let s = 1;
  for (let v = 0; v < factors.length; v++) {
    const factor = factors[v]!;
    const end = starts[v + 1]!;
    for (; s + 3 < end; s += 4) {
      const a = rate[parent[s]!]! * factor;
      const b = rate[parent[s + 1]!]! * factor;
      const c = rate[parent[s + 2]!]! * factor;
      const d = rate[parent[s + 3]!]! * factor;
      rate[s] = a;
      rate[s + 1] = b;
      rate[s + 2] = c;
      rate[s + 3] = d;
      within[s] = cells[s]! * a;
      within[s + 1] = cells[s + 1]! * b;
      within[s + 2] = cells[s + 2]! * c;
      within[s + 3] = cells[s + 3]! * d;
    }
    for (; s < end; s++) {
      const a = rate[parent[s]!]! * factor;
      rate[s] = a;
      within[s] = cells[s]! * a;
    }
  }
  for (let v = factors.length - 1; v >= 0; v--) {
    const start = starts[v]!;
    let all = 0;
    s = starts[v + 1]! - 1;
    for (; s - 3 >= start; s -= 4) {
      const a = within[s]!;
      const b = within[s - 1]!;
      const c = within[s - 2]!;
      const d = within[s - 3]!;
      all += a + b + (c + d);
      within[parent[s]!]! += a;
      within[parent[s - 1]!]! += b;
      within[parent[s - 2]!]! += c;
      within[parent[s - 3]!]! += d;
    }
    for (; s >= start; s--) {
      all += within[s]!;
      within[parent[s]!]! += within[s]!;
    }
    ofLevel[v] = all;
  }
  return within[0]!;
}

/** Σ over the levels in which each column in play is 1. */
export function sumsInPlay({ inPlay, memberStarts, members }: Play, ofLevel: Float64Array): Float64Array {
  const sums = new Float64Array(inPlay.length);
  for (let v = 0; v < ofLevel.length; v++) {
    for (let k = memberStarts[v]!; k < memberStarts[v + 1]!; k++) sums[members[k]!]! += ofLevel[v]!;
  }
  return sums;
}

/** Product of a factor per column in play over the columns of each level. */
export function levelFactors({ memberStarts, members }: Play, factorOf: Float64Array): Float64Array {
  const factors = new Float64Array(memberStarts.length - 1).fill(1);
  for (let v = 0; v < factors.length; v++) {
    for (let k = memberStarts[v]!; k < memberStarts[v + 1]!; k++) factors[v]! *= factorOf[members[k]!]!;
  }
  return factors;
}

/** XᵀWX of the columns in play, W the expected offences: first over pairs of levels, then over the columns of both. */
export function weightedGram(
  { inPlay, parent, starts, memberStarts, members }: Play,
  { within, ofLevel }: Rates,
): Float64Array {
  const size = inPlay.length;
  const count = ofLevel.length;
  const levelOf = new Uint16Array(parent.length);
  for (let v = 0; v < count; v++) levelOf.fill(v, starts[v]!, starts[v + 1]!);
  const pairs = new Float64Array(count * count);
  for (let s = 1; s < parent.length; s++) {
    const at = levelOf[s]! * count;
    for (let t = parent[s]!; t > 0; t = parent[t]!) pairs[at + levelOf[t]!]! += within[s]!;
  }
  // levels × columns
  const half = new Float64Array(count * size);
  for (let v = 0; v < count; v++) {
    for (let u = 0; u < count; u++) {
      const w = u === v ? ofLevel[v]! : pairs[v * count + u]! + pairs[u * count + v]!;
      if (w === 0) continue;
      for (let k = memberStarts[u]!; k < memberStarts[u + 1]!; k++) half[v * size + members[k]!]! += w;
    }
  }
  const gram = new Float64Array(size * size);
  for (let v = 0; v < count; v++) {
    for (let k = memberStarts[v]!; k < memberStarts[v + 1]!; k++) {
      const at = members[k]! * size;
      for (let b = 0; b < size; b++) gram[at + b]! += half[v * size + b]!;
    }
  }
  return gram;
}
