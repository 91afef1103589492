/**
 * In which order are places walked with the least way? A short open path through all of them, starting anywhere.
 *
 * In words: from every place in turn (of more than a hundred, the first hundred) the nearest one not yet visited is taken next; the shortest of these paths is then
 * improved by turning round any stretch whose turning shortens it (2-opt), until none does.
 *
 * Croes, G. A. (1958), A method for solving traveling-salesman problems, Operations Research 6:791–812,
 * doi 10.1287/opre.6.6.791. Choices: straight distances in metres; equal ones go to the lower index, so that the same places give
 * the same order. The trap: railways, rivers and dual carriageways are not known here; a path may be longer on foot.
 */

export interface Route {
  /** Indices into the places. */
  readonly order: readonly number[];
  /** Metres along straight lines. */
  readonly lengthM: number;
}

/** Places tried as the first one. */
const MOST_STARTS = 100;

/** Shortest path found through places given in metres; `start` is visited first, or null for anywhere. */
export function shortRoute(x: ArrayLike<number>, y: ArrayLike<number>, start: number | null = null): Route {
  const n = x.length;
  if (n === 0) return { order: [], lengthM: 0 };
  const away = (a: number, b: number): number =>
    Math.sqrt(((x[a] as number) - (x[b] as number)) ** 2 + ((y[a] as number) - (y[b] as number)) ** 2);
  const starts = start === null ? Array.from({ length: Math.min(n, MOST_STARTS) }, (_, i) => i) : [start];
  let best: Route | null = null;
  for (const first of starts) {
    const order = nearestNext(n, first, away);
    const route = { order, lengthM: lengthOf(order, away) };
    if (best === null || route.lengthM < best.lengthM) best = route;
  }
  const order = [...(best?.order ?? [])];
  turnStretches(order, away, start !== null);
  return { order, lengthM: lengthOf(order, away) };
}

type Distance = (a: number, b: number) => number;

function nearestNext(n: number, first: number, away: Distance): number[] {
  const order = [first];
  const left = new Set(Array.from({ length: n }, (_, i) => i).filter((i) => i !== first));
  for (let at = first; left.size > 0; ) {
    let next = -1;
    for (const place of left) if (next < 0 || away(at, place) < away(at, next)) next = place;
    left.delete(next);
    order.push(next);
    at = next;
  }
  return order;
}

/** 2-opt on an open path, in place. */
function turnStretches(order: number[], away: Distance, keepFirst: boolean): void {
  const n = order.length;
  const leg = (i: number, j: number): number => (i < 0 || j >= n ? 0 : away(order[i] as number, order[j] as number));
  for (let improved = true; improved; ) {
    improved = false;
    for (let i = keepFirst ? 1 : 0; i < n - 1; i++) {
      for (let j = i + 1; j < n; j++) {
        // the two legs at the ends of the stretch, before and after turning it
        const before = leg(i - 1, i) + leg(j, j + 1);
        const after =
          (i > 0 ? away(order[i - 1] as number, order[j] as number) : 0) +
          (j + 1 < n ? away(order[i] as number, order[j + 1] as number) : 0);
        if (after >= before - 1e-9) continue;
        order.splice(i, j - i + 1, ...order.slice(i, j + 1).reverse());
        improved = true;
      }
    }
  }
}

function lengthOf(order: readonly number[], away: Distance): number {
  let sum = 0;
  for (let i = 1; i < order.length; i++) sum += away(order[i - 1] as number, order[i] as number);
  return sum;
}
