import { describe, expect, it } from 'vitest';
import { MISSING } from '../../src/core/offences/table.ts';
import { dayFromIso } from '../../src/core/offences/time.ts';
import {
  chosenKeyDate,
  hasSides,
  keyDateBeside,
  keyDatesInView,
  keyDateViewed,
  overlaid,
  overlaidKeyDates,
} from '../../src/state/key-date-view.ts';
import { requestsOf } from '../../src/state/requests.ts';
import { state as fixture } from '../views/fixture.ts';

const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;

/** The fixture's offences go from July 2019 to 31 August 2021, as the demo's. */
function stateWith(view: Parameters<typeof keyDateViewed>[1] = {}, toDay = day('2021-08-31')) {
  if (fixture.dataset.status !== 'ready') throw new Error('the fixture is loaded');
  const { value } = fixture.dataset;
  const info = { ...value.info, fromDay: day('2019-07-01'), toDay };
  return {
    ...fixture,
    mode: 'key-dates' as const,
    generation: 1,
    settings: { ...fixture.settings, ...keyDateViewed(fixture.settings, view) },
    dataset: { status: 'ready' as const, value: { ...value, info } },
  };
}

describe('the chosen key date', () => {
  it('is at first the last easing step whose windows the offences cover', () => {
    expect(chosenKeyDate(stateWith())?.id).toBe('2021-07-19-step-4');
    expect(chosenKeyDate(stateWith({}, day('2021-08-01')))?.id).toBe('2021-05-17-step-3');
  });

  it('is the one asked for, and the first choice again when that is gone', () => {
    expect(chosenKeyDate(stateWith({ id: '2021-04-12-step-2' }))?.id).toBe('2021-04-12-step-2');
    expect(chosenKeyDate(stateWith({ id: 'gone' }))?.id).toBe('2021-07-19-step-4');
  });

  it('is none when no key date lies within the data', () => {
    expect(chosenKeyDate(stateWith({}, day('2019-12-31')))).toBeNull();
  });

  it('has neighbours among those with data on both sides, in the district on screen', () => {
    const state = stateWith({ id: '2021-04-12-step-2' });
    expect(keyDateBeside(state, -1)?.id).toBe('2021-03-29-step-1b');
    expect(keyDateBeside(state, 1)?.id).toBe('2021-05-17-step-3');
    expect(keyDateBeside(stateWith({ id: '2021-07-19-step-4' }), 1)).toBeNull();
    // Southend was never in tier 2 before lockdown 2
    expect(keyDatesInView(state).some(({ id }) => id === '2020-10-17-tier-2-county')).toBe(false);
    expect(keyDatesInView(state).some(({ id }) => id === '2020-10-14-tier-1-southend-thurrock')).toBe(true);
  });

  it('needs a day before it and one from it on', () => {
    const info = { fromDay: 100, toDay: 200 };
    expect([100, 101, 200, 201].map((fromDay) => hasSides({ fromDay }, info))).toEqual([false, true, true, false]);
    expect(hasSides({ fromDay: 5 }, { fromDay: MISSING, toDay: MISSING })).toBe(false);
  });
});

describe('key dates laid over the map', () => {
  it('are four at most, the first one laid going first', () => {
    let { settings } = stateWith();
    for (const id of ['a', 'b', 'c', 'd', 'e']) settings = { ...settings, ...overlaid(settings, id, true) };
    expect(settings.keyDateView.overlays).toEqual(['b', 'c', 'd', 'e']);
    expect(overlaid(settings, 'c', false).keyDateView?.overlays).toEqual(['b', 'd', 'e']);
  });

  it('are not the chosen one a second time', () => {
    const overlays = ['2021-05-17-step-3', '2021-03-08-step-1a', '2021-04-12-step-2'];
    const laid = overlaidKeyDates(stateWith({ id: '2021-04-12-step-2', overlays }));
    expect(laid.map(({ id }) => id)).toEqual(['2021-03-08-step-1a', '2021-05-17-step-3']);
  });
});

describe('what is asked of a key date', () => {
  const asked = (state: ReturnType<typeof stateWith>) =>
    requestsOf(state).find(({ name }) => name === 'keyDateChanges') ?? null;

  it('nothing in other modes', () => {
    expect(asked(stateWith())).not.toBeNull();
    expect(requestsOf({ ...stateWith(), mode: 'hotspots' }).some(({ name }) => name === 'keyDateChanges')).toBe(false);
  });

  it('is the same whatever period is chosen, since the windows take its place', () => {
    const state = stateWith();
    const other = { ...state, settings: { ...state.settings, fromDay: 18_500, toDay: null } };
    expect(asked(other)?.key).toBe(asked(state)?.key);
    expect(asked(stateWith({ afterDays: 14 }))?.key).not.toBe(asked(state)?.key);
  });

  it('is no reason to ask again for what only looks different', () => {
    expect(asked(stateWith({ show: 'harm' }))?.key).toBe(asked(stateWith())?.key);
  });
});
