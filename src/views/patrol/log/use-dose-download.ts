import type { ShownDose } from '../../../state/visit-log.ts';
import { fileName, saveFile } from '../../download.ts';
import { useStore } from '../../store-context.ts';
import { areaName } from '../../words.ts';

/** Saves planned and given visits and minutes of each area and day as a CSV: no positions and no names of officers. */
export function useDoseDownload(): (shown: ShownDose) => Promise<void> {
  const store = useStore();
  return async ({ query }) => {
    try {
      const bytes = await store.visitDoseFile(query, 'csv');
      saveFile(
        new Blob([bytes], { type: 'text/csv;charset=utf-8' }),
        fileName([areaName(store.getState()), 'visit-log'], 'csv'),
      );
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The table could not be written.';
      store.dispatch({ type: 'toast', toast: { kind: 'error', message } });
    }
  };
}
