// biome-ignore-all lint/style/noNonNullAssertion: the kernels' indices stay below the arrays' lengths
/**
 * The inner loops of the elastic net on 0/1 columns.
 *
 * The variables of one factor are nested (within 100 m is within 200 m as well), so the cells fall into few sorts by them.
 * Taken sort by sort, with disjoint cells, a sum over all columns touches each cell once per factor and not once per 1.
 */
import {
  type BinaryColumns,
  binaryColumns,
  columnCount,
  type RowClasses,
  rowClasses,
  sumOfClasses,
} from '../../stats/binary-columns.ts';

/** Disjoint row lists per factor, and the columns in which each list is 1. */
export interface Segments {
  /** The rows of segment s are `rows[starts[s] … starts[s + 1])`, its columns `columns[columnStarts[s] … )`. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly columnStarts: Uint32Array;
  readonly columns: Uint32Array;
}

/** `factorOf` of each column, those of one factor side by side. */
export function segmentsOf(columns: BinaryColumns, factorOf: Uint16Array): Segments {
  const rowLists: number[][] = [];
  const columnLists: number[][] = [];
  for (let from = 0; from < factorOf.length; ) {
    let to = from;
    while (to < factorOf.length && factorOf[to] === factorOf[from]) to += 1;
    const block = Array.from({ length: to - from }, (_, k) => from + k);
    const { classOf, first } = rowClasses(columns, block);
    const columnsIn = Array.from(first, (): number[] => []);
    const isFirst = new Set(first);
    for (const j of block) {
      for (let k = columns.offsets[j]!; k < columns.offsets[j + 1]!; k++) {
        const row = columns.items[k]!;
        if (isFirst.has(row)) columnsIn[classOf[row]!]!.push(j);
      }
    }
    const rowsIn = Array.from(first, (): number[] => []);
    classOf.forEach((c, row) => {
      if (columnsIn[c]!.length > 0) rowsIn[c]!.push(row);
    });
    columnsIn.forEach((list, c) => {
      if (list.length === 0) return;
      columnLists.push(list);
      rowLists.push(rowsIn[c]!);
    });
    from = to;
  }
  const rows = binaryColumns(columns.rows, rowLists);
  const lists = binaryColumns(columnCount(columns), columnLists);
  return { starts: rows.offsets, rows: rows.items, columnStarts: lists.offsets, columns: lists.items };
}

/** Σ of `value` over a run of rows; four sums at once, for an addition waits for the one before. */
function sumOver(rows: Uint32Array, from: number, to: number, value: Float64Array): number {
  let k = from;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (; k + 3 < to; k += 4) {
    a += value[rows[k]!]!;
    b += value[rows[k + 1]!]!;
    c += value[rows[k + 2]!]!;
    d += value[rows[k + 3]!]!;
  }
  for (; k < to; k++) a += value[rows[k]!]!;
  return a + b + (c + d);
}

/** Σ of `value` over the rows of each column, into `sums`. */
export function sumsByColumn(segments: Segments, value: Float64Array, sums: Float64Array): Float64Array {
  const { starts, rows, columnStarts, columns } = segments;
  sums.fill(0);
  for (let s = 0; s + 1 < starts.length; s++) {
    const all = sumOver(rows, starts[s]!, starts[s + 1]!, value);
    for (let at = columnStarts[s]!; at < columnStarts[s + 1]!; at++) sums[columns[at]!]! += all;
  }
  return sums;
}

/** a × b into `product`, and the sum of it. */
export function multiplied(a: Float64Array, b: Float64Array, product: Float64Array): number {
  let all = 0;
  for (let g = 0; g < product.length; g++) {
    const value = a[g]! * b[g]!;
    product[g] = value;
    all += value;
  }
  return all;
}

/** The least aᵢ / bᵢ. */
export function leastRatio(a: Float64Array, b: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < a.length; i++) {
    const ratio = a[i]! / b[i]!;
    if (ratio < least) least = ratio;
  }
  return least;
}

/** Rows alike in the columns in play, taken together once more: there are far fewer sorts of them than rows. */
export interface Play {
  /** The columns in play, in the order in which they came. */
  readonly inPlay: readonly number[];
  readonly sorts: RowClasses;
  /** Cells of each sort. */
  readonly cells: Float64Array;
  /** A row per sort, a column per column in play; and the same sort by sort, numbers of the play ascending. */
  readonly columns: BinaryColumns;
  readonly starts: Uint32Array;
  readonly members: Uint16Array;
}

