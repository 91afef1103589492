// biome-ignore-all lint/style/noNonNullAssertion: indices stay below the arrays' lengths
/**
 * How large should the penalty be? The one under which cells that were left out are foretold best.
 *
 * In words: deal the cells into K folds; for each, fit the path without it and measure the Poisson deviance per cell on
 * it; the mean over the folds (weighted by their cells) at each λ is the curve, its standard error that of K values.
 * λ_min is the largest λ with the smallest mean, λ_1se the largest within one standard error of it.
 *
 * Hastie, T., Tibshirani, R. & Friedman, J. (2009), The Elements of Statistical Learning, 2nd ed., section 7.10; cv.glmnet's
 * conventions (grouped), except that every fold is fitted at the λ of the whole path itself, not interpolated to them.
 *
 * Choices: folds are dealt by a seeded shuffle and differ in size by one cell at most. A fold needs nothing of another, so
 * that several workers may share them.
 *
 * The trap: neighbouring cells share their crime and their factors, so cells left out at random are not as strange as
 * next year or the next town. The curve chooses λ; it is no measure of how well the model foretells.
 */

import { columnCount } from '../../stats/binary-columns.ts';
import { log } from '../../stats/elementary.ts';
import { randomFrom, shuffle } from '../../stats/random.ts';
import { dot, sum } from '../../stats/sums.ts';
import type { CountData } from './count-data.ts';
import { lambdaSequence, type NetSettings, type NetSolution, netSolver } from './elastic-net.ts';
import { emptyPlay, type Play, sumsOfSorts, widenedPlay } from './play.ts';
import { sumsByColumn } from './segments.ts';

export interface FullPath {
  readonly solutions: readonly NetSolution[];
  readonly lambdas: Float64Array;
}

/** The whole path on all cells, one solution at a time so that the caller can pause between them. */
export function* fullPath(data: CountData, logCounts: number, settings: NetSettings): Generator<NetSolution, FullPath> {
  const solver = netSolver(data, settings, logCounts);
  const solutions: NetSolution[] = [];
  for (const lambda of lambdaSequence(solver.lambdaMax)) {
    const solution = solver.solve(lambda);
    solutions.push(solution);
    yield solution;
  }
  return { solutions, lambdas: Float64Array.from(solutions, (s) => s.lambda) };
}

/** Fold of each cell, 0 … folds − 1. */
export function foldsOf(n: number, folds: number, seed: number): Uint16Array {
  return shuffle(
    Uint16Array.from({ length: n }, (_, i) => i % folds),
    randomFrom(seed),
  );
}

/** What all folds of a cross-validation are fitted with. */
export interface FoldShared {
  readonly columns: CountData['columns'];
  readonly segments: CountData['segments'];
  /** Columns that the whole path has anywhere, in play from the start. */
  readonly play: Play;
  readonly lambdas: Float64Array;
  readonly settings: NetSettings;
}

export interface FoldOwn {
  /** Cells and offences of each group that the path is fitted to; groups that it is measured on, and those of each. */
  readonly cells: Float64Array;
  readonly events: Float64Array;
  readonly testGroups: Uint32Array;
  readonly testCells: Float64Array;
  readonly testEvents: Float64Array;
  /** Σ y ln y over the cells measured on. */
  readonly testLogCounts: number;
}

/** Everything that one fold needs, in arrays that can be sent to a worker. */
export interface FoldTask extends FoldShared, FoldOwn {}

/** The columns that a path has anywhere, put in play for its folds. */
export function playOfPath(data: CountData, { solutions }: FullPath): Play {
  const ever = solutions.at(-1)?.inPlay ?? [];
  return widenedPlay(emptyPlay(data.segments, data.cells), data.columns, data.segments, ever, data.cells);
}

/** What all folds share. */
export interface FoldPlan {
  readonly data: CountData;
  readonly y: ArrayLike<number>;
  /** Fold of each cell. */
  readonly fold: Uint16Array;
  readonly play: Play;
  readonly lambdas: Float64Array;
  readonly settings: NetSettings;
}

