import { useEffect } from 'react';
import { useSlice, useStore } from '../store-context.ts';

/** Presenting follows full screen: leaving it by the browser's own keys ends the presentation too. */
export function useFullScreen(): void {
  const store = useStore();
  const presenting = useSlice((state) => state.presenting);
  useEffect(() => {
    const changed = () => {
      if (document.fullscreenElement === null && store.getState().presenting)
        store.dispatch({ type: 'present', on: false });
    };
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [store]);
  useEffect(() => {
    if (!presenting && document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
  }, [presenting]);
}

/** Asks for the whole screen; a browser that refuses shows the slide in its window. Call it from a key or a press. */
export function enterFullScreen(): void {
  void document.documentElement.requestFullscreen?.().catch(() => undefined);
}