/** One sort, no column. */
export function emptyPlay(rows: number, cells: Float64Array): Play {
  const sorts = { classOf: new Uint32Array(rows), first: Uint32Array.of(0) };
  return {
    inPlay: [],
    sorts,
    cells: sumOfClasses(sorts, cells),
    columns: binaryColumns(1, []),
    starts: new Uint32Array(2),
    members: new Uint16Array(),
  };
}

/** More columns come into play: they split the sorts there are. `cells` of each row. */
export function widenedPlay(play: Play, columns: BinaryColumns, added: readonly number[], cells: Float64Array): Play {
  const sorts = rowClasses(columns, added, play.sorts);
  const { classOf, first } = sorts;
  // the added columns of each sort are those of its first row
  const more = Array.from(first, (): number[] => []);
  added.forEach((j, k) => {
    for (let at = columns.offsets[j]!; at < columns.offsets[j + 1]!; at++) {
      const row = columns.items[at]!;
      const sort = classOf[row]!;
      if (first[sort] === row) more[sort]!.push(play.inPlay.length + k);
    }
  });
  const starts = new Uint32Array(first.length + 1);
  const parentOf = Uint32Array.from(first, (row) => play.sorts.classOf[row]!);
  for (let sort = 0; sort < first.length; sort++) {
    const parent = parentOf[sort]!;
    starts[sort + 1] = starts[sort]! + play.starts[parent + 1]! - play.starts[parent]! + more[sort]!.length;
  }
  const members = new Uint16Array(starts[first.length]!);
  for (let sort = 0; sort < first.length; sort++) {
    const parent = parentOf[sort]!;
    let to = starts[sort]!;
    for (let k = play.starts[parent]!; k < play.starts[parent + 1]!; k++) members[to++] = play.members[k]!;
    for (const a of more[sort]!) members[to++] = a;
  }
  const inPlay = [...play.inPlay, ...added];
  const inColumns = byColumn(inPlay.length, starts, members);
  return { inPlay, sorts, cells: sumOfClasses(sorts, cells), columns: inColumns, starts, members };
}

/** The same members column by column. */
function byColumn(size: number, starts: Uint32Array, members: Uint16Array): BinaryColumns {
  const offsets = new Uint32Array(size + 1);
  for (let k = 0; k < members.length; k++) offsets[members[k]! + 1]! += 1;
  for (let a = 0; a < size; a++) offsets[a + 1]! += offsets[a]!;
  const next = offsets.slice();
  const items = new Uint32Array(members.length);
  const rows = starts.length - 1;
  for (let sort = 0; sort < rows; sort++) {
    for (let k = starts[sort]!; k < starts[sort + 1]!; k++) {
      const a = members[k]!;
      items[next[a]!] = sort;
      next[a]! += 1;
    }
  }
  return { rows, offsets, items };
}

/** Multiplies each row's value by the factors of the columns in which it is 1, and all by `everywhere`. */
export function multiplyByColumn(
  { offsets, items }: BinaryColumns,
  factors: Float64Array,
  value: Float64Array,
  everywhere: number,
): void {
  for (let g = 0; g < value.length; g++) value[g]! *= everywhere;
  for (let j = 0; j < factors.length; j++) {
    const factor = factors[j]!;
    if (factor === 1) continue;
    for (let k = offsets[j]!; k < offsets[j + 1]!; k++) value[items[k]!]! *= factor;
  }
}

/** Σ of `value` over the rows of column j. */
export function sumOfColumn({ offsets, items }: BinaryColumns, j: number, value: Float64Array): number {
  return sumOver(items, offsets[j]!, offsets[j + 1]!, value);
}

/** Each row's cells × the rate of its sort, into `weight`. */
export function spreadToRows(sortOf: Uint32Array, cells: Float64Array, rate: Float64Array, weight: Float64Array): void {
  for (let g = 0; g < weight.length; g++) weight[g] = cells[g]! * rate[sortOf[g]!]!;
}

/** XᵀWX of the columns in play: each sort adds its weight to every pair of them in which it is 1. */
export function weightedGram({ inPlay, starts, members }: Play, weight: Float64Array): Float64Array {
  const size = inPlay.length;
  const gram = new Float64Array(size * size);
  for (let g = 0; g < weight.length; g++) {
    const w = weight[g]!;
    const start = starts[g]!;
    const end = starts[g + 1]!;
    for (let k = start; k < end; k++) {
      const at = members[k]! * size;
      // numbers ascend, so this fills the lower triangle
      for (let l = start; l <= k; l++) gram[at + members[l]!]! += w;
    }
  }
  for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) gram[b * size + a] = gram[a * size + b]!;
  return gram;
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
