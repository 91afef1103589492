import { describe, expect, it } from 'vitest';
import { commandOf, type KeyStroke, shortcuts } from '../../src/views/shell/shortcuts.ts';

const key = (name: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('shortcuts', () => {
  it('answer to their keys in either case', () => {
    expect(
      ['p', 'P', 'h', 'c', 'd', '[', ']', 'f', 't', 's', '?', 'Escape'].map((k) => commandOf(key(k), false)),
    ).toEqual([
      'present',
      'present',
      'hotspots',
      'compare',
      'data',
      'previous-rank',
      'next-rank',
      'fit',
      'theme',
      'save-picture',
      'help',
      'leave',
    ]);
  });

  it('undo, redo and print with Ctrl or Command', () => {
    expect(commandOf(key('z', { ctrlKey: true }), false)).toBe('undo');
    expect(commandOf(key('Z', { metaKey: true, shiftKey: true }), false)).toBe('redo');
    expect(commandOf(key('y', { ctrlKey: true }), false)).toBe('redo');
    expect(commandOf(key('p', { ctrlKey: true }), false)).toBe('print');
  });

  it('single letters can be turned off, Escape and Ctrl keys not', () => {
    for (const name of ['p', 'd', '[', '?']) expect(commandOf(key(name), false, false)).toBeNull();
    expect(commandOf(key('Escape'), false, false)).toBe('leave');
    expect(commandOf(key('z', { ctrlKey: true }), false, false)).toBe('undo');
  });

  it('never fire while someone types', () => {
    for (const name of ['p', 'd', 'z', 'Escape', '?']) expect(commandOf(key(name), true)).toBeNull();
    expect(commandOf(key('z', { ctrlKey: true }), true)).toBeNull();
  });

  it('leave the browser its own combinations', () => {
    expect(commandOf(key('f', { ctrlKey: true }), false)).toBeNull();
    expect(commandOf(key('d', { altKey: true }), false)).toBeNull();
    expect(commandOf(key('p', { ctrlKey: true, shiftKey: true }), false)).toBeNull();
  });

  it('are all in the help dialog, once', () => {
    expect(new Set(shortcuts.map((shortcut) => shortcut.command)).size).toBe(shortcuts.length);
    const keys = [...'abcdefghijklmnopqrstuvwxyz[]?', 'Escape', 'PageUp', 'PageDown'];
    const listed = new Set(shortcuts.map(({ command }) => command));
    const missing = keys.filter((name) => {
      const command = commandOf(key(name), false, true, true);
      return command !== null && !listed.has(command);
    });
    expect(missing).toEqual([]);
  });

  it('page keys step through a presentation, and belong to the page otherwise', () => {
    expect(commandOf(key('PageDown'), false, true, true)).toBe('slide-on');
    expect(commandOf(key('PageUp'), false, false, true)).toBe('slide-back');
    expect(commandOf(key('PageDown'), false)).toBeNull();
  });
});
