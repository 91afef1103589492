// biome-ignore-all lint/style/noNonNullAssertion: indices stay below the arrays' lengths
/**
 * Which features of the landscape does this crime keep near, how strongly, and where do they come together? Risk terrain
 * modelling.
 *
 * In words: candidate variables from factor layers (candidates.ts) → a penalised Poisson regression with coefficients
 * ≥ 0, its penalty by cross-validation, keeps some (elastic-net.ts, cross-validation.ts) → stepwise by BIC, for the Poisson
 * and the negative binomial, keeps few (stepwise.ts, glm.ts) → the model with the lower BIC → relative risk values e^β and
 * each cell's relative risk score (risk-scores.ts).
 *
 * Caplan, J. M. & Kennedy, L. W. (2016), Risk Terrain Modeling, University of California Press; Caplan, J. M., Kennedy, L.
 * W., Barnum, J. D. & Piza, E. L. (2015), Cityscape 17(1):7–16.
 *
 * Choices: aggravating factors only, as the bound says; of equal BICs the Poisson; intervals are Wald's at 95 %. The
 * negative binomial is the usual NB2, where RTMDx takes gamlss's NBII (glm.ts).
 *
 * The trap: near is not because of. A factor may stand for another that nobody mapped, and for where people are; layers
 * made by policing (stops, arrests) foretell policing. Whether the model beats counting is asked of a later period.
 */

import { InputError } from '../../errors.ts';
import { type BinaryColumns, columnItems } from '../../stats/binary-columns.ts';
import { exp } from '../../stats/elementary.ts';
import type { Candidates } from './candidates.ts';
import { type CountData, countDataOf } from './count-data.ts';
import {
  combineFolds,
  type FoldCurve,
  type FoldTask,
  type FullPath,
  foldsOf,
  foldTask,
  fullPath,
  logCountsOf,
  playOfPath,
  runFold,
} from './cross-validation.ts';
import { defaultNetSettings, foldNetSettings } from './elastic-net.ts';
import type { GlmFit } from './glm.ts';
import type { RelativeRisk, RtmProgress, RtmResult } from './results.ts';
import { riskScores } from './risk-scores.ts';
import type { RtmSettings } from './settings.ts';
import { stepwise } from './stepwise.ts';
import { summaryOf } from './summary.ts';

/** Half the width of a 95 % interval in standard errors. */
const Z95 = 1.959963984540054;

/** Shares of the work, for the progress alone. */
const PATH_SHARE = 0.1;
const FOLDS_SHARE = 0.85;

export interface Started {
  readonly data: CountData;
  readonly path: FullPath;
  readonly tasks: readonly FoldTask[];
}

/**
 * The first part: the path on all cells, and the folds still to be run.
 * @throws InputError without candidates or offences
 */
export function* startRtm(
  candidates: Candidates,
  observed: Float64Array,
  settings: RtmSettings,
): Generator<RtmProgress, Started> {
  if (candidates.list.length === 0) {
    throw new InputError(
      'No factor varies over the cells of the area – load factors that lie in it, or use longer extents.',
    );
  }
  if (!observed.some((y) => y > 0)) {
    throw new InputError('No offence lies in the cells of the area – choose another definition, period or area.');
  }
  const data = countDataOf(candidates.columns, candidates.factorOf, observed);
  const net = { ...defaultNetSettings, alpha: settings.alpha };
  const path = yield* mapped(fullPath(data, logCountsOf(observed), net), (_, k) => ({
    stage: 'path',
    done: (PATH_SHARE * k) / 100,
  }));
  const count = Math.min(settings.folds, observed.length);
  const fold = foldsOf(observed.length, count, settings.seed);
  const foldNet = { ...foldNetSettings, alpha: settings.alpha };
  const plan = { data, y: observed, fold, play: playOfPath(data, path), lambdas: path.lambdas, settings: foldNet };
  const tasks = Array.from({ length: count }, (_, k) => foldTask(plan, k));
  return { data, path, tasks };
}

/** The folds one after another; several workers may share them instead, for each needs its task alone. */
export function* runFolds(tasks: readonly FoldTask[]): Generator<RtmProgress, FoldCurve[]> {
  const curves: FoldCurve[] = [];
  for (const task of tasks) {
    const before = curves.length;
    curves.push(yield* mapped(runFold(task), (l) => foldsProgress((before + l / task.lambdas.length) / tasks.length)));
  }
  return curves;
}

/** How far all is when a part of the folds, 0–1, is done. */
export function foldsProgress(part: number): RtmProgress {
  return { stage: 'folds', done: PATH_SHARE + FOLDS_SHARE * part };
}

