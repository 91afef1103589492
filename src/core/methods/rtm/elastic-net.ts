// biome-ignore-all lint/style/noNonNullAssertion: the kernel's indices stay below the arrays' lengths
/**
 * Which of very many overlapping candidate variables carry risk at all? A Poisson regression that pays for coefficients.
 *
 * In words: minimise  −(1/n) Σᵢ (yᵢ ηᵢ − e^ηᵢ) + λ Σⱼ [α sⱼ βⱼ + ½ (1 − α) sⱼ² βⱼ²]  over βⱼ ≥ 0 and a free intercept, for a
 * path of penalties λ from where the first variable enters downwards. sⱼ is the standard deviation of column j with 1/n
 * (1 when not standardised): the same as glmnet on standardised columns, written on the scale of the columns.
 *
 * Friedman, J., Hastie, T. & Tibshirani, R. (2010), Regularization paths for generalized linear models via coordinate
 * descent, J. Stat. Softw. 33(1), doi 10.18637/jss.v033.i01.
 *
 * Choices, as glmnet(family = "poisson", lower.limits = 0): λ_max = maxⱼ |Σᵢ xᵢⱼ (yᵢ − ȳ)| / (n α sⱼ), 100 values to 0.001
 * λ_max, equally spaced in the logarithm, all of them fitted. Each quadratic approximation is solved on the Gram matrix of
 * the columns in play with the intercept profiled out; it is done when hⱼ Δβⱼ² falls below `threshold` × the null deviance,
 * glmnet's meaning of thresh but a far smaller default, so that coefficients agree to five digits and more. Cells alike in
 * the columns in play are taken together, their rates are products of few factors (play.ts), every solution starts where
 * the last two point to, and an older Gram matrix serves while the steps shrink quickly. A column outside is looked at only
 * where rates may have moved far enough for it to pay (net-kernels.ts). None of this moves the minimum.
 *
 * The trap: penalised coefficients are shrunk. They choose; they are not relative risks.
 */

import { type BinaryColumns, columnCount } from '../../stats/binary-columns.ts';
import { exp, log } from '../../stats/elementary.ts';
import { sum } from '../../stats/sums.ts';
import { descend, leastNow, movedSince, type Outlook, outlook, spreadToRows, sumOverColumn } from './net-kernels.ts';
import { emptyPlay, type Play, sumsOfSorts, widenedPlay } from './play.ts';
import { levelFactors, rateSorts, ratesOf, sumsInPlay, weightedGram } from './play-rates.ts';
import { type Segments, sumsByColumn } from './segments.ts';

/** Groups of equal cells (count-data.ts); a group may have no cells, as when a fold is left out. */
export interface NetData {
  readonly columns: BinaryColumns;
  /** Of these columns; one division for all folds. */
  readonly segments: Segments;
  /** Columns that are likely to enter are best in play from the start; the answer does not depend on it. */
  readonly play?: Play;
  readonly cells: Float64Array;
  readonly events: Float64Array;
}

export interface NetSettings {
  /** 1 = lasso, towards 0 = ridge; above 0. */
  readonly alpha: number;
  readonly standardise: boolean;
  /** Convergence; see above. */
  readonly threshold: number;
  /** Look after each solution whether a column left out pays for itself now, and not only before the next one. */
  readonly exact: boolean;
}

export const defaultNetSettings: NetSettings = { alpha: 0.5, standardise: true, threshold: 1e-12, exact: true };

/** For the folds, where only the deviance is asked for: glmnet's own default. */
export const foldNetSettings: NetSettings = { ...defaultNetSettings, threshold: 1e-7, exact: false };

export interface NetSolution {
  readonly lambda: number;
  readonly intercept: number;
  /** One per column, 0 for what is left out. */
  readonly coefficients: Float64Array;
  /** Columns that were ever close to paying, in the order in which they came. */
  readonly inPlay: readonly number[];
  /** Sort of each group, and the expected offences per cell of each; overwritten by the next solution. */
  readonly sortOf: Uint32Array;
  readonly rate: Float64Array;
  /** 1 − deviance / null deviance, given Σ y ln y over the cells; NaN without it. */
  readonly devianceRatio: number;
}

export interface NetSolver {
  readonly lambdaMax: number;
  /** Start with the largest λ and go down: every solution is the start of the next. */
  solve(lambda: number): NetSolution;
}

const STEPS = 100;
const LEAST_OF_MAX = 0.001;
const MOST_NEWTON_STEPS = 200;
/** More steps than this at one λ ask for a fresh curvature. */
const QUICK_STEPS = 3;
/** With a column that enters come those that would at this share of the slope, so that the matrix grows seldom. */
const SOON = 0.9;

/** The λ sequence from λ_max down. */
export function lambdaSequence(lambdaMax: number): Float64Array {
  const step = log(LEAST_OF_MAX) / (STEPS - 1);
  return Float64Array.from({ length: STEPS }, (_, k) => lambdaMax * exp(step * k));
}

/**
 * A solver that remembers the last solution. `logCounts` is Σ yᵢ ln yᵢ over the cells, for the deviance.
 * Without any offence there is nothing to solve and every coefficient is 0.
 */
