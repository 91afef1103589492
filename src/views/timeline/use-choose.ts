import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { SeriesResult } from '../../core/results.ts';
import { useStore } from '../store-context.ts';
import type { TimelineModel } from './model.ts';
import { reached, type Strip } from './moves.ts';

/** Arrow keys move the period; the strokes of one visit are a single undo. */
export function useKeysToMove(strip: Strip) {
  const store = useStore();
  const visit = useRef(0);
  return {
    onFocus: () => {
      visit.current += 1;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const to = reached(event, store.getState().settings, strip);
      if (to === null || event.altKey || event.metaKey) return;
      event.preventDefault();
      store.dispatch({ type: 'set', patch: to, merge: `timeline-keys-${visit.current}` });
    },
  };
}

/** Pointer handlers: press, drag and release choose whole steps; every step of one drag is a single undo. */
export function useDragToChoose(
  series: SeriesResult,
  model: TimelineModel,
  setHovered: (index: number | null) => void,
) {
  const store = useStore();
  const gesture = useRef({ id: 0, anchor: null as number | null });
  const indexOf = (event: PointerEvent<SVGSVGElement>) =>
    model.indexAt(event.clientX - event.currentTarget.getBoundingClientRect().left);
  const choose = (a: number, b: number) => {
    const fromDay = series.startDay[Math.min(a, b)] ?? null;
    const toDay = series.endDay[Math.max(a, b)] ?? null;
    store.dispatch({ type: 'set', patch: { fromDay, toDay }, merge: `timeline-${gesture.current.id}` });
  };
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      gesture.current = { id: gesture.current.id + 1, anchor: indexOf(event) };
      choose(indexOf(event), indexOf(event));
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const index = indexOf(event);
      setHovered(index);
      if (gesture.current.anchor !== null) choose(gesture.current.anchor, index);
    },
    onPointerUp: () => {
      gesture.current.anchor = null;
    },
    onPointerCancel: () => {
      gesture.current.anchor = null;
    },
    onPointerLeave: () => setHovered(null),
  };
}
