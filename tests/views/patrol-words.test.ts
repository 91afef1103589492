import { describe, expect, it } from 'vitest';
import {
  clockWords,
  elsewhereWords,
  minuteOfText,
  movesWords,
  moveWords,
} from '../../src/views/patrol/patrol-words.ts';

describe('words of a patrol', () => {
  it('tell times of a shift beyond midnight by the clock', () => {
    expect([0, 1245, 1500].map(clockWords)).toEqual(['00:00', '20:45', '01:00']);
  });

  it('read a time as people write it, and nothing else', () => {
    expect(['20:45', '2045', '8', '08.30', ' 7:05 '].map(minuteOfText)).toEqual([1245, 1245, 480, 510, 425]);
    expect(['24:00', '20:60', 'eight', '', '1:2:3'].map(minuteOfText)).toEqual([null, null, null, null, null]);
  });

  it('tell what became of an area, and nothing where it stands as it did', () => {
    const move = { state: 'same', name: 'Pier', rankBefore: 2, rankAfter: 2, gained: [], lost: [] } as const;
    expect(moveWords(move)).toBe('');
    expect(moveWords({ ...move, rankAfter: 1 })).toBe('rank 2 → 1');
    const moved = { ...move, state: 'moved', rankAfter: 5, gained: ['a'], lost: ['b', 'c'] } as const;
    expect(moveWords(moved).replaceAll('\u00a0', ' ')).toBe('+1 cell, −2 cells, rank 2 → 5');
    const fresh = { ...move, state: 'new', rankBefore: null } as const;
    const gone = { ...move, state: 'gone', rankAfter: null } as const;
    expect([moveWords(fresh), moveWords(gone)]).toEqual(['new', 'gone, was 2']);
    expect(movesWords([move, { ...move, rankAfter: 1 }, moved, fresh, gone])).toBe(
      '1 new, 1 gone, 1 moved, 1 with another rank; 1 as they were.',
    );
  });

  it('say how many changes wait elsewhere', () => {
    expect(elsewhereWords(1)).toContain('One change was made in another study area');
    expect(elsewhereWords(3)).toContain('3 changes were made');
  });
});
