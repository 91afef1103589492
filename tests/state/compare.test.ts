import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/core/settings.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { besideOf, isComparing, isNested, isSwiped, otherSettings, sideStates } from '../../src/state/compare.ts';
import { BASILDON, CHELMSFORD, demoSettings, initialState } from '../../src/state/defaults.ts';
import { reduce } from '../../src/state/reduce.ts';
import { requestsOf } from '../../src/state/requests.ts';
import { state as finished } from '../views/fixture.ts';

const area = (id: string, name: string, kind = 'district') => ({
  id,
  name,
  kind,
  polygons: [],
  bounds: [0, 51, 1, 52] as const,
});
const districts = [area('E06000033', 'Southend-on-Sea'), area(BASILDON, 'Basildon'), area(CHELMSFORD, 'Chelmsford')];

const demo: AppState = {
  ...initialState(demoSettings),
  generation: 1,
  dataset: finished.dataset,
  areaSet: { name: 'Essex', origin: 'shipped', areas: districts },
};

describe('what stands beside the view', () => {
  it('the demo opens Compare on Basildon and Chelmsford, in one step that undo takes back', () => {
    const state = reduce(demo, { type: 'mode', mode: 'compare' });
    expect(state.settings.areaId).toBe(BASILDON);
    expect(besideOf(state)).toEqual({ kind: 'area', areaId: CHELMSFORD });
    expect(isComparing(state)).toBe(true);
    expect(reduce(state, { type: 'undo' }).settings.areaId).toBe('E06000033');
  });

  it('one side may lie within the other, unless both are districts', () => {
    const state = reduce(demo, { type: 'mode', mode: 'compare' });
    expect(isNested(state)).toBe(false);
    const set = (patch: Partial<typeof state.settings>) => ({ ...state, settings: { ...state.settings, ...patch } });
    expect(isNested(set({ areaId: null }))).toBe(true);
    expect(isNested(set({ beside: { kind: 'period', fromDay: null, toDay: null } }))).toBe(true);
    const areas = [...districts, area('T', 'Leigh-on-Sea', 'town')];
    const town = { ...set({ beside: { kind: 'area', areaId: 'T' } }), areaSet: { ...state.areaSet, areas } };
    expect(isNested(town)).toBe(true);
  });

  it('an area chosen before stays, with the next of its sort beside it', () => {
    const chosen = { ...demo, settings: { ...demo.settings, areaId: CHELMSFORD } };
    const state = reduce(chosen, { type: 'mode', mode: 'compare' });
    expect(state.settings.areaId).toBe(CHELMSFORD);
    expect(besideOf(state)).toEqual({ kind: 'area', areaId: 'E06000033' });
  });

  it('an area that is gone, or that the view has come to show itself, gives way to another', () => {
    const at = (areaId: string, beside: string) =>
      besideOf({ ...demo, settings: { ...demo.settings, areaId, beside: { kind: 'area', areaId: beside } } });
    expect(at(BASILDON, 'elsewhere')).toEqual({ kind: 'area', areaId: 'E06000033' });
    expect(at(BASILDON, BASILDON)).toEqual({ kind: 'area', areaId: 'E06000033' });
    expect(at(BASILDON, CHELMSFORD)).toEqual({ kind: 'area', areaId: CHELMSFORD });
  });

  it('with one area alone the period before stands beside it, after it where the file has none before', () => {
    const one = { ...demo, areaSet: { ...demo.areaSet, areas: districts.slice(0, 1) } };
    const inside = { ...one, settings: { ...one.settings, fromDay: 18_200, toDay: 18_209 } };
    expect(besideOf(inside)).toEqual({ kind: 'period', fromDay: 18_190, toDay: 18_199 });
    const first = { ...one, settings: { ...one.settings, fromDay: 18_078, toDay: 18_087 } };
    expect(besideOf(first)).toEqual({ kind: 'period', fromDay: 18_088, toDay: 18_097 });
  });

  it('of one area whose view takes all dates the two halves are compared, not the view with nothing', () => {
    const { dataset } = demo;
    const files = dataset.status === 'ready' ? { ...dataset.value, source: 'files' as const } : null;
    if (files === null) throw new Error('The fixture has no offences.');
    const one = { ...demo, dataset: { status: 'ready' as const, value: files } };
    const alone = { ...one, areaSet: { ...demo.areaSet, areas: districts.slice(0, 1) } };
    const all = { ...alone, settings: { ...alone.settings, fromDay: null, toDay: null } };
    const { settings } = reduce(all, { type: 'mode', mode: 'compare' });
    const { fromDay, toDay } = files.info;
    const half = Math.floor((toDay - fromDay + 1) / 2);
    expect(settings.beside).toEqual({ kind: 'period', fromDay: toDay - half + 1, toDay });
    expect([settings.fromDay, settings.toDay]).toEqual([toDay - 2 * half + 1, toDay - half]);
  });

  it('the other side has the settings of the view but for what differs, and no cell selected', () => {
    const settings = {
      ...demo.settings,
      cell: '8a194e64992ffff',
      beside: { kind: 'period', fromDay: 1, toDay: 9 },
    } as const;
    const other = otherSettings({ ...demo, settings });
    expect(other).toEqual({ ...settings, fromDay: 1, toDay: 9, cell: null });
  });

  it('both maps show values where the method on the map is not compared, and Gi* or density where it is', () => {
    const measured = (measure: Measure) => {
      const { one, other } = sideStates({ ...demo, settings: { ...demo.settings, measure } });
      return [one.settings.measure, other?.settings.measure];
    };
    expect(measured('emerging')).toEqual(['value', 'value']);
    expect(measured('near-repeat')).toEqual(['value', 'value']);
    expect(measured('gi-star')).toEqual(['gi-star', 'gi-star']);
    expect(measured('kde')).toEqual(['kde', 'kde']);
  });

  it('one map lies over the other only for two periods, and only in Compare', () => {
    const swiped = (mode: AppState['mode'], beside: AppState['settings']['beside']) =>
      isSwiped({ ...demo, mode, settings: { ...demo.settings, beside } });
    const period = { kind: 'period', fromDay: 18_200, toDay: 18_300 } as const;
    expect(swiped('compare', { ...period, swipe: true })).toBe(true);
    expect(swiped('compare', period)).toBe(false);
    expect(swiped('hotspots', { ...period, swipe: true })).toBe(false);
    expect(swiped('compare', { kind: 'area', areaId: CHELMSFORD })).toBe(false);
  });

  it('asks for the other side only while it is on screen', () => {
    const names = (state: AppState) => requestsOf(state).map(({ name }) => name);
    expect(names(demo)).not.toContain('otherSide');
    expect(names(reduce(demo, { type: 'mode', mode: 'compare' }))).toEqual(
      expect.arrayContaining(['picture', 'otherSide', 'sides']),
    );
  });
});
