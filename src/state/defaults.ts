/** What the app starts from before the URL or the analyst says otherwise. */

import { defaultTrialView, defaultWddView } from '../core/evaluation/trial-view.ts';
import { defaultRiskSettings } from '../core/methods/rtm/settings.ts';
import { defaultPatrolView } from '../core/patrol/view.ts';
import {
  defaultEvaluationView,
  defaultHotspotSettings,
  defaultKeyDateView,
  defaultLogView,
  defaultMethodSettings,
} from '../core/settings.ts';
import type { AppState, ResultSlot, Settings } from './app-state.ts';
import { noLayers } from './layers.ts';
import { noTrialFiles } from './trial.ts';
import { noVisitLog } from './visit-log.ts';

/** 2019-07-01 and 2020-06-30 in days since 1970-01-01: the year before the demo's patrol trial. */
const YEAR_BEFORE_TRIAL = { fromDay: 18078, toDay: 18443 } as const;

/** ONS code of Southend-on-Sea, where the demo's patrol areas are planted. */
export const SOUTHEND = 'E06000033';

/** The demo's first pair in Compare. */
export const BASILDON = 'E07000066';
export const CHELMSFORD = 'E07000070';

export const DEMO_MARKING = 'SYNTHETIC DEMONSTRATION DATA';
export const LOADED_MARKING = 'OFFICIAL-SENSITIVE';

export const defaultSettings: Settings = {
  ...defaultHotspotSettings,
  areaId: null,
  drawnAreas: [],
  ownDefinitions: [],
  ownId: null,
  keyDates: null,
  keyDateView: defaultKeyDateView,
  schedule: 'cchi-2020',
  measure: 'value',
  methods: defaultMethodSettings,
  risk: defaultRiskSettings,
  evaluatePart: 'methods',
  evaluation: defaultEvaluationView,
  patrol: defaultPatrolView,
  trial: defaultTrialView,
  wdd: defaultWddView,
  log: defaultLogView,
  beside: null,
  classes: {},
  cell: null,
};

/** First run: Southend in the year before the patrol trial, weighed by harm. */
export const demoSettings: Settings = {
  ...defaultSettings,
  ...YEAR_BEFORE_TRIAL,
  areaId: SOUTHEND,
  definition: 'ark',
};

/** Nothing computed yet: what one load gave must never stand under the name of another. */
export const noResults: Pick<AppState, ResultSlot> = {
  whatChanged: { status: 'idle' },
  shape: { status: 'idle' },
  grid: { status: 'idle' },
  gridKey: null,
  hotspots: { status: 'idle' },
  detail: { status: 'idle' },
  series: { status: 'idle' },
  stability: { status: 'idle' },
  withoutWeight: { status: 'idle' },
  ownAvailability: { status: 'idle' },
  comparison: { status: 'idle' },
  kde: { status: 'idle' },
  emerging: { status: 'idle' },
  nearRepeat: { status: 'idle' },
  concentration: { status: 'idle' },
  hours: { status: 'idle' },
  cellHours: { status: 'idle' },
  keyDateChanges: { status: 'idle' },
  patrol: { status: 'idle' },
  otherSide: { status: 'idle' },
  sides: { status: 'idle' },
  visitDose: { status: 'idle' },
  trialResult: { status: 'idle' },
  trialPlan: { status: 'idle' },
};

export function initialState(settings: Settings): AppState {
  return {
    settings,
    past: [],
    future: [],
    lastMerge: null,
    generation: 0,
    dataset: { status: 'idle' },
    batches: null,
    batchQuestion: null,
    loadProgress: null,
    areaSet: { name: '', origin: 'file', areas: [] },
    missingAreas: null,
    drawing: null,
    mapView: null,
    draft: 'kept',
    outlines: [],
    ...noResults,
    compareWith: null,
    risk: { models: [], tests: [], running: null, failure: null },
    visitLog: noVisitLog,
    evaluating: { found: [], running: null, failure: null },
    cardsOfPair: null,
    exactGrid: { status: 'idle' },
    gridWanted: null,
    trialFiles: noTrialFiles,
    highlight: null,
    ownSchedule: null,
    project: null,
    mapping: null,
    profiles: [],
    readBy: {},
    mode: 'hotspots',
    themeChoice: 'system',
    marking: DEMO_MARKING,
    presenting: false,
    playing: false,
    letterKeys: true,
    reopening: false,
    hovered: null,
    toast: null,
    streets: { status: 'idle' },
    layers: noLayers,
    fitRequest: 0,
  };
}
