/**
 * Which patrol areas come first in the days after a key date?
 *
 * The rule: only areas that stand in the window after the date; those whose offences rose beyond chance (emerging) first,
 * then all others, each by their rank in that window. Cooling areas are left out: they are where harm was.
 *
 * The order is ours. The trap: an area is in the window after for being among its worst, and some of that is chance that
 * will not come again; what rose at the last key date need not rise on.
 */
import type { PatrolAreaChange } from './patrol-area-change.ts';

/** As many as one shift can visit and remember. */
const FIRST = 5;

/** Positions in `changes`, first things first, at most five. */
export function patrolFirst(changes: readonly Pick<PatrolAreaChange, 'state' | 'rankAfter'>[]): number[] {
  return changes
    .map(({ state, rankAfter }, at) => ({ at, later: state === 'emerging' ? 0 : 1, rankAfter }))
    .filter((area): area is typeof area & { rankAfter: number } => area.rankAfter !== null)
    .sort((a, b) => a.later - b.later || a.rankAfter - b.rankAfter)
    .slice(0, FIRST)
    .map(({ at }) => at);
}
