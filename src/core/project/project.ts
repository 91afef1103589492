/**
 * A project: everything that an analysis was made of, so that opening it again gives the same tables to the byte. It
 * names its input files by their SHA-256 and holds their rows only when asked to.
 */
import type { BatchKey } from '../batches/batch.ts';
import type { EvaluatePart, TrialView, WddView } from '../evaluation/trial-view.ts';
import type { StudyArea } from '../geo/area.ts';
import type { Field } from '../ingest/fields.ts';
import type { Mapping } from '../ingest/mapping-profile.ts';
import type { RiskSettings } from '../methods/rtm/settings.ts';
import type { OwnKeyDates } from '../offences/key-dates.ts';
import type { OwnDefinition } from '../offences/presets.ts';
import type { PatrolView } from '../patrol/view.ts';
import type {
  Beside,
  EvaluationView,
  HotspotSettings,
  KeyDateView,
  LogView,
  Measure,
  MethodSettings,
  ScheduleId,
} from '../settings.ts';
import type { ProjectBatch } from './batches.ts';
import type { ProjectLayers } from './layers.ts';

/** Of the file format; a reader refuses others. */
export const PROJECT_VERSION = 1;

export interface ProjectSettings extends HotspotSettings {
  /** Id of one of the project's areas; null = all of them together. */
  readonly areaId: string | null;
  readonly schedule: ScheduleId;
  readonly ownDefinitions: readonly OwnDefinition[];
  /** Id of the own definition that counts; null while `definition` does. */
  readonly ownId: string | null;
  /** Key dates in place of those that ship; null for those. */
  readonly keyDates: OwnKeyDates | null;
  readonly keyDateView: KeyDateView;
  /** What the colours show. */
  readonly measure: Measure;
  readonly methods: MethodSettings;
  readonly risk: RiskSettings;
  readonly evaluatePart: EvaluatePart;
  readonly evaluation: EvaluationView;
  readonly patrol: PatrolView;
  readonly trial: TrialView;
  readonly wdd: WddView;
  readonly log: LogView;
  /** What stands beside the view in Compare; null until chosen. */
  readonly beside: Beside | null;
  /** Lower bounds of the colour classes, by mode, resolution and schedule. */
  readonly classes: Readonly<Record<string, readonly number[]>>;
  /** H3 id of the selected cell. */
  readonly cell: string | null;
}

/** A file the offences were read from. */
export interface ProjectInput {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface Project {
  /** Of the app that saved it. */
  readonly appVersion: string;
  /** Whether the inputs are the synthetic demo. */
  readonly source: 'demo' | 'files';
  /** What the load is called. */
  readonly title: string;
  /** The marking of the screen and of everything printed. */
  readonly marking: string;
  readonly settings: ProjectSettings;
  /** A harm schedule of the analyst's, with the text of its file; null without one. */
  readonly ownSchedule: { readonly name: string; readonly text: string } | null;
  readonly areaSet: {
    readonly name: string;
    readonly origin: 'shipped' | 'file' | 'drawn';
    readonly areas: readonly StudyArea[];
  };
  /** Columns named by hand, header → field. */
  readonly map: Readonly<Record<string, Field>>;
  /** How each input is read, in their order, null for one that is understood without; absent when all are. */
  readonly mappings?: readonly (Mapping | null)[];
  /** In the order in which they were read: sums of fractions depend on it. */
  readonly inputs: readonly ProjectInput[];
  /** How the inputs came, in the order in which they were loaded; absent when all were one load. */
  readonly batches?: readonly ProjectBatch[];
  /** How rows without an id are known again; given with `batches`. */
  readonly batchKey?: BatchKey;
  /** The OSTN15 file that grid references were made with; absent without one. */
  readonly exactGrid?: { readonly name: string; readonly sha256: string };
  /** Risk factors and populations; absent when there are none. */
  readonly layers?: ProjectLayers;
  /** Bytes of each input, in their order; null when the project was saved without the offences. */
  readonly rows: readonly Uint8Array[] | null;
}
