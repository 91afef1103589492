import { lazy, Suspense } from 'react';
import type { Theme } from '../state/app-state.ts';
import { useSlice, useStore } from './store-context.ts';

/** The map libraries are most of the app's bytes: the panels do not wait for them. */
const MapView = lazy(async () => ({ default: (await import('./map/MapView.tsx')).MapView }));

export function MapArea({ theme }: { theme: Theme }) {
  const store = useStore();
  const state = useSlice((whole) => whole);
  return (
    <Suspense>
      <MapView state={state} theme={theme} dispatch={store.dispatch} present={state.presenting} />
    </Suspense>
  );
}
