import { describe, expect, it } from 'vitest';
import { defaultTrialView, defaultWddView, emptyWddRow, type TrialView } from '../../src/core/evaluation/trial-view.ts';
import { dayFromIso, isoDay } from '../../src/core/offences/time.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { defaultSettings } from '../../src/state/defaults.ts';
import { draftOf, keepDraft, readDraft } from '../../src/state/drafts.ts';
import { reduce } from '../../src/state/reduce.ts';
import { requestsOf } from '../../src/state/requests.ts';
import {
  differsFromDrawn,
  drawnNow,
  lotsOf,
  plannedDays,
  trialSourceOf,
  trialViewed,
  withoutWddRow,
  withWddEntry,
  withWddRow,
} from '../../src/state/trial.ts';
import { state as fixture } from '../views/fixture.ts';

const plan = {
  places: Array.from({ length: 4 }, (_, i) => ({
    name: `Place ${i}`,
    cells: [`8a194e2a5d${i}ffff`],
    lon: 0,
    lat: 0,
    count: 9,
    harm: 1,
  })),
  resolution: 10,
  past: { fromDay: 18_700, toDay: 18_728, offences: 36 },
  power: [],
};
const held = { file: new File(['x'], 'mine.csv'), opened: 3 };
function stateWith(trial: Partial<TrialView>, change: Partial<AppState> = {}): AppState {
  return {
    ...fixture,
    mode: 'evaluate',
    generation: 1,
    settings: { ...fixture.settings, evaluatePart: 'trial', trial: { ...defaultTrialView, ...trial } },
    ...change,
  };
}
const files = (state: AppState): AppState => {
  if (state.dataset.status !== 'ready') throw new Error('the fixture is loaded');
  return { ...state, dataset: { status: 'ready', value: { ...state.dataset.value, source: 'files' } } };
};
const names = (state: AppState): string[] => requestsOf(state).map(({ name }) => name);

describe('whose result is shown', () => {
  const drawn = drawnNow(stateWith({ areas: 4, perDay: 2 }, { trialPlan: { status: 'ready', value: plan } }));

  it('is the demo’s on the demo, on files the one opened, else the one drawn', () => {
    expect(trialSourceOf(stateWith({}))).toBe('demo');
    expect(trialSourceOf(files(stateWith({})))).toBeNull();
    expect(trialSourceOf(files(stateWith({}, { trialFiles: { demo: null, own: held } })))).toBe('file');
    expect(trialSourceOf(files(stateWith({ drawn })))).toBe('drawn');
  });

  it('is as chosen while that is there; a file that is not open any more is not stood in for', () => {
    expect(trialSourceOf(stateWith({ source: 'drawn', drawn }))).toBe('drawn');
    expect(trialSourceOf(stateWith({ source: 'drawn' }))).toBeNull();
    expect(trialSourceOf(stateWith({ source: 'file' }))).toBe('file');
    expect(names(stateWith({ source: 'file' }))).not.toContain('trialResult');
    expect(trialSourceOf(files(stateWith({ source: 'demo' })))).toBeNull();
  });
});

describe('what is asked', () => {
  it('is a result or a plan, in its part of its mode alone', () => {
    const open = { trialFiles: { demo: held, own: null } };
    expect(names(stateWith({}, open))).toContain('trialResult');
    expect(names(stateWith({ show: 'design' }, open))).toContain('trialPlan');
    expect(names(stateWith({ show: 'design' }, open))).not.toContain('trialResult');
    expect(names({ ...stateWith({}, open), mode: 'hotspots' })).not.toContain('trialResult');
    const methods = { ...stateWith({}, open).settings, evaluatePart: 'methods' as const };
    expect(names({ ...stateWith({}, open), settings: methods })).not.toContain('trialResult');
  });

  it('goes without offences for a file, and is another for a file opened again', () => {
    const empty = { dataset: { status: 'idle' }, generation: 0 } as const;
    const key = (opened: number) =>
      requestsOf(stateWith({ source: 'file' }, { ...empty, trialFiles: { demo: null, own: { ...held, opened } } }))[0]
        ?.key;
    expect(key(1)).toBeDefined();
    expect(key(2)).not.toBe(key(1));
  });
});