/** The task of fold k. */
export function foldTask({ data, y, fold, play, lambdas, settings }: FoldPlan, k: number): FoldTask {
  const testCells = new Float64Array(data.columns.rows);
  const testEvents = new Float64Array(data.columns.rows);
  let testLogCounts = 0;
  for (let i = 0; i < fold.length; i++) {
    if (fold[i] !== k) continue;
    const group = data.groups.classOf[i]!;
    testCells[group]! += 1;
    testEvents[group]! += y[i]!;
    testLogCounts += logCount(y[i]!);
  }
  const cells = new Float64Array(testCells.length);
  const events = new Float64Array(testCells.length);
  const tested: number[] = [];
  for (let g = 0; g < cells.length; g++) {
    cells[g] = data.cells[g]! - testCells[g]!;
    events[g] = data.events[g]! - testEvents[g]!;
    if (testCells[g]! > 0) tested.push(g);
  }
  return {
    columns: data.columns,
    segments: data.segments,
    play,
    cells,
    events,
    testGroups: Uint32Array.from(tested),
    testCells: Float64Array.from(tested, (g) => testCells[g]!),
    testEvents: Float64Array.from(tested, (g) => testEvents[g]!),
    testLogCounts,
    lambdas,
    settings,
  };
}

export interface FoldCurve {
  /** Cells measured on. */
  readonly cells: number;
  /** Mean Poisson deviance per cell at each λ. */
  readonly deviance: Float64Array;
}

/** One fold, one λ at a time so that the caller can pause between them. */
export function* runFold(task: FoldTask): Generator<number, FoldCurve> {
  const solver = netSolver(task, task.settings);
  const cells = sum(task.testCells);
  const events = sum(task.testEvents);
  const cellsOf = new Float64Array(task.columns.rows);
  const eventsOf = new Float64Array(task.columns.rows);
  task.testGroups.forEach((g, k) => {
    cellsOf[g] = task.testCells[k]!;
    eventsOf[g] = task.testEvents[k]!;
  });
  const eventsIn = sumsByColumn(task.segments, eventsOf, new Float64Array(columnCount(task.columns)));
  const deviance = new Float64Array(task.lambdas.length);
  let sortOf: Uint32Array = new Uint32Array();
  let cellsOfSort: Float64Array = new Float64Array();
  for (let l = 0; l < deviance.length; l++) {
    const solution = solver.solve(task.lambdas[l]!);
    if (solution.sortOf !== sortOf) {
      sortOf = solution.sortOf;
      cellsOfSort = sumsOfSorts(sortOf, solution.rate.length, cellsOf);
    }
    const fit = solution.intercept * events + dot(solution.coefficients, eventsIn);
    deviance[l] = (2 * (task.testLogCounts - events - fit + dot(cellsOfSort, solution.rate))) / cells;
    yield l;
  }
  return { cells, deviance };
}

export interface CrossValidation {
  readonly lambda: Float64Array;
  /** Mean deviance per cell over the folds and its standard error, at each λ. */
  readonly mean: Float64Array;
  readonly se: Float64Array;
  /** Which λ. */
  readonly minIndex: number;
  readonly oneSeIndex: number;
}

export function combineFolds(lambda: Float64Array, folds: readonly FoldCurve[]): CrossValidation {
  const all = folds.reduce((n, fold) => n + fold.cells, 0);
  const mean = lambda.map((_, l) => folds.reduce((m, f) => m + f.cells * f.deviance[l]!, 0) / all);
  const se = lambda.map((_, l) => {
    const variance = folds.reduce((v, f) => v + f.cells * (f.deviance[l]! - mean[l]!) ** 2, 0) / all;
    return Math.sqrt(variance / (folds.length - 1));
  });
  let minIndex = 0;
  for (let l = 1; l < mean.length; l++) if (mean[l]! < mean[minIndex]!) minIndex = l;
  const enough = mean[minIndex]! + se[minIndex]!;
  let oneSeIndex = 0;
  while (mean[oneSeIndex]! > enough) oneSeIndex += 1;
  return { lambda, mean, se, minIndex, oneSeIndex };
}

/** y ln y, 0 for 0. */
function logCount(y: number): number {
  return y > 0 ? y * log(y) : 0;
}

/** Σ y ln y over the cells. */
export function logCountsOf(y: ArrayLike<number>): number {
  let all = 0;
  for (let i = 0; i < y.length; i++) all += logCount(y[i]!);
  return all;
}
