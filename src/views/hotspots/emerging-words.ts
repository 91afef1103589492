/** What is said of a cell's steps and trend, and which cell of a kind comes next. Pure. */
import type { EmergingResult } from '../../core/results.ts';
import { formatP, formatShare } from '../format.ts';

/** Level at which a trend counts, as the method has it. */
const TREND_LEVEL = 0.1;

/** "Trend up (p = 0.03)". */
export function trendWords(z: number, p: number): string {
  if (!Number.isFinite(z) || !Number.isFinite(p)) return 'No trend can be told';
  if (!(p < TREND_LEVEL)) return 'No trend';
  return `Trend ${z > 0 ? 'up' : 'down'} (p\u00a0${p < 0.001 ? '' : '=\u00a0'}${formatP(p)})`;
}

/** "Hot in 38 % of the steps". */
export function hotShareWords(
  { hotShare, coldShare }: Pick<EmergingResult, 'hotShare' | 'coldShare'>,
  index: number,
  hot: boolean,
): string {
  const share = (hot ? hotShare : coldShare)[index] ?? Number.NaN;
  return `${hot ? 'Hot' : 'Cold'} in ${formatShare(share)} of the steps`;
}

/** The cell of a kind that follows `from` by rank, from the start again after the last; null when there is none. */
export function nextOfKind(category: Uint8Array, rank: Uint32Array, code: number, from: number | null): number | null {
  const after = from === null ? 0 : (rank[from] ?? 0);
  let next: number | null = null;
  let first: number | null = null;
  for (let i = 0; i < category.length; i++) {
    if (category[i] !== code) continue;
    const at = rank[i] ?? 0;
    if (first === null || at < (rank[first] ?? 0)) first = i;
    if (at > after && (next === null || at < (rank[next] ?? 0))) next = i;
  }
  return next ?? first;
}
