import type { TrialShown } from '../../../state/trial.ts';
import { fileName, saveFile } from '../../download.ts';
import { formatPeriod } from '../../format.ts';
import { useStore } from '../../store-context.ts';

/** Saves the result as JSON, or the place-days as CSV. */
export function useTrialDownload(): (what: 'result' | 'place-days', shown: TrialShown) => Promise<void> {
  const store = useStore();
  return async (what, { result }) => {
    try {
      const text = await store.trialFile(what);
      const as = what === 'result' ? 'json' : 'csv';
      const type = what === 'result' ? 'application/json' : 'text/csv;charset=utf-8';
      const period = formatPeriod(result.fromDay, result.toDay);
      saveFile(new Blob([text], { type }), fileName(['trial', what, period], as));
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The file could not be written.';
      store.dispatch({ type: 'toast', toast: { kind: 'error', message } });
    }
  };
}
