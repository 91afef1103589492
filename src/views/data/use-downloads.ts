import type { ExportOptions } from '../../core/tables/encode.ts';
import type { AppState, ExportedTable } from '../../state/app-state.ts';
import { chosenKeyDate } from '../../state/key-date-view.ts';
import { fileName, saveFile } from '../download.ts';
import { formatDay } from '../format.ts';
import { useStore } from '../store-context.ts';
import { areaName, periodWords } from '../words.ts';

const MEDIA: Readonly<Record<ExportOptions['format'], string>> = {
  csv: 'text/csv;charset=utf-8',
  geojson: 'application/geo+json',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json',
};

/** Where a table's own name says too little. */
const TABLE_WORDS: Readonly<Partial<Record<ExportedTable, string>>> = { hotspots: 'all cells', kde: 'density' };

export type Download = (table: ExportedTable, options: ExportOptions) => Promise<void>;

/** Saves a table of the current view; what goes wrong is said in a message. */
export function useDownloads(): Download {
  const store = useStore();
  return async (table, options) => {
    const state = store.getState();
    const parts =
      table === 'notes' || table === 'what-changed'
        ? [table]
        : [
            areaName(state),
            table === 'change' ? keyDateWords(state) : periodWords(state),
            TABLE_WORDS[table] ?? table,
            options.outside ? 'suppressed' : '',
          ];
    try {
      const bytes = await store.exportTable(table, options);
      saveFile(new Blob([bytes], { type: MEDIA[options.format] }), fileName(parts, options.format));
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The table could not be written.';
      store.dispatch({ type: 'toast', toast: { kind: 'error', message } });
    }
  };
}

/** The windows stand around the key date, whatever period is chosen. */
function keyDateWords(state: AppState): string {
  const keyDate = chosenKeyDate(state);
  return keyDate === null ? '' : formatDay(keyDate.fromDay);
}
