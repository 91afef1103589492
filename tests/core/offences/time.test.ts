import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilFromDay,
  dayFromCivil,
  dayFromIso,
  existsInLondon,
  formatDay,
  isoDay,
  localOf,
  londonOffset,
  monthRange,
  utcFromLondon,
  weekdayOf,
} from '../../../src/core/offences/time.ts';

const minute = (iso: string) => Date.parse(`${iso}Z`) / 60_000;

describe('days', () => {
  it('count from 1970-01-01', () => {
    expect(dayFromIso('1970-01-01')).toBe(0);
    expect(dayFromIso('2021-04-14')).toBe(18_731);
    expect(dayFromIso('1969-12-31')).toBe(-1);
    expect(dayFromIso('2018-05')).toBe(dayFromIso('2018-05-01'));
  });

  it('of dates that do not exist are null', () => {
    for (const text of ['2021-02-29', '2021-13-01', '2021-00-10', '2021-04-31', '2021', '14/04/2021', '', '2021-4-1']) {
      expect(dayFromIso(text)).toBeNull();
    }
    expect(dayFromIso('2020-02-29')).not.toBeNull();
  });

  it('agree with the JavaScript calendar from 1600 to 2400', () => {
    fc.assert(
      fc.property(fc.integer({ min: -135_140, max: 157_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        const civil = civilFromDay(day);
        expect(civil).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          dayOfMonth: date.getUTCDate(),
        });
        expect(dayFromCivil(civil.year, civil.month, civil.dayOfMonth)).toBe(day);
        expect(isoDay(day)).toBe(date.toISOString().slice(0, 10));
        expect((weekdayOf(day) + 1) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it('are written for people and for files', () => {
    expect(formatDay(18_731)).toBe('14 Apr 2021');
    expect(isoDay(18_731)).toBe('2021-04-14');
  });

  it('lie in a month with a first and a last day', () => {
    const month = monthRange(dayFromIso('2020-02-17') ?? 0);
    expect([isoDay(month.fromDay), isoDay(month.toDay)]).toEqual(['2020-02-01', '2020-02-29']);
  });
});

describe('the London clock', () => {
  it('is an hour ahead in summer', () => {
    expect(londonOffset(minute('2021-01-15T12:00'))).toBe(0);
    expect(londonOffset(minute('2021-07-15T12:00'))).toBe(60);
    expect(utcFromLondon(minute('2021-07-15T12:00'))).toBe(minute('2021-07-15T11:00'));
  });

  it('was an hour ahead all winter in 1970 and two hours in the summer of 1944', () => {
    expect(londonOffset(0)).toBe(60);
    expect(londonOffset(minute('1944-07-01T12:00'))).toBe(120);
  });

  it('moves a time that the spring change leaves out forward', () => {
    const wall = minute('2021-03-28T01:30');
    expect(existsInLondon(wall)).toBe(false);
    expect(utcFromLondon(wall)).toBe(minute('2021-03-28T01:30'));
    expect(localOf(utcFromLondon(wall), true).minuteOfDay).toBe(150);
    expect(existsInLondon(minute('2021-03-28T00:59'))).toBe(true);
    expect(existsInLondon(minute('2021-03-28T02:00'))).toBe(true);
  });

  it('takes the first of two equal times in autumn', () => {
    expect(utcFromLondon(minute('2021-10-31T01:30'))).toBe(minute('2021-10-31T00:30'));
    expect(existsInLondon(minute('2021-10-31T01:30'))).toBe(true);
    expect(utcFromLondon(minute('2021-10-31T02:00'))).toBe(minute('2021-10-31T02:00'));
  });

  it('agrees with the platform for instants between 1972 and 2037', () => {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(fc.integer({ min: minute('1972-01-01T00:00'), max: minute('2037-01-01T00:00') }), (utc) => {
        const { day, minuteOfDay } = localOf(utc, true);
        const { year, month, dayOfMonth } = civilFromDay(day);
        const two = (n: number) => String(n).padStart(2, '0');
        const clock = `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
        expect(`${two(dayOfMonth)}/${two(month)}/${year}, ${clock}`).toBe(format.format(utc * 60_000));
      }),
    );
  });

  it('gives the hour of the week from Monday', () => {
    // Monday 1 January 2024, 01:50
    expect(localOf(minute('2024-01-01T01:50'), true).hourOfWeek).toBe(1);
    // Saturday 3 July 2021, 23:30 UTC is Sunday half past midnight in London
    expect(localOf(minute('2021-07-03T23:30'), true).hourOfWeek).toBe(6 * 24);
    expect(localOf(minute('2021-07-03T23:30'), false).hourOfWeek).toBe(5 * 24 + 23);
  });
});
