import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BatchList } from '../../src/core/batches/batch.ts';
import type { HotspotResult } from '../../src/core/results.ts';
import type { Action, AppState, Dataset } from '../../src/state/app-state.ts';
import { DEMO_MARKING, defaultSettings, demoSettings, initialState, LOADED_MARKING } from '../../src/state/defaults.ts';
import { reduce } from '../../src/state/reduce.ts';

const start = initialState(demoSettings);
const stateAfter = (...actions: Action[]): AppState => actions.reduce(reduce, start);

const batches: BatchList = {
  key: 'none',
  keyMatters: false,
  batches: [],
  coverage: {
    unit: 'day',
    batches: [],
    together: { period: null, strays: 0 },
    gaps: [],
    overlaps: [],
    gapDays: null,
  },
};

const dataset = (source: Dataset['source']): Dataset => ({
  source,
  name: 'x.csv',
  report: {
    rows: 0,
    kept: 0,
    files: [],
    notes: [],
    snapped: false,
    crs: 'EPSG:4326',
    fromDay: 0,
    toDay: 0,
    categories: new Map(),
  },
  info: {
    rows: 0,
    snapped: false,
    hasDates: false,
    hasDays: false,
    hasTimes: false,
    hasKinds: true,
    fromDay: 0,
    toDay: 0,
    definitions: {
      all: { state: 'exact' },
      ark: { state: 'exact' },
      'near-miss': { state: 'exact' },
      'near-miss-homicide': { state: 'exact' },
      'community-violence': { state: 'exact' },
      knife: { state: 'exact' },
      nte: { state: 'exact' },
      'domestic-gbh': { state: 'exact' },
    },
  },
});

describe('reduce', () => {
  it('undo gives back the settings before, redo those after', () => {
    const changed = stateAfter({ type: 'set', patch: { mode: 'count' } });
    expect(changed.settings.mode).toBe('count');
    const undone = reduce(changed, { type: 'undo' });
    expect(undone.settings).toEqual(demoSettings);
    expect(reduce(undone, { type: 'redo' }).settings).toEqual(changed.settings);
  });

  it('any run of choices is undone step by step to where it began', () => {
    const patch = fc.oneof(
      fc.record({ mode: fc.constantFrom('harm' as const, 'count' as const, 'sqrt-harm' as const) }),
      fc.record({ resolution: fc.integer({ min: 7, max: 11 }) }),
      fc.record({ fromDay: fc.integer({ min: 18_000, max: 19_000 }) }),
    );
    fc.assert(
      fc.property(fc.array(patch, { maxLength: 30 }), (patches) => {
        let state = patches.reduce((s, p) => reduce(s, { type: 'set', patch: p }), start);
        while (state.past.length > 0) state = reduce(state, { type: 'undo' });
        expect(state.settings).toEqual(demoSettings);
      }),
    );
  });

  it('a choice that changes nothing is no step', () => {
    expect(stateAfter({ type: 'set', patch: { mode: demoSettings.mode } })).toBe(start);
  });

  it('the choices of one gesture are one step', () => {
    const dragged = stateAfter(
      { type: 'set', patch: { toDay: 18_100 }, merge: 'brush 1' },
      { type: 'set', patch: { toDay: 18_200 }, merge: 'brush 1' },
      { type: 'set', patch: { toDay: 18_300 }, merge: 'brush 1' },
    );
    expect(dragged.past).toHaveLength(1);
    expect(reduce(dragged, { type: 'undo' }).settings).toEqual(demoSettings);
  });

  it('a selected cell does not outlive its area or resolution', () => {
    const picked = stateAfter({ type: 'set', patch: { cell: '8a194e64992ffff' } });
    expect(reduce(picked, { type: 'set', patch: { mode: 'count' } }).settings.cell).toBe('8a194e64992ffff');
    expect(reduce(picked, { type: 'set', patch: { resolution: 9 } }).settings.cell).toBeNull();
    expect(reduce(picked, { type: 'set', patch: { areaId: null } }).settings.cell).toBeNull();
  });

  it('first classes come with the first result, are no step, hold in every step, and stay once given', () => {
    const result = (breaks: readonly number[]): Action => ({
      type: 'results',
      results: { hotspots: { status: 'ready', value: { breaks } as HotspotResult } },
    });
    const state = stateAfter({ type: 'set', patch: { mode: 'count' } }, result([0, 2, 5]), result([0, 9]));
    expect(state.past).toHaveLength(1);
    expect(state.settings.classes['count:10']).toEqual([0, 2, 5]);
    expect(reduce(state, { type: 'undo' }).settings.classes['count:10']).toEqual([0, 2, 5]);
  });

  it('a new area asks for a new fit, another mode does not', () => {
    expect(stateAfter({ type: 'set', patch: { areaId: null } }).fitRequest).toBe(start.fitRequest + 1);
    expect(stateAfter({ type: 'set', patch: { mode: 'count' } }).fitRequest).toBe(start.fitRequest);
  });

  it('loaded files start from their own settings, marked sensitive, with nothing to undo', () => {
    const state = stateAfter(
      { type: 'set', patch: { mode: 'count' } },
      { type: 'loaded', dataset: dataset('files'), batches, patch: { ...defaultSettings, resolution: 9 } },
    );
    expect(state.settings).toEqual({ ...defaultSettings, resolution: 9 });
    expect(state.past).toEqual([]);
    expect(state.marking).toBe(LOADED_MARKING);
    expect(reduce(state, { type: 'loaded', dataset: dataset('demo'), batches }).marking).toBe(DEMO_MARKING);
  });

  it('a failed or cancelled load keeps what was there', () => {
    const good = stateAfter({ type: 'loaded', dataset: dataset('demo'), batches });
    const broke = [{ type: 'load-started' }, { type: 'load-failed', message: 'No columns.' }] as const;
    expect(broke.reduce<AppState>(reduce, good).dataset).toEqual({
      status: 'failed',
      message: 'No columns.',
      value: dataset('demo'),
    });
    const cancelled = [{ type: 'load-started' }, { type: 'load-cancelled' }] as const;
    expect(cancelled.reduce<AppState>(reduce, good).dataset).toEqual(good.dataset);
  });
});
