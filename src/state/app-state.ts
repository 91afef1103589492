/** Everything the app is, in one value. `reduce` makes the next one; views only read it. */
import type { BatchChange, BatchLabel, BatchList } from '../core/batches/batch.ts';
import type { WhatChanged } from '../core/batches/what-changed.ts';
import type { EvaluatePart, TrialPlanResult, TrialView, WddView } from '../core/evaluation/trial-view.ts';
import type { LogUse } from '../core/evaluation/visit-columns.ts';
import type { Bounds, LonLat, StudyArea } from '../core/geo/area.ts';
import type { Streets } from '../core/geo/streets.ts';
import type { ShapeReport } from '../core/hex/shape-report.ts';
import type { Mapping, Profile } from '../core/ingest/mapping-profile.ts';
import type { IngestReport } from '../core/ingest/report.ts';
import type { RiskSettings } from '../core/methods/rtm/settings.ts';
import type { SidesResult } from '../core/methods/sides.ts';
import type { OwnKeyDates } from '../core/offences/key-dates.ts';
import type { OwnDefinition } from '../core/offences/presets.ts';
import type { PatrolView } from '../core/patrol/view.ts';
import type { Project } from '../core/project/project.ts';
import type { ProjectTables } from '../core/project/tables.ts';
import type {
  Availability,
  CellDetail,
  ComparisonResult,
  ConcentrationResult,
  DatasetInfo,
  EmergingResult,
  GridResult,
  HotspotResult,
  HoursResult,
  MethodAccuracy,
  NearRepeatResult,
  SeriesResult,
  StabilityResult,
  WithoutWeight,
} from '../core/results.ts';
import type {
  Beside,
  EvaluationView,
  HotspotSettings,
  KeyDateView,
  LogView,
  Measure,
  MethodSettings,
  ScheduleId,
} from '../core/settings.ts';
import type { ExportOptions, TableFormat } from '../core/tables/encode.ts';
import type { PatrolFileFormat } from '../core/tables/patrol-files.ts';
import type { CardsPage } from '../core/tables/patrol-html.ts';
import type { SidesNames } from '../core/tables/sides.ts';
import type { BatchAnswer, BatchQuestion } from './batches.ts';
import type { OtherSide } from './compare.ts';
import type { Drawing } from './drawing.ts';
import type { Evaluating } from './evaluation.ts';
import type { KeyDateChanges } from './key-date-view.ts';
import type { FileAnswer, Layers } from './layers.ts';
import type { MappingStep } from './mapping-step.ts';
import type { CellHours, KdeOnGrid, OnGrid } from './methods.ts';
import type { Patrol } from './patrol.ts';
import type { ExactGrid } from './patrol-outputs.ts';
import type { Risk, RiskModel } from './risk.ts';
import type { TrialFiles, TrialShown, WddChoice } from './trial.ts';
import type { DoseQuery, ShownDose, VisitLog } from './visit-log.ts';

/** Everything asynchronous: `value` in 'running' and 'failed' is the last good one, shown meanwhile. */
export type Async<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly value?: T }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly message: string; readonly value?: T; readonly proposal?: Proposal };

/** A way out of a failure that one button can offer. */
export interface Proposal {
  readonly label: string;
  readonly patch: Partial<Settings>;
}

export type Theme = 'light' | 'dark';
export type ThemeChoice = Theme | 'system';