/** The last part: from the folds' curves to the model. */
export function* finishRtm(
  candidates: Candidates,
  observed: Float64Array,
  settings: RtmSettings,
  { data, path }: Started,
  curves: readonly FoldCurve[],
): Generator<RtmProgress, RtmResult> {
  const { columns } = candidates;
  const validation = combineFolds(path.lambdas, curves);
  const kept = path.solutions[validation.minIndex]!.coefficients;
  const selected = [...kept.keys()].filter((j) => kept[j]! > 0);
  const stage = (): RtmProgress => ({ stage: 'steps', done: PATH_SHARE + FOLDS_SHARE });
  const poisson = yield* mapped(stepwise(data, 'poisson', selected), stage);
  const negativeBinomial = yield* mapped(stepwise(data, 'negativeBinomial', selected), stage);
  const steps = { poisson, negativeBinomial };
  const chosen = negativeBinomial.fit.bic < poisson.fit.bic ? 'negativeBinomial' : 'poisson';
  const { fit } = steps[chosen];
  const predicted = expectedOf(columns, fit);
  const scores = riskScores(predicted);
  const risks = relativeRisks(candidates, fit);
  return {
    settings,
    candidates: candidates.list,
    // a transferred array leaves its owner, and the candidates are kept
    columns: {
      rows: columns.rows,
      offsets: columns.offsets.slice(),
      items: columns.items.slice(),
    },
    observed,
    path: {
      alpha: settings.alpha,
      lambda: path.lambdas,
      intercept: Float64Array.from(path.solutions, (s) => s.intercept),
      coefficients: flat(path.solutions.map((s) => s.coefficients)),
      devianceRatio: Float64Array.from(path.solutions, (s) => s.devianceRatio),
    },
    validation,
    selected,
    steps,
    chosen,
    risks,
    ...scores,
    predicted,
    residual: observed.map((y, i) => y - predicted[i]!),
    summary: summaryOf({ candidates: candidates.list, risks, steps, chosen, selected, ...scores }),
    notes: candidates.notes,
  };
}

/** All of it in one go, for callers that neither pause nor show progress. */
export function fitRtmNow(candidates: Candidates, observed: Float64Array, settings: RtmSettings): RtmResult {
  const started = drained(startRtm(candidates, observed, settings));
  const curves = drained(runFolds(started.tasks));
  return drained(finishRtm(candidates, observed, settings, started, curves));
}

/** The model's expected offences per cell, learnt from `training` counts alone: a method to be held against others. */
export function rtmScore(training: Float64Array, candidates: Candidates, settings: RtmSettings): Float64Array {
  return fitRtmNow(candidates, training, settings).predicted;
}

/** Expected offences of each row of the columns that the terms count. */
export function expectedOf(columns: BinaryColumns, { terms, coefficients }: GlmFit): Float64Array {
  const eta = new Float64Array(columns.rows).fill(coefficients[0]!);
  terms.forEach((j, k) => {
    for (const row of columnItems(columns, j)) eta[row]! += coefficients[k + 1]!;
  });
  return eta.map(exp);
}

/** The terms, the strongest first. */
function relativeRisks({ list }: Candidates, fit: GlmFit): RelativeRisk[] {
  const risks = fit.terms.map((candidate, k): RelativeRisk => {
    const { factor, operationalisation, extentM } = list[candidate]!;
    const coefficient = fit.coefficients[k + 1]!;
    const half = Z95 * fit.standardErrors[k + 1]!;
    return {
      factor,
      operationalisation,
      extentM,
      candidate,
      coefficient,
      rrv: exp(coefficient),
      lo: exp(coefficient - half),
      hi: exp(coefficient + half),
    };
  });
  return risks.sort((a, b) => b.coefficient - a.coefficient);
}

function flat(rows: readonly Float64Array[]): Float64Array {
  const width = rows[0]?.length ?? 0;
  const all = new Float64Array(rows.length * width);
  rows.forEach((row, k) => {
    all.set(row, k * width);
  });
  return all;
}

/** Runs a generator to its end. */
export function drained<R>(generator: Generator<unknown, R>): R {
  for (;;) {
    const next = generator.next();
    if (next.done) return next.value;
  }
}

/** The same generator telling something else. */
function* mapped<A, B, R>(generator: Generator<A, R>, tell: (told: A, k: number) => B): Generator<B, R> {
  for (let k = 0; ; k++) {
    const next = generator.next();
    if (next.done) return next.value;
    yield tell(next.value, k);
  }
}
