/** The sentence over the ranks under low and high weights. Pure. */
import type { StabilityResult } from '../../core/results.ts';
import { formatCount } from '../format.ts';

/** "Of the top 20, 14 stay in it when weights are low and 17 when they are high". */
export function stabilityWords({ rows, inLow, inHigh, ranged }: StabilityResult): string {
  const n = rows.length;
  const top = n === 1 ? 'the top cell' : `the top ${formatCount(n)}`;
  if (ranged === 0) {
    return `No weight of the offences counted here has a range in this schedule, so nothing is known of how far ${top} depends on the weights.`;
  }
  if (inLow === n && inHigh === n)
    return `${capital(top)} stays the same set when weights are low and when they are high`;
  const count = (stay: number): string => (stay === n ? 'all' : stay === 0 ? 'none' : formatCount(stay));
  return `Of ${top}, ${count(inLow)} ${inLow === 1 ? 'stays' : 'stay'} in it when weights are low and ${count(inHigh)} when they are high`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
