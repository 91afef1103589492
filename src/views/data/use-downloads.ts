import { fileName, saveFile } from '../download.ts';
import { useStore } from '../store-context.ts';
import { areaName } from '../words.ts';

/** Saves a table of the current view as CSV; what goes wrong is said in a message. */
export function useDownloads(): (table: 'ranked' | 'hotspots' | 'notes') => void {
  const store = useStore();
  return (table) => {
    const area = areaName(store.getState());
    store.exportTable(table, 'csv').then(
      (bytes) =>
        saveFile(
          new Blob([bytes], { type: 'text/csv;charset=utf-8' }),
          fileName(table === 'notes' ? ['notes'] : [area, table], 'csv'),
        ),
      (error: unknown) =>
        store.dispatch({
          type: 'toast',
          toast: { kind: 'error', message: error instanceof Error ? error.message : 'The table could not be written.' },
        }),
    );
  };
}