export function netSolver(data: NetData, settings: NetSettings, logCounts = Number.NaN): NetSolver {
  const { columns, segments, cells, events } = data;
  const { alpha, threshold } = settings;
  const p = columnCount(columns);
  const groups = columns.rows;
  const n = sum(cells);
  const total = sum(events);

  // per column: offences where it is 1, and its standard deviation (0: it cannot enter)
  const eventsIn = sumsByColumn(segments, events, new Float64Array(p));
  const cellsIn = sumsByColumn(segments, cells, new Float64Array(p));
  const scale = cellsIn.map((count) => {
    const share = count / n;
    return share <= 0 || share >= 1 ? 0 : settings.standardise ? Math.sqrt(share * (1 - share)) : 1;
  });

  const mean = total / n;
  const nullDeviance = 2 * (logCounts - total * log(mean));
  // where Σ y ln y is not known, a deviance of 1 per cell is as good a measure of what is small
  const small = threshold * (Number.isNaN(nullDeviance) ? 1 : nullDeviance / n);
  let lambdaMax = 0;
  for (let j = 0; j < p; j++) {
    const slope = Math.abs(eventsIn[j]! - cellsIn[j]! * mean);
    if (scale[j]! > 0) lambdaMax = Math.max(lambdaMax, slope / (n * alpha * scale[j]!));
  }

  let intercept = log(mean);
  const beta = new Float64Array(p);
  const weightOfGroup = new Float64Array(groups);
  const expectedIn = new Float64Array(p);
  // columns in play, and the sorts of cells that they make
  let play = playWithin(data, scale);
  const isInPlay = new Uint8Array(p);
  for (const j of play.inPlay) isInPlay[j] = 1;
  let rates = ratesOf(play);
  // the rates at which `expectedIn` of the columns outside was taken, null before the first time; ones summed since then
  let then: Outlook | null = null;
  let summed = 0;
  // the Gram matrix of the weighted, centred columns in play, and the weights that it takes
  let gram: Float64Array = new Float64Array(0);
  let weightIn: Float64Array = new Float64Array(0);
  let weightAll = 0;
  let stale = true;

  /** Rates at the coefficients; the sum over all cells. */
  const rate = (): number => {
    const factors = new Float64Array(play.inPlay.length);
    for (let a = 0; a < factors.length; a++) {
      const b = beta[play.inPlay[a]!]!;
      factors[a] = b > 0 ? exp(b) : 1;
    }
    return rateSorts(play, exp(intercept), levelFactors(play, factors), rates);
  };

  const curvature = (expected: number): void => {
    const size = play.inPlay.length;
    gram = weightedGram(play, rates);
    weightAll = expected;
    weightIn = Float64Array.from({ length: size }, (_, a) => gram[a * size + a]!);
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) gram[a * size + b]! -= (weightIn[a]! * weightIn[b]!) / weightAll;
    }
    stale = false;
  };

  /** The penalised objective × n, up to a constant; `expected` is Σ rates over the cells. */
  const objective = (expected: number, lambda: number): number => {
    let value = expected - intercept * total;
    for (const j of play.inPlay) {
      const b = beta[j]! * scale[j]!;
      value += n * lambda * (alpha * b + 0.5 * (1 - alpha) * b * b) - beta[j]! * eventsIn[j]!;
    }
    return value;
  };

  /** Slopes of all columns at these rates. */
  const look = (): void => {
    spreadToRows(play.sortOf, cells, rates.rate, weightOfGroup);
    sumsByColumn(segments, weightOfGroup, expectedIn);
    then = outlook(play.cells, rates.rate);
    summed = 0;
  };

  /** Columns outside whose slope per unit of `scale` is above the bound, where so much is expected in each. */
  const paying = (bound: number, expectedOf: (j: number) => number): number[] => {
    const found: number[] = [];
    for (let j = 0; j < p; j++) {
      if (!isInPlay[j] && scale[j]! > 0 && eventsIn[j]! - expectedOf(j) > bound * scale[j]!) found.push(j);
    }
    return found;
  };

  /** Does any column outside pay for its penalty at these rates? */
  const somePays = (bound: number): boolean => {
    if (then) {
      // the few that could, by how far the rates have moved since all slopes were taken
      const moved = movedSince(then, rates.rate);
      const possible = paying(bound, (j) => leastNow(moved, expectedIn[j]!));
      summed += possible.reduce((all, j) => all + columns.offsets[j + 1]! - columns.offsets[j]!, 0);
      // one after another until that has cost as much as all
      if (summed < segments.rows.length) {
        const expectedOf = (j: number) => sumOverColumn(columns, j, cells, play.sortOf, rates.rate);
        return possible.some((j) => eventsIn[j]! - expectedOf(j) > bound * scale[j]!);
      }
    }
    look();
    return paying(bound, (j) => expectedIn[j]!).length > 0;
  };

  /** Brings the columns into play that pay for their penalty at this point; were there any? */
  const enterAll = (lambda: number): boolean => {
    const bound = n * alpha * lambda;
    if (!somePays(bound * (1 + 1e-9))) return false;
    look();
    const added = paying(bound * SOON, (j) => expectedIn[j]!);
    for (const j of added) isInPlay[j] = 1;
    play = widenedPlay(play, columns, segments, added, cells);
    rates = ratesOf(play);
    rate();
    then = outlook(play.cells, rates.rate);
    stale = true;
    return true;
  };

  /** One step to the minimum over the columns in play; how far it goes, as a rise of the deviance. */
  const step = (expected: number, lambda: number) => {
    const { inPlay } = play;
    const size = inPlay.length;
    if (stale) curvature(expected);
    const free = total - expected;
    const slope = sumsInPlay(play, rates.ofLevel);
    const first = new Float64Array(size);
    const second = new Float64Array(size);
    const start = new Float64Array(size);
    for (let a = 0; a < size; a++) {
      const j = inPlay[a]!;
      slope[a] = eventsIn[j]! - slope[a]! - (weightIn[a]! * free) / weightAll;
      first[a] = n * lambda * alpha * scale[j]!;
      second[a] = n * lambda * (1 - alpha) * scale[j]! ** 2;
      start[a] = beta[j]!;
    }
    const change = descend({ gram, slope, first, second }, start, small * n);
    let shift = free / weightAll;
    for (let a = 0; a < size; a++) shift -= (weightIn[a]! * change[a]!) / weightAll;
    let largest = weightAll * shift * shift;
    for (let a = 0; a < size; a++) largest = Math.max(largest, gram[a * size + a]! * change[a]! * change[a]!);
    return { start, change, from: intercept, shift, largest };
  };

  /** Goes a share of a step from where it starts; the sum of the rates there. */
  const move = ({ start, change, from, shift }: ReturnType<typeof step>, length: number): number => {
    intercept = from + length * shift;
    // the bound holds exactly: no coefficient is left a rounding error below 0
    for (let a = 0; a < change.length; a++) beta[play.inPlay[a]!] = Math.max(0, start[a]! + length * change[a]!);
    return rate();
  };

  /** To the minimum at this λ; the sum of the rates. */
  const converge = (lambda: number): number => {
    let expected = rate();
    if (enterAll(lambda)) expected = rate();
    let value = objective(expected, lambda);
    for (let steps = 1; steps <= MOST_NEWTON_STEPS; steps++) {
      const next = step(expected, lambda);
      // half the step while it leads uphill, which a curvature from elsewhere may do
      let length = 1;
      expected = move(next, 1);
      let reached = objective(expected, lambda);
      while (reached > value + 1e-9 * Math.abs(value) && length > 1e-6) {
        length /= 2;
        expected = move(next, length);
        reached = objective(expected, lambda);
      }
      value = reached;
      if (next.largest < small * n) {
        // a curvature from a little higher up the path is good enough while the steps shrink quickly
        stale ||= steps > QUICK_STEPS;
        // at the minimum no column outside pays: that is seen from the next λ on, or at once where it must be exact
        if (!settings.exact || !enterAll(lambda)) break;
        expected = rate();
      }
      if (length < 1 || steps % QUICK_STEPS === 0) stale = true;
    }
    return expected;
  };

  let last = { lambda: lambdaMax, intercept, beta: beta.slice() };
  let lastButOne = last;
  /** Goes on in the direction of the last two solutions, which is nearer to the next than the last one is. */
  const foresee = (lambda: number): void => {
    const along =
      last.lambda < lastButOne.lambda ? log(lambda / last.lambda) / log(last.lambda / lastButOne.lambda) : 0;
    // only down the path and not by leaps
    if (!(along > 0 && along <= 2)) return;
    intercept = last.intercept + along * (last.intercept - lastButOne.intercept);
    for (const j of play.inPlay) beta[j] = Math.max(0, last.beta[j]! + along * (last.beta[j]! - lastButOne.beta[j]!));
  };

  return {
    lambdaMax,
    solve(lambda) {
      let expected = total;
      if (total > 0 && lambdaMax > 0) {
        foresee(lambda);
        expected = converge(lambda);
        lastButOne = last;
        last = { lambda, intercept, beta: beta.slice() };
      }
      let fit = intercept * total;
      for (const j of play.inPlay) fit += beta[j]! * eventsIn[j]!;
      const deviance = 2 * (logCounts - fit - total + expected);
      const devianceRatio = 1 - deviance / nullDeviance;
      return {
        lambda,
        intercept,
        coefficients: beta.slice(),
        inPlay: play.inPlay,
        sortOf: play.sortOf,
        rate: rates.rate,
        devianceRatio,
      };
    },
  };
}

/** The columns that are to be in play from the start, but for those that cannot enter. */
function playWithin({ columns, segments, play, cells }: NetData, scale: Float64Array): Play {
  const none = emptyPlay(segments, cells);
  if (!play) return none;
  const able = play.inPlay.filter((j) => scale[j]! > 0);
  return able.length === play.inPlay.length
    ? { ...play, cells: sumsOfSorts(play.sortOf, play.cells.length, cells) }
    : widenedPlay(none, columns, segments, able, cells);
}
