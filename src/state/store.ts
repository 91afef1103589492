/**
 * The one place where things happen: it holds the state, asks the worker for what the state wants, fetches the demo
 * from the app's own origin, and keeps the settings in the URL.
 */
import type { Client } from '../worker/client.ts';
import type { Action, AppState, Dataset, Outline, ResultSlot, Settings, Store, ThemeChoice } from './app-state.ts';
import { defaultSettings, demoSettings, initialState } from './defaults.ts';
import { failed, reduce, running } from './reduce.ts';
import { hasData, type Request, requestsOf } from './requests.ts';
import { createRunner } from './runner.ts';
import { fromFragment, toFragment } from './url.ts';

const THEME_KEY = 'harmscape-theme';
const LETTERS_KEY = 'harmscape-letter-keys';

/** With fewer of the offences than this inside, the areas at hand are not theirs. */
const ENOUGH_INSIDE = 0.5;

const LOST_SCHEDULE =
  'This view was weighed by a schedule of its own, which is not kept with the address. It shows the Cambridge Crime Harm Index: open the schedule again under “Weigh by”.';

/** Snapped points support no cells finer than about 350 m. */
const SNAPPED_RESOLUTION = 9;

/** What newly loaded files start from; the resolution is chosen to fit them. */
const { resolution: _, ...fileSettings } = defaultSettings;

/** Actions that by themselves ask for nothing new. */
const PASSIVE: ReadonlySet<Action['type']> = new Set(['results', 'hover', 'load-progress', 'toast']);

export interface StoreOptions {
  readonly client: Client;
  /** Where the app is served from; the demo lies below it. */
  readonly baseUrl: string;
  readonly location: Pick<Location, 'hash'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'clear'>;
}

export function createStore({ client, baseUrl, location, history, storage }: StoreOptions): Store {
  const fromUrl = fromFragment(location.hash, defaultSettings);
  const lostSchedule = fromUrl?.settings.schedule === 'own';
  const asked = fromUrl?.settings ?? demoSettings;
  let state: AppState = {
    ...initialState(lostSchedule ? { ...asked, schedule: defaultSettings.schedule } : asked),
    toast: lostSchedule ? { kind: 'info', message: LOST_SCHEDULE } : null,
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
    change: <T>(slot: import('./app-state.ts').Async<T>) => import('./app-state.ts').Async<T>,
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

  async function fetchFile(path: string): Promise<File> {
    const response = await fetch(`${baseUrl}${path}`);
    if (!response.ok)
      throw new Error(`The demo file ${path} could not be read (${response.status}) – reload the page.`);
    return new File([await response.blob()], path.split('/').at(-1) ?? path);
  }

  async function load(files: readonly File[], describe: Pick<Dataset, 'source' | 'name'>, patch?: Partial<Settings>) {
    dispatch({ type: 'load-started' });
    try {
      const { inAreas, ...reply } = await client.load(files, ({ done, total, rows }) => {
        dispatch({ type: 'load-progress', progress: { fraction: total > 0 ? done / total : 0, rows } });
      });
      if (inAreas < ENOUGH_INSIDE && reply.info.rows > 0) {
        const area = await client.drawArea();
        dispatch({ type: 'areas', areaSet: { name: area.name, origin: 'drawn', areas: [area] } });
      }
      const dataset = { ...describe, ...reply };
      if (patch === undefined) dispatch({ type: 'loaded', dataset });
      else {
        const wanted = reply.info.snapped ? SNAPPED_RESOLUTION : defaultSettings.resolution;
        const resolution = patch.resolution ?? (await client.fitResolution(wanted));
        dispatch({ type: 'loaded', dataset, patch: { ...patch, resolution } });
      }
    } catch (error) {
      if (error instanceof Error && error.name === 'CancelledError') dispatch({ type: 'load-cancelled' });
      else dispatch({ type: 'load-failed', message: messageOf(error) });
    }
  }

  async function openAreas(file: File, origin: 'shipped' | 'file', outlines: readonly Outline[] = []): Promise<void> {
    const { areas, notes } = await client.openAreas(await file.text(), file.name);
    const name = origin === 'shipped' ? 'Essex' : file.name;
    dispatch({ type: 'areas', areaSet: { name, origin, areas }, outlines });
    if (!areas.some((a) => a.id === state.settings.areaId)) dispatch({ type: 'set', patch: { areaId: null } });
    if (notes.length > 0) dispatch({ type: 'toast', toast: { kind: 'info', message: notes.join(' ') } });
  }

  async function openDemoAreas(): Promise<void> {
    const [areas, truth] = await Promise.all([fetchFile('demo/areas.geojson'), fetchFile('demo/truth.json')]);
    const { patrolAreas } = JSON.parse(await truth.text()) as { patrolAreas: Outline[] };
    await openAreas(areas, 'shipped', patrolAreas);
  }

  return {
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

    async openDemo() {
      try {
        const first = state.generation === 0;
        const offences = fetchFile('demo/offences.parquet');
        await openDemoAreas();
        await load(
          [await offences],
          { source: 'demo', name: 'Synthetic Essex demo' },
          first ? undefined : demoSettings,
        );
      } catch (error) {
        dispatch({ type: 'load-failed', message: messageOf(error) });
      }
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

    async openFiles(files) {
      const sorted = await Promise.all(files.map(async (file) => ({ file, json: await looksLikeJson(file) })));
      const offences = sorted.filter((s) => !s.json).map((s) => s.file);
      try {
        for (const { file } of sorted.filter((s) => s.json)) await openAreas(file, 'file');
        if (offences.length > 0 && (state.areaSet.areas.length === 0 || state.areaSet.origin === 'drawn')) {
          await openDemoAreas();
        }
      } catch (error) {
        dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
        if (offences.length === 0) return;
      }
      if (offences.length === 0) return;
      const name = offences.map((f) => f.name).join(', ');
      // progress and, if it comes to that, the failure are told there
      dispatch({ type: 'mode', mode: 'data' });
      // a view that is opened again keeps the settings of its address
      await load(offences, { source: 'files', name }, state.reopening ? undefined : fileSettings);
    },

    exportTable: (table) => client.exportTable({ ...state.settings }, table),
  };
}

/** Study areas come as JSON, offences never do yet: the first character tells. */
async function looksLikeJson(file: File): Promise<boolean> {
  const start = await file.slice(0, 256).text();
  return /^\uFEFF?\s*[{[]/.test(start);
}

function themeFrom(text: string | null): ThemeChoice {
  return text === 'light' || text === 'dark' ? text : 'system';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