/** The analyst's choices: all of them are undone, redone and written to the URL. */
export interface Settings extends HotspotSettings {
  /** Id of a study area of the current set; null = all of them together. */
  readonly areaId: string | null;
  /** Areas drawn by hand, in the order in which they were made; they stand in the set of areas behind the others. */
  readonly drawnAreas: readonly StudyArea[];
  /** Definitions of the analyst's own, in the order in which they were made. */
  readonly ownDefinitions: readonly OwnDefinition[];
  /** The own one that counts in place of `definition`, the preset it came from; null while the preset counts. */
  readonly ownId: string | null;
  /** Key dates of the analyst's in place of those that ship; null for those (state/key-dates.ts). */
  readonly keyDates: OwnKeyDates | null;
  readonly keyDateView: KeyDateView;
  /** What harm is weighed by; without a meaning in count mode. */
  readonly schedule: ScheduleId;
  /** What the hexagons' colours show. */
  readonly measure: Measure;
  readonly methods: MethodSettings;
  readonly risk: RiskSettings;
  /** What of Evaluate is on screen. */
  readonly evaluatePart: EvaluatePart;
  readonly evaluation: EvaluationView;
  readonly patrol: PatrolView;
  readonly trial: TrialView;
  readonly wdd: WddView;
  readonly log: LogView;
  /** What stands beside the view in Compare; null until chosen (state/compare.ts). */
  readonly beside: Beside | null;
  /**
   * Lower bounds of the seven colour classes, by `classesKey`. Set the first time a mode, resolution and schedule are
   * shown and kept across towns, dates and filters until the analyst re-classes.
   */
  readonly classes: Readonly<Record<string, readonly number[]>>;
  /** H3 id of the selected cell. */
  readonly cell: string | null;
}

export const modes = ['data', 'hotspots', 'key-dates', 'risk', 'compare', 'patrol', 'evaluate'] as const;

export type Mode = (typeof modes)[number];

interface LoadProgress {
  /** 0–1. */
  readonly fraction: number;
  readonly rows: number;
}

/** A load of offences: the demo or the user's files. */
export interface Dataset {
  readonly source: 'demo' | 'files';
  /** "Synthetic Essex demo" or the file names. */
  readonly name: string;
  readonly report: IngestReport;
  readonly info: DatasetInfo;
}

export interface AreaSet {
  readonly name: string;
  /** The shipped outlines drawn by hand, a file of the user's, or one drawn around the offences for want of a better. */
  readonly origin: 'shipped' | 'file' | 'drawn';
  /** Those drawn by hand behind the others. */
  readonly areas: readonly StudyArea[];
  /** Which property of the file the names are, and which else they could be. */
  readonly naming?: { readonly field: string; readonly fields: readonly string[] };
}

/** A planted patrol area of the demo's truth, outlined on the first view. */
export interface Outline {
  readonly name: string;
  readonly rings: readonly (readonly (readonly [number, number])[])[];
}

/** A harm schedule of the analyst's, kept with its text so that it can be saved. */
export interface OwnSchedule {
  /** The file it was read from. */
  readonly name: string;
  readonly text: string;
  /** A sentence for each row that could not be used as written. */
  readonly notes: readonly string[];
}

/** A project file that was opened, on its way to its tables. */
export type OpenProject =
  /** Wants its passphrase. */
  | { readonly status: 'locked'; readonly file: File }
  /** Its settings and areas are there; the files named are still to be opened. */
  | ({ readonly status: 'waiting'; readonly name: string } & Pick<
      Project,
      'source' | 'title' | 'inputs' | 'map' | 'mappings' | 'batches' | 'batchKey'
    >)
  /** `differences`: a sentence for every file that is not the one it was made with. */
  | { readonly status: 'open'; readonly name: string; readonly differences: readonly string[] };

export type WaitingProject = Extract<OpenProject, { status: 'waiting' }>;

interface Toast {
  readonly kind: 'info' | 'error';
  readonly message: string;
}

