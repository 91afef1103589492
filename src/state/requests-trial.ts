/** The result of a trial, or what one could be made of, while its part of Evaluate is on screen. */
import type { AppState } from './app-state.ts';
import { hasData, queryOf, type Request } from './requests.ts';
import { planQueryOf, trialOfNow } from './trial.ts';

export function trialRequests(state: AppState): readonly Request[] {
  const { settings, mode, playing } = state;
  if (mode !== 'evaluate' || settings.evaluatePart !== 'trial' || playing) return [];
  return settings.trial.show === 'result' ? result(state) : hasData(state) ? plan(state) : [];
}

function result(state: AppState): readonly Request[] {
  const asked = trialOfNow(state, queryOf(state.settings));
  if (asked === null || (asked.source === 'drawn' && !hasData(state))) return [];
  const { of, source, name } = asked;
  const { leastMin, drawnWithin } = state.settings.trial;
  // a log by what is known of its files: positions never come here
  const logged = of.kind === 'drawn' && of.log ? [of.log, state.visitLog.files] : null;
  const about = of.kind === 'drawn' ? [state.generation, of.query, of.drawn, logged] : [openedOf(state, source), name];
  return [
    {
      name: 'trialResult',
      key: JSON.stringify([source, about, leastMin, drawnWithin]),
      slots: ['trialResult'],
      async run(client) {
        const answer = await client.trialResult(of, { leastMin, drawnWithin });
        return { trialResult: { status: 'ready', value: { ...answer, source, name } } };
      },
    },
  ];
}

function openedOf({ trialFiles }: AppState, source: 'demo' | 'file' | 'drawn'): number {
  const held = source === 'demo' ? trialFiles.demo : trialFiles.own;
  return held === null || held === 'loading' ? 0 : held.opened;
}

function plan(state: AppState): readonly Request[] {
  const asked = planQueryOf(state, queryOf(state.settings));
  if (asked === null) return [];
  const { query, trial } = asked;
  return [
    {
      name: 'trialPlan',
      key: JSON.stringify([state.generation, query, trial]),
      slots: ['trialPlan'],
      async run(client) {
        return { trialPlan: { status: 'ready', value: await client.trialPlan(query, trial) } };
      },
    },
  ];
}
