/**
 * What the worker can be asked, as plain functions: the same ones run in the worker, in tests and without a worker.
 * The offences are loaded once and stay here; after that a request is a few settings and a reply a few typed arrays.
 */
import type { BatchList, LoadAs } from '../core/batches/batch.ts';
import { visitLogKind } from '../core/evaluation/visit-log.ts';
import type { StudyArea } from '../core/geo/area.ts';
import { areaAround } from '../core/geo/around.ts';
import { containsOf } from '../core/geo/contains.ts';
import { coarserFor, estimateCells } from '../core/hex/cells.ts';
import type { Field } from '../core/ingest/fields.ts';
import { type FileGuess, fileKind } from '../core/ingest/file-kind.ts';
import type { Mapping } from '../core/ingest/mapping-profile.ts';
import type { IngestProgress, Source } from '../core/ingest/source.ts';
import type { ChangeSettings } from '../core/methods/change-windows.ts';
import type { RtmHooks } from '../core/methods/rtm/run.ts';
import { availabilityFor } from '../core/offences/definitions.ts';
import type { DefinitionRule, Selection } from '../core/offences/presets.ts';
import type { OffenceTable } from '../core/offences/table.ts';
import { ingest, type Pipeline } from '../core/pipeline.ts';
import { differencesOf } from '../core/project/inputs.ts';
import type { ProjectInput } from '../core/project/project.ts';
import { type ProjectTables, projectTables } from '../core/project/tables.ts';
import type {
  Availability,
  CellDetail,
  ComparisonResult,
  GridResult,
  HotspotResult,
  SeriesResult,
  StabilityResult,
  WithoutWeight,
} from '../core/results.ts';
import type { MethodSettings, ScheduleId } from '../core/settings.ts';
import { type ExportOptions, encodeTable } from '../core/tables/encode.ts';
import { notesTable } from '../core/tables/notes.ts';
import { type AreaJobs, createAreas, readable } from './areas.ts';
import { type BatchJobs, createBatches, type LoadedData } from './batches.ts';
import { type ChangeJobs, createChanges } from './changes.ts';
import { createEvaluation, type EvaluationJobs } from './evaluation.ts';
import { createExactGrid, type ExactGridJobs } from './exact-grid.ts';
import { createLayers, type LayerJobs } from './layers.ts';
import { createMappings, type MappingJobs } from './mappings.ts';
import { createMethods, type MethodJobs } from './methods.ts';
import { createPatrol, type PatrolJobs } from './patrol.ts';
import { createPatrolFiles, type PatrolFileJobs } from './patrol-files.ts';
import {
  fingerprints,
  type OpenedProject,
  openProject,
  type ProjectAbout,
  type SaveOptions,
  saveProject,
} from './projects.ts';
import { createRisk, type RiskJobs } from './risk.ts';
import { createSchedules } from './schedules.ts';
import { createSides, type SideJobs } from './sides.ts';
import { createTrial, type TrialJobs } from './trial.ts';
import { createVisitLog, type VisitLogJobs } from './visit-log.ts';

/** Of all batches together that are on, and the list of them. */
interface LoadReply extends LoadedData {
  readonly list: BatchList;
  /** Part of the offences that the areas held at the time contain, 0–1. */
  readonly inAreas: number;
}

/** Settings, the schedule, and the id of one study area of the current set; null = all of them taken together. */
interface Query extends Selection {
  readonly areaId: string | null;
  readonly schedule: ScheduleId;
}

/** Either the cells, or the next coarser resolution that keeps the map readable and quick. */
type GridReply = GridResult | { readonly tooMany: number; readonly propose: number };

