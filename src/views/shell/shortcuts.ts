/** The keys the app answers to. Pure, so that the help dialog, the listener and the tests share one list. */

export type Command =
  | 'present'
  | 'undo'
  | 'redo'
  | 'data'
  | 'hotspots'
  | 'risk'
  | 'key-dates'
  | 'compare'
  | 'patrol'
  | 'evaluate'
  | 'theme'
  | 'previous-rank'
  | 'next-rank'
  | 'slide-back'
  | 'slide-on'
  | 'fit'
  | 'save-picture'
  | 'print'
  | 'help'
  | 'leave';

export interface Shortcut {
  readonly command: Command;
  readonly keys: string;
  readonly words: string;
}

export const shortcuts: readonly Shortcut[] = [
  { command: 'present', keys: 'P', words: 'Present full screen, and back' },
  { command: 'hotspots', keys: 'H', words: 'Hotspots' },
  { command: 'risk', keys: 'R', words: 'Risk terrain' },
  { command: 'key-dates', keys: 'K', words: 'Key dates' },
  { command: 'compare', keys: 'C', words: 'Compare two areas or periods' },
  { command: 'patrol', keys: 'A', words: 'Patrol areas and the plan of a shift' },
  { command: 'evaluate', keys: 'E', words: 'Evaluate: does the map foretell?' },
  { command: 'data', keys: 'D', words: 'Data' },
  { command: 'previous-rank', keys: '[', words: 'Cell of the rank before, or in Key dates the date before' },
  { command: 'next-rank', keys: ']', words: 'Cell of the next rank, or in Key dates the next date' },
  { command: 'slide-back', keys: 'Page Up', words: 'While presenting Key dates: the date before' },
  { command: 'slide-on', keys: 'Page Down', words: 'While presenting Key dates: the next date' },
  { command: 'fit', keys: 'F', words: 'Fit the map to the study area' },
  { command: 'theme', keys: 'T', words: 'Light or dark' },
  { command: 'undo', keys: 'Ctrl + Z', words: 'Undo' },
  { command: 'redo', keys: 'Ctrl + Shift + Z', words: 'Redo' },
  {
    command: 'print',
    keys: 'Ctrl + P',
    words: 'Print the ranked list, in Patrol the cards, or while presenting the slide',
  },
  { command: 'save-picture', keys: 'S', words: 'While presenting: save the slide as a picture' },
  { command: 'leave', keys: 'Esc', words: 'Close the cell, or leave the presentation' },
  { command: 'help', keys: '?', words: 'This list' },
];

const PLAIN: Readonly<Record<string, Command>> = {
  p: 'present',
  h: 'hotspots',
  r: 'risk',
  c: 'compare',
  a: 'patrol',
  e: 'evaluate',
  k: 'key-dates',
  d: 'data',
  '[': 'previous-rank',
  ']': 'next-rank',
  f: 'fit',
  t: 'theme',
  s: 'save-picture',
  '?': 'help',
  escape: 'leave',
};

export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * The command of a key stroke, or null. `typing` is true in a text field, where every key belongs to the field; without
 * `letterKeys` single characters do nothing (WCAG 2.1.4), Escape still does. Page keys, which a remote clicker sends, belong
 * to the page unless it is a presentation.
 */
export function commandOf(stroke: KeyStroke, typing: boolean, letterKeys = true, presenting = false): Command | null {
  if (typing || stroke.altKey) return null;
  const key = stroke.key.toLowerCase();
  if (stroke.ctrlKey || stroke.metaKey) {
    if (key === 'z') return stroke.shiftKey ? 'redo' : 'undo';
    if (key === 'y' && !stroke.shiftKey) return 'redo';
    return key === 'p' && !stroke.shiftKey ? 'print' : null;
  }
  if (presenting && (key === 'pageup' || key === 'pagedown')) return key === 'pageup' ? 'slide-back' : 'slide-on';
  return letterKeys || key === 'escape' ? (PLAIN[key] ?? null) : null;
}
