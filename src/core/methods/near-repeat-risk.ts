// biome-ignore-all lint/style/noNonNullAssertion: bands and points stay below the lengths of their arrays
/**
 * How much of the risk that recent offences brought is left at a place on a given day?
 *
 * In words: each offence of the last days adds to the cells around it the excess that the Knox table found at that distance
 * and after that many days, (ratio − 1) where it is above 0 and p is at most 5 %. It fades as the days move it from one
 * band of time to the next, and is gone after the last. The sum is a map value: 1 means that pairs at these distances and
 * delays are twice as many as chance, counted once.
 *
 * Our own, in the spirit of prospective mapping: Bowers, K. J., Johnson, S. D. & Pease, K. (2004), Prospective hot-spotting:
 * the future of crime mapping?, Br. J. Criminol. 44:641–658, doi 10.1093/bjc/azh036, with weights measured in place of 1/r.
 *
 * Choices: distances are to the middle of the cell; the offence's own cell takes the excess of the same place, for it holds
 * it. The trap: this is no probability, and it is only as good as the Knox table of the same offences.
 */
import type { PointsM } from '../geo/local-metres.ts';
import { pointIndex, visitWithin } from '../geo/point-index.ts';
import type { KnoxTable } from '../results.ts';
import type { DatedPlaces } from './near-repeat.ts';

const HIGHEST_P = 0.05;

/**
 * The risk left in each cell on `asOfDay`; offences after that day do not count.
 * @param centres middles of the cells in metres
 * @param cellOf the cell of each offence, negative for none
 */
export function nearRepeatRisk(
  { x, y, day }: DatedPlaces,
  cellOf: Int32Array,
  centres: PointsM,
  knox: KnoxTable,
  asOfDay: number,
): Float64Array {
  const { distanceEdgesM, timeEdgesDays, ratio, p } = knox;
  const columns = timeEdgesDays.length;
  const excess = ratio.map((times, band) => (times > 1 && p[band]! <= HIGHEST_P ? times - 1 : 0));
  const reach = distanceEdgesM.at(-1)!;
  const index = pointIndex(centres, Math.max(reach / 2, 1));
  const risk = new Float64Array(centres.x.length);
  for (let i = 0; i < day.length; i++) {
    const gap = asOfDay - day[i]!;
    const column = gap < 0 ? -1 : timeEdgesDays.findIndex((edge) => gap <= edge);
    if (column < 0) continue;
    const own = cellOf[i]!;
    if (own >= 0) risk[own]! += excess[column]!;
    visitWithin(index, x[i]!, y[i]!, reach, (cell, distance2) => {
      if (cell === own) return;
      const distance = Math.sqrt(distance2);
      // rounding of the square may put a cell a hair beyond the last edge
      const row = distanceEdgesM.findIndex((edge) => distance <= edge);
      if (row >= 0) risk[cell]! += excess[row * columns + column]!;
    });
  }
  return risk;
}
