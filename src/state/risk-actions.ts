/** Running, testing, cancelling and saving risk terrain models. */
import type { Store } from './app-state.ts';
import type { Doing } from './doing.ts';
import { messageOf } from './message-of.ts';
import { gridKeyOf, hasData } from './requests.ts';
import { isStale, lastQuarter, type Risk, riskKeyOf, riskQueryOf, withModel, withTest } from './risk.ts';

const idle = (risk: Risk): Risk => ({ ...risk, running: null });

type Actions = Pick<Store, 'runRisk' | 'testRisk' | 'cancelRisk' | 'riskFile'>;

export function riskActions({ client, dispatch, getState }: Doing): Actions {
  const change = (by: (risk: Risk) => Risk): void => dispatch({ type: 'risk', risk: by(getState().risk) });

  /** Runs one at a time: what was under way before is given up. */
  async function run<T>(
    what: 'model' | 'test',
    key: string,
    ask: (onProgress: (done: number) => void) => Promise<T>,
    taken: (risk: Risk, found: T) => Risk,
  ): Promise<void> {
    const { generation } = getState();
    const mine = { what, key };
    const isMine = (): boolean => {
      const { running } = getState().risk;
      return running?.what === what && running.key === key;
    };
    change((risk) => ({ ...risk, running: { ...mine, done: 0 }, failure: null }));
    try {
      const found = await ask((done) => {
        if (isMine()) change((risk) => ({ ...risk, running: { ...mine, done } }));
      });
      // what was loaded meanwhile has nothing to do with it
      const take = getState().generation === generation ? taken : idle;
      if (isMine()) change((risk) => take(risk, found));
    } catch (error) {
      if (isMine()) change((risk) => ({ ...risk, running: null, failure: { ...mine, message: messageOf(error) } }));
    }
  }

  return {
    async runRisk(areaId) {
      const state = getState();
      if (!hasData(state)) return;
      const query = riskQueryOf(state, areaId);
      const key = riskKeyOf(state, query);
      const gridKey = gridKeyOf(state, query);
      await run(
        'model',
        key,
        (onProgress) => client.fitRisk(query, onProgress),
        (risk, result) => withModel(risk, { key, query, gridKey, result }, state.generation),
      );
    },

    async testRisk() {
      const state = getState();
      const { dataset, settings } = state;
      const info = 'value' in dataset ? dataset.value?.info : undefined;
      if (!hasData(state) || !info) return;
      const query = riskQueryOf(state);
      const key = riskKeyOf(state, query);
      const { generation } = state;
      if (!info.hasDates) {
        return run(
          'test',
          key,
          (onProgress) => client.testRiskElsewhere(query, onProgress),
          (risk, result) => withTest(risk, { key, kind: 'elsewhere', result }, generation),
        );
      }
      const split = lastQuarter(settings, info);
      if (split === null) return;
      await run(
        'test',
        key,
        (onProgress) => client.testRisk(query, split, onProgress),
        (risk, result) => withTest(risk, { key, kind: 'later', result }, generation),
      );
    },

    cancelRisk() {
      void client.cancelRisk();
      change(idle);
    },

    async riskFile(model, what, format) {
      if (isStale(getState(), model)) {
        throw new Error('This model was made with older settings – run it again before saving it.');
      }
      return client.riskFile(model.query, what, format);
    },
  };
}
