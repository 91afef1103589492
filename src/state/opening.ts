/** Opening files: offences, areas, projects and the demo, each sorted by its content and told of when it fails. */
import type { BatchLabel, BatchList, LoadAs } from '../core/batches/batch.ts';
import { areasGeoJson } from '../core/geo/area-json.ts';
import { isDrawn } from '../core/geo/drawn.ts';
import { isProfile, type Mapping } from '../core/ingest/mapping-profile.ts';
import type { IngestProgress } from '../core/ingest/source.ts';
import { batchesOf, DEFAULT_KEY } from '../core/project/batches.ts';
import { byBatch } from '../core/project/inputs.ts';
import { projectKind } from '../core/project/read.ts';
import type { AreaSet, Dataset, OpenProject, Outline, Settings, Store, WaitingProject } from './app-state.ts';
import { type BatchAnswer, datasetName } from './batches.ts';
import { defaultSettings, demoSettings } from './defaults.ts';
import type { Doing } from './doing.ts';
import type { GuessedFile, SortedFile } from './file-question.ts';
import { messageOf } from './message-of.ts';

/** With fewer of the offences than this inside, the areas at hand are not theirs. */
const ENOUGH_INSIDE = 0.5;

const DEMO_OFFENCES = 'demo/offences.parquet';

/** Of a file, to tell what it is loaded as. */
const KIND_BYTES = 65_536;

/** Snapped points support no cells finer than about 350 m. */
const SNAPPED_RESOLUTION = 9;

/** What offences without a name can be weighed by. */
const COUNTED = { mode: 'count' } as const;

/** What newly loaded files start from; the resolution is chosen to fit them. */
const { resolution: _, ...fileSettings } = defaultSettings;

interface OpeningOptions extends Doing {
  fetchFile(path: string): Promise<File>;
  openStreetFile(file: File): Promise<void>;
  openVisitLogs: Store['openVisitLogs'];
  /** Each file with what it is, asked for where it does not say; without those that are left out. */
  sorted(files: readonly GuessedFile[]): Promise<readonly SortedFile[]>;
  /** What the worker holds of factors and populations, after a project was opened. */
  refreshLayers(): Promise<void>;
  addFactors(files: readonly File[]): Promise<void>;
  addPopulations(file: File): Promise<void>;
  /** How each file is read; null in all when the user gave up answering. */
  mappingsFor(files: readonly File[]): Promise<readonly (Mapping | null)[] | null>;
  /** @returns what is wrong with a mapping profile; null when nothing is */
  importProfile(file: File): Promise<string | null>;
  /** Whether the files join what is loaded; null when they are not to be loaded. */
  loadAs(files: readonly File[], label?: BatchLabel): Promise<BatchAnswer>;
}

