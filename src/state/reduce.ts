/** The next state. Pure: no clock, no calls; asynchronous work is started by the store from what it reads here. */
import { boundsOf } from '../core/geo/area.ts';
import { besides, isDrawn } from '../core/geo/drawn.ts';
import type { Project } from '../core/project/project.ts';
import type { Action, AppState, Async, Dataset, OpenProject, OwnSchedule, Proposal, Settings } from './app-state.ts';
import { withBatches } from './batches.ts';
import { classesKey } from './classes-key.ts';
import { firstPair } from './compare.ts';
import { DEMO_MARKING, defaultSettings, initialState, LOADED_MARKING, noResults } from './defaults.ts';
import { areaFrom } from './drawing.ts';
import { record, redo, rewrite, undo } from './history.ts';
import { withFirstAreas } from './patrol.ts';

export function reduce(state: AppState, action: Action): AppState {
  return withDrawnAreas(state, step(state, action));
}

function step(state: AppState, action: Action): AppState {
  switch (action.type) {
    case 'set':
      return set(state, action.patch, action.merge);
    case 'undo':
      return { ...state, ...undo(state), lastMerge: null };
    case 'redo':
      return { ...state, ...redo(state), lastMerge: null };
    case 'mode':
      return { ...set(state, firstPair(state, action.mode), undefined), mode: action.mode };
    case 'theme':
      return { ...state, themeChoice: action.choice };
    case 'marking':
      return { ...state, marking: action.marking };
    case 'present':
      return { ...state, presenting: action.on };
    case 'play':
      return state.playing === action.on ? state : { ...state, playing: action.on };
    case 'letter-keys':
      return { ...state, letterKeys: action.on };
    case 'hover':
      return state.hovered === action.index ? state : { ...state, hovered: action.index };
    case 'fit':
      return { ...state, fitRequest: state.fitRequest + 1 };
    case 'toast':
      return { ...state, toast: action.toast };
    case 'mapping':
      return { ...state, mapping: action.step };
    case 'profiles':
      return { ...state, profiles: action.profiles };
    case 'read-by':
      return { ...state, readBy: action.readBy };
    case 'streets':
      return { ...state, streets: action.streets };
    case 'layers':
      return { ...state, layers: { ...state.layers, ...action.change } };
    case 'evaluating':
      return { ...state, evaluating: action.evaluating };
    case 'cards-of-pair':
      return { ...state, cardsOfPair: action.pair };
    case 'exact-grid':
      return { ...state, exactGrid: action.exactGrid };
    case 'visit-log':
      return { ...state, visitLog: { ...state.visitLog, ...action.change } };
    case 'trial-files':
      return { ...state, trialFiles: { ...state.trialFiles, ...action.files } };
    case 'risk':
      return { ...state, risk: action.risk };
    case 'drawing':
      return { ...state, drawing: action.drawing, mapView: action.drawing ? state.mapView : null };
    case 'drawing-finished':
      return drawingFinished(state);
    case 'map-view':
      return { ...state, mapView: action.bounds };
    case 'draft':
      return { ...state, draft: action.draft };
    case 'batch-question':
      return { ...state, batchQuestion: action.question };
    case 'batches':
      return withBatches(state, action.list, action.data);
    case 'cleared':
      return { ...initialState(defaultSettings), mode: 'data', generation: state.generation };
    case 'load-started':
      return { ...state, dataset: running(state.dataset), loadProgress: { fraction: 0, rows: 0 } };
    case 'load-progress':
      return state.dataset.status === 'running' ? { ...state, loadProgress: action.progress } : state;
    case 'loaded':
      return { ...loaded(state, action.dataset, action.patch, action.project ?? null), batches: action.batches };
    case 'project':
      return { ...state, project: action.project };
    case 'project-opened':
      return projectOpened(state, action.name, action.project, action.outlines);
    case 'load-failed':
      return { ...state, dataset: failed(state.dataset, action.message), loadProgress: null };
    case 'load-cancelled':
      return { ...state, dataset: settled(state.dataset), loadProgress: null };
    case 'compare-with':
      return { ...state, compareWith: action.id };
    case 'highlight':
      return { ...state, highlight: action.category };
    case 'own-schedule':
      return withOwnSchedule(state, action.schedule);
    case 'areas':
      return {
        ...state,
        areaSet: action.areaSet,
        missingAreas: action.areaSet.origin === 'file' ? null : state.missingAreas,
        outlines: action.outlines ?? [],
        generation: state.generation + 1,
        fitRequest: state.fitRequest + 1,
      };
    case 'results':
      return withFirstAreas(
        withFirstClasses({
          ...state,
          ...action.results,
          hovered: action.results.grid ? null : state.hovered,
        }),
      );
  }
}

