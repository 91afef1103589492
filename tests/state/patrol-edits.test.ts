import { describe, expect, it } from 'vitest';
import { type PatrolEdit, withEdits } from '../../src/core/patrol/edits.ts';
import { added, dropped, movedTo, renamed, withoutEdit } from '../../src/state/patrol-edits.ts';

/** Cells are named by their index; three areas are grown. */
const measure = (rank: number, cells: readonly number[]) => ({
  ...{ rank, cells, areaM2: 1, count: 1, harm: 1, value: 1, share: 1, centre: cells[0] ?? 0 },
});
const grown = [measure(1, [1, 2]), measure(2, [5, 6]), measure(3, [8])];
const areasOf = (edits: readonly PatrolEdit[]) =>
  withEdits(grown, edits, { indexOf: Number, measure }).areas.map((area) => ({
    ...area,
    cells: area.cells.map(String),
  }));
const areaOf = (edits: readonly PatrolEdit[], rank: number) => {
  const area = areasOf(edits).find((other) => other.rank === rank);
  if (!area) throw new Error(`no area ${rank}`);
  return area;
};

describe('what is done by hand', () => {
  it('to one area again and again stays one edit', () => {
    let edits: readonly PatrolEdit[] = movedTo([], areaOf([], 1), ['2', '3']);
    edits = movedTo(edits, areaOf(edits, 1), ['3', '4']);
    edits = renamed(edits, areaOf(edits, 1), 'Pier');
    edits = renamed(edits, areaOf(edits, 1), 'Pier head');
    edits = movedTo(edits, areaOf(edits, 1), ['20', '21']);
    expect(edits.map(({ kind }) => kind)).toEqual(['nudge', 'rename']);
    expect(areaOf(edits, 1)).toMatchObject({ cells: ['20', '21'], name: 'Pier head', edited: true });
  });

  it('can be taken back one by one, in whatever order', () => {
    let edits: readonly PatrolEdit[] = dropped([], areaOf([], 2));
    edits = renamed(edits, areaOf(edits, 3), 'Park');
    edits = added(edits, ['30']);
    expect(areasOf(edits).map(({ rank }) => rank)).toEqual([1, 3, 4]);
    expect(areasOf(withoutEdit(edits, 0)).map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(areaOf(withoutEdit(edits, 1), 3).name).toBeNull();
    expect(areasOf(withoutEdit(edits, 2)).map(({ rank }) => rank)).toEqual([1, 3]);
  });

  it('to an added area changes the adding, and dropping it leaves nothing', () => {
    let edits: readonly PatrolEdit[] = added([], ['30']);
    edits = renamed(edits, areaOf(edits, 4), 'Lake');
    edits = movedTo(edits, areaOf(edits, 4), ['31']);
    expect(edits).toEqual([{ kind: 'add', cells: ['31'], name: 'Lake' }]);
    expect(dropped(edits, areaOf(edits, 4))).toEqual([]);
  });

  it('gives an area its own name back when the name is emptied', () => {
    const edits = renamed([], areaOf([], 1), 'Pier');
    expect(renamed(edits, areaOf(edits, 1), '')).toEqual([]);
    expect(renamed([], areaOf([], 1), '')).toEqual([]);
  });
});
