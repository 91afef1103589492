import { describe, expect, it } from 'vitest';
import { type PatrolEdit, refreshMoves, withEdits } from '../../../src/core/patrol/edits.ts';
import type { PatrolArea } from '../../../src/core/patrol/patrol-areas.ts';

/** Cells are named by their index. */
const indexOf = (cell: string): number | undefined => (Number(cell) < 100 ? Number(cell) : undefined);
const measure = (rank: number, cells: readonly number[]): PatrolArea => ({
  rank,
  cells,
  areaM2: 15_000 * cells.length,
  count: cells.length,
  harm: 0,
  value: cells.length,
  share: cells.length / 100,
  centre: cells[0] ?? 0,
});
const grown = [measure(1, [1, 2, 3, 4]), measure(2, [10, 11, 12]), measure(3, [20, 21])];
const edited = (areas: readonly PatrolArea[], edits: readonly PatrolEdit[]) =>
  withEdits(areas, edits, { indexOf, measure });
const brief = (areas: readonly PatrolArea[], edits: readonly PatrolEdit[]) =>
  edited(areas, edits).areas.map((a) => [a.rank, a.cells, a.name, a.edited]);

const edits: readonly PatrolEdit[] = [
  { kind: 'rename', cells: ['1', '2', '3', '4'], name: 'Station' },
  { kind: 'drop', cells: ['10', '11', '12'] },
  { kind: 'nudge', cells: ['20', '21'], to: ['21', '22'] },
  { kind: 'add', cells: ['50', '51'], name: 'Park' },
];

describe('edits by hand', () => {
  it('rename, drop, move and add, ranks kept and the added one last', () => {
    expect(brief(grown, edits)).toEqual([
      [1, [1, 2, 3, 4], 'Station', false],
      [3, [21, 22], null, true],
      [4, [50, 51], 'Park', true],
    ]);
    expect(edited(grown, edits)).toMatchObject({ idle: [], elsewhere: 0 });
    expect(edited(grown, edits).areas.map((area) => area.edits)).toEqual([[0], [2], [3]]);
    expect(edited(grown, edits).dropped).toMatchObject([{ edit: 1, area: { rank: 2, cells: [10, 11, 12] } }]);
    expect(brief(grown, [])).toHaveLength(3);
  });

  it('after a refresh go to the area that shares most cells', () => {
    const later = [measure(1, [10, 12, 13]), measure(2, [2, 3, 5]), measure(3, [4, 6])];
    expect(brief(later, edits.slice(0, 2))).toEqual([
      [2, [2, 3, 5], 'Station', false],
      [3, [4, 6], null, false],
    ]);
  });

  it('say so when nothing lies there any more', () => {
    const { areas, idle } = edited([measure(1, [30, 31])], edits);
    expect(areas.map((area) => area.cells)).toEqual([
      [30, 31],
      [50, 51],
    ]);
    expect(idle).toEqual([
      { edit: 0, words: '“Station” was named by hand; no patrol area lies there any more.' },
      { edit: 1, words: 'An area was dropped by hand; no patrol area lies there any more.' },
      { edit: 2, words: 'An area was moved by hand; no patrol area lies there any more.' },
    ]);
    const outside = edited(grown, [{ kind: 'nudge', cells: ['20'], to: ['500'] }]);
    expect(outside.idle[0]?.words).toContain('stays where it was');
  });

  it('of another study area or resolution wait', () => {
    const others: readonly PatrolEdit[] = [
      { kind: 'add', cells: ['500'], name: 'Pier' },
      { kind: 'drop', cells: ['501'] },
      { kind: 'drop', cells: ['20'] },
    ];
    expect(edited(grown, others)).toMatchObject({ elsewhere: 2, idle: [], dropped: [{ edit: 2 }] });
    expect(edited(grown, others).areas).toHaveLength(2);
  });

  it('leave an added area without a name to that of its offences', () => {
    expect(brief(grown, [{ kind: 'add', cells: ['50'], name: '' }]).at(-1)).toEqual([4, [50], null, true]);
  });

  it('cells that are the officer’s leave the grown areas, and one left with none is gone', () => {
    expect(brief(grown, [{ kind: 'add', cells: ['3', '4', '20', '21'], name: 'Front' }])).toEqual([
      [1, [1, 2], null, false],
      [2, [10, 11, 12], null, false],
      [4, [3, 4, 20, 21], 'Front', true],
    ]);
  });
});

describe('what a refresh would change', () => {
  const seen = (rank: number, ...cells: string[]) => ({ rank, name: `Area ${cells[0]}`, cells });

  it('areas that stayed, moved, are new and are gone', () => {
    const before = [seen(1, 'a', 'b'), seen(2, 'c', 'd'), seen(3, 'e')];
    const after = [seen(1, 'c', 'x'), seen(2, 'a', 'b'), seen(3, 'z')];
    const moves = refreshMoves(before, after);
    expect(moves.map((m) => [m.state, m.rankBefore, m.rankAfter])).toEqual([
      ['moved', 2, 1],
      ['same', 1, 2],
      ['new', null, 3],
      ['gone', 3, null],
    ]);
    expect(moves[0]).toMatchObject({ gained: ['x'], lost: ['d'] });
  });

  it('each is matched once, with the one that shares most', () => {
    const moves = refreshMoves([seen(1, 'a', 'b', 'c')], [seen(1, 'a', 'q'), seen(2, 'b', 'c')]);
    expect(moves.map((m) => m.state)).toEqual(['new', 'moved']);
    expect(refreshMoves([], [])).toEqual([]);
  });
});