/** The drawn areas of the settings stand in the set, whatever changed either; what was computed for others is not theirs. */
function withDrawnAreas(before: AppState, state: AppState): AppState {
  const { drawnAreas } = state.settings;
  const changed = drawnAreas !== before.settings.drawnAreas;
  if (!changed && state.areaSet === before.areaSet) return state;
  const others = state.areaSet.areas.filter((area) => !isDrawn(area));
  const areaSet = { ...state.areaSet, areas: besides(others, drawnAreas) };
  const generation = changed && state.generation === before.generation ? state.generation + 1 : state.generation;
  return { ...state, areaSet, generation };
}

/** Nothing happens while the outlines are not fit to be used. */
function drawingFinished(state: AppState): AppState {
  const { drawing, shape, settings } = state;
  if (!drawing || shape.status !== 'ready' || !shape.value.polygons) return state;
  const { polygons } = shape.value;
  const area = areaFrom(drawing, polygons, boundsOf(polygons), settings.drawnAreas);
  const known = settings.drawnAreas.some(({ id }) => id === area.id);
  const drawnAreas = known
    ? settings.drawnAreas.map((old) => (old.id === area.id ? area : old))
    : [...settings.drawnAreas, area];
  const next = set(state, { drawnAreas, areaId: area.id }, undefined);
  return { ...next, drawing: null, shape: { status: 'idle' }, mapView: null };
}

/** What belongs to the browser and its user stays; everything of the analysis is the project's. */
function projectOpened(
  state: AppState,
  name: string,
  project: Omit<Project, 'rows'>,
  outlines: AppState['outlines'],
): AppState {
  const {
    settings,
    marking,
    areaSet,
    ownSchedule,
    source,
    title,
    inputs,
    map,
    mappings = [],
    batches,
    batchKey,
  } = project;
  return {
    ...initialState({ ...settings, drawnAreas: areaSet.areas.filter(isDrawn) }),
    themeChoice: state.themeChoice,
    letterKeys: state.letterKeys,
    streets: state.streets,
    exactGrid: state.exactGrid,
    gridWanted: project.exactGrid ?? null,
    profiles: state.profiles,
    draft: state.draft,
    marking,
    areaSet,
    outlines,
    ownSchedule: ownSchedule && { ...ownSchedule, notes: [] },
    project: {
      status: 'waiting',
      name,
      source,
      title,
      inputs,
      map,
      mappings,
      ...(batches ? { batches } : {}),
      ...(batchKey ? { batchKey } : {}),
    },
    mode: 'data',
    generation: state.generation + 1,
    fitRequest: state.fitRequest + 1,
  };
}