export function openingActions({
  client,
  dispatch,
  getState,
  fetchFile,
  openStreetFile,
  openVisitLogs,
  sorted,
  refreshLayers,
  addFactors,
  addPopulations,
  mappingsFor,
  importProfile,
  loadAs,
}: OpeningOptions): Pick<Store, 'openDemo' | 'openFiles' | 'unlockProject' | 'areasAsFactor'> {
  let opening: Promise<unknown> = Promise.resolve();

  const onProgress = ({ done, total, rows }: IngestProgress): void => {
    dispatch({ type: 'load-progress', progress: { fraction: total > 0 ? done / total : 0, rows } });
  };

  function loadStopped(error: unknown): void {
    if (error instanceof Error && error.name === 'CancelledError') dispatch({ type: 'load-cancelled' });
    else dispatch({ type: 'load-failed', message: messageOf(error) });
  }

  async function load(
    files: readonly File[],
    describe: Pick<Dataset, 'source' | 'name'>,
    as: LoadAs,
    patch?: Partial<Settings>,
    mappings: readonly (Mapping | null)[] = [],
  ) {
    dispatch({ type: 'load-started' });
    // progress and, if it comes to that, the failure are told there
    if (describe.source === 'files') dispatch({ type: 'mode', mode: 'data' });
    try {
      const { inAreas, list, info, report } = await client.load(files, onProgress, {}, mappings, as);
      // areas that were opened on purpose are not given up for one more batch
      const areasMatter = as.join && getState().areaSet.origin === 'file';
      if (inAreas < ENOUGH_INSIDE && info.rows > 0 && !areasMatter) {
        const area = await client.drawArea();
        dispatch({ type: 'areas', areaSet: { name: area.name, origin: 'drawn', areas: [area] } });
      }
      const name = describe.source === 'demo' ? describe.name : datasetName(list);
      const loaded = { dataset: { ...describe, name, info, report }, batches: list };
      if (patch === undefined) dispatch({ type: 'loaded', ...loaded });
      else {
        const wanted = info.snapped ? SNAPPED_RESOLUTION : defaultSettings.resolution;
        const resolution = patch.resolution ?? (await client.fitResolution(wanted));
        dispatch({ type: 'loaded', ...loaded, patch: { ...patch, resolution, ...(info.hasKinds ? {} : COUNTED) } });
      }
      // what the batches are to each other is told there
      if (as.join) dispatch({ type: 'mode', mode: 'data' });
    } catch (error) {
      loadStopped(error);
    }
  }

  /** The files of a project, batch by batch; its areas and settings stay as they are. */
  async function loadProject(files: readonly File[], project: WaitingProject): Promise<void> {
    dispatch({ type: 'load-started' });
    try {
      const batches = batchesOf(project);
      const found = byBatch(
        files,
        batches.map(({ from, to }) => project.inputs.slice(from, to)),
      );
      let reply: Awaited<ReturnType<typeof client.load>> | null = null;
      for (const [i, { from: _from, to: _to, inputs: _inputs, ...about }] of batches.entries()) {
        const those = found[i] ?? [];
        if (those.length === 0) continue;
        const mappings = those.map(({ input }) => (input === null ? null : (project.mappings?.[input] ?? null)));
        const as = { ...about, join: reply !== null, key: project.batchKey ?? DEFAULT_KEY };
        reply = await client.load(
          those.map(({ file }) => file),
          onProgress,
          project.map,
          mappings,
          as,
        );
      }
      if (reply === null) return;
      const name = project.source === 'demo' ? project.title : datasetName(reply.list);
      const { source } = project;
      await loadedProject(project, { source, name, info: reply.info, report: reply.report }, reply.list);
    } catch (error) {
      loadStopped(error);
    }
  }

  async function loadedProject(project: WaitingProject, dataset: Dataset, batches: BatchList): Promise<void> {
    const differences = await client.checkInputs(project.inputs);
    const opened: OpenProject = { status: 'open', name: project.name, differences };
    // other files than the demo's must never be called synthetic
    const source = differences.length > 0 ? 'files' : project.source;
    dispatch({ type: 'loaded', dataset: { ...dataset, source }, batches, project: opened });
    if (differences.length > 0) dispatch({ type: 'toast', toast: { kind: 'error', message: differences.join(' ') } });
  }

  /** Settings, areas and marking of a project at once; its offences from within, from the demo, or from files to come. */
  async function openProject(file: File, passphrase: string | null): Promise<void> {
    const opened = await client.openProject(file, passphrase);
    if (opened === 'locked') {
      dispatch({ type: 'project', project: { status: 'locked', file } });
      return;
    }
    // patrol areas are planted in the demo's offences and in no others
    const outlines = opened.project.source === 'demo' ? await demoOutlines() : [];
    dispatch({ type: 'project-opened', name: file.name, project: opened.project, outlines });
    await refreshLayers();
    const rows = opened.rows ?? (opened.project.source === 'demo' ? [await fetchFile(DEMO_OFFENCES)] : null);
    if (rows) await loadFiles(rows);
  }

  async function openProfile(file: File): Promise<void> {
    const wrong = await importProfile(file);
    const message = wrong ?? `${file.name} is kept as a profile: files with its columns are read by it.`;
    dispatch({ type: 'toast', toast: { kind: wrong === null ? 'info' : 'error', message } });
  }

  /** The files of the project that waits for them, or files of their own. */
  async function loadFiles(files: readonly File[], label?: BatchLabel): Promise<void> {
    const { project } = getState();
    const waiting = project?.status === 'waiting' ? project : undefined;
    // progress and, if it comes to that, the failure are told there
    if (waiting) {
      dispatch({ type: 'mode', mode: 'data' });
      await loadProject(files, waiting);
      return;
    }
    const as = await loadAs(files, label);
    if (as === null) return;
    const mappings = await mappingsFor(files);
    if (mappings === null) return;
    // a view that is opened again keeps the settings of its address, and one more batch those on screen
    const patch = getState().reopening || as.join ? undefined : fileSettings;
    await load(files, { source: 'files', name: '' }, as, patch, mappings);
  }

  async function openAreas(
    file: File,
    origin: AreaSet['origin'],
    outlines: readonly Outline[] = [],
    name = origin === 'shipped' ? 'Essex' : file.name,
  ): Promise<void> {
    const { areaSet: before, outlines: around } = getState();
    const { areas, nameField, nameFields, notes } = await client.openAreas(await file.text(), file.name);
    const naming = { field: nameField, fields: nameFields };
    dispatch({ type: 'areas', areaSet: { name, origin, areas, naming }, outlines });
    const areaFile = origin === 'file' ? { file, before, outlines: around } : null;
    dispatch({ type: 'layers', change: { areaFile } });
    const { areaId } = getState().settings;
    // drawn ones stand in the set too
    if (!getState().areaSet.areas.some(({ id }) => id === areaId)) dispatch({ type: 'set', patch: { areaId: null } });
    if (notes.length > 0) dispatch({ type: 'toast', toast: { kind: 'info', message: notes.join(' ') } });
  }

  /** What is in a file tells what it is; those that a project waits for are its offences. */
  async function guessed(file: File): Promise<GuessedFile> {
    const guess = await client.kindOf(new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer()));
    const { project } = getState();
    const awaited = project?.status === 'waiting' && project.inputs.some(({ name }) => name === file.name);
    return { file, guess: awaited && guess.kind === 'unclear' ? { ...guess, kind: 'offences' } : guess };
  }

  async function openDemoAreas(): Promise<void> {
    const [areas, outlines] = await Promise.all([fetchFile('demo/areas.geojson'), demoOutlines()]);
    await openAreas(areas, 'shipped', outlines);
  }

  async function demoOutlines(): Promise<readonly Outline[]> {
    const truth = await fetchFile('demo/truth.json');
    return (JSON.parse(await truth.text()) as { patrolAreas: Outline[] }).patrolAreas;
  }

  /** Whether there are areas for offences to lie in: not those drawn by hand, nor one drawn around other offences. */
  function hasAreas(): boolean {
    const { areas, origin } = getState().areaSet;
    return origin !== 'drawn' && areas.some((area) => !isDrawn(area));
  }

  async function openNow(opened: readonly File[], label?: BatchLabel): Promise<void> {
    const files: File[] = [];
    for (const file of opened) {
      const start = await file.slice(0, 256).text();
      if (await isPmtiles(file)) await openStreetFile(file);
      else if (isProfile(start)) await openProfile(file);
      else if (projectKind(start) === null) files.push(file);
      else {
        try {
          await openProject(file, null);
        } catch (error) {
          dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
        }
      }
    }
    const kinds = await sorted(await Promise.all(files.map(guessed)));
    const all = (wanted: SortedFile['kind']) => kinds.flatMap(({ file, kind }) => (kind === wanted ? [file] : []));
    const offences = all('offences');
    try {
      for (const file of all('areas')) await openAreas(file, 'file');
      const waiting = getState().project?.status === 'waiting';
      if (offences.length > 0 && !waiting && !hasAreas()) {
        await openDemoAreas();
      }
    } catch (error) {
      dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
      if (offences.length === 0) return;
    }
    await addFactors(all('factors'));
    for (const file of all('populations')) await addPopulations(file);
    await openVisitLogs(all('timetable'), 'timetable');
    await openVisitLogs(all('log'), 'log');
    if (offences.length > 0) await loadFiles(offences, label);
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
          { join: false, name: 'Synthetic Essex demo' },
          first ? undefined : demoSettings,
        );
      } catch (error) {
        dispatch({ type: 'load-failed', message: messageOf(error) });
      }
    },

    openFiles(files, label) {
      // files that come while a question about others is open, or these load, wait their turn
      const turn = opening.then(() => openNow(files, label));
      opening = turn.catch(() => undefined);
      return turn;
    },

    async areasAsFactor() {
      const { areaFile } = getState().layers;
      if (!areaFile) return;
      const { file, before, outlines } = areaFile;
      try {
        if (before.areas.every(isDrawn)) await openDemoAreas();
        else {
          const others = before.areas.filter((area) => !isDrawn(area));
          const areas = new File([areasGeoJson(others)], before.name);
          await openAreas(areas, before.origin, outlines, before.name);
        }
        await addFactors([file]);
      } catch (error) {
        dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } });
      }
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
