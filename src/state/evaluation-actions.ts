/** Testing methods: starts by itself when its mode is on screen, and again when what it depends on changes. */
import type { Store } from './app-state.ts';
import type { Doing } from './doing.ts';
import { type Evaluating, wantedEvaluation, withEvaluation } from './evaluation.ts';
import { messageOf } from './message-of.ts';

type Actions = Pick<Store, 'retryEvaluation' | 'cancelEvaluation' | 'evaluationFile'> & {
  /** What a change of the state asks for. */
  followEvaluation(): void;
};

export function evaluationActions({ client, dispatch, getState }: Doing): Actions {
  const change = (by: (now: Evaluating) => Evaluating): void =>
    dispatch({ type: 'evaluating', evaluating: by(getState().evaluating) });

  async function run({ key, query, gridKey }: NonNullable<ReturnType<typeof wantedEvaluation>>): Promise<void> {
    const isMine = (): boolean => getState().evaluating.running?.key === key;
    change((now) => ({ ...now, running: { key, done: 0 }, failure: null }));
    try {
      const result = await client.evaluate(query, (done) => {
        if (isMine()) change((now) => ({ ...now, running: { key, done } }));
      });
      if (isMine()) change((now) => withEvaluation(now, { key, query, gridKey, result }, getState().generation));
    } catch (error) {
      if (isMine()) change((now) => ({ ...now, running: null, failure: { key, message: messageOf(error) } }));
    }
  }

  const followEvaluation = (): void => {
    const wanted = wantedEvaluation(getState());
    if (wanted) void run(wanted);
  };

  return {
    followEvaluation,
    retryEvaluation() {
      change((now) => ({ ...now, failure: null }));
      followEvaluation();
    },
    cancelEvaluation() {
      void client.cancelEvaluation();
      change((now) => ({
        ...now,
        running: null,
        failure: now.running && { key: now.running.key, message: '' },
      }));
    },
    evaluationFile: (rows, format) => client.evaluationFile(rows, format),
  };
}
