/** Opening files: offences, areas, projects and the demo, each sorted by its content and told of when it fails. */
import type { FileKind } from '../core/ingest/file-kind.ts';
import { inOrderOf } from '../core/project/inputs.ts';
import { projectKind } from '../core/project/read.ts';
import type { Dataset, OpenProject, Outline, Settings, Store, WaitingProject } from './app-state.ts';
import { defaultSettings, demoSettings } from './defaults.ts';
import type { Doing } from './doing.ts';
import { messageOf } from './message-of.ts';

/** With fewer of the offences than this inside, the areas at hand are not theirs. */
const ENOUGH_INSIDE = 0.5;

const DEMO_OFFENCES = 'demo/offences.parquet';

/** Of a file, to tell what it is loaded as. */
const KIND_BYTES = 65_536;

/** Snapped points support no cells finer than about 350 m. */
const SNAPPED_RESOLUTION = 9;

/** What newly loaded files start from; the resolution is chosen to fit them. */
const { resolution: _, ...fileSettings } = defaultSettings;

interface OpeningOptions extends Doing {
  /** Where the app is served from; the demo lies below it. */
  readonly baseUrl: string;
  openStreetFile(file: File): Promise<void>;
}

export function openingActions({
  client,
  dispatch,
  getState,
  baseUrl,
  openStreetFile,
}: OpeningOptions): Pick<Store, 'openDemo' | 'openFiles' | 'unlockProject'> {
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
    const { project } = getState();
    const waiting = project?.status === 'waiting' ? project : undefined;
    const ordered = waiting ? inOrderOf(files, waiting.inputs) : files;
    const name = waiting?.source === 'demo' ? waiting.title : ordered.map((f) => f.name).join(', ');
    // progress and, if it comes to that, the failure are told there
    dispatch({ type: 'mode', mode: 'data' });
    // a view that is opened again keeps the settings of its address or its project
    const patch = waiting || getState().reopening ? undefined : fileSettings;
    await load(ordered, { source: waiting?.source ?? 'files', name }, patch, waiting);
  }

  async function openAreas(file: File, origin: 'shipped' | 'file', outlines: readonly Outline[] = []): Promise<void> {
    const { areas, notes } = await client.openAreas(await file.text(), file.name);
    const name = origin === 'shipped' ? 'Essex' : file.name;
    dispatch({ type: 'areas', areaSet: { name, origin, areas }, outlines });
    if (!areas.some((a) => a.id === getState().settings.areaId)) dispatch({ type: 'set', patch: { areaId: null } });
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

  return {
    async openDemo() {
      try {
        const first = getState().generation === 0;
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

    async openFiles(opened) {
      const files: File[] = [];
      for (const file of opened) {
        if (await isPmtiles(file)) await openStreetFile(file);
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
        const waiting = getState().project?.status === 'waiting';
        if (
          offences.length > 0 &&
          !waiting &&
          (getState().areaSet.areas.length === 0 || getState().areaSet.origin === 'drawn')
        ) {
          await openDemoAreas();
        }
      } catch (error) {
        dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
        if (offences.length === 0) return;
      }
      if (offences.length > 0) await loadFiles(offences);
    },

    async unlockProject(passphrase) {
      const { project } = getState();
      if (project?.status !== 'locked') return null;
      try {
        await openProject(project.file, passphrase);
        return null;
      } catch (error) {
        return messageOf(error);
      }
    },
  };
}

/** By its first seven bytes; or by its name, so that a broken one is called by what it was meant to be. */
async function isPmtiles(file: File): Promise<boolean> {
  return /\.pmtiles$/i.test(file.name) || (await file.slice(0, 7).text()) === 'PMTiles';
}
