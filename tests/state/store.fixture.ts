import type { Store } from '../../src/state/app-state.ts';
import type { Remembering } from '../../src/state/quiet-storage.ts';
import { createStore, type StoreOptions } from '../../src/state/store.ts';
import { directClient } from '../../src/worker/client.ts';
import { createJobs } from '../../src/worker/jobs.ts';

/** A browser's storage over a map, which holds what was kept. */
export function memory(kept = new Map<string, string>()): Remembering & { readonly kept: Map<string, string> } {
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    clear: () => kept.clear(),
  };
}

/** A store over the real jobs, as on the first visit unless told otherwise. */
export function storeOver({ hash = '', ...others }: Partial<StoreOptions> & { readonly hash?: string } = {}): Store {
  return createStore({
    client: directClient(createJobs()),
    appVersion: '0.1.0',
    baseUrl: '/',
    location: { hash },
    history: { replaceState: () => undefined },
    storage: memory(),
    ...others,
  });
}
