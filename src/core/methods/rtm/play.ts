// biome-ignore-all lint/style/noNonNullAssertion: the kernels' indices stay below the arrays' lengths
/**
 * The cells as the columns in play see them. Of the many candidates few are ever in the model, and by those few the cells
 * fall into far fewer sorts. Within one factor a sort has one level: the nested variables of the factor that are 1 there
 * come together as one. A rate is then a product of a few levels, and every sum over columns a sum over levels.
 */
import { type BinaryColumns, type RowClasses, rowClasses } from '../../stats/binary-columns.ts';
import type { Segments } from './segments.ts';

export interface Play {
  /** The columns in play, in the order in which they came. */
  readonly inPlay: readonly number[];
  /** Rows alike in them, and segments alike in them. */
  readonly classes: RowClasses;
  readonly segmentClasses: RowClasses;
  /** Sort of each row. Sort 0 has no level; every other is its parent, an earlier one, with one level more. */
  readonly sortOf: Uint32Array;
  readonly parent: Uint32Array;
  /** Cells of each sort; none in those that only other sorts come from. */
  readonly cells: Float64Array;
  /** The sorts whose last level is v are `starts[v] … starts[v + 1]`. */
  readonly starts: Uint32Array;
  /** The columns of level v, as their places in `inPlay`, are `members[memberStarts[v] … memberStarts[v + 1])`. */
  readonly memberStarts: Uint32Array;
  readonly members: Uint16Array;
}

/** One sort, no column. */
export function emptyPlay(segments: Segments, cells: Float64Array): Play {
  const sortOf = new Uint32Array(cells.length);
  return {
    inPlay: [],
    classes: { classOf: sortOf, first: Uint32Array.of(0) },
    segmentClasses: { classOf: new Uint32Array(segments.ofColumn.rows), first: Uint32Array.of(0) },
    sortOf,
    parent: new Uint32Array(1),
    cells: sumsOfSorts(sortOf, 1, cells),
    starts: Uint32Array.of(1),
    memberStarts: new Uint32Array(1),
    members: new Uint16Array(),
  };
}

/** Sums of a value per row over the rows of each sort. */
export function sumsOfSorts(sortOf: Uint32Array, sorts: number, value: Float64Array): Float64Array {
  const sums = new Float64Array(sorts);
  for (let row = 0; row < sortOf.length; row++) sums[sortOf[row]!]! += value[row]!;
  return sums;
}

/** More columns come into play: they split the sorts there are. `cells` of each row. */
export function widenedPlay(
  play: Play,
  columns: BinaryColumns,
  segments: Segments,
  added: readonly number[],
  cells: Float64Array,
): Play {
  const inPlay = [...play.inPlay, ...added];
  const classes = rowClasses(columns, added, play.classes);
  const segmentClasses = rowClasses(segments.ofColumn, added, play.segmentClasses);
  const place = new Map(inPlay.map((j, a) => [j, a]));
  const membersOf = Array.from(segmentClasses.first, (segment) => membersIn(segments, segment, place));
  const lists = classesByLevel(segments, classes, segmentClasses, membersOf);
  // the commonest levels first, so that the most sorts come from few
  const { offsets } = lists;
  const levels = [...membersOf.keys()].filter((v) => membersOf[v]!.length > 0);
  levels.sort((v, u) => offsets[u + 1]! - offsets[u]! - (offsets[v + 1]! - offsets[v]!) || v - u);
  const { parent, starts, sortOfClass } = sortsOf(lists, levels, classes.first.length);
  const sortOf = new Uint32Array(cells.length);
  for (let row = 0; row < sortOf.length; row++) sortOf[row] = sortOfClass[classes.classOf[row]!]!;
  const memberStarts = new Uint32Array(levels.length + 1);
  levels.forEach((v, k) => {
    memberStarts[k + 1] = memberStarts[k]! + membersOf[v]!.length;
  });
  return {
    inPlay,
    classes,
    segmentClasses,
    sortOf,
    parent,
    cells: sumsOfSorts(sortOf, parent.length, cells),
    starts,
    memberStarts,
    members: Uint16Array.from(levels.flatMap((v) => membersOf[v]!)),
  };
}

/** The columns of a segment that are in play, as their places in it. */
function membersIn({ columnStarts, columns }: Segments, segment: number, place: ReadonlyMap<number, number>): number[] {
  const members: number[] = [];
  for (let k = columnStarts[segment]!; k < columnStarts[segment + 1]!; k++) {
    const a = place.get(columns[k]!);
    if (a !== undefined) members.push(a);
  }
  return members;
}

/** The row classes that have each level; a class has the levels of its first row. */
function classesByLevel(
  { rowStarts, ofRow }: Segments,
  { first }: RowClasses,
  { classOf }: RowClasses,
  membersOf: readonly (readonly number[])[],
): BinaryColumns {
  const isLevel = Uint8Array.from(membersOf, (members) => (members.length > 0 ? 1 : 0));
  const offsets = new Uint32Array(membersOf.length + 1);
  const levels: number[] = [];
  const classes: number[] = [];
  for (let c = 0; c < first.length; c++) {
    const row = first[c]!;
    const end = rowStarts[row + 1]!;
    for (let k = rowStarts[row]!; k < end; k++) {
      const v = classOf[ofRow[k]!]!;
      if (isLevel[v] === 0) continue;
      offsets[v + 1]! += 1;
      levels.push(v);
      classes.push(c);
    }
  }
  for (let v = 0; v < membersOf.length; v++) offsets[v + 1]! += offsets[v]!;
  const next = offsets.slice();
  const items = new Uint32Array(levels.length);
  for (let k = 0; k < items.length; k++) {
    const v = levels[k]!;
    items[next[v]!] = classes[k]!;
    next[v]! += 1;
  }
  return { rows: first.length, offsets, items };
}

/** The tree of sorts: level by level, those of its classes leave the sort they are in for a new one. */
function sortsOf({ offsets, items }: BinaryColumns, levels: readonly number[], classes: number) {
  const sortOfClass = new Uint32Array(classes);
  const parent = new Uint32Array(items.length + 1);
  // the last sort that came from each
  const child = new Uint32Array(items.length + 1);
  const starts = new Uint32Array(levels.length + 1);
  let count = 1;
  levels.forEach((v, at) => {
    const before = count;
    starts[at] = before;
    for (let k = offsets[v]!; k < offsets[v + 1]!; k++) {
      const c = items[k]!;
      const from = sortOfClass[c]!;
      // a child of an earlier level does not count
      if (child[from]! < before) {
        child[from] = count;
        parent[count++] = from;
      }
      sortOfClass[c] = child[from]!;
    }
  });
  starts[levels.length] = count;
  return { parent: parent.slice(0, count), starts, sortOfClass };
}

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
