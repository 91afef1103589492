/**
 * The one place where things happen: it holds the state, asks the worker for what the state wants, fetches the demo
 * from the app's own origin, and keeps the settings in the URL.
 */
import { InputError } from '../core/errors.ts';
import type { Streets } from '../core/geo/streets.ts';
import type { FileKind } from '../core/ingest/file-kind.ts';
import { inOrderOf } from '../core/project/inputs.ts';
import { projectKind } from '../core/project/read.ts';
import type { Client } from '../worker/client.ts';
import type {
  Action,
  AppState,
  Async,
  Dataset,
  OpenProject,
  Outline,
  ResultSlot,
  Settings,
  Store,
  ThemeChoice,
  WaitingProject,
} from './app-state.ts';
import { defaultSettings, demoSettings, initialState } from './defaults.ts';
import { openOnlineStreets } from './online-streets.ts';
import { aboutProject } from './project.ts';
import { failed, reduce, running } from './reduce.ts';
import { hasData, queryOf, type Request, requestsOf } from './requests.ts';
import { createRunner } from './runner.ts';
import { fromFragment, ownNameIn, toFragment } from './url.ts';

const THEME_KEY = 'harmscape-theme';
const LETTERS_KEY = 'harmscape-letter-keys';

/** With fewer of the offences than this inside, the areas at hand are not theirs. */
const ENOUGH_INSIDE = 0.5;

const LOST_SCHEDULE =
  'This view was weighed by a schedule of its own, which is not kept with the address. It shows the Cambridge Crime Harm Index: open the schedule again under “Weigh by”.';

const lostDefinition = (name: string): string =>
  `This view counted by “${name}”, a definition that is not kept with the address. It shows the one it was copied from: open the project, or change a copy again under “Offences”.`;

const DEMO_OFFENCES = 'demo/offences.parquet';

/** Of a file, to tell what it is loaded as. */
const KIND_BYTES = 65_536;

/** Snapped points support no cells finer than about 350 m. */
const SNAPPED_RESOLUTION = 9;

