/**
 * The one place where things happen: it holds the state, asks the worker for what the state wants, and keeps the
 * settings in the URL. What takes several steps (opening files, streets) stands in files of its own beside it.
 */
import type { Client } from '../worker/client.ts';
import type { Action, AppState, Async, ResultSlot, Store, ThemeChoice } from './app-state.ts';
import { areaActions } from './area-actions.ts';
import { batchActions } from './batch-actions.ts';
import { compareActions } from './compare-actions.ts';
import { defaultSettings } from './defaults.ts';
import { type Draft, draftOf, keepDraft, readDraft, sameDraft } from './drafts.ts';
import { evaluationActions } from './evaluation-actions.ts';
import { exactGridActions } from './exact-grid-actions.ts';
import { fileFetcher } from './fetch-file.ts';
import { fileQuestions } from './file-question.ts';
import { keyDateActions } from './key-date-actions.ts';
import { chosenKeyDate } from './key-date-view.ts';
import { layerActions } from './layer-actions.ts';
import { mappingActions } from './mapping-actions.ts';
import { messageOf } from './message-of.ts';
import { openingActions } from './opening.ts';
import { readProfiles } from './profiles.ts';
import { aboutProject } from './project.ts';
import { quietStorage, type Remembering } from './quiet-storage.ts';
import { failed, reduce, running } from './reduce.ts';
import { hasData, queryOf, type Request, requestsOf } from './requests.ts';
import { changeQuery } from './requests-key-dates.ts';
import { riskActions } from './risk-actions.ts';
import { createRunner } from './runner.ts';
import { startOf } from './start.ts';
import { streetActions } from './streets-actions.ts';
import { trialActions } from './trial-actions.ts';
import { toFragment } from './url.ts';
import { visitLogActions } from './visit-log-actions.ts';

const THEME_KEY = 'harmscape-theme';
const LETTERS_KEY = 'harmscape-letter-keys';

const notKept = {
  'too-large':
    'Own definitions, weights and drawn areas are too much for this browser to remember: save the project before you leave.',
  refused:
    'This browser refuses to remember own definitions, weights and drawn areas: save the project before you leave.',
} as const;

/** Actions that by themselves ask for nothing new. */
const PASSIVE: ReadonlySet<Action['type']> = new Set([
  'results',
  'hover',
  'load-progress',
  'toast',
  'risk',
  'evaluating',
  'cards-of-pair',
  'streets',
  'mapping',
  'profiles',
  'read-by',
]);

export interface StoreOptions {
  readonly client: Client;
  readonly appVersion: string;
  /** Where the app is served from; the demo lies below it. */
  readonly baseUrl: string;
  readonly location: Pick<Location, 'hash'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly storage: Remembering;
}

export function createStore(options: StoreOptions): Store {
  const { client, appVersion, baseUrl, location, history } = options;
  const storage = quietStorage(() => options.storage);
  const draft = readDraft(storage);
  let state: AppState = {
    ...startOf(location.hash, draft),
    themeChoice: themeFrom(storage.getItem(THEME_KEY)),
    letterKeys: storage.getItem(LETTERS_KEY) !== 'off',
    profiles: readProfiles(storage),
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
    // before any question about them
    if (state.settings.drawnAreas !== before.settings.drawnAreas) void client.setDrawn(state.settings.drawnAreas);
    runner.want(requestsOf(state));
    if (state.settings.cell === null && state.detail.status !== 'idle')
      state = { ...state, detail: { status: 'idle' } };
    if (state.themeChoice !== before.themeChoice) storage.setItem(THEME_KEY, state.themeChoice);
    if (state.letterKeys !== before.letterKeys) storage.setItem(LETTERS_KEY, state.letterKeys ? 'on' : 'off');
    keep(draftOf(before));
    followLayers(before);
    followEvaluation();
    followTrial();
    // browsers refuse an address that changes several times a second
    if (hasData(state) && !state.playing) {
      const source = 'value' in state.dataset ? (state.dataset.value?.source ?? 'demo') : 'demo';
      history.replaceState(null, '', `#${toFragment({ source, settings: state.settings })}`);
    }
  }

  /** Remembers what was made since; the first time that it cannot, this is told. */
  function keep(before: Draft): void {
    const now = draftOf(state);
    if (sameDraft(now, before)) return;
    const kept = keepDraft(now, storage);
    if (kept === state.draft) return;
    state = { ...state, draft: kept };
    if (kept !== 'kept') state = { ...state, toast: { kind: 'info', message: notKept[kept] } };
  }

  const doing = { client, dispatch, getState: () => state };
  const streets = streetActions(doing);
  const { mappingsFor, ...mapping } = mappingActions(doing, storage);
  const { loadAs, ...batches } = batchActions(doing, today);
  const { followEvaluation, ...evaluation } = evaluationActions(doing);
  const visitLog = visitLogActions(doing);
  const fetchFile = fileFetcher(baseUrl);
  const { followTrial, ...trial } = trialActions({ ...doing, fetchFile });
  const { refreshLayers, followLayers, ...layers } = layerActions({ ...doing, fetchFile });
  const { sorted, answerFileKind } = fileQuestions(doing, storage);
  const opening = openingActions({
    ...doing,
    ...layers,
    fetchFile,
    openStreetFile: streets.openStreetFile,
    openVisitLogs: visitLog.openVisitLogs,
    sorted,
    refreshLayers,
    mappingsFor,
    importProfile: mapping.importProfile,
    loadAs,
  });

  if (draft) giveBack(draft);

  /** The worker's part of what was remembered. */
  function giveBack({ drawnAreas, ownSchedule }: Draft): void {
    if (drawnAreas.length > 0) void client.setDrawn(drawnAreas);
    if (!ownSchedule) return;
    client.openSchedule(ownSchedule.text, ownSchedule.name).catch((error: unknown) => {
      if (state.settings.schedule === 'own') dispatch({ type: 'set', patch: { schedule: defaultSettings.schedule } });
      dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
    });
  }

  return {
    ...opening,
    ...layers,
    answerFileKind,
    ...areaActions(doing),
    ...keyDateActions(doing),
    ...compareActions(doing),
    ...riskActions(doing),
    ...evaluation,
    ...exactGridActions(doing),
    ...trial,
    ...visitLog,
    ...mapping,
    ...batches,
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

    exportTable(table, options) {
      const query = { ...queryOf(state.settings), ...state.settings.methods };
      const keyDate = table === 'change' ? chosenKeyDate(state) : null;
      return client.exportTable(
        keyDate === null ? query : { ...query, ...changeQuery(state.settings, keyDate) },
        table,
        options,
      );
    },
    patrolFile: (page, format) => client.patrolFile(page, format, Math.floor(Date.now() / 60_000)),
    forOutside: () => client.forOutside(queryOf(state.settings)),
  };
}

/** The local day, as batches are dated. */
function today(): number {
  const now = new Date();
  return Math.floor((now.getTime() / 60_000 - now.getTimezoneOffset()) / 1440);
}

function themeFrom(text: string | null): ThemeChoice {
  return text === 'light' || text === 'dark' ? text : 'system';
}