export interface AppState {
  readonly settings: Settings;
  readonly past: readonly Settings[];
  readonly future: readonly Settings[];
  /** `merge` of the last choice: another one with the same name replaces it instead of adding a step. */
  readonly lastMerge: string | null;
  /** Counts loads of offences, areas and schedules: results of an earlier one are never shown. */
  readonly generation: number;
  readonly dataset: Async<Dataset>;
  /** The loads that the dataset is made of; null while nothing is loaded. */
  readonly batches: BatchList | null;
  /** Files that wait for the answer whether they join what is loaded. */
  readonly batchQuestion: BatchQuestion | null;
  /** What changed since the last batch; the value is null while fewer than two are on. */
  readonly whatChanged: Async<WhatChanged | null>;
  readonly loadProgress: LoadProgress | null;
  readonly areaSet: AreaSet;
  /** The file of study areas that the browser remembers, while it is not open again; null for none. */
  readonly missingAreas: string | null;
  /** The study area being drawn. */
  readonly drawing: Drawing | null;
  /** What the outlines being drawn amount to. */
  readonly shape: Async<ShapeReport>;
  /** West, south, east, north of the map on screen; known while an area is drawn. */
  readonly mapView: Bounds | null;
  /** Whether this browser remembers what was made, short of the offences. */
  readonly draft: 'kept' | 'too-large' | 'refused';
  readonly outlines: readonly Outline[];
  readonly grid: Async<GridResult>;
  /** What the grid shown was made for. */
  readonly gridKey: string | null;
  readonly hotspots: Async<HotspotResult>;
  readonly detail: Async<CellDetail>;
  readonly series: Async<SeriesResult>;
  readonly stability: Async<StabilityResult>;
  readonly withoutWeight: Async<WithoutWeight>;
  /** Whether the data answer each of the own definitions, by its id. */
  readonly ownAvailability: Async<Readonly<Record<string, Availability>>>;
  /** Id of the definition, preset or own, that stands beside the one that counts; null for none. */
  readonly compareWith: string | null;
  readonly comparison: Async<ComparisonResult>;
  readonly kde: Async<KdeOnGrid>;
  readonly emerging: Async<OnGrid<EmergingResult>>;
  readonly nearRepeat: Async<OnGrid<NearRepeatResult>>;
  readonly concentration: Async<ConcentrationResult>;
  readonly hours: Async<HoursResult>;
  readonly cellHours: Async<CellHours>;
  readonly keyDateChanges: Async<KeyDateChanges>;
  readonly patrol: Async<Patrol>;
  /** The pair, from 0, whose patrol cards and files are made; null for all. */
  readonly cardsOfPair: number | null;
  /** Idle: grid references by the ordinary transformation. Kept until the page is closed, unless it is forgotten. */
  readonly exactGrid: Async<ExactGrid>;
  /** The file that the grid references of the open project were made with; null for none. */
  readonly gridWanted: NonNullable<Project['exactGrid']> | null;
  /** The other map of Compare, and what the two sides amount to. */
  readonly otherSide: Async<OtherSide>;
  readonly sides: Async<SidesResult>;
  readonly risk: Risk;
  readonly evaluating: Evaluating;
  readonly trialResult: Async<TrialShown>;
  readonly trialPlan: Async<TrialPlanResult>;
  /** Place-days that are open. */
  readonly trialFiles: TrialFiles;
  /** The log of patrols, and what it gave against what was planned. */
  readonly visitLog: VisitLog;
  readonly visitDose: Async<ShownDose>;
  /** Category of emerging hot spots that alone is coloured on the map; null for all. */
  readonly highlight: number | null;
  readonly ownSchedule: OwnSchedule | null;
  readonly project: OpenProject | null;
  readonly mode: Mode;
  readonly themeChoice: ThemeChoice;
  /** The editable marking of the screen and of everything printed. */
  readonly marking: string;
  readonly presenting: boolean;
  /** The chosen period moves on by itself: what is slow waits until it stands. */
  readonly playing: boolean;
  /** Whether single letters are shortcuts; keys with Ctrl, Escape and those of lists always work. */
  readonly letterKeys: boolean;
  /** Opened from the address of a view of files, whose rows are never kept: they are to be opened again. */
  readonly reopening: boolean;
  /** Cell index under the pointer on the map or in the list. */
  readonly hovered: number | null;
  readonly toast: Toast | null;
  /** Idle: none but the built-in basemap. Never remembered and never in the URL: they are turned on anew each time. */
  readonly streets: Async<Streets>;
  /** The question how a file is read; the load waits for its answer. */
  readonly mapping: MappingStep | null;
  /** Mapping profiles that this browser remembers, the newest last. */
  readonly profiles: readonly Profile[];
  /** Profile by which a file of the last load was read, by the file's name. */
  readonly readBy: Readonly<Record<string, string>>;
  /** Risk factors and populations. */
  readonly layers: Layers;
  /** How often the view shall be fitted to the area again: the map watches for a change. */
  readonly fitRequest: number;
}

