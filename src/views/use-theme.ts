import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Theme } from '../state/app-state.ts';
import { useSlice } from './store-context.ts';

const query = '(prefers-color-scheme: dark)';

function watch(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** The theme on screen; keeps `data-theme` of the page to it. */
export function useTheme(): Theme {
  const choice = useSlice((state) => state.themeChoice);
  const dark = useSyncExternalStore(watch, () => window.matchMedia(query).matches);
  const theme = choice === 'system' ? (dark ? 'dark' : 'light') : choice;
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme;
}