/** What newly loaded files start from; the resolution is chosen to fit them. */
const { resolution: _, ...fileSettings } = defaultSettings;

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

  async function fetchFile(path: string): Promise<File> {
    const response = await fetch(`${baseUrl}${path}`);
    if (!response.ok)
      throw new Error(`The demo file ${path} could not be read (${response.status}) – reload the page.`);
    return new File([await response.blob()], path.split('/').at(-1) ?? path);
  }

  /** `project`: the one whose files these are; its areas and settings stay as they are. */
  async function load(
    files: readonly File[],
    describe: Pick<Dataset, 'source' | 'name'>,
    patch?: Partial<Settings>,
    project?: WaitingProject,
  ) {
    dispatch({ type: 'load-started' });
    try {
      const { inAreas, ...reply } = await client.load(
        files,
        ({ done, total, rows }) => {
          dispatch({ type: 'load-progress', progress: { fraction: total > 0 ? done / total : 0, rows } });
        },
        project?.map,
      );
      if (project) {
        await loadedProject(project, { ...describe, ...reply });
        return;
      }
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

  async function loadedProject(project: WaitingProject, dataset: Dataset): Promise<void> {
    const differences = await client.checkInputs(project.inputs);
    const opened: OpenProject = { status: 'open', name: project.name, differences };
    // other files than the demo's must never be called synthetic
    const source = differences.length > 0 ? 'files' : project.source;
    dispatch({ type: 'loaded', dataset: { ...dataset, source }, project: opened });
    if (differences.length > 0) dispatch({ type: 'toast', toast: { kind: 'error', message: differences.join(' ') } });
  }

  /** Settings, areas and marking of a project at once; its offences from within, from the demo, or from files to come. */
  async function openProject(file: File, passphrase: string | null): Promise<void> {
    const opened = await client.openProject(file, passphrase);
    if (opened === 'locked') {
      dispatch({ type: 'project', project: { status: 'locked', file } });
      return;
    }
    dispatch({ type: 'project-opened', name: file.name, project: opened.project });
    const rows = opened.rows ?? (opened.project.source === 'demo' ? [await fetchFile(DEMO_OFFENCES)] : null);
    if (rows) await loadFiles(rows);
  }

  /** The files of the project that waits for them, or files of their own. */
  async function loadFiles(files: readonly File[]): Promise<void> {
    const waiting = state.project?.status === 'waiting' ? state.project : undefined;
    const ordered = waiting ? inOrderOf(files, waiting.inputs) : files;
    const name = waiting?.source === 'demo' ? waiting.title : ordered.map((f) => f.name).join(', ');
    // progress and, if it comes to that, the failure are told there
    dispatch({ type: 'mode', mode: 'data' });
    // a view that is opened again keeps the settings of its address or its project
    const patch = waiting || state.reopening ? undefined : fileSettings;
    await load(ordered, { source: waiting?.source ?? 'files', name }, patch, waiting);
  }

  async function openAreas(file: File, origin: 'shipped' | 'file', outlines: readonly Outline[] = []): Promise<void> {
    const { areas, notes } = await client.openAreas(await file.text(), file.name);
    const name = origin === 'shipped' ? 'Essex' : file.name;
    dispatch({ type: 'areas', areaSet: { name, origin, areas }, outlines });
    if (!areas.some((a) => a.id === state.settings.areaId)) dispatch({ type: 'set', patch: { areaId: null } });
    if (notes.length > 0) dispatch({ type: 'toast', toast: { kind: 'info', message: notes.join(' ') } });
  }

  /** Study areas and offences may both come as JSON: what is in it tells. */
  async function kindOf(file: File): Promise<FileKind> {
    return client.kindOf(new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer()));
  }

  async function openDemoAreas(): Promise<void> {
    const [areas, truth] = await Promise.all([fetchFile('demo/areas.geojson'), fetchFile('demo/truth.json')]);
    const { patrolAreas } = JSON.parse(await truth.text()) as { patrolAreas: Outline[] };
    await openAreas(areas, 'shipped', patrolAreas);
  }

  /** The built-in basemap stays until streets are there; what was opened meanwhile or turned off wins. */
  async function openStreets(open: () => Promise<Streets>): Promise<void> {
    const opening = { status: 'running' } as const;
    dispatch({ type: 'streets', streets: opening });
    const streets = await open().then(
      (value) => ({ status: 'ready', value }) as const,
      (error: unknown) => ({ status: 'failed', message: messageOf(error) }) as const,
    );
    if (state.streets !== opening) return;
    dispatch({ type: 'streets', streets });
    // where the failure is told
    if (streets.status === 'failed') dispatch({ type: 'mode', mode: 'data' });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    cancelLoad: () => void client.cancelLoad(),
    openOnlineStreets: (address) => openStreets(() => openOnlineStreets(address, fetchJson)),

    async clearEverything() {
      await client.clear();
      dispatch({ type: 'cleared' });
      storage.clear();
      history.replaceState(null, '', '#');
    },

    async openDemo() {
      try {
        const first = state.generation === 0;
        const offences = fetchFile(DEMO_OFFENCES);
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

    async openFiles(opened) {
      const files: File[] = [];
      for (const file of opened) {
        if (await isPmtiles(file))
          await openStreets(async () => (await import('./street-file.ts')).openStreetFile(file));
        else if (projectKind(await file.slice(0, 256).text()) === null) files.push(file);
        else {
          try {
            await openProject(file, null);
          } catch (error) {
            dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
          }
        }
      }
      const sorted = await Promise.all(files.map(async (file) => ({ file, kind: await kindOf(file) })));
      const offences = sorted.filter((s) => s.kind === 'offences').map((s) => s.file);
      try {
        for (const { file } of sorted.filter((s) => s.kind === 'areas')) await openAreas(file, 'file');
        const waiting = state.project?.status === 'waiting';
        if (offences.length > 0 && !waiting && (state.areaSet.areas.length === 0 || state.areaSet.origin === 'drawn')) {
          await openDemoAreas();
        }
      } catch (error) {
        dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
        if (offences.length === 0) return;
      }
      if (offences.length > 0) await loadFiles(offences);
    },

    async saveProject(options) {
      return client.saveProject(aboutProject(state, appVersion), options);
    },
    async unlockProject(passphrase) {
      if (state.project?.status !== 'locked') return null;
      try {
        await openProject(state.project.file, passphrase);
        return null;
      } catch (error) {
        return messageOf(error);
      }
    },
    projectTables: () => client.projectTables(queryOf(state.settings)),

    exportTable: (table, options) => client.exportTable(queryOf(state.settings), table, options),
    forOutside: () => client.forOutside(queryOf(state.settings)),
  };
}

/** By its first seven bytes; or by its name, so that a broken one is called by what it was meant to be. */
async function isPmtiles(file: File): Promise<boolean> {
  return /\.pmtiles$/i.test(file.name) || (await file.slice(0, 7).text()) === 'PMTiles';
}

const PATIENCE_MS = 8_000;

/** JSON of another host, asked for without cookies or the page's address; @throws InputError when it does not come. */
async function fetchJson(address: URL): Promise<unknown> {
  const policy = watchPolicy(address);
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new InputError(`${address.host} answered ${response.status} – check the address.`);
    return await response.json();
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (await policy.forbids()) {
      throw new InputError(
        `This app is served with a policy that forbids requests to ${address.origin} – whoever serves it can allow them: ALLOW_TILES=${address.origin} npm start.`,
      );
    }
    if (error instanceof SyntaxError)
      throw new InputError(`${address.host} answered with no JSON – check the address.`);
    const late = error instanceof Error && error.name === 'TimeoutError';
    throw new InputError(
      late
        ? `${address.host} did not answer within ${PATIENCE_MS / 1000} seconds – try again, or open a street file.`
        : `${address.host} could not be reached, or does not let other sites read it – check the address and the connection.`,
    );
  } finally {
    policy.stop();
  }
}

/** Only the event tells a request that the page's policy stopped from one that failed. */
function watchPolicy(address: URL): { forbids(): Promise<boolean>; stop(): void } {
  let forbidden = false;
  const listen = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
    if (blockedURI.startsWith(address.origin)) forbidden = true;
  };
  const page = globalThis.document;
  page?.addEventListener('securitypolicyviolation', listen);
  return {
    // the event may come shortly after the failure
    forbids: () => new Promise((resolve) => setTimeout(() => resolve(forbidden), 100)),
    stop: () => page?.removeEventListener('securitypolicyviolation', listen),
  };
}

function themeFrom(text: string | null): ThemeChoice {
  return text === 'light' || text === 'dark' ? text : 'system';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
