/** The batches held, in the order in which they were loaded, and what those that are on hold together. */
import {
  type Batch,
  type BatchChange,
  type BatchKey,
  type BatchList,
  inOrderOfReceipt,
  type LoadAs,
} from '../core/batches/batch.ts';
import { combineBatches, type Matched } from '../core/batches/combine.ts';
import { coverageOf } from '../core/batches/coverage.ts';
import { combinedReport } from '../core/batches/report.ts';
import { type WhatChanged, whatChanged } from '../core/batches/what-changed.ts';
import { InputError } from '../core/errors.ts';
import type { StudyArea } from '../core/geo/area.ts';
import { builtInSchedule } from '../core/harm/schedule.ts';
import type { IngestReport } from '../core/ingest/report.ts';
import { availabilityOf } from '../core/offences/definitions.ts';
import { MISSING, NO_HOUR, type OffenceTable, Precision } from '../core/offences/table.ts';
import { type Pipeline, pipelineOf } from '../core/pipeline.ts';
import { DEFAULT_KEY } from '../core/project/batches.ts';
import type { DatasetInfo } from '../core/results.ts';
import type { OutTable } from '../core/tables/table.ts';
import { whatChangedTable } from '../core/tables/what-changed.ts';
import type { Inputs } from './projects.ts';

export interface LoadedData {
  readonly report: IngestReport;
  readonly info: DatasetInfo;
}

export interface BatchJobs {
  /** Switches, names, dates or removes a batch; `data` is null when the offences that count stay the same. */
  setBatches(change: BatchChange): { readonly list: BatchList; readonly data: LoadedData | null };
  /** Null while fewer than two batches are on. */
  whatChanged(): WhatChanged | null;
}

/** A load as it was read. */
export interface Read extends Inputs {
  readonly table: OffenceTable;
  readonly report: IngestReport;
}

type HeldBatch = Batch & Inputs & { readonly id: number };

/** What the batches that are on hold together. */
interface Held extends LoadedData {
  readonly table: OffenceTable;
  readonly pipeline: Pipeline;
  readonly matched: Matched | null;
  readonly list: BatchList;
}

export function createBatches(areasHeld: () => readonly StudyArea[]) {
  /** In the order in which they were loaded. */
  let batches: readonly HeldBatch[] = [];
  let key: BatchKey = DEFAULT_KEY;
  let held: Held | null = null;
  let nextId = 1;

  const loaded = (): Held => {
    if (!held) throw new InputError('No offences are loaded – drop a file or open the demo.');
    return held;
  };
  /** Takes over only when they can be combined. */
  const hold = (next: readonly HeldBatch[], nextKey: BatchKey): Held => {
    const made = heldOf(inOrderOfReceipt(next), nextKey);
    [batches, key, held] = [next, nextKey, made];
    return made;
  };

  const jobs: BatchJobs = {
    setBatches(change) {
      const before = loaded();
      if (change.kind === 'key') return replyOf(hold(batches, change.key));
      const next =
        change.kind === 'remove'
          ? batches.filter(({ id }) => id !== change.id)
          : batches.map((batch) => (batch.id === change.id ? { ...batch, ...change.patch } : batch));
      if (!next.some(({ on }) => on)) {
        throw new InputError('No batch would be on – switch another one on first, or clear everything.');
      }
      const sameRows = change.kind === 'set' && !('on' in change.patch) && !('receivedDay' in change.patch);
      if (!sameRows) return replyOf(hold(next, key));
      batches = next;
      const named = before.list.batches.map((info) => (info.id === change.id ? { ...info, ...change.patch } : info));
      held = { ...before, list: { ...before.list, batches: named } };
      return { list: held.list, data: null };
    },
    whatChanged: () => whatChanged(loaded().matched, areasHeld()),
  };

  return {
    jobs,
    loaded,

    /** The load becomes a batch, beside those held or in their place; when that fails they stay. */
    add(read: Read, as: LoadAs): Held {
      const { join, key: nextKey = join ? key : DEFAULT_KEY, ...about } = as;
      const batch: HeldBatch = {
        name: read.sources.map(({ name }) => name).join(', '),
        receivedDay: null,
        label: null,
        on: true,
        ...about,
        ...read,
        id: nextId++,
      };
      return hold(join ? [...batches, batch] : [batch], nextKey);
    },

    /** What a batch was read from, and how. */
    inputsOf(id: number): Inputs {
      const batch = batches.find((one) => one.id === id);
      if (!batch) throw new InputError('This batch is no longer held – open its files again.');
      return batch;
    },

    /** Read anew it takes the place of what it was; when that fails it stays. */
    reread(id: number, read: Read): ReturnType<BatchJobs['setBatches']> {
      return replyOf(
        hold(
          batches.map((batch) => (batch.id === id ? { ...batch, ...read } : batch)),
          key,
        ),
      );
    },

    /** @throws InputError while fewer than two are on */
    whatChangedTable(): OutTable {
      const changed = jobs.whatChanged();
      if (!changed) throw new InputError('Fewer than two batches are on – nothing can have changed between them.');
      return whatChangedTable(changed);
    },

    forget(): void {
      [batches, key, held] = [[], DEFAULT_KEY, null];
    },

    /** Everything that a project must name to make them again. */
    inputs() {
      return {
        sources: batches.flatMap(({ sources }) => sources),
        map: batches[0]?.map ?? {},
        mappings: batches.flatMap(({ sources, mappings }) => sources.map((_, i) => mappings[i] ?? null)),
        batches: batches.map(({ name, receivedDay, label, on, sources }) => {
          return { name, receivedDay, label, on, inputs: sources.length };
        }),
        batchKey: key,
      };
    },
  };
}

/** `batches` in order of receipt. */
function heldOf(batches: readonly HeldBatch[], key: BatchKey): Held {
  const { table, counts, matched } = combineBatches(batches, key);
  const on = batches.filter((batch) => batch.on);
  const report = combinedReport(
    on.map((batch) => batch.report),
    table,
  );
  const list: BatchList = {
    key,
    keyMatters: batches.length > 1 && batches.some((batch) => someWithoutId(batch.table)),
    batches: batches.map(({ id, name, receivedDay, label, on: isOn, report: r }, i) => {
      const { rows, kept, files } = r;
      return { id, name, receivedDay, label, on: isOn, rows, kept, files, counts: counts[i] ?? null };
    }),
    coverage: coverageOf(
      on.map((batch) => batch.table),
      table,
    ),
  };
  const pipeline = pipelineOf(table, builtInSchedule('cchi-2020'));
  return { table, pipeline, report, info: infoOf(table, report), matched, list };
}

function replyOf({ list, report, info }: Held): ReturnType<BatchJobs['setBatches']> {
  return { list, data: { report, info } };
}

function infoOf(table: OffenceTable, report: IngestReport): DatasetInfo {
  return {
    rows: table.rows,
    snapped: table.snapped,
    hasDates: report.fromDay !== MISSING,
    hasDays: table.precision.some((precision) => precision >= Precision.day),
    hasTimes: table.hourOfWeek.some((hour) => hour !== NO_HOUR),
    hasKinds: table.offences.some(({ kind }) => kind !== null),
    fromDay: report.fromDay,
    toDay: report.toDay,
    definitions: availabilityOf(table),
  };
}

function someWithoutId({ rows, id }: OffenceTable): boolean {
  for (let row = 0; row < rows; row++) if (id.offsets[row] === id.offsets[row + 1]) return true;
  return false;
}