export type Action =
  /** A choice that undo takes back. Several patches with the same `merge` within one gesture become one step. */
  | { readonly type: 'set'; readonly patch: Partial<Settings>; readonly merge?: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'mode'; readonly mode: Mode }
  | { readonly type: 'theme'; readonly choice: ThemeChoice }
  | { readonly type: 'marking'; readonly marking: string }
  | { readonly type: 'present'; readonly on: boolean }
  | { readonly type: 'play'; readonly on: boolean }
  | { readonly type: 'letter-keys'; readonly on: boolean }
  | { readonly type: 'hover'; readonly index: number | null }
  | { readonly type: 'fit' }
  | { readonly type: 'toast'; readonly toast: Toast | null }
  | { readonly type: 'streets'; readonly streets: Async<Streets> }
  | { readonly type: 'layers'; readonly change: Partial<Layers> }
  | { readonly type: 'risk'; readonly risk: Risk }
  | { readonly type: 'evaluating'; readonly evaluating: Evaluating }
  | { readonly type: 'cards-of-pair'; readonly pair: number | null }
  | { readonly type: 'exact-grid'; readonly exactGrid: AppState['exactGrid'] }
  | { readonly type: 'trial-files'; readonly files: Partial<TrialFiles> }
  | { readonly type: 'visit-log'; readonly change: Partial<VisitLog> }
  | { readonly type: 'drawing'; readonly drawing: Drawing | null }
  /** The area drawn joins the others and is chosen. */
  | { readonly type: 'drawing-finished' }
  | { readonly type: 'map-view'; readonly bounds: Bounds }
  /** Written by the store. */
  | { readonly type: 'mapping'; readonly step: MappingStep | null }
  | { readonly type: 'profiles'; readonly profiles: readonly Profile[] }
  | { readonly type: 'read-by'; readonly readBy: AppState['readBy'] }
  | { readonly type: 'draft'; readonly draft: AppState['draft'] }
  | { readonly type: 'batch-question'; readonly question: BatchQuestion | null }
  /** `data`: the offences that count from now on; null while they stay the same. */
  | {
      readonly type: 'batches';
      readonly list: BatchList;
      readonly data: Pick<Dataset, 'report' | 'info'> | null;
    }
  | { readonly type: 'cleared' }
  | { readonly type: 'load-started' }
  | { readonly type: 'load-progress'; readonly progress: LoadProgress }
  /** `patch`: the settings that a new load starts from; the steps before it are gone. */
  | {
      readonly type: 'loaded';
      readonly dataset: Dataset;
      readonly batches: BatchList;
      readonly patch?: Partial<Settings>;
      readonly project?: OpenProject | null;
    }
  | { readonly type: 'project'; readonly project: OpenProject | null }
  /** Starts anew from a project's settings and areas, without offences. */
  | {
      readonly type: 'project-opened';
      readonly name: string;
      readonly project: Omit<Project, 'rows'>;
      readonly outlines: readonly Outline[];
    }
  | { readonly type: 'load-failed'; readonly message: string }
  | { readonly type: 'load-cancelled' }
  | { readonly type: 'compare-with'; readonly id: string | null }
  | { readonly type: 'highlight'; readonly category: number | null }
  | { readonly type: 'own-schedule'; readonly schedule: OwnSchedule }
  | { readonly type: 'areas'; readonly areaSet: AreaSet; readonly outlines?: readonly Outline[] }
  /** Several results at once, so that a grid and what was computed on it never stand apart. */
  | { readonly type: 'results'; readonly results: Partial<Pick<AppState, ResultSlot>> };

