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
type Foretell = (trainToDay: number, hooks: EvaluationHooks) => Promise<Float64Array>;

interface Foretelling {
  readonly foretell: Foretell;
  /** Nothing is tested when it cannot be made; otherwise it is left out, and said so. */
  readonly required: boolean;
}

/** Fitting takes most of the time, where there is any. */
const FITTING_SHARE = 0.8;

/** @throws InputError as `holdOut`; CancelledError */
export async function runHoldOut(
  input: HoldOutInput,
  settings: ValidationSettings,
  hooks: EvaluationHooks,
  risk: Foretelling | null,
): Promise<ValidationResult> {
  const { onProgress, signal } = hooks;
  const foretold = risk && (await foretoldBy(risk, settings, hooks));
  const rtm = ({ toDay }: { readonly toDay: number }): Float64Array => {
    const scores = foretold?.get(toDay);
    if (scores instanceof Float64Array) return scores;
    throw (
      scores ?? new InputError('there are no risk factors – open some to hold a risk terrain model against the others.')
    );
  };
  const { methods: wanted = Object.keys(scoreMethods) } = settings;
  const methods = Object.fromEntries(Object.entries(scoreMethods).filter(([name]) => wanted.includes(name)));
  const work = holdOutSteps(input, settings, foretold ? { ...methods, rtm } : methods);
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
  { foretell, required }: Foretelling,
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
      if (required || !(error instanceof InputError)) throw error;
      scores.set(trainToDay, error);
    }
  }
  return scores;
}
