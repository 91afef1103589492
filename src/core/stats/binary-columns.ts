// biome-ignore-all lint/style/noNonNullAssertion: items are row numbers below `rows`, offsets lie within the items
/**
 * A matrix of 0 and 1 as the list of rows that are 1 in each column: what many methods need of it costs in proportion
 * to its ones. The rows of column j are `items[offsets[j] … offsets[j + 1])`, ascending.
 */
export interface BinaryColumns {
  readonly rows: number;
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
}

export function columnCount(columns: BinaryColumns): number {
  return columns.offsets.length - 1;
}

/** The rows that are 1 in column j; a view, not to be written to. */
export function columnItems({ offsets, items }: BinaryColumns, j: number): Uint32Array {
  return items.subarray(offsets[j], offsets[j + 1]);
}

/** From lists of ascending row numbers, one per column. */
export function binaryColumns(rows: number, lists: readonly ArrayLike<number>[]): BinaryColumns {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, j) => {
    offsets[j + 1] = offsets[j]! + list.length;
  });
  const items = new Uint32Array(offsets[lists.length]!);
  lists.forEach((list, j) => {
    items.set(list, offsets[j]);
  });
  return { rows, offsets, items };
}

/** Which rows are alike: class of each row, classes numbered by their first row. */
export interface RowClasses {
  readonly classOf: Uint32Array;
  /** First row of each class. */
  readonly first: Uint32Array;
}

/**
 * Rows that are equal in all the chosen columns fall into one class. Every column splits the classes there are into those
 * with a 1 and those with a 0, so the work is in proportion to the ones. `start`: classes to be split further.
 */
export function rowClasses(columns: BinaryColumns, chosen: Iterable<number>, start?: RowClasses): RowClasses {
  const classOf = start ? start.classOf.slice() : new Uint32Array(columns.rows);
  // where the rows of a class with a 1 in the present column go; stamped with the column so that it needs no clearing
  const goesTo: number[] = Array(start?.first.length ?? 1).fill(0);
  const stamp: number[] = Array(goesTo.length).fill(-1);
  for (const j of chosen) {
    for (let k = columns.offsets[j]!; k < columns.offsets[j + 1]!; k++) {
      const row = columns.items[k]!;
      const old = classOf[row]!;
      if (stamp[old] !== j) {
        stamp[old] = j;
        goesTo[old] = goesTo.push(0) - 1;
        stamp.push(-1);
      }
      classOf[row] = goesTo[old]!;
    }
  }
  return numberedByFirstRow(classOf, goesTo.length);
}

/** The columns with one row per class, that of its first row. */
export function columnsOfClasses(columns: BinaryColumns, { first }: Pick<RowClasses, 'first'>): BinaryColumns {
  const newRow = new Int32Array(columns.rows).fill(-1);
  for (let c = 0; c < first.length; c++) newRow[first[c]!] = c;
  const offsets = new Uint32Array(columns.offsets.length);
  const items = new Uint32Array(columns.items.length);
  let count = 0;
  for (let j = 0; j < columnCount(columns); j++) {
    for (let k = columns.offsets[j]!; k < columns.offsets[j + 1]!; k++) {
      const row = newRow[columns.items[k]!]!;
      if (row >= 0) items[count++] = row;
    }
    offsets[j + 1] = count;
  }
  return { rows: first.length, offsets, items: items.slice(0, count) };
}

/** The same ones row by row: a column for each row, a row for each column. */
export function transposed(columns: BinaryColumns): BinaryColumns {
  const count = columnCount(columns);
  const offsets = new Uint32Array(columns.rows + 1);
  for (let k = 0; k < columns.items.length; k++) offsets[columns.items[k]! + 1]! += 1;
  for (let row = 0; row < columns.rows; row++) offsets[row + 1]! += offsets[row]!;
  const next = offsets.slice();
  const items = new Uint32Array(columns.items.length);
  for (let j = 0; j < count; j++) {
    for (let k = columns.offsets[j]!; k < columns.offsets[j + 1]!; k++) {
      const row = columns.items[k]!;
      items[next[row]!] = j;
      next[row]! += 1;
    }
  }
  return { rows: count, offsets, items };
}

/** Sums of a value per row over the rows of each class. */
export function sumOfClasses({ classOf, first }: RowClasses, value: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(first.length);
  for (let row = 0; row < classOf.length; row++) sums[classOf[row]!]! += value[row]!;
  return sums;
}

function numberedByFirstRow(classOf: Uint32Array, used: number): RowClasses {
  const number = new Int32Array(used).fill(-1);
  const first: number[] = [];
  for (let row = 0; row < classOf.length; row++) {
    const old = classOf[row]!;
    if (number[old]! < 0) number[old] = first.push(row) - 1;
    classOf[row] = number[old]!;
  }
  return { classOf, first: Uint32Array.from(first) };
}
