/**
 * The outcomes of a trial from offences that are loaded: offences and harm of each place and day, and of the ring of cells
 * about the place.
 *
 * Choices: an offence counts on the local day on which it began; a cell of one place is never buffer of another, a cell in the
 * ring of two places counts for both; cells outside the study area are no buffer. Offences without a day are left out.
 */
import type { NeighbourGraph } from '../hex/grid.ts';
import type { PlaceDays } from './place-days.ts';
import type { TrialDesign } from './trial-design.ts';

export interface TrialOffences {
  /** Parallel columns of rows: local day, cell (−1 for none), 1 where the offence counts, days of harm. */
  readonly day: Int32Array;
  readonly cellOfRow: Int32Array;
  readonly mask: Uint8Array;
  readonly harmOfRow: Float64Array;
  /** Neighbours of cells as wide as the buffer. */
  readonly graph: NeighbourGraph;
}

/**
 * Place-days of the design. `cells` are the cells of each place; `minutes(place, day)` what was logged, NaN for nothing known.
 */
export function trialOutcomes(
  design: TrialDesign,
  cells: readonly (readonly number[])[],
  { day, cellOfRow, mask, harmOfRow, graph }: TrialOffences,
  minutes: (place: number, day: number) => number = () => Number.NaN,
): PlaceDays {
  const days = design.toDay - design.fromDay + 1;
  const n = design.places.length * days;
  const placeOf = new Map(cells.flatMap((own, place) => own.map((cell) => [cell, place] as const)));
  const near = bufferOf(cells, placeOf, graph);
  const column = (): Float64Array => new Float64Array(n);
  const [count, harm, bufferCount, bufferHarm] = [column(), column(), column(), column()];
  const add = (to: Float64Array, place: number, at: number, amount: number): void => {
    to[place * days + at] = (to[place * days + at] as number) + amount;
  };
  for (let row = 0; row < mask.length; row++) {
    const at = (day[row] as number) - design.fromDay;
    if (mask[row] !== 1 || at < 0 || at >= days) continue;
    const cell = cellOfRow[row] as number;
    const own = harmOfRow[row] as number;
    const place = placeOf.get(cell);
    if (place !== undefined) {
      add(count, place, at, 1);
      add(harm, place, at, own);
    }
    for (const beside of near.get(cell) ?? []) {
      add(bufferCount, beside, at, 1);
      add(bufferHarm, beside, at, own);
    }
  }
  const dayOf = (i: number): number => design.fromDay + (i % days);
  return {
    places: design.places,
    place: Uint32Array.from(count, (_, i) => Math.floor(i / days)),
    day: Int32Array.from(count, (_, i) => dayOf(i)),
    assigned: Uint8Array.from(count, (_, i) =>
      Number(design.treated[i % days]?.includes(Math.floor(i / days)) ?? false),
    ),
    deliveredMin: Float64Array.from(count, (_, i) => minutes(Math.floor(i / days), dayOf(i))),
    count,
    harm,
    bufferCount,
    bufferHarm,
  };
}

/** Places whose ring holds a cell, for cells that belong to no place. */
function bufferOf(
  cells: readonly (readonly number[])[],
  placeOf: ReadonlyMap<number, number>,
  { offsets, items }: NeighbourGraph,
): Map<number, number[]> {
  const near = new Map<number, number[]>();
  cells.forEach((own, place) => {
    const ring = new Set<number>();
    for (const cell of own) {
      for (let k = offsets[cell] as number; k < (offsets[cell + 1] as number); k++) ring.add(items[k] as number);
    }
    for (const cell of ring) if (!placeOf.has(cell)) near.set(cell, [...(near.get(cell) ?? []), place]);
  });
  return near;
}
