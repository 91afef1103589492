/**
 * The folds of a cross-validation side by side: some here, the others in helper workers, each taking the next one when it
 * is done. Folds need nothing of each other, so the curves are the same to the byte whoever runs them.
 */
import { CancelledError } from '../core/errors.ts';
import {
  type FoldCurve,
  type FoldOwn,
  type FoldShared,
  type FoldTask,
  runFold,
} from '../core/methods/rtm/cross-validation.ts';
import type { FoldHooks, RtmHooks } from '../core/methods/rtm/run.ts';

export type RunFolds = NonNullable<RtmHooks['runFolds']>;

/** What a helper is sent: what all folds share once, then one fold after another; `ask` tells which answer is to which. */
export type FoldMessage = { readonly ask: number } & ({ readonly shared: FoldShared } | { readonly own: FoldOwn });

/** What it answers: that it is there, then curves. */
export interface FoldReply {
  readonly ask: number;
  readonly curve: FoldCurve | null;
}

/** A worker to whom messages go; what it answers, or that it failed, is told to those who made it. */
interface Helper {
  send(message: FoldMessage): void;
  end(): void;
}

export type MakeHelper = (onReply: (reply: FoldReply) => void, onFailure: () => void) => Helper;

/** Others on this thread get a turn after so long. */
const TURN_MS = 30;
const WAIT_MS = 5;

/**
 * `count` helpers at most are made when they are first needed, and stay. One that fails is not asked again and its fold
 * is run here; when the folds are cancelled all of them end, for one in the midst of a fold hears nothing.
 */
export function foldLanes(count: number, make: MakeHelper): RunFolds {
  let helpers: Asked[] | null = null;
  let busy = false;

  const run = async (tasks: readonly FoldTask[], hooks: FoldHooks, share: boolean): Promise<FoldCurve[]> => {
    const curves = new Map<number, FoldCurve>();
    const waiting = [...tasks.keys()];
    const lane: Lane = {
      tasks,
      take: () => waiting.shift(),
      giveBack: (k) => waiting.unshift(k),
      give: (k, curve) => {
        curves.set(k, curve);
        hooks.onProgress?.(curves.size / tasks.length);
      },
    };
    if (share) {
      helpers ??= made(count, make);
      for (const helper of helpers) {
        void help(helper, lane).then((ofUse) => {
          if (ofUse) return;
          helper.end();
          helpers = helpers?.filter((other) => other !== helper) ?? null;
        });
      }
    }
    while (curves.size < tasks.length) {
      const k = lane.take();
      const task = k === undefined ? undefined : tasks[k];
      if (k !== undefined && task !== undefined) lane.give(k, await here(task, hooks));
      // helpers are heard and cancelling is noticed between two folds
      await turn(hooks, task === undefined ? WAIT_MS : 0);
    }
    return tasks.flatMap((_, k) => curves.get(k) ?? []);
  };

  return async (tasks, hooks) => {
    // another model under way has the helpers
    if (busy) return run(tasks, hooks, false);
    busy = true;
    try {
      return await run(tasks, hooks, true);
    } catch (error) {
      for (const helper of helpers ?? []) helper.end();
      helpers = null;
      throw error;
    } finally {
      busy = false;
    }
  };
}

interface Lane {
  readonly tasks: readonly FoldTask[];
  take(): number | undefined;
  giveBack(k: number): void;
  give(k: number, curve: FoldCurve): void;
}

/** A helper that answers with promises. */
interface Asked {
  ask(message: { readonly shared: FoldShared } | { readonly own: FoldOwn }): Promise<FoldCurve | null>;
  end(): void;
}

/** As many helpers as there can be; none where there are no workers within workers. */
function made(count: number, make: MakeHelper): Asked[] {
  try {
    return Array.from({ length: count }, () => askedHelper(make));
  } catch {
    return [];
  }
}

function askedHelper(make: MakeHelper): Asked {
  let asks = 0;
  let answered: (reply: FoldReply) => void = () => undefined;
  let failed: () => void = () => undefined;
  const helper = make(
    (reply) => answered(reply),
    () => failed(),
  );
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        asks += 1;
        const ask = asks;
        // a late answer to an earlier question is passed over
        answered = (reply) => {
          if (reply.ask === ask) resolve(reply.curve);
        };
        failed = () => reject(new Error('A helper failed.'));
        helper.send({ ask, ...message });
      }),
    end: () => helper.end(),
  };
}

/** A helper takes folds while there are any; says at the end whether it is still of use. */
async function help(helper: Asked, { tasks, take, give, giveBack }: Lane): Promise<boolean> {
  let taken: number | undefined;
  try {
    const [first] = tasks;
    if (first) await helper.ask({ shared: parts(first).shared });
    for (taken = take(); taken !== undefined; taken = take()) {
      const task = tasks[taken];
      const curve = task ? await helper.ask({ own: parts(task).own }) : null;
      if (curve) give(taken, curve);
    }
    return true;
  } catch {
    if (taken !== undefined) giveBack(taken);
    return false;
  }
}

function parts({ columns, segments, play, lambdas, settings, ...own }: FoldTask): {
  readonly shared: FoldShared;
  readonly own: FoldOwn;
} {
  return { shared: { columns, segments, play, lambdas, settings }, own };
}

/** One fold on this thread, in turns. */
async function here(task: FoldTask, hooks: FoldHooks): Promise<FoldCurve> {
  const work = runFold(task);
  let since = performance.now();
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    if (performance.now() - since > TURN_MS) {
      await turn(hooks, 0);
      since = performance.now();
    }
  }
}

async function turn({ signal }: FoldHooks, ms: number): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, ms));
  if (signal?.aborted) throw new CancelledError();
}
