/**
 * Where should officers walk? Contiguous cells grown from the worst ones into areas that can be walked in one visit.
 *
 * The rule, step by step:
 *  1. The seed is the cell with the highest value that is still free.
 *  2. Of the free cells next to the area the one with the highest value is added (of equal ones the one with more
 *     offences, then the one with the lower cell id), as long as its value is above 0 and the area stays within the cap.
 *  3. An area with fewer offences than the minimum is given up: one homicide makes no patrol area. Only its seed is spent;
 *     its other cells may still join one.
 *  4. Around an area that stands, cells whose centre is nearer than the spacing to the centre of one of its cells are spent.
 *  5. That repeats until there are enough areas or no seed is left. Ranks go by the value of the whole area.
 *
 * The recipe of Operation Ark: Basford, L. et al. (2021), Effects of one-a-day foot patrols on hot spots of serious
 * violence and crime harm, Camb. J. Evid. Based Polic. 5:119–133, doi 10.1007/s41887-021-00067-2; minimum counts against
 * "frequency deserts" as Agar, I. (2024), routineactivity.github.io. The growing is ours.
 *
 * Choices: 60,000 m² is about four cells of resolution 10; a cell larger than the cap is never part of an area. Touching
 * areas are allowed when the spacing is 0.
 * The trap: the areas fit the offences they are grown from, so their share of harm is larger than what they will hold next
 * month. Test them on later offences (evaluation/hold-out.ts).
 */
import { InputError } from '../errors.ts';
import type { NeighbourGraph } from '../hex/grid.ts';
import { stableOrder } from '../stats/order.ts';

export interface PatrolSettings {
  /** Largest number of areas. */
  readonly areas: number;
  readonly maxAreaM2: number;
  /** Offences that an area must hold. */
  readonly minCount: number;
  /** Least distance between the centres of cells of two areas; 0 lets them touch. */
  readonly spacingM: number;
}

export const defaultPatrolSettings: PatrolSettings = { areas: 20, maxAreaM2: 60_000, minCount: 5, spacingM: 0 };

/** Columns with an entry per cell; cells are in ascending order of their ids. */
export interface PatrolInput {
  readonly value: Float64Array;
  readonly count: Float64Array;
  readonly harm: Float64Array;
  readonly areaM2: Float64Array;
  /** Centres in metres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Ring 1. */
  readonly graph: NeighbourGraph;
}

export interface PatrolArea {
  readonly rank: number;
  /** Cells in the order in which they joined, the seed first. */
  readonly cells: readonly number[];
  readonly areaM2: number;
  readonly count: number;
  readonly harm: number;
  readonly value: number;
  /** value / Σ value over the grid, 0–1. */
  readonly share: number;
  /** The cell of the area whose centre is nearest to the middle of all its centres. */
  readonly centre: number;
}

/** By rank. @throws InputError when every cell is larger than the cap */
export function patrolAreas(input: PatrolInput, settings: PatrolSettings): PatrolArea[] {
  const { value, count, areaM2 } = input;
  const smallest = areaM2.reduce((least, a) => Math.min(least, a), Number.POSITIVE_INFINITY);
  if (smallest > settings.maxAreaM2) {
    throw new InputError(
      `A cell has ${Math.ceil(smallest)} m² and a patrol area at most ${settings.maxAreaM2} m² – choose a finer resolution or a larger cap.`,
    );
  }
  const free = Uint8Array.from(value, (v) => Number(v > 0));
  const grown: number[][] = [];
  for (const seed of stableOrder(value, 'descending')) {
    if (grown.length >= settings.areas || !((value[seed] as number) > 0)) break;
    if (free[seed] === 0 || (areaM2[seed] as number) > settings.maxAreaM2) continue;
    const cells = grow(seed, input, free, settings.maxAreaM2);
    free[seed] = 0;
    if (sumOver(cells, count) < settings.minCount) continue;
    for (const cell of cells) free[cell] = 0;
    if (settings.spacingM > 0) spendAround(cells, input, free, settings.spacingM);
    grown.push(cells);
  }
  return grown
    .map((cells) => measureArea(0, cells, input))
    .sort((a, b) => b.value - a.value || Math.min(...a.cells) - Math.min(...b.cells))
    .map((area, i) => ({ ...area, rank: i + 1 }));
}

/** The area of these cells, at least one, with all that is summed over them. */
export function measureArea(rank: number, cells: readonly number[], input: Omit<PatrolInput, 'graph'>): PatrolArea {
  const value = sumOver(cells, input.value);
  return {
    rank,
    cells,
    areaM2: sumOver(cells, input.areaM2),
    count: sumOver(cells, input.count),
    harm: sumOver(cells, input.harm),
    value,
    share: value / input.value.reduce((sum, v) => sum + v, 0),
    centre: middleOf(cells, input),
  };
}

/** Step 2. */
function grow(
  seed: number,
  { value, count, areaM2, graph }: PatrolInput,
  free: Uint8Array,
  maxAreaM2: number,
): number[] {
  const cells = [seed];
  let size = areaM2[seed] as number;
  const better = (a: number, b: number): boolean => {
    const byValue = (value[a] as number) - (value[b] as number) || (count[a] as number) - (count[b] as number);
    return byValue > 0 || (byValue === 0 && a < b);
  };
  for (;;) {
    let best = -1;
    for (const cell of cells) {
      for (let k = graph.offsets[cell] as number; k < (graph.offsets[cell + 1] as number); k++) {
        const next = graph.items[k] as number;
        if (free[next] === 0 || cells.includes(next) || size + (areaM2[next] as number) > maxAreaM2) continue;
        if (best < 0 || better(next, best)) best = next;
      }
    }
    if (best < 0) return cells;
    cells.push(best);
    size += areaM2[best] as number;
  }
}

/** Step 4. */
function spendAround(cells: readonly number[], { x, y }: PatrolInput, free: Uint8Array, spacingM: number): void {
  for (let i = 0; i < free.length; i++) {
    if (free[i] === 1 && cells.some((cell) => squaredDistance(x, y, cell, i) < spacingM * spacingM)) free[i] = 0;
  }
}

function middleOf(cells: readonly number[], { x, y }: Pick<PatrolInput, 'x' | 'y'>): number {
  const middleX = sumOver(cells, x) / cells.length;
  const middleY = sumOver(cells, y) / cells.length;
  const away = (cell: number): number => ((x[cell] as number) - middleX) ** 2 + ((y[cell] as number) - middleY) ** 2;
  return [...cells].sort((a, b) => away(a) - away(b) || a - b)[0] as number;
}

function squaredDistance(x: Float64Array, y: Float64Array, a: number, b: number): number {
  return ((x[a] as number) - (x[b] as number)) ** 2 + ((y[a] as number) - (y[b] as number)) ** 2;
}

function sumOver(cells: readonly number[], column: Float64Array): number {
  let sum = 0;
  for (const cell of cells) sum += column[cell] as number;
  return sum;
}
