/**
 * What an officer can do to an area by hand: move it by a cell, add or take a cell, start one at a place. Pure geometry over the
 * centres of the cells, in metres on a plane about the first of them: two cells are neighbours when their centres are about as far apart
 * as a cell is across.
 */
import { cos } from '../stats/elementary.ts';

export interface CellCentres {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Mean distance across the flats. */
  readonly acrossM: number;
}

export const directions = ['north', 'east', 'south', 'west'] as const;

export type Direction = (typeof directions)[number];

const DEGREE_M = 111_195;
/** Of the distance across: centres of neighbours are 1 apart, of second neighbours 1.73; cells vary a little in size. */
const NEAR = 1.4;
const compass: Readonly<Record<Direction, readonly [east: number, north: number]>> = {
  north: [0, 1],
  east: [1, 0],
  south: [0, -1],
  west: [-1, 0],
};

type Step = readonly [eastM: number, northM: number];

function stepBetween({ lon, lat }: CellCentres, a: number, b: number): Step {
  const latA = lat[a] ?? Number.NaN;
  const east = ((lon[b] ?? Number.NaN) - (lon[a] ?? Number.NaN)) * DEGREE_M * cos((latA * Math.PI) / 180);
  return [east, ((lat[b] ?? Number.NaN) - latA) * DEGREE_M];
}

/** Neighbours of a cell among all cells, itself not among them. */
export function besides(centres: CellCentres, cell: number): number[] {
  const found: number[] = [];
  const reachM = NEAR * centres.acrossM;
  const reachDegrees = reachM / DEGREE_M;
  const own = centres.lat[cell] ?? Number.NaN;
  for (let other = 0; other < centres.lat.length; other++) {
    if (other === cell || Math.abs((centres.lat[other] ?? Number.NaN) - own) > reachDegrees) continue;
    const [east, north] = stepBetween(centres, cell, other);
    if (east * east + north * north < reachM * reachM) found.push(other);
  }
  return found;
}

/** The cells one further in a direction, in the same shape; null where one of them would leave the study area. */
export function shifted(centres: CellCentres, cells: readonly number[], direction: Direction): number[] | null {
  const [first] = cells;
  if (first === undefined) return null;
  const [east, north] = compass[direction];
  const along = ([e, n]: Step): number => (e * east + n * north) / centres.acrossM;
  // one neighbour of six always lies within 30° of any direction
  const [to] = besides(centres, first)
    .map((cell) => stepBetween(centres, first, cell))
    .filter((step) => along(step) > 0.75)
    .sort((a, b) => along(b) - along(a));
  if (to === undefined) return null;
  const moved = cells.map((cell) => {
    const away = (other: number): number => {
      const [e, n] = stepBetween(centres, cell, other);
      return (e - to[0]) ** 2 + (n - to[1]) ** 2;
    };
    const [nearest] = besides(centres, cell).sort((a, b) => away(a) - away(b));
    return nearest !== undefined && away(nearest) < (0.5 * centres.acrossM) ** 2 ? nearest : null;
  });
  const whole = moved.filter((cell) => cell !== null);
  return whole.length === cells.length && new Set(whole).size === cells.length ? whole : null;
}

/** Whether one can walk from any cell to any other without leaving them. */
export function isJoined(centres: CellCentres, cells: readonly number[]): boolean {
  const [first] = cells;
  if (first === undefined) return false;
  const reached = new Set([first]);
  for (const cell of reached) {
    for (const next of besides(centres, cell)) if (cells.includes(next)) reached.add(next);
  }
  return reached.size === cells.length;
}

/** A cell with the worst of its free neighbours, as many as the cap holds; the cell alone where it is larger. */
export function startedAt(
  centres: CellCentres,
  cell: number,
  cells: { readonly value: Float64Array; readonly areaM2: Float64Array; readonly taken: ReadonlySet<number> },
  maxAreaM2: number,
): number[] {
  const { value, areaM2, taken } = cells;
  const area = [cell];
  let size = areaM2[cell] ?? 0;
  const free = besides(centres, cell).filter((other) => !taken.has(other));
  for (const next of free.sort((a, b) => (value[b] ?? 0) - (value[a] ?? 0) || a - b)) {
    if (size + (areaM2[next] ?? 0) > maxAreaM2) break;
    area.push(next);
    size += areaM2[next] ?? 0;
  }
  return area;
}

/** The cell around a place; null outside all of them. */
export function cellAround({ lon, lat, acrossM }: CellCentres, at: readonly [lon: number, lat: number]): number | null {
  // the farthest corner of a hexagon is 2 / √3 of half its width away
  let least = (0.6 * acrossM) ** 2;
  let found: number | null = null;
  const scale = DEGREE_M * cos((at[1] * Math.PI) / 180);
  for (let cell = 0; cell < lat.length; cell++) {
    const east = ((lon[cell] ?? Number.NaN) - at[0]) * scale;
    const north = ((lat[cell] ?? Number.NaN) - at[1]) * DEGREE_M;
    const away = east * east + north * north;
    if (away < least) [least, found] = [away, cell];
  }
  return found;
}
