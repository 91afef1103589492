import { describe, expect, it } from 'vitest';
import { defaultMethodSettings, type Measure } from '../../src/core/settings.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { defaultSettings } from '../../src/state/defaults.ts';
import { densityClassesKey, onGrid, refusalOf } from '../../src/state/methods.ts';
import { reduce } from '../../src/state/reduce.ts';
import { requestsOf } from '../../src/state/requests.ts';
import { state } from '../views/fixture.ts';

const loaded: AppState = { ...state, generation: 1, gridKey: 'g' };
const showing = (measure: Measure, change: Partial<AppState> = {}): AppState => ({
  ...loaded,
  ...change,
  settings: { ...loaded.settings, measure },
});
const namesOf = (of: AppState) => requestsOf(of).map(({ name }) => name);
const keyOf = (of: AppState, name: string) => requestsOf(of).find((request) => request.name === name)?.key;

describe('requests of the methods', () => {
  it('are wanted only for what the map shows', () => {
    expect(namesOf(showing('value'))).not.toContain('kde');
    expect(namesOf(showing('kde'))).toContain('kde');
    expect(namesOf(showing('kde'))).not.toContain('emerging');
    expect(namesOf(showing('emerging'))).toContain('emerging');
    expect(namesOf(showing('near-repeat'))).toContain('nearRepeat');
  });

  it('leave what stands under the list until nothing else is under way, and out of a presentation', () => {
    const wanted = requestsOf(showing('value'));
    expect(wanted.filter(({ later }) => later).map(({ name }) => name)).toEqual(['concentration', 'hours']);
    expect(namesOf(showing('kde', { presenting: true }))).not.toContain('hours');
    expect(namesOf(showing('kde', { mode: 'data' }))).not.toContain('concentration');
  });

  it('ask anew when a setting of the method changes, and only that method', () => {
    const kde = showing('kde');
    const methods = { ...defaultMethodSettings, bandwidthM: 500 };
    const wider = { ...kde, settings: { ...kde.settings, methods } };
    expect(keyOf(wider, 'kde')).not.toBe(keyOf(kde, 'kde'));
    expect(keyOf(wider, 'picture')).toBe(keyOf(kde, 'picture'));
    expect(keyOf(wider, 'concentration')).toBe(keyOf(kde, 'concentration'));
  });
});

describe('classes of density', () => {
  const found = {
    gridKey: 'g',
    classesKey: 'kde:harm:quartic:300',
    mode: 'harm' as const,
    kernel: 'quartic' as const,
    result: { density: Float64Array.of(1), bandwidthM: 300, peaks: [], breaks: [0, 4] },
  };

  it('are kept under bandwidth, kernel and weights, for densities of others cannot be compared', () => {
    expect(densityClassesKey(defaultSettings)).toBe('kde:harm:quartic:300');
    const own = { ...defaultSettings, schedule: 'own' as const };
    expect(densityClassesKey(own)).toBe('kde:harm:quartic:300:own');
    expect(densityClassesKey({ ...own, mode: 'count' })).toBe('kde:count:quartic:300');
  });

  it('are those of the first density, and stay for the next', () => {
    const first = reduce(loaded, { type: 'results', results: { kde: { status: 'ready', value: found } } });
    expect(first.settings.classes['kde:harm:quartic:300']).toEqual([0, 4]);
    const other = { ...found, result: { ...found.result, breaks: [0, 9] } };
    const next = reduce(first, { type: 'results', results: { kde: { status: 'ready', value: other } } });
    expect(next.settings.classes['kde:harm:quartic:300']).toEqual([0, 4]);
  });

  it('a result of another grid, or after a failure, is not on the map', () => {
    expect(onGrid({ status: 'running', value: found }, 'g')).toBe(found);
    expect(onGrid({ status: 'ready', value: found }, 'other')).toBeNull();
    expect(onGrid({ status: 'failed', message: '', value: found }, 'g')).toBeNull();
  });
});

describe('a method that the data do not allow', () => {
  const info = { snapped: false, hasDates: true, hasDays: true, fromDay: 18_000, toDay: 18_400 };

  it('is told with the reason', () => {
    expect(refusalOf('near-repeat', { ...info, snapped: true }, defaultSettings)).toContain('months and map points');
    expect(refusalOf('near-repeat', { ...info, hasDays: false }, defaultSettings)).toContain('dated to the day');
    expect(refusalOf('emerging', { ...info, hasDates: false }, defaultSettings)).toContain('no dates');
    expect(refusalOf('near-repeat', info, defaultSettings)).toBeNull();
    expect(refusalOf('kde', { ...info, snapped: true, hasDates: false }, defaultSettings)).toBeNull();
  });

  it('needs ten steps for emerging hot spots, of the period and the length chosen', () => {
    const short = { ...defaultSettings, fromDay: 18_200 };
    expect(refusalOf('emerging', info, defaultSettings)).toBeNull();
    expect(refusalOf('emerging', info, short)).toContain('the period has 7');
    const weeks = { ...short, methods: { ...defaultMethodSettings, stepDays: 7 } };
    expect(refusalOf('emerging', info, weeks)).toBeNull();
  });

  it('takes months for steps where dates are months', () => {
    // 2018-01-01 to the first of the last month, as published files are dated
    const months = (n: number) => ({
      ...info,
      hasDays: false,
      fromDay: 17_532,
      toDay: 17_532 + Math.round((n - 1) * 30.44),
    });
    expect(refusalOf('emerging', months(2), defaultSettings)).toContain('Ten months');
    expect(refusalOf('emerging', months(12), defaultSettings)).toBeNull();
  });
});
