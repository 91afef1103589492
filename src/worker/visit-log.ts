/**
 * The log of patrols held against their plan. Where officers were is personal: it stays in the worker's memory, no reply
 * holds a position, nothing of it is stored, and clearing forgets it.
 */
import { InputError } from '../core/errors.ts';
import type { LogUse } from '../core/evaluation/visit-columns.ts';
import { type DoseQuery, type HeldLog, type VisitDose, visitDose } from '../core/evaluation/visit-dose.ts';
import { HEAD_BYTES, type LogPlace, visitLogReader } from '../core/evaluation/visit-log.ts';
import type { VisitLog } from '../core/evaluation/visit-rows.ts';
import { inOrder, type Position } from '../core/evaluation/visits.ts';
import { setFinder } from '../core/hex/set-finder.ts';
import { breathing } from '../core/ingest/breathing.ts';
import type { Source } from '../core/ingest/source.ts';
import { doseTable } from '../core/tables/dose.ts';
import { encodeTable, type TableFormat } from '../core/tables/encode.ts';

/** What is shown of a file; its positions stay here. */
export interface LogFile {
  /** Another one each time that a file is read. */
  readonly id: number;
  readonly name: string;
  readonly use: LogUse;
  readonly positions: number;
  readonly visits: number;
  readonly notes: readonly string[];
}

export interface LogDoseQuery extends Omit<DoseQuery, 'places'> {
  readonly places: readonly (LogPlace & { readonly cells: readonly string[] })[];
}

export interface VisitLogJobs {
  /**
   * Reads more of the log; a file of the same name takes the place of the one held. A file that cannot be read leaves those
   * held as they were. @throws InputError for one that is no log
   */
  openVisitLog(source: Source, use: LogUse): Promise<readonly LogFile[]>;
  removeVisitLog(name: string): readonly LogFile[];
  /** @throws InputError without a log */
  visitDose(query: LogDoseQuery): VisitDose;
  visitDoseFile(query: LogDoseQuery, format: TableFormat): Promise<Uint8Array<ArrayBuffer>>;
}

interface HeldFile {
  readonly id: number;
  readonly name: string;
  readonly use: LogUse;
  readonly log: VisitLog;
}

export function createVisitLog() {
  let files: readonly HeldFile[] = [];
  // made when first asked for, as they take as long as reading
  let ordered: readonly Position[] | null = null;
  // what was being read when all was forgotten is not held either
  let forgotten = 0;
  let opens = 0;
  let placed: { readonly key: string; readonly areas: Int32Array } | null = null;

  const replace = (next: readonly HeldFile[]): readonly LogFile[] => {
    files = next;
    ordered = null;
    placed = null;
    return listed();
  };
  const listed = (): readonly LogFile[] =>
    files.map(({ id, name, use, log }) => ({
      id,
      name,
      use,
      positions: log.positions.length,
      visits: log.visits.length,
      notes: log.notes,
    }));
  const logs = (): readonly HeldFile[] => files.filter(({ use }) => use === 'log');

  const heldLog = (places: LogDoseQuery['places']): HeldLog => {
    const held = logs();
    if (held.length === 0) throw new InputError('No log of patrols is open – open GPX tracks or a CSV of visits.');
    const positions = ordered ?? inOrder(held.flatMap(unitsApart));
    ordered = positions;
    const cells = places.map((place) => place.cells);
    const key = JSON.stringify(cells);
    if (placed?.key !== key) {
      const areaOf = setFinder(cells);
      placed = { key, areas: Int32Array.from(positions, ({ lon, lat }) => areaOf(lon, lat)) };
    }
    return {
      positions,
      areas: placed.areas,
      visits: held.flatMap(({ log }) => log.visits),
      withoutUnits: held.filter(({ log }) => log.units === 'none' && log.positions.length > 0).map(({ name }) => name),
      planned: files.flatMap(({ use, log }) => (use === 'timetable' ? log.visits : [])),
    };
  };
  const doseOf = (query: LogDoseQuery): VisitDose => visitDose(heldLog(query.places), query);

  const jobs: VisitLogJobs = {
    async openVisitLog(source, use) {
      const before = forgotten;
      const log = await read(source);
      if (forgotten !== before) return listed();
      if (use === 'timetable' && log.visits.length === 0) {
        throw new InputError(
          `${source.name} holds positions, not planned visits – open the timetable of a plan (CSV).`,
        );
      }
      opens += 1;
      const opened = { id: opens, name: source.name, use, log };
      const known = files.some(({ name }) => name === source.name);
      return replace(known ? files.map((file) => (file.name === source.name ? opened : file)) : [...files, opened]);
    },
    removeVisitLog: (name) => replace(files.filter((file) => file.name !== name)),
    visitDose: doseOf,
    visitDoseFile: (query, format) => encodeTable(doseTable(doseOf(query), query.places), format),
  };
  return {
    jobs,
    forget(): void {
      forgotten += 1;
      replace([]);
    },
  };
}

/** Trackers name their tracks alike: those of two files are one unit's only where a column says so. */
function unitsApart({ name, log }: HeldFile): readonly Position[] {
  if (log.units !== 'tracks') return log.positions;
  const known = new Map<string, string>();
  return log.positions.map((position) => {
    const unit = known.get(position.unit) ?? `${position.unit} (${name})`;
    known.set(position.unit, unit);
    return { ...position, unit };
  });
}

async function read(source: Source): Promise<VisitLog> {
  const head = new Uint8Array(await bytesOf(source, 0, HEAD_BYTES));
  const reader = visitLogReader(head, source.name);
  const rest = breathing(source);
  for (let from = 0; from < source.size; from += CHUNK_BYTES) {
    reader.push(new Uint8Array(await bytesOf(rest, from, from + CHUNK_BYTES)));
  }
  return reader.end();
}

const CHUNK_BYTES = 1 << 20;

async function bytesOf(source: Source, from: number, to: number): Promise<ArrayBuffer> {
  try {
    return await source.slice(from, Math.min(to, source.size)).arrayBuffer();
  } catch {
    throw new InputError(`“${source.name}” can no longer be read – it was moved or changed: open it again.`);
  }
}
