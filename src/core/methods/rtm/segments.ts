// biome-ignore-all lint/style/noNonNullAssertion: the kernels' indices stay below the arrays' lengths
/**
 * The variables of one factor are nested (within 100 m is within 200 m as well), so the cells fall into few sorts by them.
 * Taken sort by sort, with disjoint cells, a sum over all columns touches each cell once per factor and not once per 1.
 */
import { type BinaryColumns, binaryColumns, columnCount, rowClasses, transposed } from '../../stats/binary-columns.ts';

/** Disjoint row lists per factor, and the columns in which each list is 1. */
export interface Segments {
  /** The rows of segment s are `rows[starts[s] … starts[s + 1])`, its columns `columns[columnStarts[s] … )`. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly columnStarts: Uint32Array;
  readonly columns: Uint32Array;
  /** The segments of row r, one per factor at most, are `ofRow[rowStarts[r] … rowStarts[r + 1])`. */
  readonly rowStarts: Uint32Array;
  readonly ofRow: Uint32Array;
  /** A row per segment: the segments in which each column is 1. */
  readonly ofColumn: BinaryColumns;
}

/** `factorOf` of each column, those of one factor side by side. */
export function segmentsOf(columns: BinaryColumns, factorOf: Uint16Array): Segments {
  // per row one class of each factor; the classes without a 1 are left out
  const classesOfRow: Uint32Array[] = [];
  const columnLists: number[][] = [];
  for (let from = 0; from < factorOf.length; ) {
    let to = from;
    while (to < factorOf.length && factorOf[to] === factorOf[from]) to += 1;
    const block = Array.from({ length: to - from }, (_, k) => from + k);
    const { classOf, first } = rowClasses(columns, block);
    const columnsIn = Array.from(first, (): number[] => []);
    const isFirst = new Uint8Array(columns.rows);
    for (const row of first) isFirst[row] = 1;
    for (const j of block) {
      for (let k = columns.offsets[j]!; k < columns.offsets[j + 1]!; k++) {
        const row = columns.items[k]!;
        if (isFirst[row] === 1) columnsIn[classOf[row]!]!.push(j);
      }
    }
    const segmentOf = columnsIn.map((list) => (list.length === 0 ? NONE : columnLists.push(list) - 1));
    for (let row = 0; row < classOf.length; row++) classOf[row] = segmentOf[classOf[row]!]!;
    classesOfRow.push(classOf);
    from = to;
  }
  const byRow = withoutNone(columns.rows, columnLists.length, classesOfRow);
  const rows = transposed(byRow);
  const lists = binaryColumns(columnCount(columns), columnLists);
  return {
    starts: rows.offsets,
    rows: rows.items,
    columnStarts: lists.offsets,
    columns: lists.items,
    rowStarts: byRow.offsets,
    ofRow: byRow.items,
    ofColumn: transposed(lists),
  };
}

const NONE = 0xffffffff;

/** The segments of each row, row by row. */
function withoutNone(rows: number, segments: number, perFactor: readonly Uint32Array[]): BinaryColumns {
  const offsets = new Uint32Array(rows + 1);
  const items = new Uint32Array(rows * perFactor.length);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    for (const segmentOf of perFactor) {
      const segment = segmentOf[row]!;
      if (segment !== NONE) items[count++] = segment;
    }
    offsets[row + 1] = count;
  }
  return { rows: segments, offsets, items: items.slice(0, count) };
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
