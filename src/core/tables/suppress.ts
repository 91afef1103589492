/**
 * Which counts may leave the force? None from 1 to 4, and none from which such a count could be worked out.
 *
 * Rule, in words. A cell with 1–4 offences is hidden; 0 stays 0. Whoever has the table may also have its total and the
 * same offences on coarser H3 cells, and can take what is shown from what they add up to. So the hidden cells of every
 * sum that is known must leave room: there are at least two of them, their sum exceeds their number by three or more
 * (each could still be any of 1–4), and they are not all at the limit. Where they leave none, one cell more of that sum
 * is hidden: the one with the smallest count above 0 (the first of equals), or one with 0 when nothing else is left.
 *
 * Which sums are known: the coarser cells are gone through from the coarsest to the finest, each resolution hidden by the
 * same rule; what is known of a cell is the sum of its nearest ancestor that stands (or the total), less those of the
 * ancestor's descendants that stand. These sums part the cells into groups, and a group is all that can be solved.
 *
 * Primary and secondary suppression with a minimum frequency rule: Hundepool, A. et al. (2012), Statistical Disclosure
 * Control, Wiley, chapters 4 and 5, doi 10.1002/9781118348239; 5 is one of the limits in use in the Government
 * Statistical Service (3, 5 or 10, by how sensitive the table is).
 *
 * Choices: the guard is against sums, not against someone who also knows most of the offences. H3 cells lie in their
 * parents only nearly, and a coarser grid of the same area may end elsewhere: its sums are then known less exactly.
 *
 * The trap: seven hidden cells with one or two offences each under a coarser cell that is shown have nothing left to
 * hide behind. Give the same period out at one resolution only.
 */

/** The smallest count above 0 that is shown. */
export const FEWEST_SHOWN = 5;

/** How far the hidden counts of a sum must exceed their number, so that each could be any of 1 … FEWEST_SHOWN − 1. */
const ROOM = FEWEST_SHOWN - 2;

/**
 * 1 for each cell that must be hidden. `ancestors`: for each coarser resolution, coarsest first, the index of the
 * hexagon that each cell lies in; none when no coarser table can be known.
 */
export function hiddenCells(count: ArrayLike<number>, ancestors: readonly ArrayLike<number>[]): Uint8Array {
  /** What is known of each node of the level at hand: the number of the group whose sum it is part of. */
  let groupOfCell: Int32Array = new Int32Array(count.length);
  let groups = 1;
  for (const ancestorOf of ancestors) {
    const level = nodesOf(count, ancestorOf, groupOfCell);
    const hidden = hideAmong(level.count, level.group);
    // a node that stands is a known sum of its own; one that is hidden leaves its cells to what was known before
    const own = Int32Array.from(hidden, (isHidden) => (isHidden ? -1 : groups++));
    groupOfCell = groupOfCell.map((before, cell) => {
      const group = own[ancestorOf[cell] ?? 0] ?? -1;
      return group < 0 ? before : group;
    });
  }
  return hideAmong(count, groupOfCell);
}

/** The count of each node of a coarser resolution, and the group that its cells belong to. */
function nodesOf(count: ArrayLike<number>, ancestorOf: ArrayLike<number>, groupOfCell: Int32Array) {
  let nodes = 0;
  for (let cell = 0; cell < count.length; cell++) nodes = Math.max(nodes, (ancestorOf[cell] ?? 0) + 1);
  const sums = new Float64Array(nodes);
  const group = new Int32Array(nodes);
  for (let cell = 0; cell < count.length; cell++) {
    const node = ancestorOf[cell] ?? 0;
    sums[node] = (sums[node] ?? 0) + (count[cell] ?? 0);
    group[node] = groupOfCell[cell] ?? 0;
  }
  return { count: sums, group };
}

/** The hidden nodes of one resolution: the small ones, and one more in each group where they leave no room. */
function hideAmong(count: ArrayLike<number>, group: Int32Array): Uint8Array {
  const hidden = new Uint8Array(count.length);
  const members = new Map<number, number[]>();
  for (let i = 0; i < count.length; i++) {
    if (isSmall(count[i] ?? 0)) hidden[i] = 1;
    const list = members.get(group[i] ?? 0);
    if (list) list.push(i);
    else members.set(group[i] ?? 0, [i]);
  }
  for (const list of members.values()) {
    const small = list.filter((i) => hidden[i] === 1);
    if (small.length === 0 || leavesRoom(small.map((i) => count[i] ?? 0))) continue;
    const cover = coverOf(
      list.filter((i) => hidden[i] === 0),
      count,
    );
    if (cover !== null) hidden[cover] = 1;
  }
  return hidden;
}

/** Whether a count must not be shown. */
export function isSmall(count: number): boolean {
  return count > 0 && count < FEWEST_SHOWN;
}

function leavesRoom(counts: readonly number[]): boolean {
  const sum = counts.reduce((total, n) => total + n, 0);
  return counts.length >= 2 && sum - counts.length >= ROOM && sum < (FEWEST_SHOWN - 1) * counts.length;
}

/** The node that the small ones are hidden with; null when none is left. */
function coverOf(shown: readonly number[], count: ArrayLike<number>): number | null {
  let best: number | null = null;
  for (const i of shown) {
    const n = count[i] ?? 0;
    const least = best === null ? Number.NaN : (count[best] ?? 0);
    // above 0 before 0, then the smaller, then the first
    if (best === null || (n > 0 && (least === 0 || n < least))) best = i;
  }
  return best;
}
