// biome-ignore-all lint/style/noNonNullAssertion: indices stay below the arrays' lengths
/**
 * Cells that are alike in every candidate variable, taken together. A Poisson or negative binomial likelihood with a
 * logarithmic link sees only how many such cells there are and how many offences they hold together, and how often each
 * count occurs overall: the answers stay exactly those of the single cells, at a fraction of the work.
 */
import {
  type BinaryColumns,
  columnCount,
  columnsOfClasses,
  type RowClasses,
  rowClasses,
  sumOfClasses,
} from '../../stats/binary-columns.ts';
import { log } from '../../stats/elementary.ts';
import { type Segments, segmentsOf } from './segments.ts';

export interface CountData {
  /** Number of cells. */
  readonly n: number;
  /** Candidate columns with one row per group of equal cells. */
  readonly columns: BinaryColumns;
  /** Factor of each column. */
  readonly factorOf: Uint16Array;
  readonly segments: Segments;
  readonly groups: RowClasses;
  /** Cells and offences of each group. */
  readonly cells: Float64Array;
  readonly events: Float64Array;
  /** Number of cells with more than k offences, k from 0 to the largest count less one. */
  readonly moreThan: Float64Array;
  /** Σ ln yᵢ! */
  readonly logFactorials: number;
}

/** `columns` has a row per cell, `factorOf` the factor of each column (those of one side by side), `y` a whole number of offences per cell. */
export function countDataOf(columns: BinaryColumns, factorOf: Uint16Array, y: ArrayLike<number>): CountData {
  const groups = rowClasses(columns, Array(columnCount(columns)).keys());
  let most = 0;
  for (let i = 0; i < y.length; i++) most = Math.max(most, y[i]!);
  const moreThan = new Float64Array(most);
  for (let i = 0; i < y.length; i++) for (let k = 0; k < y[i]!; k++) moreThan[k]! += 1;
  const grouped = columnsOfClasses(columns, groups);
  return {
    n: y.length,
    columns: grouped,
    factorOf,
    segments: segmentsOf(grouped, factorOf),
    groups,
    cells: sumOfClasses(groups, new Uint8Array(y.length).fill(1)),
    events: sumOfClasses(groups, y),
    moreThan,
    logFactorials: moreThan.reduce((sum, cells, k) => sum + cells * log(k + 1), 0),
  };
}
