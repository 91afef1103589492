import { describe, expect, it } from 'vitest';
import type { PatrolCard } from '../../src/core/patrol/cards.ts';
import { defaultPatrolView } from '../../src/core/patrol/view.ts';
import type { AppState, Settings } from '../../src/state/app-state.ts';
import { defaultSettings, initialState } from '../../src/state/defaults.ts';
import { accepted, areaOfCell, movesOf, type Patrol, patrolQueryOf } from '../../src/state/patrol.ts';
import { reduce } from '../../src/state/reduce.ts';
import { queryOf } from '../../src/state/requests.ts';
import { patrolOf, patrolParams } from '../../src/state/url-patrol.ts';

/** An answer with these areas, by rank; the edits that made each. */
function patrolWith(
  settings: Settings,
  areas: readonly (readonly string[])[],
  edits: readonly (readonly number[])[] = [],
): Patrol {
  const cards = areas.map((cells, i) => ({ rank: i + 1, name: `Area ${cells[0]}`, cells, edits: edits[i] ?? [] }));
  return {
    query: patrolQueryOf(queryOf(settings), settings.patrol),
    gridKey: 'k',
    cards: cards as readonly unknown[] as readonly PatrolCard[],
    route: { order: [], lengthM: 0 },
    ...{ areaShare: 0, valueShare: 0, countShare: 0, dropped: [], idle: [], elsewhere: 0 },
    ...{ maxAreaM2: 60_000, day: 18_500, plan: null, noPlan: '', cautions: [] },
  };
}
const answered = (state: AppState, patrol: Patrol): AppState =>
  reduce(state, { type: 'results', results: { patrol: { status: 'ready', value: patrol } } });
const start = initialState(defaultSettings);

describe('patrol areas looked at', () => {
  it('for the first time are taken as known, without a step to undo', () => {
    const state = answered(start, patrolWith(defaultSettings, [['a', 'b'], ['c']]));
    expect(Object.values(state.settings.patrol.accepted)).toEqual([
      [
        { rank: 1, name: 'Area a', cells: ['a', 'b'] },
        { rank: 2, name: 'Area c', cells: ['c'] },
      ],
    ]);
    expect(state.past).toEqual([]);
  });

  it('tell what moved when the offences change, until it is accepted', () => {
    const state = answered(start, patrolWith(defaultSettings, [['a', 'b'], ['c'], ['d']]));
    const later = patrolWith(state.settings, [['c'], ['a', 'x'], ['z']]);
    const next = answered(state, later);
    expect(movesOf(next.settings, later).map((m) => [m.state, m.rankBefore, m.rankAfter])).toEqual([
      ['same', 2, 1],
      ['moved', 1, 2],
      ['new', null, 3],
      ['gone', 3, null],
    ]);
    const done = reduce(next, { type: 'set', patch: accepted(next.settings, later) });
    expect(movesOf(done.settings, later).map((m) => m.state)).toEqual(['same', 'same', 'same']);
    expect(movesOf(reduce(done, { type: 'undo' }).settings, later).some((m) => m.state === 'gone')).toBe(true);
  });

  it('tell nothing of what was done by hand in the meantime', () => {
    const state = answered(start, patrolWith(defaultSettings, [['a', 'b'], ['c'], ['d']]));
    const patrol = {
      ...state.settings.patrol,
      edits: [
        { kind: 'drop' as const, cells: ['a', 'b'] },
        { kind: 'nudge' as const, cells: ['c'], to: ['e'] },
        { kind: 'add' as const, cells: ['f'], name: '' },
      ],
    };
    const settings = { ...state.settings, patrol };
    const place = { rank: 1, cells: ['a', 'b'] } as unknown as Patrol['dropped'][number]['place'];
    const edited = { ...patrolWith(settings, [['e'], ['d'], ['f']], [[1], [], [2]]), dropped: [{ edit: 0, place }] };
    expect(movesOf(settings, edited).filter((m) => m.state !== 'same' && m.state !== 'gone')).toEqual([]);
  });

  it('of another study area or resolution are others', () => {
    const state = answered(start, patrolWith(defaultSettings, [['a']]));
    const other = { ...state.settings, areaId: 'E1' };
    expect(movesOf(other, patrolWith(other, [['z']]))).toEqual([]);
  });

  it('are found by any of their cells', () => {
    const areas = [{ cells: ['a', 'b'] }, { cells: ['c'] }];
    expect(areaOfCell(areas, 'b')).toBe(areas[0]);
    expect([areaOfCell(areas, 'x'), areaOfCell(areas, null)]).toEqual([null, null]);
  });
});

describe('the address of a patrol', () => {
  it('holds the shift and leaves out what stands as it starts', () => {
    expect(patrolParams(defaultPatrolView)).toEqual([]);
    const view = { ...defaultPatrolView, pairs: 6, day: 18_500, moving: 'walk' as const, mostAreas: 10 };
    const params = new URLSearchParams(patrolParams(view).map(([name, value]) => [name, value]));
    expect(params.toString()).toBe('pairs=6&first-areas=10&shift-day=18500&moving=walk');
    expect(patrolOf(params, defaultPatrolView)).toEqual(view);
    expect(patrolOf(new URLSearchParams('pairs=900&visit=x'), defaultPatrolView)).toEqual(defaultPatrolView);
  });
});
