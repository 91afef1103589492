// biome-ignore-all lint/style/noNonNullAssertion: positions stay below the number of points and of pairs
/** All pairs of points that lie close together, found without looking at all pairs. */
import { InputError } from '../errors.ts';
import type { PointsM } from '../geo/local-metres.ts';
import { pointIndex, visitRuns } from '../geo/point-index.ts';

export interface ClosePairs {
  /** Which point stands at each position. The sequence depends on what the points are and not on how they were listed. */
  readonly order: Uint32Array;
  readonly pairs: number;
  /** Positions of the two points of each pair; these arrays may be longer than there are pairs. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** Index of the first edge that their distance does not exceed. */
  readonly band: Uint8Array;
}

/** More would take minutes to shuffle. */
const MOST_PAIRS = 10_000_000;

/**
 * Pairs of finite points at most the last of `edgesM` (ascending) apart. `key` tells points at one place apart.
 * @throws InputError when there are more than `mostPairs`
 */
export function closePairs(
  { x, y }: PointsM,
  key: Int32Array,
  edgesM: readonly number[],
  mostPairs = MOST_PAIRS,
): ClosePairs {
  const reach = edgesM.at(-1)!;
  const sorted = Uint32Array.from(x.keys()).sort((a, b) => y[a]! - y[b]! || x[a]! - x[b]! || key[a]! - key[b]!);
  const index = pointIndex(
    { x: x.map((_, k) => x[sorted[k]!]!), y: y.map((_, k) => y[sorted[k]!]!) },
    Math.max(reach / 2, 1),
  );
  const order = index.point.map((k) => sorted[k]!);
  let pairs = 0;
  let first = new Uint32Array(4096);
  let second = new Uint32Array(4096);
  let band = new Uint8Array(4096);
  for (let a = 0; a < order.length; a++) {
    const atX = index.x[a]!;
    const atY = index.y[a]!;
    visitRuns(index, atX, atY, reach, (from, to) => {
      // each pair once, from the one that stands first
      for (let b = Math.max(from, a + 1); b < to; b++) {
        const distance = Math.sqrt((index.x[b]! - atX) ** 2 + (index.y[b]! - atY) ** 2);
        if (!(distance <= reach)) continue;
        if (pairs === mostPairs) throw tooMany(mostPairs, order.length, reach);
        if (pairs === first.length) {
          first = grown(first, new Uint32Array(2 * pairs));
          second = grown(second, new Uint32Array(2 * pairs));
          band = grown(band, new Uint8Array(2 * pairs));
        }
        let at = 0;
        while (distance > edgesM[at]!) at += 1;
        first[pairs] = a;
        second[pairs] = b;
        band[pairs] = at;
        pairs += 1;
      }
    });
  }
  return { order, pairs, first, second, band };
}

function tooMany(pairs: number, points: number, reach: number): InputError {
  return new InputError(
    `More than ${pairs / 1e6} million pairs of these ${points} offences lie within ${reach} m of each other – take a shorter period, fewer kinds of offences or shorter distances.`,
  );
}

function grown<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
