/** A batch: the files of one load, with what the analyst says of it. */
import type { FileReport, IngestReport } from '../ingest/report.ts';
import type { OffenceTable } from '../offences/table.ts';
import type { BatchCounts } from './combine.ts';
import type { Coverage } from './coverage.ts';

/** What a batch was received for. */
export type BatchLabel =
  | { readonly kind: 'key-date'; readonly day: number; readonly text: string }
  /** Both days included. */
  | { readonly kind: 'fortnight'; readonly fromDay: number; readonly toDay: number };

export interface BatchAbout {
  readonly name: string;
  /** Day on which it came; null when nobody said, which is before every day. */
  readonly receivedDay: number | null;
  readonly label: BatchLabel | null;
  /** Whether its rows count. */
  readonly on: boolean;
}

export interface Batch extends BatchAbout {
  readonly table: OffenceTable;
  readonly report: IngestReport;
}

/**
 * How rows without an offence id are known again in a later batch: by offence, start and place to about a metre (five
 * decimals of a degree), or not at all.
 */
export type BatchKey = 'offence-start-place' | 'none';

export const batchKeys = ['offence-start-place', 'none'] as const satisfies readonly BatchKey[];

/** What a load joins: the batches held, or nothing, and they go. */
export interface LoadAs extends Partial<BatchAbout> {
  readonly join: boolean;
  /** How rows without an id are known again from now on. */
  readonly key?: BatchKey;
}

export interface BatchInfo extends BatchAbout {
  /** Never given twice. */
  readonly id: number;
  readonly rows: number;
  readonly kept: number;
  readonly files: readonly FileReport[];
  /** Null while it is off. */
  readonly counts: BatchCounts | null;
}

export interface BatchList {
  readonly key: BatchKey;
  /** Whether rows without an id are among those held, so that the key matters. */
  readonly keyMatters: boolean;
  /** In order of receipt. */
  readonly batches: readonly BatchInfo[];
  /** Of the batches that are on, in that order. */
  readonly coverage: Coverage;
}

export type BatchChange =
  | { readonly kind: 'set'; readonly id: number; readonly patch: Partial<BatchAbout> }
  | { readonly kind: 'remove'; readonly id: number }
  | { readonly kind: 'key'; readonly key: BatchKey };

/** By day of receipt, those of one day in the order in which they were loaded. */
export function inOrderOfReceipt<B extends Pick<Batch, 'receivedDay'>>(batches: readonly B[]): B[] {
  const day = (batch: B): number => batch.receivedDay ?? Number.NEGATIVE_INFINITY;
  // equal days, and two that nobody named, leave the order as it is
  return [...batches].sort((a, b) => (day(a) === day(b) ? 0 : day(a) - day(b)));
}
