import type { Evaluation } from '../../state/evaluation.ts';
import { fileName, saveFile } from '../download.ts';
import { useStore } from '../store-context.ts';
import { areaName, periodWords } from '../words.ts';

/** Saves the figures as a CSV: shares and ratios alone, no counts of any place. */
export function useEvaluationDownload(): (evaluation: Evaluation) => Promise<void> {
  const store = useStore();
  return async ({ result }) => {
    const state = store.getState();
    try {
      const bytes = await store.evaluationFile(result.rows, 'csv');
      const name = fileName([areaName(state), periodWords(state), 'evaluation'], 'csv');
      saveFile(new Blob([bytes], { type: 'text/csv;charset=utf-8' }), name);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The table could not be written.';
      store.dispatch({ type: 'toast', toast: { kind: 'error', message } });
    }
  };
}
