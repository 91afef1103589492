import { describe, expect, it } from 'vitest';
import type { DatasetInfo } from '../../src/core/results.ts';
import { dayOfText } from '../../src/views/format.ts';
import { monthsOf, periodChoices, shiftedPeriod } from '../../src/views/period.ts';
import { state } from './fixture.ts';

const day = (iso: string) => dayOfText(iso) ?? Number.NaN;

function infoOf(from: string, to: string, more: Partial<DatasetInfo> = {}): DatasetInfo {
  if (state.dataset.status !== 'ready') throw new Error('the fixture is loaded');
  return { ...state.dataset.value.info, fromDay: day(from), toDay: day(to), ...more };
}

const spell = ({ fromDay, toDay }: { fromDay: number | null; toDay: number | null }) =>
  [fromDay, toDay].map((d) => (d === null ? 'open' : new Date(d * 86_400_000).toISOString().slice(0, 10))).join(' ');

describe('common periods', () => {
  it('count back from the last day of the file', () => {
    const choices = periodChoices(infoOf('2019-07-01', '2021-08-31'));
    expect(choices.map((choice) => `${choice.label}: ${spell(choice)}`)).toEqual([
      'All dates: open open',
      'Last 14 days: 2021-08-18 2021-08-31',
      'Last 28 days: 2021-08-04 2021-08-31',
      'Last 91 days: 2021-06-02 2021-08-31',
      'Last 3 months: 2021-06-01 2021-08-31',
      'Last 12 months: 2020-09-01 2021-08-31',
    ]);
  });

  it('take whole months only when the last month is not whole', () => {
    const choice = periodChoices(infoOf('2019-07-01', '2021-08-20')).find(({ id }) => id === 'months-3');
    expect(choice && spell(choice)).toBe('2021-05-01 2021-07-31');
  });

  it('offer no days where dates are months, and nothing longer than the file', () => {
    const choices = periodChoices(infoOf('2018-05-01', '2018-08-31', { snapped: true }));
    expect(choices.map((choice) => choice.id)).toEqual(['all', 'months-3']);
  });

  it('are only everything for a file without dates', () => {
    expect(periodChoices(infoOf('2018-05-01', '2018-08-31', { hasDates: false }))).toHaveLength(1);
  });
});

describe('months of a file', () => {
  it('run from its first to its last day', () => {
    const months = monthsOf(infoOf('2018-11-15', '2019-02-02'));
    expect(months.map((month) => month.label.replaceAll('\u00a0', ' '))).toEqual([
      'Nov 2018',
      'Dec 2018',
      'Jan 2019',
      'Feb 2019',
    ]);
  });
});

describe('the period before and after', () => {
  const info = infoOf('2019-07-01', '2021-08-31');
  const shifted = (from: string, to: string, direction: -1 | 1) => {
    const next = shiftedPeriod(day(from), day(to), direction, info);
    return next && spell(next);
  };

  it('has as many days', () => {
    expect(shifted('2021-04-12', '2021-05-09', 1)).toBe('2021-05-10 2021-06-06');
    expect(shifted('2021-04-12', '2021-05-09', -1)).toBe('2021-03-15 2021-04-11');
  });

  it('has as many months when these are whole months', () => {
    expect(shifted('2021-02-01', '2021-02-28', 1)).toBe('2021-03-01 2021-03-31');
    expect(shifted('2021-01-01', '2021-03-31', -1)).toBe('2020-10-01 2020-12-31');
  });

  it('does not leave the file', () => {
    expect(shifted('2021-08-01', '2021-08-31', 1)).toBeNull();
    expect(shifted('2019-07-01', '2019-07-28', -1)).toBeNull();
  });
});
