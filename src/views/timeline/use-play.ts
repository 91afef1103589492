import { useEffect, useRef } from 'react';
import { useSlice, useStore } from '../store-context.ts';
import { playedFrom, playedOn, type Strip } from './moves.ts';

/** Steps a second; where dates are months a quarter of it, and one where the reader wants less motion. */
export type Speed = 4 | 8;

/** Moves the chosen period on while the state says that it plays; whatever the reader does elsewhere stops it. */
export function usePlay(strip: Strip, speed: Speed): { readonly playing: boolean; readonly toggle: () => void } {
  const store = useStore();
  const playing = useSlice((state) => state.playing);
  const plays = useRef(0);
  const { fromDay, toDay, months } = strip;

  useEffect(() => {
    if (!playing) return;
    const strip = { fromDay, toDay, months };
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const stop = () => store.dispatch({ type: 'play', on: false });
    const merge = `play-${plays.current}`;
    const step = () => {
      const { hotspots, settings } = store.getState();
      // a step that is still being computed is waited for, never skipped
      if (hotspots.status === 'running') return;
      const next = playedOn(playedFrom(settings, strip), strip);
      const here = { fromDay: settings.fromDay ?? fromDay, toDay: settings.toDay ?? toDay };
      if (next === null || next.fromDay <= here.fromDay) stop();
      else store.dispatch({ type: 'set', patch: next, merge });
    };
    const timer = setInterval(step, 1000 / (calm ? 1 : months ? speed / 4 : speed));
    const inputs = ['pointerdown', 'keydown', 'wheel'] as const;
    const onInput = (event: Event) => {
      const onButton = event.target instanceof Element && event.target.closest('[data-play]') !== null;
      // what presses the button stops it by itself
      const presses = !(event instanceof KeyboardEvent) || event.key === ' ' || event.key === 'Enter';
      if (!onButton || !presses) stop();
    };
    for (const input of inputs) window.addEventListener(input, onInput, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const input of inputs) window.removeEventListener(input, onInput, { capture: true });
    };
  }, [playing, speed, fromDay, toDay, months, store]);

  // the strip went away, as it does while presenting
  useEffect(() => () => store.dispatch({ type: 'play', on: false }), [store]);

  const toggle = () => {
    if (!playing) {
      plays.current += 1;
      const from = playedFrom(store.getState().settings, strip);
      store.dispatch({ type: 'set', patch: from, merge: `play-${plays.current}` });
    }
    store.dispatch({ type: 'play', on: !playing });
  };
  return { playing, toggle };
}