export interface Jobs
  extends AreaJobs,
    BatchJobs,
    LayerJobs,
    MappingJobs,
    MethodJobs,
    ChangeJobs,
    PatrolJobs,
    PatrolFileJobs,
    ExactGridJobs,
    SideJobs,
    RiskJobs,
    VisitLogJobs,
    TrialJobs,
    EvaluationJobs {
  /**
   * Reads offences as a batch that replaces those held or joins them; on failure or cancel the ones held before stay.
   * `map`: columns by hand; `mappings`: how each source is read.
   */
  load(
    sources: readonly Source[],
    onProgress: (progress: IngestProgress) => void,
    map?: Readonly<Record<string, Field>>,
    mappings?: readonly (Mapping | null)[],
    as?: LoadAs,
  ): Promise<LoadReply>;
  cancelLoad(): void;
  /** What a file is loaded as, by its first 64 KB. */
  kindOf(head: Uint8Array): FileGuess;
  /** Forgets offences, areas and layers. */
  clear(): void;
  /** Replaces the areas of the file held by one drawn around the offences held. */
  drawArea(): StudyArea;
  /** The finest resolution up to the wanted one at which all areas together have few enough cells. */
  fitResolution(wanted: number): number;
  grid(query: Query): GridReply;
  hotspots(query: Query): HotspotResult;
  detail(query: Query & { readonly cell: string }): CellDetail | null;
  series(query: Query): SeriesResult;
  stability(query: Query): StabilityResult;
  /** Reads a harm schedule of one's own and replaces the one held; its notes are sentences. */
  openSchedule(text: string, fileName: string): { readonly notes: readonly string[] };
  withoutWeight(): WithoutWeight;
  /** Whether the offences held answer each rule. */
  availability(rules: readonly DefinitionRule[]): readonly Availability[];
  compare(query: Query, other: Pick<Selection, 'definition' | 'own'>): ComparisonResult;
  /** The hotspots as readers outside the force may see them. */
  forOutside(query: Query): HotspotResult;
  exportTable(
    query: Query & Partial<MethodSettings> & Partial<ChangeSettings>,
    table: 'ranked' | 'hotspots' | 'kde' | 'emerging' | 'change' | 'notes' | 'what-changed',
    options: ExportOptions,
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** The bytes of a project file of what is held. */
  saveProject(about: ProjectAbout, options: SaveOptions): Promise<Uint8Array<ArrayBuffer>>;
  /** Reads a project; its areas and schedule replace those held, and no offences are held until they are loaded. */
  openProject(source: Source, passphrase: string | null): Promise<OpenedProject>;
  /** How the files loaded differ from those of a project, in sentences; none when they are the same. */
  checkInputs(expected: readonly ProjectInput[]): Promise<readonly string[]>;
  projectTables(query: Query): ProjectTables;
}

/** @param rtm how risk terrain models share their work with other threads; alone without it */
export function createJobs(rtm: Pick<RtmHooks, 'runFolds'> = {}): Jobs {
  let running: { aborted: boolean } | null = null;
  const areas = createAreas();
  const schedules = createSchedules();
  const layers = createLayers();
  const exactGrid = createExactGrid();
  const visitLog = createVisitLog();

  const batches = createBatches(areas.all);
  const { loaded } = batches;
  const areaOf = areas.pick;
  /** Ends a load that still runs. */
  const startLoad = (): { readonly aborted: boolean } => {
    if (running) running.aborted = true;
    running = { aborted: false };
    return running;
  };
  const weighed = (query: Query): Pipeline => schedules.pipeline(loaded().pipeline, query.schedule);

  const areaFor = ({ areaId, resolution }: Pick<Query, 'areaId' | 'resolution'>): StudyArea =>
    readable(areaOf(areaId), resolution);

  const methods = createMethods(weighed, areaFor);
  const changes = createChanges(weighed, areaFor);

  return {
    ...areas.jobs,
    ...batches.jobs,
    ...methods.jobs,
    ...changes.jobs,
    ...exactGrid.jobs,
    ...createPatrol(weighed, areaFor, exactGrid.transform),
    ...createPatrolFiles(),
    ...createEvaluation(weighed, areaFor, layers.factors, rtm),
    ...createTrial(weighed, areaFor, visitLog.jobs.visitDose),
    ...createRisk(weighed, areaFor, layers.factors, rtm),
    ...createSides({ weighed, areaFor, areas: areas.all, populations: layers.populations }),

    async load(sources, onProgress, map = {}, mappings = [], as = { join: false }) {
      const signal = startLoad();
      const read = await ingest(sources, { map, mappings, onProgress, signal });
      const { table, list, info, report } = batches.add({ ...read, sources, map, mappings }, as);
      const everywhere = areas.everywhere();
      return { list, info, report, inAreas: everywhere ? shareInside(everywhere, table) : 0 };
    },

    ...layers.jobs,
    ...visitLog.jobs,
    ...createMappings(batches, startLoad),

    cancelLoad() {
      if (running) running.aborted = true;
    },

    kindOf(head) {
      const log = visitLogKind(head);
      return log === null ? fileKind(head) : { kind: log, columns: '' };
    },

    clear() {
      if (running) running.aborted = true;
      batches.forget();
      areas.replace([]);
      layers.replace(null);
      visitLog.forget();
      exactGrid.jobs.removeExactGrid();
      schedules.forget();
    },

    drawArea() {
      const { table } = loaded();
      const around = areaAround(table.lon, table.lat);
      areas.use([around]);
      return around;
    },

    fitResolution: (wanted) => coarserFor(areaOf(null), wanted),

    grid(query) {
      const area = areaOf(query.areaId);
      const propose = coarserFor(area, query.resolution);
      if (propose < query.resolution) return { tooMany: estimateCells(area, query.resolution), propose };
      return loaded().pipeline.grid(area, query.resolution);
    },
    hotspots: (query) => weighed(query).hotspots(areaOf(query.areaId), query),
    detail: (query) => weighed(query).cell(areaOf(query.areaId), query, query.cell),
    series: (query) => weighed(query).series(areaOf(query.areaId), query),
    stability: (query) => weighed(query).stability(areaOf(query.areaId), query),
    openSchedule: (text, fileName) => ({ notes: schedules.open(text, fileName) }),
    withoutWeight: () => schedules.withoutWeight(loaded().table),
    availability: (rules) => rules.map((rule) => availabilityFor(loaded().table, rule)),
    compare: (query, other) => weighed(query).compare(areaOf(query.areaId), query, other),

    forOutside: (query) => weighed(query).hotspots(areaOf(query.areaId), query, 'outside'),

    async exportTable(query, table, { format, outside }) {
      const { report } = loaded();
      if (table === 'notes') return encodeTable(notesTable(report.notes), format);
      if (table === 'what-changed') return encodeTable(batches.whatChangedTable(), format);
      if (table === 'kde' || table === 'emerging') return encodeTable(methods.table(table, query, outside), format);
      if (table === 'change') return encodeTable(changes.table(query, outside), format);
      const area = areaOf(query.areaId);
      const pipeline = weighed(query);
      const audience = outside ? 'outside' : 'force';
      const rows =
        table === 'ranked' ? pipeline.ranked(area, query, audience) : pipeline.everyCell(area, query, audience);
      return encodeTable(rows, format);
    },

    saveProject: (about, options) =>
      saveProject(about, areas.all(), { ...batches.inputs(), layers: layers.saved() }, options, crypto),

    async openProject(source, passphrase) {
      const opened = await openProject(source, passphrase, crypto);
      if (opened === 'locked') return opened;
      // the layers stay here: what is shown of them is asked for by itself
      const { layers: saved, ...project } = opened.project;
      const { ownSchedule, areaSet } = project;
      if (running) running.aborted = true;
      schedules.forget();
      if (ownSchedule) schedules.open(ownSchedule.text, ownSchedule.name);
      batches.forget();
      areas.replace(areaSet.areas);
      layers.replace(saved ?? null);
      visitLog.forget();
      return { ...opened, project };
    },

    checkInputs: async (expected) => differencesOf(expected, await fingerprints(batches.inputs().sources)),
    projectTables: (query) => projectTables(weighed(query), areaOf(query.areaId), query),
  };
}

/** From at most 2,000 offences evenly through the table. */
function shareInside(area: StudyArea, { rows, lon, lat }: OffenceTable): number {
  const contains = containsOf(area);
  const every = Math.max(1, Math.floor(rows / 2000));
  let seen = 0;
  let inside = 0;
  for (let row = 0; row < rows; row += every) {
    seen += 1;
    if (contains(lon[row] ?? Number.NaN, lat[row] ?? Number.NaN)) inside += 1;
  }
  return seen > 0 ? inside / seen : 0;
}
