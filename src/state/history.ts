/** Undo and redo over settings: pure functions on the three fields that hold them. */
import type { AppState, Settings } from './app-state.ts';

const MAX_STEPS = 200;

type History = Pick<AppState, 'settings' | 'past' | 'future'>;

/** A new choice: the present becomes the past, the future is gone. With `replace` the step before is kept instead. */
export function record(state: History, settings: Settings, replace: boolean): History {
  const past = replace ? state.past : [...state.past, state.settings].slice(-MAX_STEPS);
  return { settings, past, future: [] };
}

export function undo(state: History): History {
  const previous = state.past.at(-1);
  if (!previous) return state;
  return { settings: previous, past: state.past.slice(0, -1), future: [state.settings, ...state.future] };
}

export function redo(state: History): History {
  const next = state.future[0];
  if (!next) return state;
  return { settings: next, past: [...state.past, state.settings], future: state.future.slice(1) };
}

/** A change that belongs to every step alike (first colour classes): it is no step of its own. */
export function rewrite(state: History, change: (settings: Settings) => Settings): History {
  return { settings: change(state.settings), past: state.past.map(change), future: state.future.map(change) };
}
