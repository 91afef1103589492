import { describe, expect, it } from 'vitest';
import { dayFromIso, isoDay } from '../../src/core/offences/time.ts';
import type { ValidationResult } from '../../src/core/results.ts';
import { defaultEvaluationView } from '../../src/core/settings.ts';
import type { AppState } from '../../src/state/app-state.ts';
import {
  evaluationKeyOf,
  evaluationOnScreen,
  evaluationQueryOf,
  evaluationViewed,
  testDaysOf,
  wantedEvaluation,
  withEvaluation,
} from '../../src/state/evaluation.ts';
import { gridKeyOf } from '../../src/state/requests.ts';
import { state as fixture } from '../views/fixture.ts';

const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;
const info = { fromDay: day('2019-07-01'), toDay: day('2021-08-31'), hasDays: true, hasDates: true };
const period = { fromDay: day('2019-07-01'), toDay: day('2020-06-30') };
const days = (
  settings: { fromDay: number | null; toDay: number | null },
  view: Partial<typeof defaultEvaluationView> = {},
  about = info,
) => {
  const found = testDaysOf({ ...settings, evaluation: { ...defaultEvaluationView, ...view } }, about);
  return typeof found === 'string' ? found : [found.fromDay, found.trainToDay, found.testToDay].map(isoDay);
};

describe('what is tested on what', () => {
  it('is at first the last four weeks of the period', () => {
    expect(days(period)).toEqual(['2019-07-01', '2020-06-02', '2020-06-30']);
    expect(days({ fromDay: null, toDay: null })).toEqual(['2019-07-01', '2021-08-03', '2021-08-31']);
  });

  it('month by month the last six months, and half of them where there are fewer than twelve', () => {
    expect(days(period, { rolling: true })).toEqual(['2019-07-01', '2019-12-31', '2020-06-30']);
    expect(days({ fromDay: day('2020-03-01'), toDay: day('2020-06-20') }, { rolling: true })).toEqual([
      '2020-03-01',
      '2020-04-30',
      '2020-05-31',
    ]);
  });

  it('the last month where dates are months', () => {
    const months = { fromDay: day('2018-05-01'), toDay: day('2018-07-01'), hasDays: false, hasDates: true };
    const open = { fromDay: null, toDay: null };
    expect(days(open, {}, months)).toEqual(['2018-05-01', '2018-06-30', '2018-07-31']);
    expect(days(open, { rolling: true }, months)).toEqual(['2018-05-01', '2018-06-30', '2018-07-31']);
  });

  it('the days asked for, not beyond the data', () => {
    const asked = { trainToDay: day('2020-03-31'), testToDay: day('2030-01-01') };
    expect(days(period, asked)).toEqual(['2019-07-01', '2020-03-31', '2021-08-31']);
  });

  it('nothing without dates, with too little to learn from, or with the ends the wrong way round', () => {
    expect(days(period, {}, { ...info, hasDates: false })).toMatch(/no dates/);
    expect(days({ fromDay: day('2020-06-01'), toDay: day('2020-06-30') })).toMatch(/at least four weeks/);
    expect(days(period, { trainToDay: day('2020-05-01'), testToDay: day('2020-04-01') })).toMatch(/before it begins/);
  });

  it('goes back to the usual days when the way of testing changes', () => {
    const settings = { ...fixture.settings, evaluation: { ...defaultEvaluationView, trainToDay: 18_000 } };
    expect(evaluationViewed(settings, { rolling: true }).evaluation).toMatchObject({ rolling: true, trainToDay: null });
    expect(evaluationViewed(settings, { method: 'kde' }).evaluation?.trainToDay).toBe(18_000);
  });
});

function stateWith(change: Partial<AppState> = {}): AppState {
  if (fixture.dataset.status !== 'ready') throw new Error('the fixture is loaded');
  const { value } = fixture.dataset;
  return {
    ...fixture,
    mode: 'evaluate',
    generation: 1,
    settings: { ...fixture.settings, ...period },
    dataset: { status: 'ready', value: { ...value, info: { ...value.info, ...info } } },
    ...change,
  };
}

describe('the test', () => {
  const state = stateWith();
  const query = evaluationQueryOf(state);
  if (!query) throw new Error('there is something to ask');
  const key = evaluationKeyOf(state, query);

  it('is wanted in its mode alone, once, and not again after it failed or was cancelled', () => {
    expect(wantedEvaluation(state)?.key).toBe(key);
    expect(wantedEvaluation(stateWith({ mode: 'hotspots' }))).toBeNull();
    expect(wantedEvaluation(stateWith({ playing: true }))).toBeNull();
    const none = state.evaluating;
    expect(wantedEvaluation(stateWith({ evaluating: { ...none, running: { key, done: 0 } } }))).toBeNull();
    expect(wantedEvaluation(stateWith({ evaluating: { ...none, failure: { key, message: '' } } }))).toBeNull();
  });

  it('is the same whatever of it the map shows, and another for other days', () => {
    const view = (patch: Partial<typeof defaultEvaluationView>) => {
      const other = stateWith({ settings: { ...state.settings, evaluation: { ...defaultEvaluationView, ...patch } } });
      const asked = evaluationQueryOf(other);
      return asked && evaluationKeyOf(other, asked);
    };
    expect(view({ method: 'kde', budgetPercent: 10, of: 'offences' })).toBe(key);
    expect(view({ trainToDay: day('2020-03-31') })).not.toBe(key);
    expect(view({ rolling: true })).not.toBe(key);
  });

  it('stays on screen, as of the settings before, until the next is there; not that of another area', () => {
    const result: ValidationResult = {
      ...{ rows: [], methods: [], periods: [], cautions: [] },
      best: { offences: new Float64Array(), harm: new Float64Array() },
      observed: { count: new Float64Array(), harm: new Float64Array() },
    };
    const gridKey = gridKeyOf(state, state.settings);
    const evaluating = withEvaluation(state.evaluating, { key, query, gridKey, result }, 1);
    expect(evaluationOnScreen(stateWith({ evaluating }))?.stale).toBe(false);
    const later = { ...state.settings, toDay: day('2020-12-31') };
    expect(evaluationOnScreen(stateWith({ evaluating, settings: later }))?.stale).toBe(true);
    const elsewhere = { ...state.settings, areaId: 'E07000070' };
    expect(evaluationOnScreen(stateWith({ evaluating, settings: elsewhere }))).toBeNull();
  });
});
