/**
 * What became of the patrol areas at a key date? New, emerging, lasting and cooling ones.
 *
 * The rule: areas are grown once from the window before and once from the window after (patrol/patrol-areas.ts).
 *  - new: an area of after that shares no cell with any of before;
 *  - emerging: an area of after that shares a cell with one of before, and whose offences rose: the exact 95 % interval of
 *    the rate ratio over its own cells lies wholly above 1;
 *  - lasting: any other area of after that shares a cell with one of before;
 *  - cooling: an area of before that shares no cell with any of after.
 *
 * The classification is ours; the interval is that of stats/poisson-rates.ts. The trap: areas are chosen for being the
 * worst of their window, so many "new" and "cooling" ones are chance coming and going: read the interval beside the word.
 */
import type { RateRatio } from '../stats/poisson-rates.ts';
import type { PatrolArea } from './patrol-areas.ts';

const areaStates = ['new', 'emerging', 'lasting', 'cooling'] as const;

export interface PatrolAreaChange extends RateRatio {
  readonly state: (typeof areaStates)[number];
  /** The area of after; for a cooling one, that of before. */
  readonly area: PatrolArea;
  /** Ranks in the two windows; null where there is no such area. `rankBefore` is the best of those that share a cell. */
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  /** Offences in the area's cells in the two windows. */
  readonly before: number;
  readonly after: number;
}

/** By the order of `areaStates`, then by rank. `counts` are per cell; `ratioOf(before, after)` knows the exposures. */
export function patrolAreaChange(
  before: readonly PatrolArea[],
  after: readonly PatrolArea[],
  counts: { readonly before: Float64Array; readonly after: Float64Array },
  ratioOf: (before: number, after: number) => RateRatio,
): PatrolAreaChange[] {
  const sumOf = (area: PatrolArea, column: Float64Array): number =>
    area.cells.reduce((sum, cell) => sum + (column[cell] ?? 0), 0);
  const changeOf = (area: PatrolArea) => {
    const [was, is] = [sumOf(area, counts.before), sumOf(area, counts.after)];
    return { area, before: was, after: is, ...ratioOf(was, is) };
  };
  const now = after.map((area): PatrolAreaChange => {
    const change = changeOf(area);
    const rankBefore = before.find((old) => overlaps(old, area))?.rank ?? null;
    const state = rankBefore === null ? 'new' : change.lo > 1 ? 'emerging' : 'lasting';
    return { ...change, state, rankBefore, rankAfter: area.rank };
  });
  const gone = before
    .filter((old) => !after.some((area) => overlaps(old, area)))
    .map((area): PatrolAreaChange => ({ ...changeOf(area), state: 'cooling', rankBefore: area.rank, rankAfter: null }));
  return [...now, ...gone].sort(
    (a, b) => areaStates.indexOf(a.state) - areaStates.indexOf(b.state) || a.area.rank - b.area.rank,
  );
}

function overlaps(one: PatrolArea, other: PatrolArea): boolean {
  return one.cells.some((cell) => other.cells.includes(cell));
}
