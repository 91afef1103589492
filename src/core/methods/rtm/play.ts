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
  /** Rows alike, and segments alike, in the first `merged` of them. */
  readonly merged: number;
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
    merged: 0,
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

/** So many columns may split sorts as they come; with more the tree is made anew, nested ones merged to levels. */
const MOST_APART = 4;

/** More columns come into play: they split the sorts there are. `cells` of each row. */
export function widenedPlay(
  play: Play,
  columns: BinaryColumns,
  segments: Segments,
  added: readonly number[],
  cells: Float64Array,
): Play {
  const inPlay = [...play.inPlay, ...added];
  const apart = inPlay.slice(play.merged);
  if (apart.length <= MOST_APART) return added.reduce((made, j) => splitBy(made, columns, j, cells), play);
  const classes = rowClasses(columns, apart, play.classes);
  const segmentClasses = rowClasses(segments.ofColumn, apart, play.segmentClasses);
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
    merged: inPlay.length,
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

/** The rows of one column leave their sorts for new ones: the column is a level of its own, the last one. */
function splitBy(play: Play, { offsets, items }: BinaryColumns, column: number, cellsOf: Float64Array): Play {
  const count = play.parent.length;
  const sortOf = play.sortOf.slice();
  const child = new Uint32Array(count);
  const parents: number[] = [];
  const moved: number[] = [];
  const left = play.cells.slice();
  for (let k = offsets[column]!; k < offsets[column + 1]!; k++) {
    const row = items[k]!;
    const from = sortOf[row]!;
    if (child[from] === 0) {
      child[from] = count + parents.length;
      parents.push(from);
      moved.push(0);
    }
    sortOf[row] = child[from]!;
    // whole numbers, so nothing is lost
    left[from]! -= cellsOf[row]!;
    moved[child[from]! - count]! += cellsOf[row]!;
  }
  const parent = new Uint32Array(count + parents.length);
  parent.set(play.parent);
  parent.set(parents, count);
  const cells = new Float64Array(parent.length);
  cells.set(left);
  cells.set(moved, count);
  return {
    ...play,
    inPlay: [...play.inPlay, column],
    sortOf,
    parent,
    cells,
    starts: Uint32Array.of(...play.starts, parent.length),
    memberStarts: Uint32Array.of(...play.memberStarts, play.members.length + 1),
    members: Uint16Array.of(...play.members, play.inPlay.length),
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
