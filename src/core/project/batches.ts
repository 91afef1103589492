/** The batches of a project: which of its inputs came together, what is said of them, and the table that they make. */
import { type BatchAbout, type BatchKey, type BatchLabel, batchKeys, inOrderOfReceipt } from '../batches/batch.ts';
import { combineBatches } from '../batches/combine.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Source } from '../ingest/source.ts';
import type { OffenceTable } from '../offences/table.ts';
import { at, flag, listOf, oneOf, orNull, type Part, text, whole, wrong } from './check.ts';
import type { Project } from './project.ts';

/** A batch as a project names it: the next `inputs` of the project's inputs. */
export interface ProjectBatch extends BatchAbout {
  readonly inputs: number;
}

/** Far beyond any date of an offence, on either side of 1970. */
const MOST_DAYS = 1_000_000;

/** Absent in projects of one load that were saved before there were batches. */
export function readBatches(root: Part, inputs: number): Pick<Project, 'batches' | 'batchKey'> {
  const part = at(root, 'batches');
  if (part.value === undefined) return {};
  const batches = listOf(part, readBatch);
  if (batches.reduce((sum, batch) => sum + batch.inputs, 0) !== inputs) {
    throw wrong(part, `batches of ${inputs} inputs together`);
  }
  return { batches, batchKey: oneOf(at(root, 'batchKey'), batchKeys) };
}

function readBatch(part: Part): ProjectBatch {
  return {
    name: text(at(part, 'name')),
    receivedDay: orNull(at(part, 'receivedDay'), day),
    label: orNull(at(part, 'label'), readLabel),
    on: flag(at(part, 'on')),
    inputs: whole(at(part, 'inputs'), 1, 65_535),
  };
}

function readLabel(part: Part): BatchLabel {
  const kind = oneOf(at(part, 'kind'), ['key-date', 'fortnight'] as const);
  if (kind === 'key-date') return { kind, day: day(at(part, 'day')), text: text(at(part, 'text')) };
  return { kind, fromDay: day(at(part, 'fromDay')), toDay: day(at(part, 'toDay')) };
}

function day(part: Part): number {
  return whole(part, -MOST_DAYS, MOST_DAYS);
}

export function batchJson({ name, receivedDay, label, on, inputs }: ProjectBatch): ProjectBatch {
  return { name, receivedDay, label: label && labelJson(label), on, inputs };
}

function labelJson(label: BatchLabel): BatchLabel {
  if (label.kind === 'key-date') return { kind: label.kind, day: label.day, text: label.text };
  return { kind: label.kind, fromDay: label.fromDay, toDay: label.toDay };
}

/** The inputs cut into batches; one of all of them where a project names none. */
export function batchesOf({ batches, inputs, title }: Pick<Project, 'batches' | 'inputs' | 'title'>) {
  const named: readonly ProjectBatch[] = batches ?? [
    { name: title, receivedDay: null, label: null, on: true, inputs: inputs.length },
  ];
  let start = 0;
  return named.map((batch) => {
    const from = start;
    start += batch.inputs;
    return { ...batch, from, to: start };
  });
}

export const DEFAULT_KEY: BatchKey = 'offence-start-place';

/** What the batches that are on hold together; `sources` are the inputs, in their order. */
export async function tableOfProject(project: Project, sources: readonly Source[]): Promise<OffenceTable> {
  const read: (BatchAbout & Awaited<ReturnType<typeof ingest>>)[] = [];
  for (const { from, to, ...about } of batchesOf(project)) {
    // one that is off counts nowhere, so it need not be read
    if (!about.on) continue;
    const mappings = project.mappings?.slice(from, to) ?? [];
    read.push({ ...about, ...(await ingest(sources.slice(from, to), { map: project.map, mappings })) });
  }
  return combineBatches(inOrderOfReceipt(read), project.batchKey ?? DEFAULT_KEY).table;
}
