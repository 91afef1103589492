/** Everything the app is, in one value. `reduce` makes the next one; views only read it. */
import type { StudyArea } from '../core/geo/area.ts';
import type { Streets } from '../core/geo/streets.ts';
import type { IngestReport } from '../core/ingest/report.ts';
import type { OwnDefinition } from '../core/offences/presets.ts';
import type { Project } from '../core/project/project.ts';
import type { ProjectTables } from '../core/project/tables.ts';
import type {
  Availability,
  CellDetail,
  ComparisonResult,
  DatasetInfo,
  GridResult,
  HotspotResult,
  SeriesResult,
  StabilityResult,
  WithoutWeight,
} from '../core/results.ts';
import type { HotspotSettings, ScheduleId } from '../core/settings.ts';
import type { ExportOptions } from '../core/tables/encode.ts';

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

export type Measure = 'value' | 'gi-star';
export type Theme = 'light' | 'dark';
export type ThemeChoice = Theme | 'system';

/** The analyst's choices: all of them are undone, redone and written to the URL. */
export interface Settings extends HotspotSettings {
  /** Id of a study area of the current set; null = all of them together. */
  readonly areaId: string | null;
  /** Definitions of the analyst's own, in the order in which they were made. */
  readonly ownDefinitions: readonly OwnDefinition[];
  /** The own one that counts in place of `definition`, the preset it came from; null while the preset counts. */
  readonly ownId: string | null;
  /** What harm is weighed by; without a meaning in count mode. */
  readonly schedule: ScheduleId;
  /** What the hexagons' colours show. */
  readonly measure: Measure;
  /**
   * Lower bounds of the seven colour classes, by `classesKey`. Set the first time a mode, resolution and schedule are
   * shown and kept across towns, dates and filters until the analyst re-classes.
   */
  readonly classes: Readonly<Record<string, readonly number[]>>;
  /** H3 id of the selected cell. */
  readonly cell: string | null;
}

export type Mode = 'data' | 'hotspots';

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
  readonly areas: readonly StudyArea[];
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
  | ({ readonly status: 'waiting'; readonly name: string } & Pick<Project, 'source' | 'title' | 'inputs' | 'map'>)
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
  readonly loadProgress: LoadProgress | null;
  readonly areaSet: AreaSet;
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
  readonly ownSchedule: OwnSchedule | null;
  readonly project: OpenProject | null;
  readonly mode: Mode;
  readonly themeChoice: ThemeChoice;
  /** The editable marking of the screen and of everything printed. */
  readonly marking: string;
  readonly presenting: boolean;
  /** Whether single letters are shortcuts; keys with Ctrl, Escape and those of lists always work. */
  readonly letterKeys: boolean;
  /** Opened from the address of a view of files, whose rows are never kept: they are to be opened again. */
  readonly reopening: boolean;
  /** Cell index under the pointer on the map or in the list. */
  readonly hovered: number | null;
  readonly toast: Toast | null;
  /** Idle: none but the built-in basemap. Never remembered and never in the URL: they are turned on anew each time. */
  readonly streets: Async<Streets>;
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
  | { readonly type: 'letter-keys'; readonly on: boolean }
  | { readonly type: 'hover'; readonly index: number | null }
  | { readonly type: 'fit' }
  | { readonly type: 'toast'; readonly toast: Toast | null }
  | { readonly type: 'streets'; readonly streets: Async<Streets> }
  /** Written by the store. */
  | { readonly type: 'cleared' }
  | { readonly type: 'load-started' }
  | { readonly type: 'load-progress'; readonly progress: LoadProgress }
  /** `patch`: the settings that a new load starts from; the steps before it are gone. */
  | {
      readonly type: 'loaded';
      readonly dataset: Dataset;
      readonly patch?: Partial<Settings>;
      readonly project?: OpenProject | null;
    }
  | { readonly type: 'project'; readonly project: OpenProject | null }
  /** Starts anew from a project's settings and areas, without offences. */
  | { readonly type: 'project-opened'; readonly name: string; readonly project: Omit<Project, 'rows'> }
  | { readonly type: 'load-failed'; readonly message: string }
  | { readonly type: 'load-cancelled' }
  | { readonly type: 'compare-with'; readonly id: string | null }
  | { readonly type: 'own-schedule'; readonly schedule: OwnSchedule }
  | { readonly type: 'areas'; readonly areaSet: AreaSet; readonly outlines?: readonly Outline[] }
  /** Several results at once, so that a grid and what was computed on it never stand apart. */
  | { readonly type: 'results'; readonly results: Partial<Pick<AppState, ResultSlot>> };

export type ResultSlot =
  | 'grid'
  | 'gridKey'
  | 'hotspots'
  | 'detail'
  | 'series'
  | 'stability'
  | 'withoutWeight'
  | 'ownAvailability'
  | 'comparison';

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
  openFiles(files: readonly File[]): Promise<void>;
  openDemo(): Promise<void>;
  /** Reads a harm schedule from a CSV and weighs by it. @returns what is wrong with the file; null when nothing is */
  openSchedule(file: File): Promise<string | null>;
  cancelLoad(): void;
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
  exportTable(table: 'ranked' | 'hotspots' | 'notes', options: ExportOptions): Promise<Uint8Array<ArrayBuffer>>;
  /** The current view as readers outside the force may see it, for a page to print. */
  forOutside(): Promise<HotspotResult>;
}
