// biome-ignore-all lint/style/noNonNullAssertion: indices come from an order of the same array
/**
 * Which cell comes first? Cells by value, largest first; ties by cell id ascending, which is the order of the grid; cells
 * without a value (NaN) last. Every cell has a rank of its own, so that a list of k cells is the same list every time.
 *
 * The trap: among equal values (most cells have 0) the order says nothing about the places.
 */
import { stableOrder } from '../stats/order.ts';

/** `rank[i]` is the rank 1…n of cell i, `order[k]` the cell of rank k + 1. */
export function rankCells(value: Float64Array): { rank: Uint32Array; order: Uint32Array } {
  const order = stableOrder(value, 'descending');
  const rank = new Uint32Array(value.length);
  for (let k = 0; k < order.length; k++) rank[order[k]!] = k + 1;
  return { rank, order };
}
