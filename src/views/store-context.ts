import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AppState, Store } from '../state/app-state.ts';

export const StoreContext = createContext<Store | null>(null);

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('A view was mounted outside App: wrap it in StoreContext.Provider.');
  return store;
}

/** The part of the state that a view shows; `select` must hand out values the state holds, not fresh objects. */
export function useSlice<T>(select: (state: AppState) => T): T {
  const store = useStore();
  const read = () => select(store.getState());
  return useSyncExternalStore(store.subscribe, read, read);
}
