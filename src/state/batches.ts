/** What the state knows of batches, and how it changes. Pure. */
import type { BatchLabel, BatchList, LoadAs } from '../core/batches/batch.ts';
import type { IngestReport } from '../core/ingest/report.ts';
import type { DatasetInfo } from '../core/results.ts';
import type { AppState, Dataset } from './app-state.ts';

/** Files that wait for the answer whether they join what is loaded. */
export interface BatchQuestion {
  readonly files: readonly string[];
  /** What is suggested. */
  readonly name: string;
  readonly receivedDay: number;
  readonly label: BatchLabel | null;
}

/** null: do not load them. */
export type BatchAnswer = LoadAs | null;

/** What the offences on screen are called: the batch that is on, or how many are. */
export function datasetName({ batches }: BatchList): string {
  const on = batches.filter((batch) => batch.on);
  return on.length === 1 ? (on[0]?.name ?? '') : `${on.length} batches`;
}

/** The list changed; with other offences everything is computed anew, and the view stays. */
export function withBatches(
  state: AppState,
  list: BatchList,
  data: { readonly report: IngestReport; readonly info: DatasetInfo } | null,
): AppState {
  if (state.dataset.status !== 'ready' && state.dataset.status !== 'failed') return { ...state, batches: list };
  const { value } = state.dataset;
  if (!value) return { ...state, batches: list };
  const name = value.source === 'demo' ? value.name : datasetName(list);
  const dataset: Dataset = { ...value, ...data, name };
  return {
    ...state,
    batches: list,
    dataset: { status: 'ready', value: dataset },
    generation: data === null ? state.generation : state.generation + 1,
  };
}
