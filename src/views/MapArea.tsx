import type { Theme } from '../state/app-state.ts';
import { MapView } from './map/MapView.tsx';
import { useSlice, useStore } from './store-context.ts';

export function MapArea({ theme }: { theme: Theme }) {
  const store = useStore();
  const state = useSlice((whole) => whole);
  return <MapView state={state} theme={theme} dispatch={store.dispatch} present={state.presenting} />;
}
