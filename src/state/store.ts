/**
 * The one place where things happen: it holds the state, asks the worker for what the state wants, and keeps the
 * settings in the URL. What takes several steps (opening files, streets) stands in files of its own beside it.
 */
import type { Client } from '../worker/client.ts';
import type { Action, AppState, Async, ResultSlot, Store, ThemeChoice } from './app-state.ts';
import { defaultSettings, demoSettings, initialState } from './defaults.ts';
import { messageOf } from './message-of.ts';
import { openingActions } from './opening.ts';
import { aboutProject } from './project.ts';
import { failed, reduce, running } from './reduce.ts';
import { hasData, queryOf, type Request, requestsOf } from './requests.ts';
import { createRunner } from './runner.ts';
import { streetActions } from './streets-actions.ts';
import { fromFragment, ownNameIn, toFragment } from './url.ts';

const THEME_KEY = 'harmscape-theme';
const LETTERS_KEY = 'harmscape-letter-keys';

const LOST_SCHEDULE =
  'This view was weighed by a schedule of its own, which is not kept with the address. It shows the Cambridge Crime Harm Index: open the schedule again under “Weigh by”.';

const lostDefinition = (name: string): string =>
  `This view counted by “${name}”, a definition that is not kept with the address. It shows the one it was copied from: open the project, or change a copy again under “Offences”.`;

/** Actions that by themselves ask for nothing new. */
const PASSIVE: ReadonlySet<Action['type']> = new Set(['results', 'hover', 'load-progress', 'toast', 'streets']);

export interface StoreOptions {
  readonly client: Client;
  readonly appVersion: string;
  /** Where the app is served from; the demo lies below it. */
  readonly baseUrl: string;
  readonly location: Pick<Location, 'hash'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'clear'>;
}

export function createStore({ client, appVersion, baseUrl, location, history, storage }: StoreOptions): Store {
  const fromUrl = fromFragment(location.hash, defaultSettings);
  const lostSchedule = fromUrl?.settings.schedule === 'own';
  const asked = fromUrl?.settings ?? demoSettings;
  const ownName = fromUrl && ownNameIn(location.hash);
  const lost = [...(lostSchedule ? [LOST_SCHEDULE] : []), ...(ownName === null ? [] : [lostDefinition(ownName)])];
  let state: AppState = {
    ...initialState(lostSchedule ? { ...asked, schedule: defaultSettings.schedule } : asked),
    toast: lost.length > 0 ? { kind: 'info', message: lost.join(' ') } : null,
    themeChoice: themeFrom(storage.getItem(THEME_KEY)),
    letterKeys: storage.getItem(LETTERS_KEY) !== 'off',
    reopening: fromUrl?.source === 'files',
    mode: fromUrl?.source === 'files' ? 'data' : 'hotspots',
  };
  const listeners = new Set<() => void>();

  const runner = createRunner(client, {
    started: (request) => dispatch({ type: 'results', results: withEach(request, running) }),
    answered: (_, results) => dispatch({ type: 'results', results }),
    failed: (request, error) =>
      dispatch({ type: 'results', results: withEach(request, (slot) => failed(slot, messageOf(error))) }),
  });

  /** The request's slots of the present state, each changed in the same way. */
  function withEach(
    request: Request,
    change: <T>(slot: Async<T>) => Async<T>,
  ): Partial<Pick<AppState, Exclude<ResultSlot, 'gridKey'>>> {
    return Object.fromEntries(request.slots.map((slot) => [slot, change<unknown>(state[slot])]));
  }

  function dispatch(action: Action): void {
    const before = state;
    state = reduce(state, action);
    if (state === before) return;
    if (state.settings !== before.settings || !PASSIVE.has(action.type)) follow(before);
    for (const listener of listeners) listener();
  }

  /** What a change of choices brings with it: requests, the URL, the remembered theme. */
  function follow(before: AppState): void {
    runner.want(requestsOf(state));
    if (state.settings.cell === null && state.detail.status !== 'idle')
      state = { ...state, detail: { status: 'idle' } };
    if (state.themeChoice !== before.themeChoice) storage.setItem(THEME_KEY, state.themeChoice);
    if (state.letterKeys !== before.letterKeys) storage.setItem(LETTERS_KEY, state.letterKeys ? 'on' : 'off');
    if (hasData(state)) {
      const source = 'value' in state.dataset ? (state.dataset.value?.source ?? 'demo') : 'demo';
      history.replaceState(null, '', `#${toFragment({ source, settings: state.settings })}`);
    }
  }

  const doing = { client, dispatch, getState: () => state };
  const streets = streetActions(doing);
  const opening = openingActions({ ...doing, baseUrl, openStreetFile: streets.openStreetFile });

  return {
    ...opening,
    openOnlineStreets: streets.openOnlineStreets,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    cancelLoad: () => void client.cancelLoad(),

    async clearEverything() {
      await client.clear();
      dispatch({ type: 'cleared' });
      storage.clear();
      history.replaceState(null, '', '#');
    },

    async openSchedule(file) {
      try {
        const text = await file.text();
        const { notes } = await client.openSchedule(text, file.name);
        dispatch({ type: 'own-schedule', schedule: { name: file.name, text, notes } });
        return null;
      } catch (error) {
        return messageOf(error);
      }
    },

    async saveProject(options) {
      return client.saveProject(aboutProject(state, appVersion), options);
    },
    projectTables: () => client.projectTables(queryOf(state.settings)),

    exportTable: (table, options) => client.exportTable(queryOf(state.settings), table, options),
    forOutside: () => client.forOutside(queryOf(state.settings)),
  };
}

function themeFrom(text: string | null): ThemeChoice {
  return text === 'light' || text === 'dark' ? text : 'system';
}
