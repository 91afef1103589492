import type { SaveOptions, Store } from '../../state/app-state.ts';
import { plainName, saveFile } from '../download.ts';
import { useStore } from '../store-context.ts';
import { areaName, periodWords } from '../words.ts';

export type TableName = keyof Awaited<ReturnType<Store['projectTables']>>;

/** Downloads of a project; saving answers with what is wrong, null when nothing is. */
export function useProjectFiles(): {
  saveProject(options: SaveOptions): Promise<string | null>;
  saveTable(name: TableName): void;
} {
  const store = useStore();
  return {
    async saveProject(options) {
      const state = store.getState();
      try {
        const bytes = await store.saveProject(options);
        const name = `${plainName([areaName(state), periodWords(state)])}.harmscape.json`;
        saveFile(new Blob([bytes], { type: 'application/json' }), name);
        return null;
      } catch (error) {
        return messageOf(error);
      }
    },
    saveTable(name) {
      store.projectTables().then(
        (tables) => saveFile(new Blob([tables[name]], { type: 'text/csv;charset=utf-8' }), name),
        (error: unknown) => store.dispatch({ type: 'toast', toast: { kind: 'error', message: messageOf(error) } }),
      );
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'It could not be written.';
}