function loaded(
  state: AppState,
  dataset: Dataset,
  patch: Partial<Settings> | undefined,
  project: OpenProject | null,
): AppState {
  const demo = dataset.source === 'demo';
  // at the start the demo opens in the mode that was left
  const restored = demo && patch === undefined && project === null;
  return {
    ...state,
    ...noResults,
    settings: withHoursOf(dataset, loadedSettings(state.settings, patch)),
    past: [],
    future: [],
    lastMerge: null,
    dataset: { status: 'ready', value: dataset },
    loadProgress: null,
    project,
    gridWanted: project === null ? null : state.gridWanted,
    mode: restored ? state.mode : 'hotspots',
    reopening: false,
    outlines: demo ? state.outlines : [],
    marking: demo ? DEMO_MARKING : state.marking === DEMO_MARKING ? LOADED_MARKING : state.marking,
    generation: state.generation + 1,
    fitRequest: state.fitRequest + 1,
    hovered: null,
    highlight: null,
  };
}

/** Own definitions, drawn areas, key dates, trials and typed counts outlive the offences that they were made over. */
function loadedSettings(before: Settings, patch: Partial<Settings> = {}): Settings {
  const { ownDefinitions, drawnAreas, keyDates, patrol, trial, wdd } = before;
  return { ...before, ...patch, ownDefinitions, drawnAreas, keyDates, patrol, trial, wdd };
}

/** Offences without times of day take no filter of hours, which would leave none. */
function withHoursOf({ info }: Dataset, settings: Settings): Settings {
  return info.hasTimes ? settings : { ...settings, hours: null };
}

/** Weighs by it from now on. Classes kept for an earlier one do not suit it. */
function withOwnSchedule(state: AppState, ownSchedule: OwnSchedule): AppState {
  const kept = Object.entries(state.settings.classes).filter(([key]) => !key.endsWith(':own'));
  const next = { ...state, ownSchedule, generation: state.generation + 1 };
  return set(next, { schedule: 'own', classes: Object.fromEntries(kept) }, undefined);
}

/** Choices that change nothing are no step; those of one gesture (`merge`) become one. */
function set(state: AppState, patch: Partial<Settings>, merge: string | undefined): AppState {
  const moved = 'areaId' in patch || 'resolution' in patch;
  // a selected cell belongs to its area and resolution
  const settings = { ...state.settings, ...(moved ? { cell: null } : {}), ...patch };
  if (sameSettings(settings, state.settings)) return state;
  const sameGesture = merge !== undefined && merge === state.lastMerge;
  const refit = settings.areaId !== state.settings.areaId ? state.fitRequest + 1 : state.fitRequest;
  return { ...state, ...record(state, settings, sameGesture), lastMerge: merge ?? null, fitRequest: refit };
}

function sameSettings(a: Settings, b: Settings): boolean {
  return (Object.keys(a) as (keyof Settings)[]).every((key) => a[key] === b[key]);
}

/** The first result of a mode and resolution brings its colour classes; a step that has some keeps its own. */
function withFirstClasses(state: AppState): AppState {
  const { hotspots, kde } = state;
  const values = hotspots.status === 'ready' ? withClasses(state, classesKey(state.settings), hotspots.value) : state;
  return kde.status === 'ready' ? withClasses(values, kde.value.classesKey, kde.value.result) : values;
}

function withClasses(state: AppState, key: string, { breaks }: { readonly breaks: readonly number[] }): AppState {
  if (state.settings.classes[key]) return state;
  return {
    ...state,
    ...rewrite(state, (s) => (s.classes[key] ? s : { ...s, classes: { ...s.classes, [key]: breaks } })),
  };
}

export function running<T>(before: Async<T>): Async<T> {
  return 'value' in before && before.value !== undefined
    ? { status: 'running', value: before.value }
    : { status: 'running' };
}

export function failed<T>(before: Async<T>, message: string, proposal?: Proposal): Async<T> {
  const kept = 'value' in before && before.value !== undefined ? { value: before.value } : {};
  return { status: 'failed', message, ...kept, ...(proposal ? { proposal } : {}) };
}

/** Back to what there was before it started. */
function settled<T>(before: Async<T>): Async<T> {
  return 'value' in before && before.value !== undefined
    ? { status: 'ready', value: before.value }
    : { status: 'idle' };
}
