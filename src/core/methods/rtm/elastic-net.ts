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
 * glmnet's meaning of thresh but a far smaller default, so that coefficients agree to five digits and more. Rates are kept
 * as products, μᵢ = e^β₀ Π e^βⱼ, which for 0/1 columns spares the exponential per cell; every solution starts where the last
 * two point to, and an older Gram matrix serves while the steps shrink quickly. None of this moves the minimum.
 *
 * The trap: penalised coefficients are shrunk. They choose; they are not relative risks.
 */
import { type BinaryColumns, columnCount } from '../../stats/binary-columns.ts';
import { exp, log } from '../../stats/elementary.ts';
import { descend, membersOf, multiplyByColumn, type Segments, sumsByColumn, weightedGram } from './net-kernels.ts';

/** Groups of equal cells (count-data.ts); a group may have no cells, as when a fold is left out. */
export interface NetData {
  readonly columns: BinaryColumns;
  /** Of these columns; one division for all folds. */
  readonly segments: Segments;
  readonly cells: Float64Array;
  readonly events: Float64Array;
}

export interface NetSettings {
  /** 1 = lasso, towards 0 = ridge; above 0. */
  readonly alpha: number;
  readonly standardise: boolean;
  /** Convergence; see above. */
  readonly threshold: number;
}

export const defaultNetSettings: NetSettings = { alpha: 0.5, standardise: true, threshold: 1e-14 };

/** For the folds, where only the deviance is asked for: glmnet's own default. */
export const foldNetSettings: NetSettings = { ...defaultNetSettings, threshold: 1e-7 };

export interface NetSolution {
  readonly lambda: number;
  readonly intercept: number;
  /** One per column, 0 for what is left out. */
  readonly coefficients: Float64Array;
  /** Expected offences per cell of each group; overwritten by the next solution. */
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
const SOON = 0.7;

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
  const rate = new Float64Array(groups).fill(mean);
  const weight = new Float64Array(groups);
  const expectedIn = new Float64Array(p);
  // columns in play, in the order in which they came
  const inPlay: number[] = [];
  const isInPlay = new Uint8Array(p);
  // the Gram matrix of their weighted, centred columns, and the weights that it takes
  let members = membersOf(columns, inPlay);
  let gram: Float64Array = new Float64Array(0);
  let weightIn: Float64Array = new Float64Array(0);
  let weightAll = 0;
  let stale = true;

  const weigh = (): number => {
    let all = 0;
    for (let g = 0; g < groups; g++) {
      const w = cells[g]! * rate[g]!;
      weight[g] = w;
      all += w;
    }
    return all;
  };

  const curvature = (): void => {
    const size = inPlay.length;
    if (members.size !== size) members = membersOf(columns, inPlay);
    gram = weightedGram(members, weight);
    weightAll = sum(weight);
    weightIn = Float64Array.from({ length: size }, (_, a) => gram[a * size + a]!);
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) gram[a * size + b]! -= (weightIn[a]! * weightIn[b]!) / weightAll;
    }
    stale = false;
  };

  /** The penalised objective × n, up to a constant; `expected` is Σ rates over the cells. */
  const objective = (expected: number, lambda: number): number => {
    let value = expected - intercept * total;
    for (const j of inPlay) {
      const b = beta[j]! * scale[j]!;
      value += n * lambda * (alpha * b + 0.5 * (1 - alpha) * b * b) - beta[j]! * eventsIn[j]!;
    }
    return value;
  };

  const move = (change: Float64Array, shift: number, length: number): void => {
    intercept += length * shift;
    const factors = new Float64Array(p).fill(1);
    change.forEach((d, a) => {
      const j = inPlay[a]!;
      // the bound holds exactly: no coefficient is left a rounding error below 0
      if (d !== 0) beta[j] = Math.max(0, beta[j]! + length * d);
      if (d !== 0) factors[j] = exp(length * d);
    });
    multiplyByColumn(segments, factors, rate, exp(length * shift));
  };

  /** Brings columns into play whose slope per unit of `scale` is above the bound; were there any? */
  const enter = (bound: number): boolean => {
    const before = inPlay.length;
    for (let j = 0; j < p; j++) {
      if (isInPlay[j] || scale[j] === 0 || eventsIn[j]! - expectedIn[j]! <= bound * scale[j]!) continue;
      inPlay.push(j);
      isInPlay[j] = 1;
    }
    return inPlay.length > before;
  };

  /** To the minimum at this λ. */
  const converge = (lambda: number): void => {
    let expected = weigh();
    let value = objective(expected, lambda);
    for (let step = 1; step <= MOST_NEWTON_STEPS; step++) {
      // slopes of all columns; those that pay for their penalty come into play
      sumsByColumn(segments, weight, expectedIn);
      const before = inPlay.length;
      const bound = n * alpha * lambda;
      if (enter(bound * (1 + 1e-9))) enter(bound * SOON);
      const size = inPlay.length;
      if (stale || size > before) curvature();

      // the minimum of the quadratic approximation
      const free = total - expected;
      const slope = Float64Array.from(
        inPlay,
        (j, a) => eventsIn[j]! - expectedIn[j]! - (weightIn[a]! * free) / weightAll,
      );
      const first = Float64Array.from(inPlay, (j) => n * lambda * alpha * scale[j]!);
      const second = Float64Array.from(inPlay, (j) => n * lambda * (1 - alpha) * scale[j]! ** 2);
      const change = descend(
        { gram, slope, first, second },
        Float64Array.from(inPlay, (j) => beta[j]!),
        small * n,
      );
      let shift = free / weightAll;
      for (let a = 0; a < size; a++) shift -= (weightIn[a]! * change[a]!) / weightAll;
      let largest = weightAll * shift * shift;
      for (let a = 0; a < size; a++) largest = Math.max(largest, gram[a * size + a]! * change[a]! * change[a]!);

      // half the step while it leads uphill, which a curvature from elsewhere may do
      let length = 1;
      move(change, shift, 1);
      expected = weigh();
      let reached = objective(expected, lambda);
      while (reached > value + 1e-9 * Math.abs(value) && length > 1e-6) {
        length /= 2;
        move(change, shift, -length);
        expected = weigh();
        reached = objective(expected, lambda);
      }
      value = reached;
      // a curvature from a little higher up the path is good enough while the steps shrink quickly
      if (largest < small * n) {
        stale = step > QUICK_STEPS;
        return;
      }
      if (length < 1 || step % QUICK_STEPS === 0) stale = true;
    }
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
    for (const j of inPlay) beta[j] = Math.max(0, last.beta[j]! + along * (last.beta[j]! - lastButOne.beta[j]!));
  };

  return {
    lambdaMax,
    solve(lambda) {
      if (total > 0 && lambdaMax > 0) {
        foresee(lambda);
        // rates anew from the coefficients, so that errors of the products do not gather along the path
        rate.fill(exp(intercept));
        multiplyByColumn(segments, beta.map(exp), rate, 1);
        converge(lambda);
        lastButOne = last;
        last = { lambda, intercept, beta: beta.slice() };
      }
      let fit = intercept * total;
      for (const j of inPlay) fit += beta[j]! * eventsIn[j]!;
      const deviance = 2 * (logCounts - fit - total + sum(weight));
      const devianceRatio = 1 - deviance / nullDeviance;
      return { lambda, intercept, coefficients: beta.slice(), rate, devianceRatio };
    },
  };
}

function sum(values: Float64Array): number {
  let all = 0;
  for (const v of values) all += v;
  return all;
}