export type ResultSlot =
  | 'whatChanged'
  | 'shape'
  | 'grid'
  | 'gridKey'
  | 'hotspots'
  | 'detail'
  | 'series'
  | 'stability'
  | 'withoutWeight'
  | 'ownAvailability'
  | 'comparison'
  | 'kde'
  | 'emerging'
  | 'nearRepeat'
  | 'concentration'
  | 'hours'
  | 'cellHours'
  | 'keyDateChanges'
  | 'patrol'
  | 'otherSide'
  | 'trialResult'
  | 'trialPlan'
  | 'sides'
  | 'visitDose';

/** What can be downloaded as a table. */
export type ExportedTable = 'ranked' | 'hotspots' | 'kde' | 'emerging' | 'change' | 'notes' | 'what-changed';

export interface SaveOptions {
  readonly withRows: boolean;
  /** null leaves the file open to read. */
  readonly passphrase: string | null;
}

/** What views may ask of the store besides dispatching. */
export interface Store {
  getState(): AppState;
  subscribe(listener: () => void): () => void;
  dispatch(action: Action): void;
  /** Offence files, GeoJSON areas and PMTiles streets, dropped or picked; sorts them apart by their content. */
  /** `label`: what a batch of offences among them was received for, as suggested. */
  openFiles(files: readonly File[], label?: BatchLabel): Promise<void>;
  openDemo(): Promise<void>;
  /** Reads a harm schedule from a CSV and weighs by it. @returns what is wrong with the file; null when nothing is */
  openSchedule(file: File): Promise<string | null>;
  cancelLoad(): void;
  /** Key dates from a CSV in place of those held. @returns what of it could not be used; a sentence when the file cannot */
  openKeyDates(file: File): Promise<{ readonly notes: readonly string[] } | string>;
  /** The two sides of Compare as the text of a CSV; null before they are counted. */
  sidesFile(names: SidesNames, outside: boolean): string | null;
  /** The key dates as the text of a CSV, which `openKeyDates` reads back. */
  keyDatesFile(): string;
  /** Answers what the files in question are, for others of the same columns too if wanted; null leaves them out. */
  answerFileKind(answer: FileAnswer | null, remember: boolean): void;
  /** Opens files as risk factors, whatever is in them. */
  addFactors(files: readonly File[]): Promise<void>;
  /** Residents by area from a CSV; they replace those held. */
  addPopulations(file: File): Promise<void>;
  /** Ordnance Survey's OSTN15 file, for exact grid references; what is wrong with it is told where it was asked for. */
  openExactGrid(file: File): Promise<void>;
  removeExactGrid(): Promise<void>;
  /** Patrol cards or the plan of a shift as a file, for the force only. */
  patrolFile(page: CardsPage, format: PatrolFileFormat): Promise<Uint8Array<ArrayBuffer>>;
  /** Splits a file of factors by one of its fields, or joins it again (null). */
  splitFactors(fileName: string, splitBy: string | null): Promise<void>;
  renameFactor(id: string, name: string): Promise<void>;
  removeFactor(id: string): Promise<void>;
  removePopulations(): Promise<void>;
  /** Makes the risk terrain model of an area as the settings ask for it; one under way is given up. */
  runRisk(areaId: string | null): Promise<void>;
  /** Holds that of the area on screen against the last quarter of the period. */
  testRisk(): Promise<void>;
  cancelRisk(): void;
  riskFile(model: RiskModel, what: 'model' | 'risks' | 'cells', format: TableFormat): Promise<Uint8Array<ArrayBuffer>>;
  /** Tests the methods again after it failed or was cancelled. */
  retryEvaluation(): void;
  cancelEvaluation(): void;
  /** Place-days of a trial, whose result is shown from then on. @returns what is wrong; null when nothing is */
  openPlaceDays(file: File): Promise<string | null>;
  /** The result on screen as JSON, or its place-days as CSV. */
  trialFile(what: 'result' | 'place-days'): Promise<string>;
  /** Draws the lots of the plan on screen, to be kept. */
  drawTrial(): void;
  /** Who is treated on which day, as the text of a CSV; null before anything was drawn. */
  lotsFile(): string | null;
  /** The displacement tests on screen. */
  wddFile(format: 'csv' | 'json'): string;
  /** A row of displacement tests counted from the offences loaded. @returns what is wrong; null when nothing is */
  fillWdd(choice: WddChoice): Promise<string | null>;
  evaluationFile(rows: readonly MethodAccuracy[], format: TableFormat): Promise<Uint8Array<ArrayBuffer>>;
  /** Reads logs of patrols, or timetables of plans that were given out, into the Patrol mode. */
  openVisitLogs(files: readonly File[], use: LogUse): Promise<void>;
  removeVisitLog(name: string): Promise<void>;
  /** What each area got on each day as the bytes of a table. */
  visitDoseFile(query: DoseQuery, format: TableFormat): Promise<Uint8Array<ArrayBuffer>>;
  /** Puts a factor on the map or takes it off. */
  showFactor(id: string, on: boolean): void;
  /** The file that the study areas came from last becomes a risk factor, and the areas are what they were before. */
  areasAsFactor(): Promise<void>;
  /** Whether the files that wait join what is loaded, take its place, or are not loaded. */
  answerBatchQuestion(answer: BatchAnswer): void;
  /** @returns what is wrong; null when nothing is */
  changeBatches(change: BatchChange): Promise<string | null>;
  /** Changes how the file in question is read. */
  setMapping(draft: Mapping): void;
  /** Looks at another sheet of the workbook in question. */
  pickSheet(sheet: string): Promise<void>;
  /** Reads the file as drafted; a name keeps that as a profile. */
  finishMapping(profileName: string | null): void;
  /** Gives up the load that waits. */
  cancelMapping(): void;
  /** Asks how a file of a batch is read, and reads it so. */
  changeReading(batch: number, fileName: string): Promise<void>;
  /** @returns what is wrong with the file; null when nothing is */
  importProfile(file: File): Promise<string | null>;
  /** The text of a profile's file. */
  exportProfile(name: string): string;
  deleteProfile(name: string): void;
  /** Starts to change the area, or a copy of it when it was not drawn by hand. */
  changeArea(id: string): Promise<void>;
  /** Reads the names of the areas from another property of their file. */
  nameAreasBy(field: string): Promise<void>;
  /** A place as typed. @returns a sentence when it cannot be read */
  place(text: string): Promise<LonLat | string>;
  /** Corners of a circle around a place as typed. @returns a sentence when there is something wrong with it */
  circle(text: string, radiusM: number): Promise<readonly LonLat[] | string>;
  /** All areas as the text of a GeoJSON file. */
  areasFile(): string;
  /** The bytes of a project file of what is on screen. */
  saveProject(options: SaveOptions): Promise<Uint8Array<ArrayBuffer>>;
  /** Opens the project that is locked. @returns what is wrong; null when nothing is */
  unlockProject(passphrase: string): Promise<string | null>;
  /** The tables of the present settings, as `project run` on the command line makes them. */
  projectTables(): Promise<ProjectTables>;
  /** Streets of a server's map style: from now on its host learns which tiles are looked at. */
  openOnlineStreets(address: string): Promise<void>;
  /** Forgets offences, areas, settings and what this browser remembers of the app. */
  clearEverything(): Promise<void>;
  /** Bytes of a table of the current view, for a download. */
  exportTable(table: ExportedTable, options: ExportOptions): Promise<Uint8Array<ArrayBuffer>>;
  /** The current view as readers outside the force may see it, for a page to print. */
  forOutside(): Promise<HotspotResult>;
}
