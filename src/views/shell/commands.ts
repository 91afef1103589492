import type { Mode, Store, Theme } from '../../state/app-state.ts';
import { keyDateBeside, keyDateViewed } from '../../state/key-date-view.ts';
import { neighbourInRank } from '../hotspots/rank-steps.ts';
import { shownValue } from '../words.ts';
import type { Command } from './shortcuts.ts';

export interface Doings {
  readonly present: (on: boolean) => void;
  readonly print: () => void;
  readonly savePicture: () => void;
  readonly help: () => void;
}

/** What each command does to the store or asks of the screen. */
export function runCommand(command: Command, store: Store, theme: Theme, doings: Doings): void {
  const { presenting, settings } = store.getState();
  const toMode = (mode: Mode) => {
    if (!presenting) store.dispatch({ type: 'mode', mode });
  };
  const commands: Readonly<Record<Command, () => void>> = {
    present: () => doings.present(!presenting),
    undo: () => store.dispatch({ type: 'undo' }),
    redo: () => store.dispatch({ type: 'redo' }),
    data: () => toMode('data'),
    hotspots: () => toMode('hotspots'),
    risk: () => toMode('risk'),
    'key-dates': () => toMode('key-dates'),
    compare: () => toMode('compare'),
    patrol: () => toMode('patrol'),
    evaluate: () => toMode('evaluate'),
    theme: () => store.dispatch({ type: 'theme', choice: theme === 'dark' ? 'light' : 'dark' }),
    'previous-rank': () => step(store, -1),
    'next-rank': () => step(store, 1),
    'slide-back': () => stepKeyDate(store, -1),
    'slide-on': () => stepKeyDate(store, 1),
    fit: () => store.dispatch({ type: 'fit' }),
    'save-picture': () => {
      if (presenting) doings.savePicture();
    },
    print: doings.print,
    help: doings.help,
    leave: () => {
      if (presenting) doings.present(false);
      else if (settings.cell !== null) store.dispatch({ type: 'set', patch: { cell: null } });
    },
  };
  commands[command]();
}

function step(store: Store, direction: -1 | 1): void {
  if (store.getState().mode === 'key-dates') stepKeyDate(store, direction);
  else stepRank(store, direction);
}

/** To the key date before or after the chosen one, in its mode. */
function stepKeyDate(store: Store, direction: -1 | 1): void {
  const state = store.getState();
  const next = state.mode === 'key-dates' ? keyDateBeside(state, direction) : null;
  if (next === null) return;
  store.dispatch({ type: 'set', patch: keyDateViewed(state.settings, { id: next.id }), merge: 'key-date' });
}

function stepRank(store: Store, direction: -1 | 1): void {
  const state = store.getState();
  const result = shownValue(state.hotspots);
  const cell = result === null ? null : neighbourInRank(result.top, state.settings.cell, direction);
  if (cell !== null) store.dispatch({ type: 'set', patch: { cell }, merge: 'rank-step' });
}
