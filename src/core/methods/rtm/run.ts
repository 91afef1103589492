/** A risk terrain model with progress, cancelling and, where there are several workers, folds shared among them. */
import { CancelledError } from '../../errors.ts';
import type { Candidates } from './candidates.ts';
import type { FoldCurve, FoldTask } from './cross-validation.ts';
import type { RtmProgress, RtmResult } from './results.ts';
import { finishRtm, foldsProgress, runFolds, startRtm } from './rtm.ts';
import type { RtmSettings } from './settings.ts';

export interface RtmHooks {
  readonly onProgress?: (progress: RtmProgress) => void;
  readonly signal?: { readonly aborted: boolean };
  /** Runs the folds elsewhere, curves in the order of the tasks; without it they run here, one after another. */
  readonly runFolds?: (tasks: readonly FoldTask[], hooks: FoldHooks) => Promise<readonly FoldCurve[]>;
}

export interface FoldHooks {
  /** The part of the folds that is done, 0–1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: { readonly aborted: boolean };
}

/** Others get a turn after so many of a path's λ: a tenth of a second or less between two. */
const LAMBDAS_A_TURN = 20;

/** @throws InputError without candidates or offences, CancelledError when the signal says so */
export async function fitRtm(
  candidates: Candidates,
  observed: Float64Array,
  settings: RtmSettings,
  hooks: RtmHooks = {},
): Promise<RtmResult> {
  const started = await inTurns(startRtm(candidates, observed, settings), hooks);
  const { onProgress, signal } = hooks;
  const curves = await (hooks.runFolds?.(started.tasks, {
    onProgress: (part) => onProgress?.(foldsProgress(part)),
    ...(signal ? { signal } : {}),
  }) ?? inTurns(runFolds(started.tasks), hooks));
  return inTurns(finishRtm(candidates, observed, settings, started, curves), hooks);
}

async function inTurns<R>(work: Generator<RtmProgress, R>, { onProgress, signal }: RtmHooks): Promise<R> {
  for (let k = 1; ; k++) {
    if (signal?.aborted) throw new CancelledError();
    const next = work.next();
    if (next.done) return next.value;
    if (k % LAMBDAS_A_TURN === 0 || next.value.stage === 'steps') {
      onProgress?.(next.value);
      await new Promise<void>((resolve) => setTimeout(resolve));
    }
  }
}
