import { describe, expect, it } from 'vitest';
import type { FactorUse } from '../../src/core/methods/rtm/settings.ts';
import { defaultRiskSettings } from '../../src/core/methods/rtm/settings.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { defaultSettings, initialState } from '../../src/state/defaults.ts';
import {
  isStale,
  lastQuarter,
  modelOnScreen,
  priorityOf,
  type RiskModel,
  riskKeyOf,
  riskQueryOf,
  scoreEdges,
  withModel,
} from '../../src/state/risk.ts';

const factor = (id: string) => ({
  id,
  name: id.replace('.csv', ''),
  kind: 'points' as const,
  count: 2,
  lon: new Float64Array(2),
  lat: new Float64Array(2),
  partStart: new Uint32Array(0),
  shapeStart: new Uint32Array(0),
});

function stateWith(uses: Readonly<Record<string, FactorUse>>, generation = 1): AppState {
  const start = initialState({ ...defaultSettings, areaId: 'E1', risk: { ...defaultRiskSettings, uses } });
  const file = (name: string) => ({
    name,
    sha256: name,
    origin: 'file' as const,
    fields: [],
    splitBy: null,
    factors: [factor(name)],
    notes: [],
  });
  return { ...start, generation, layers: { ...start.layers, files: [file('pubs.csv'), file('parks.csv')] } };
}

function modelFor(state: AppState, mean = 2, sd = 1, cells = 10): RiskModel {
  const query = riskQueryOf(state);
  const result = { rrs: new Float64Array(cells), rrsSummary: { min: 1, max: 9, mean, sd } };
  return {
    key: riskKeyOf(state, query),
    query,
    gridKey: JSON.stringify([state.generation, query.areaId, query.resolution]),
    // only what the state reads of a model
    result: result as unknown as RiskModel['result'],
  };
}

const holding = (state: AppState, ...models: readonly RiskModel[]): AppState => ({
  ...state,
  risk: { ...state.risk, models },
});

describe('what a model is asked with', () => {
  it('is every factor that is not off, under its name where its variables are chosen', () => {
    const query = riskQueryOf(stateWith({ 'pubs.csv': 'density' }));
    expect(query.factorIds).toEqual(['pubs.csv', 'parks.csv']);
    expect(query.rtm.byFactor).toEqual({ pubs: 'density' });
    expect(riskQueryOf(stateWith({ 'pubs.csv': 'off' })).factorIds).toEqual(['parks.csv']);
  });

  it('is not changed by how offences weigh, how the map is looked at, or the selected cell', () => {
    const state = stateWith({});
    const { settings } = state;
    const other = {
      ...settings,
      mode: 'count' as const,
      schedule: 'ons-css' as const,
      cell: '8a194e64992ffff',
      risk: { ...settings.risk, show: 'priority' as const, besideId: 'E2' },
    };
    expect(riskKeyOf({ ...state, settings: other })).toBe(riskKeyOf(state));
    expect(riskKeyOf({ ...state, settings: { ...settings, toDay: 18000 } })).not.toBe(riskKeyOf(state));
  });
});

describe('the model on screen', () => {
  it('is the one asked for, else the last of these cells, marked as older', () => {
    const state = stateWith({});
    const one = modelFor(state);
    const fewer = stateWith({ 'parks.csv': 'off' });
    const other = modelFor(fewer);
    expect(modelOnScreen(holding(state, one, other))).toBe(one);
    expect(modelOnScreen(holding(fewer, one))).toBe(one);
    expect(isStale(state, one)).toBe(false);
    expect(isStale(fewer, one)).toBe(true);
  });

  it('is never one of another load, whose models are forgotten with the next', () => {
    const state = stateWith({});
    const later = stateWith({}, 2);
    const held = holding(later, modelFor(state));
    expect(modelOnScreen(held)).toBeNull();
    expect(withModel(held.risk, modelFor(later), 2).models).toHaveLength(1);
  });
});

describe('the classes of the map', () => {
  it('are the mean, + 1 and + 2 standard deviations', () => {
    expect(scoreEdges([modelFor(stateWith({}), 2, 1.5)])).toEqual([2, 3.5, 5]);
  });

  it('of two areas are those of all their cells together', () => {
    const state = stateWith({});
    // 10 cells of mean 2 and 30 of mean 4 without spread: mean 3.5, variance (10·1.5² + 30·0.5²)/40 = 0.75
    const [mean, one] = scoreEdges([modelFor(state, 2, 0, 10), modelFor(state, 4, 0, 30)]);
    expect(mean).toBeCloseTo(3.5, 12);
    expect(one).toBeCloseTo(3.5 + Math.sqrt(0.75), 12);
  });
});

describe('joint priority', () => {
  it('is score × value over its mean, made once for the same two', () => {
    const rrs = Float64Array.of(1, 2, 4);
    const value = Float64Array.of(3, 0, 1);
    const priority = priorityOf(rrs, value);
    expect([...priority]).toEqual([9 / 7, 0, 12 / 7]);
    expect(priorityOf(rrs, value)).toBe(priority);
    expect([...priorityOf(rrs, Float64Array.of(0, 7, 0))]).toEqual([0, 3, 0]);
  });
});

describe('the last quarter', () => {
  const open = { fromDay: null, toDay: null };
  const days = { fromDay: 18262, toDay: 18627, hasDays: true, hasDates: true };

  it('of a year of days is its last three months', () => {
    expect(lastQuarter(open, days)).toEqual({ trainToDay: 18627 - 92, testToDay: 18627 });
    expect(lastQuarter({ fromDay: 18500, toDay: 18599 }, days)).toEqual({ trainToDay: 18574, testToDay: 18599 });
  });

  it('of months keeps them whole', () => {
    // January to December 2020, dated to the first of each month
    const months = { fromDay: 18262, toDay: 18597, hasDays: false, hasDates: true };
    expect(lastQuarter(open, months)).toEqual({ trainToDay: 18535, testToDay: 18627 });
  });

  it('is none of a short period, or without dates', () => {
    expect(lastQuarter({ fromDay: 18262, toDay: 18280 }, days)).toBeNull();
    expect(lastQuarter(open, { ...days, hasDates: false })).toBeNull();
  });
});
