/**
 * Who takes which visit, once their times stand? The pairs change visits among each other as long as that shortens their ways.
 *
 * In words: a visit goes over to another pair, or two pairs change all that they do from some time on, if both can still make it to
 * each visit in time and the ways become shorter than what the fuller pair costs. The best such change is made, until there is none.
 *
 * The exchange of tails is that of Potvin, J.-Y. & Rousseau, J.-M. (1995), An exchange heuristic for routeing problems with time
 * windows, J. Oper. Res. Soc. 46:1433–1446, doi 10.1057/jors.1995.204. Choice: times are never moved, so no visit leaves its
 * area's busy hours.
 * The trap: a change that needs two steps, the first of them a longer way, is not found.
 */

/** A visit that has its time. */
export interface TimedVisit {
  readonly area: number;
  readonly start: number;
}

export interface WaysInput {
  readonly visitMin: number;
  /** Minutes between two areas. */
  readonly wayMin: (from: number, to: number) => number;
  /** What a visit costs in minutes of way for each that its pair has already. */
  readonly loadMin: number;
}

/** Enough for any shift; a bound for what would never end by rounding. */
const MOST_CHANGES = 500;
const LEAST_GAIN_MIN = 1e-9;

/** Lines by time, one per pair, with the same visits as those given. */
export function shorterWays<V extends TimedVisit>(lines: readonly (readonly V[])[], input: WaysInput): V[][] {
  let now = lines.map((line) => [...line]);
  for (let change = 0; change < MOST_CHANGES; change++) {
    const better = bestChange(now, input);
    if (better === null) break;
    now = now.map((line, pair) => better.get(pair) ?? line);
  }
  return now;
}

/** The two pairs that change, with their new lines. */
function bestChange<V extends TimedVisit>(lines: readonly V[][], input: WaysInput): ReadonlyMap<number, V[]> | null {
  let best: ReadonlyMap<number, V[]> | null = null;
  let most = LEAST_GAIN_MIN;
  lines.forEach((one, a) => {
    lines.forEach((other, b) => {
      if (a === b) return;
      const before = costOf(one, input) + costOf(other, input);
      for (const [left, right] of [...handedOver(one, other), ...(a < b ? tailsChanged(one, other) : [])]) {
        const gain = before - costOf(left, input) - costOf(right, input);
        if (gain > most) {
          most = gain;
          best = new Map([
            [a, left],
            [b, right],
          ]);
        }
      }
    });
  });
  return best;
}

/** Each visit of the one given to the other. */
function handedOver<V extends TimedVisit>(one: readonly V[], other: readonly V[]): [V[], V[]][] {
  return one.map((visit) => [
    one.filter((kept) => kept !== visit),
    [...other, visit].sort((a, b) => a.start - b.start),
  ]);
}

/** All that both do from the start of a visit on. */
function tailsChanged<V extends TimedVisit>(one: readonly V[], other: readonly V[]): [V[], V[]][] {
  const times = [...new Set([...one, ...other].map(({ start }) => start))];
  return times.map((time) => {
    const upTo = (line: readonly V[]): readonly V[] => line.filter(({ start }) => start < time);
    const from = (line: readonly V[]): readonly V[] => line.filter(({ start }) => start >= time);
    return [
      [...upTo(one), ...from(other)],
      [...upTo(other), ...from(one)],
    ];
  });
}

/** Minutes on the way and for being full; infinite where a visit could not be reached in time. */
function costOf(line: readonly TimedVisit[], { visitMin, wayMin, loadMin }: WaysInput): number {
  let cost = (loadMin * line.length * (line.length - 1)) / 2;
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1], line[i]];
    if (!from || !to) continue;
    const way = wayMin(from.area, to.area);
    if (from.start + visitMin + way > to.start) return Number.POSITIVE_INFINITY;
    cost += way;
  }
  return cost;
}
