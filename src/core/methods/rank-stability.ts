/**
 * Would the same cells lead if the weights were lower or higher? The top 20 is ranked anew under the low and the high
 * weights of the schedule and compared with the default.
 *
 * overlap = cells of the default's top k that are also in the other's top k, of k (Fagin, Kumar and Sivakumar 2003,
 * "Comparing top k lists", doi:10.1137/S0895480102412856); largest move = the greatest change of rank among them.
 *
 * Choices: all low weights at once and all high ones at once, the two ends of what the schedule allows; k is 20, or the
 * number of cells with a value when fewer have one; a cell that falls to 0 is out whatever its rank, because among zeros
 * the order says nothing. The ranges are those of the schedule: where an offence's title covers several sentencing rows.
 *
 * The trap: a schedule without ranges moves nothing, which is no proof of stability – so the offences counted whose
 * weight has a range are counted apart. And ranks can move together: stable ranks do not make the places unusual (Gi*).
 */
import type { HarmLevel } from '../harm/days.ts';
import type { StabilityResult } from '../results.ts';
import { rankCells } from './rank.ts';

const TOP = 20;

/**
 * @param value one value per cell under each level of weights, parallel
 * @param ranged offences counted whose low and high weights differ
 */
export function rankStability(value: Readonly<Record<HarmLevel, Float64Array>>, ranged: number): StabilityResult {
  const { order } = rankCells(value.default);
  const top = [...order.subarray(0, TOP)].filter((cell) => (value.default[cell] ?? 0) > 0);
  const low = ranksOf(value.low);
  const high = ranksOf(value.high);
  const rows = top.map((cell, k) => ({ index: cell, rank: k + 1, low: low(cell), high: high(cell) }));
  const stays = (rank: number | null): boolean => rank !== null && rank <= rows.length;
  const moves = rows.flatMap(({ rank, low, high }) =>
    [low, high].flatMap((other) => (other === null ? [] : [Math.abs(other - rank)])),
  );
  return {
    rows,
    inLow: rows.filter(({ low }) => stays(low)).length,
    inHigh: rows.filter(({ high }) => stays(high)).length,
    largestMove: Math.max(0, ...moves),
    ranged,
  };
}

/** The rank of a cell; null where its value is 0. */
function ranksOf(value: Float64Array): (cell: number) => number | null {
  const { rank } = rankCells(value);
  return (cell) => ((value[cell] ?? 0) > 0 ? (rank[cell] ?? null) : null);
}
