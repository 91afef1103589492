// biome-ignore-all lint/style/noNonNullAssertion: bands, pairs and points stay below the lengths of their arrays
/**
 * Does one offence make another nearby more likely in the days after it? Near-repeat: the Knox test.
 *
 * In words: count the pairs of offences that are close in space and in time, by band of distance and of days between.
 * Deal the dates out anew among the places, many times, and count again: that is what places and seasons alone would give.
 * The ratio of observed to mean is the excess; p is (1 + number of deals with as many pairs or more) / (1 + deals).
 *
 * Knox, E. G. (1964), The detection of space-time interactions, Applied Statistics 13:25–29, doi 10.2307/2985220; Johnson,
 * S. D. et al. (2007), Space-time patterns of risk, J. Quant. Criminol. 23:201–219, doi 10.1007/s10940-007-9025-3.
 * Beside it Poisson's approximation with N_space · N_time / all pairs expected.
 *
 * Choices: a band reaches from above its lower edge to its upper edge, both bounds of the names included: 100 m apart is
 * "1–100 m" and 3 days is "0–3 days". (The Near Repeat Calculator puts them in the next band.) The first edge, 1 m, stands
 * for the same place. The date is that of the start.
 *
 * The trap: whatever moves offences in place and time together looks like repeats: a shop that opens, a way of recording.
 * Dates guessed within a span (a burglary over a holiday) and snapped places make pairs that never were.
 */
import { InputError } from '../errors.ts';
import type { PointsM } from '../geo/local-metres.ts';
import type { KnoxTable } from '../results.ts';
import { poissonUpperTail } from '../stats/poisson.ts';
import { randomFrom, shuffle } from '../stats/random.ts';
import { closePairs } from './close-pairs.ts';

export interface NearRepeatSettings {
  /** Upper edges of the bands of distance, ascending; the first is the same place. */
  readonly distanceEdgesM: readonly number[];
  /** Upper edges of the bands of days between, ascending whole numbers; the first band begins with the same day. */
  readonly timeEdgesDays: readonly number[];
  /** How often the dates are dealt out. The smallest p is 1/(shuffles + 1). */
  readonly shuffles: number;
  readonly seed: number;
  /** Refused beyond so many pairs within the longest distance; ten million when left out. */
  readonly mostPairs?: number;
}

export const defaultNearRepeatSettings: NearRepeatSettings = {
  distanceEdgesM: [1, 100, 200, 300, 400],
  timeEdgesDays: [7, 14, 21, 28],
  shuffles: 999,
  seed: 1,
};

/** Offences at places in metres, each on a local day. */
export interface DatedPlaces extends PointsM {
  readonly day: Int32Array;
}

/**
 * The Knox table of offences.
 * @throws InputError for fewer than two offences, bands that do not ascend, or too many pairs
 */
export function nearRepeat({ x, y, day }: DatedPlaces, settings: NearRepeatSettings): KnoxTable {
  check(x.length, settings);
  const { distanceEdgesM, timeEdgesDays, shuffles, seed, mostPairs } = settings;
  const n = x.length;
  const { order, pairs, first, second, band } = closePairs({ x, y }, day, distanceEdgesM, mostPairs);
  const days = Int32Array.from(order, (i) => day[i]!);
  const bandOfGap = gapBands(timeEdgesDays);
  const longest = bandOfGap.length - 1;
  const columns = timeEdgesDays.length;
  const cells = distanceEdgesM.length * columns;

  const counts = new Float64Array(cells);
  const count = (dealt: Int32Array): void => {
    counts.fill(0);
    for (let k = 0; k < pairs; k++) {
      const difference = dealt[first[k]!]! - dealt[second[k]!]!;
      // one branch that is rarely taken; asking which of the two is later would be guessed wrongly half of the time
      if ((difference + longest) >>> 0 <= 2 * longest) {
        counts[band[k]! * columns + bandOfGap[Math.abs(difference)]!]! += 1;
      }
    }
  };

  count(days);
  const observed = counts.slice();
  const inDistance = new Float64Array(distanceEdgesM.length);
  for (let k = 0; k < pairs; k++) inDistance[band[k]!]! += 1;

  const total = new Float64Array(cells);
  const asMany = new Float64Array(cells);
  const random = randomFrom(seed);
  const dealt = days.slice();
  for (let b = 0; b < shuffles; b++) {
    count(shuffle(dealt, random));
    for (let cell = 0; cell < cells; cell++) {
      total[cell]! += counts[cell]!;
      asMany[cell]! += Number(counts[cell]! >= observed[cell]!);
    }
  }
  const inTime = pairsByGap(days, bandOfGap, columns);
  const allPairs = (n * (n - 1)) / 2;
  const expected = total.map((sum) => sum / shuffles);
  return {
    offences: n,
    pairs,
    distanceEdgesM,
    timeEdgesDays,
    observed,
    expected,
    ratio: observed.map((seen, cell) => (expected[cell]! > 0 ? seen / expected[cell]! : Number.NaN)),
    p: asMany.map((times) => (1 + times) / (1 + shuffles)),
    poissonP: observed.map((seen, cell) =>
      poissonUpperTail(seen, (inDistance[Math.floor(cell / columns)]! * inTime[cell % columns]!) / allPairs),
    ),
  };
}

/** The band of each number of days between two offences, from 0 to the last edge. */
function gapBands(edges: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: edges.at(-1)! + 1 }, (_, gap) => edges.findIndex((edge) => gap <= edge));
}

/** Of all pairs, near or far, how many fall in each band of time. */
function pairsByGap(days: Int32Array, bandOfGap: Uint8Array, columns: number): Float64Array {
  const offencesOn = new Map<number, number>();
  for (const day of days) offencesOn.set(day, (offencesOn.get(day) ?? 0) + 1);
  const pairs = new Float64Array(columns);
  for (const [day, here] of offencesOn) {
    for (let gap = 0; gap < bandOfGap.length; gap++) {
      const there = gap === 0 ? (here - 1) / 2 : (offencesOn.get(day + gap) ?? 0);
      pairs[bandOfGap[gap]!]! += here * there;
    }
  }
  return pairs;
}

function check(n: number, { distanceEdgesM, timeEdgesDays, shuffles }: NearRepeatSettings): void {
  if (n < 2) {
    throw new InputError(
      `${n === 0 ? 'No offence is' : 'Only one offence is'} dated to the day in the cells – near-repeat needs pairs: take a longer period or a wider definition.`,
    );
  }
  for (const edges of [distanceEdgesM, timeEdgesDays]) {
    if (
      edges.length === 0 ||
      edges.length > 50 ||
      !edges.every((edge, i) => edge > (edges[i - 1] ?? 0) || (i === 0 && edge === 0))
    ) {
      throw new InputError(
        `The bands ${edges.join(', ')} do not ascend – give up to 50 upper edges, each larger than the one before.`,
      );
    }
  }
  if (!timeEdgesDays.every(Number.isInteger)) {
    throw new InputError(
      `The bands ${timeEdgesDays.join(', ')} are not whole days – dates are days, so bands must be.`,
    );
  }
  if (!(Number.isInteger(shuffles) && shuffles > 0)) {
    throw new InputError(`${shuffles} shuffles make no comparison – take 99 or more.`);
  }
}
