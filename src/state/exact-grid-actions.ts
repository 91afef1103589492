/** Opening and forgetting the file that makes grid references exact. */
import type { AppState, Store } from './app-state.ts';
import type { Doing } from './doing.ts';
import { messageOf } from './message-of.ts';
import { failed, running } from './reduce.ts';

type Actions = Pick<Store, 'openExactGrid' | 'removeExactGrid'>;

export function exactGridActions({ client, dispatch, getState }: Doing): Actions {
  const become = (exactGrid: AppState['exactGrid']): void => dispatch({ type: 'exact-grid', exactGrid });
  return {
    async openExactGrid(file) {
      const opening = running(getState().exactGrid);
      become(opening);
      const opened = await client.openExactGrid(file).then(
        (value) => ({ status: 'ready', value }) as const,
        (error: unknown) => failed(getState().exactGrid, messageOf(error)),
      );
      // what was opened or cleared meanwhile wins
      if (getState().exactGrid === opening) become(opened);
    },
    async removeExactGrid() {
      await client.removeExactGrid();
      become({ status: 'idle' });
    },
  };
}
