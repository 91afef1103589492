/** The next state. Pure: no clock, no calls; asynchronous work is started by the store from what it reads here. */
import type { Project } from '../core/project/project.ts';
import type { Action, AppState, Async, Dataset, OpenProject, OwnSchedule, Proposal, Settings } from './app-state.ts';
import { classesKey } from './classes-key.ts';
import { DEMO_MARKING, defaultSettings, initialState, LOADED_MARKING } from './defaults.ts';
import { record, redo, rewrite, undo } from './history.ts';

export function reduce(state: AppState, action: Action): AppState {
  switch (action.type) {
    case 'set':
      return set(state, action.patch, action.merge);
    case 'undo':
      return { ...state, ...undo(state), lastMerge: null };
    case 'redo':
      return { ...state, ...redo(state), lastMerge: null };
    case 'mode':
      return { ...state, mode: action.mode };
    case 'theme':
      return { ...state, themeChoice: action.choice };
    case 'marking':
      return { ...state, marking: action.marking };
    case 'present':
      return { ...state, presenting: action.on };
    case 'letter-keys':
      return { ...state, letterKeys: action.on };
    case 'hover':
      return state.hovered === action.index ? state : { ...state, hovered: action.index };
    case 'fit':
      return { ...state, fitRequest: state.fitRequest + 1 };
    case 'toast':
      return { ...state, toast: action.toast };
    case 'streets':
      return { ...state, streets: action.streets };
    case 'cleared':
      return { ...initialState(defaultSettings), mode: 'data', generation: state.generation };
    case 'load-started':
      return { ...state, dataset: running(state.dataset), loadProgress: { fraction: 0, rows: 0 } };
    case 'load-progress':
      return state.dataset.status === 'running' ? { ...state, loadProgress: action.progress } : state;
    case 'loaded':
      return loaded(state, action.dataset, action.patch ?? {}, action.project ?? null);
    case 'project':
      return { ...state, project: action.project };
    case 'project-opened':
      return projectOpened(state, action.name, action.project);
    case 'load-failed':
      return { ...state, dataset: failed(state.dataset, action.message), loadProgress: null };
    case 'load-cancelled':
      return { ...state, dataset: settled(state.dataset), loadProgress: null };
    case 'compare-with':
      return { ...state, compareWith: action.id };
    case 'own-schedule':
      return withOwnSchedule(state, action.schedule);
    case 'areas':
      return {
        ...state,
        areaSet: action.areaSet,
        outlines: action.outlines ?? [],
        generation: state.generation + 1,
        fitRequest: state.fitRequest + 1,
      };
    case 'results':
      return withFirstClasses({
        ...state,
        ...action.results,
        hovered: action.results.grid ? null : state.hovered,
      });
  }
}

/** What belongs to the browser and its user stays; everything of the analysis is the project's. */
function projectOpened(state: AppState, name: string, project: Omit<Project, 'rows'>): AppState {
  const { settings, marking, areaSet, ownSchedule, source, title, inputs, map, mappings = [] } = project;
  return {
    ...initialState(settings),
    themeChoice: state.themeChoice,
    letterKeys: state.letterKeys,
    streets: state.streets,
    marking,
    areaSet,
    ownSchedule: ownSchedule && { ...ownSchedule, notes: [] },
    project: { status: 'waiting', name, source, title, inputs, map, mappings },
    mode: 'data',
    generation: state.generation + 1,
    fitRequest: state.fitRequest + 1,
  };
}

function loaded(state: AppState, dataset: Dataset, patch: Partial<Settings>, project: OpenProject | null): AppState {
  const demo = dataset.source === 'demo';
  return {
    ...state,
    // own definitions outlive the offences that they were made over
    settings: { ...state.settings, ...patch, ownDefinitions: state.settings.ownDefinitions },
    past: [],
    future: [],
    lastMerge: null,
    dataset: { status: 'ready', value: dataset },
    loadProgress: null,
    project,
    mode: 'hotspots',
    reopening: false,
    outlines: demo ? state.outlines : [],
    marking: demo ? DEMO_MARKING : state.marking === DEMO_MARKING ? LOADED_MARKING : state.marking,
    generation: state.generation + 1,
    fitRequest: state.fitRequest + 1,
    hovered: null,
  };
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
  const key = classesKey(state.settings);
  if (state.hotspots.status !== 'ready' || state.settings.classes[key]) return state;
  const { breaks } = state.hotspots.value;
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
