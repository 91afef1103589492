import type { RankedCell } from '../../core/results.ts';

/**
 * The cell one rank before (−1) or after (+1) the selected one; the first of the list when none of it is selected and
 * the step goes forward. Null at the ends.
 */
export function neighbourInRank(top: readonly RankedCell[], cell: string | null, direction: -1 | 1): string | null {
  const at = top.findIndex((ranked) => ranked.cell === cell);
  if (at === -1) return direction === 1 ? (top[0]?.cell ?? null) : null;
  return top[at + direction]?.cell ?? null;
}