describe('the plan of a trial', () => {
  const info = { toDay: dayFromIso('2021-08-31') ?? 0, hasDays: true };
  const days = (toDay: string | null, trial: Partial<TrialView> = {}) => {
    const settings = {
      toDay: toDay === null ? null : (dayFromIso(toDay) ?? 0),
      trial: { ...defaultTrialView, ...trial },
    };
    const found = plannedDays(settings, info);
    return [found.fromDay, found.toDay, found.pastToDay].map(isoDay);
  };

  it('begins the day after the period and looks at nothing from then on', () => {
    expect(days('2020-06-30')).toEqual(['2020-07-01', '2020-09-28', '2020-06-30']);
    expect(days(null)).toEqual(['2021-09-01', '2021-11-29', '2021-08-31']);
    const fromDay = dayFromIso('2020-05-01') ?? 0;
    expect(days('2020-06-30', { fromDay, days: 10 })).toEqual(['2020-05-01', '2020-05-10', '2020-04-30']);
  });

  it('is drawn by its seed: the same seed draws the same, another does not', () => {
    const state = stateWith({ areas: 4, perDay: 2, seed: 5 }, { trialPlan: { status: 'ready', value: plan } });
    const drawn = drawnNow(state);
    if (!drawn) throw new Error('there is a plan');
    expect(lotsOf(drawn)).toEqual(lotsOf({ ...drawn }));
    expect(lotsOf({ ...drawn, seed: 6 })).not.toEqual(lotsOf(drawn));
    expect(lotsOf(drawn).every((lots) => lots.length === 2)).toBe(true);
  });

  it('tells when what was drawn is no longer what it would draw', () => {
    const ready = { trialPlan: { status: 'ready', value: plan } } as const;
    const drawn = drawnNow(stateWith({ areas: 4, perDay: 2 }, ready));
    expect(differsFromDrawn(stateWith({ areas: 4, perDay: 2, drawn }, ready))).toBe(false);
    expect(differsFromDrawn(stateWith({ areas: 4, perDay: 2, seed: 9, drawn }, ready))).toBe(true);
  });

  it('never treats all places', () => {
    expect(trialViewed(stateWith({}).settings, { areas: 5 }).trial).toMatchObject({ areas: 5, perDay: 4 });
  });

  it('outlives newly loaded offences, and is remembered by the browser with typed counts', () => {
    const drawn = drawnNow(stateWith({ areas: 4, perDay: 2 }, { trialPlan: { status: 'ready', value: plan } }));
    const before = stateWith({ drawn });
    if (before.dataset.status !== 'ready' || !drawn) throw new Error('the fixture is loaded');
    const wdd = { ...defaultWddView, rows: [emptyWddRow] };
    const state = { ...before, settings: { ...before.settings, wdd } };
    const batches = { batches: [], key: 'offence' } as unknown as NonNullable<AppState['batches']>;
    const loaded = reduce(state, { type: 'loaded', dataset: before.dataset.value, batches, patch: defaultSettings });
    expect(loaded.settings.trial.drawn).toBe(drawn);
    expect(loaded.settings.wdd).toBe(wdd);
    const kept = new Map<string, string>();
    keepDraft(draftOf(state), {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
    });
    const read = readDraft({ getItem: (key) => kept.get(key) ?? null, setItem: () => undefined });
    expect(read?.drawnTrial).toEqual(drawn);
    expect(read?.wdd).toEqual(wdd);
  });
});

describe('rows of displacement tests', () => {
  const settings = { ...defaultSettings, wdd: { ...defaultWddView, rows: [emptyWddRow, emptyWddRow] } };

  it('change one by one, and the last one is emptied in place of being removed', () => {
    const typed = withWddRow(settings, 1, (row) => withWddEntry(row, 'control', { before: 12 }));
    expect(typed.wdd?.rows[1]?.zones.control).toEqual({ before: 12, after: null, size: null });
    expect(typed.wdd?.rows[0]).toBe(emptyWddRow);
    const one = withoutWddRow(settings, 0).wdd;
    expect(one?.rows).toHaveLength(1);
    expect(one && withoutWddRow({ ...settings, wdd: one }, 0).wdd?.rows).toEqual([emptyWddRow]);
  });
});
