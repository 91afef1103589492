/** The hold-out with progress and cancelling, and a risk terrain model among the methods where one can be made. */
import { CancelledError, InputError } from '../errors.ts';
import type { ValidationResult } from '../results.ts';
import { type HoldOutInput, holdOutSteps, splitsOf, type ValidationSettings } from './hold-out.ts';
import { scoreMethods } from './scores.ts';

export interface EvaluationHooks {
  /** The part done, 0–1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: { readonly aborted: boolean };
}

/** Expected offences per cell, learnt from the days up to and with one. */
export type Foretell = (trainToDay: number, hooks: EvaluationHooks) => Promise<Float64Array>;

/** Fitting takes most of the time, where there is any. */
const FITTING_SHARE = 0.8;

/** @throws InputError as `holdOut`; CancelledError */
export async function runHoldOut(
  input: HoldOutInput,
  settings: ValidationSettings,
  hooks: EvaluationHooks,
  foretell: Foretell | null,
): Promise<ValidationResult> {
  const { onProgress, signal } = hooks;
  const foretold = foretell && (await foretoldBy(foretell, settings, hooks));
  const rtm = ({ toDay }: { readonly toDay: number }): Float64Array => {
    const scores = foretold?.get(toDay);
    if (scores instanceof Float64Array) return scores;
    throw (
      scores ?? new InputError('there are no risk factors – open some to hold a risk terrain model against the others.')
    );
  };
  const work = holdOutSteps(input, settings, foretold ? { ...scoreMethods, rtm } : scoreMethods);
  const start = foretold ? FITTING_SHARE : 0;
  for (;;) {
    if (signal?.aborted) throw new CancelledError();
    const next = work.next();
    if (next.done) return next.value;
    onProgress?.(start + (1 - start) * next.value);
    // others get a turn
    await new Promise<void>((resolve) => setTimeout(resolve));
  }
}

/** Scores by the last day of training, or why there are none. */
async function foretoldBy(
  foretell: Foretell,
  settings: ValidationSettings,
  { onProgress, signal }: EvaluationHooks,
): Promise<ReadonlyMap<number, Float64Array | InputError>> {
  const splits = splitsOf(settings);
  const scores = new Map<number, Float64Array | InputError>();
  for (const [at, { trainToDay }] of splits.entries()) {
    const told = (done: number): void => onProgress?.((FITTING_SHARE * (at + done)) / splits.length);
    try {
      scores.set(trainToDay, await foretell(trainToDay, { onProgress: told, ...(signal ? { signal } : {}) }));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      scores.set(trainToDay, error);
    }
  }
  return scores;
}
