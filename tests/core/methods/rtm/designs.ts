/** Designs for the tests of risk terrain models: the published twenty cells, and towns made from a seed. */
import { type Candidates, candidatesOf } from '../../../../src/core/methods/rtm/candidates.ts';
import { type CountData, countDataOf } from '../../../../src/core/methods/rtm/count-data.ts';
import { defaultRtmSettings } from '../../../../src/core/methods/rtm/settings.ts';
import { binaryColumns } from '../../../../src/core/stats/binary-columns.ts';

const numbers = (text: string): number[] => text.split(',').map(Number);

/** Twenty cells with the variables A, B and C, each a factor of its own. */
export const twenty = {
  a: numbers('1,1,1,1,0,0,0,0,1,1,0,0,0,0,0,0,1,0,0,0'),
  b: numbers('1,1,0,0,1,1,0,0,1,0,1,0,0,0,0,0,0,0,1,0'),
  c: Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 1 : 0)),
  overdispersed: numbers('15,30,2,9,1,6,0,0,22,0,9,0,0,5,0,0,8,0,1,0'),
  even: numbers('9,12,3,4,2,3,1,0,10,2,4,1,0,2,1,0,3,1,2,0'),
};

/** From 0/1 columns, each a factor of its own. */
export function dataOf(columns: readonly (readonly number[])[], y: readonly number[]): CountData {
  const lists = columns.map((column) => column.flatMap((value, row) => (value === 1 ? [row] : [])));
  return countDataOf(binaryColumns(y.length, lists), Uint16Array.from(columns.keys()), y);
}

/** Park and Miller's generator, as in tests/fixtures/rtm/reference.R. */
export function parkMiller(seed: number): () => number {
  let state = seed;
  return () => {
    state = (16807 * state) % 2147483647;
    return state / 2147483647;
  };
}

/** Cell centres of a grid, west to east and south to north. */
export function squareGrid(columns: number, rows: number, spacingM: number) {
  const n = columns * rows;
  return {
    x: Float64Array.from({ length: n }, (_, i) => (i % columns) * spacingM),
    y: Float64Array.from({ length: n }, (_, i) => Math.floor(i / columns) * spacingM),
  };
}

/** So many points anywhere in a rectangle. */
export function scattered(uniform: () => number, count: number, widthM: number, heightM: number) {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    x[k] = uniform() * widthM;
    y[k] = uniform() * heightM;
  }
  return { x, y };
}

/** The invented town of the R fixture: 3,000 cells and 60 candidates. */
export function fixtureCandidates(): Candidates {
  const uniform = parkMiller(20220704);
  const factors = [1, 2, 3, 4, 5].map((f) => ({ name: `f${f}`, ...scattered(uniform, 20 + 15 * f, 6900, 5750) }));
  return candidatesOf(squareGrid(60, 50, 115), factors, defaultRtmSettings);
}
