import { describe, expect, it } from 'vitest';
import { timeSteps } from '../../../src/core/methods/time-steps.ts';
import { isoDay } from '../../../src/core/offences/time.ts';
import { makeTable } from '../table-builder.ts';

const open = { stepDays: 7, fromDay: null, toDay: null };
const boundsOf = ({ startDay, endDay }: { startDay: Int32Array; endDay: Int32Array }) =>
  [...startDay].map((day, s) => `${isoDay(day)} ${isoDay(endDay[s] ?? 0)}`);
const tableOf = (...from: string[]) => makeTable(from.map((text) => ({ from: text })));

describe('time steps', () => {
  it('end at the last day; what is no whole step at the start is dropped', () => {
    const steps = timeSteps(tableOf('2021-04-01', '2021-04-05T10:00', '2021-04-10', '2021-04-18', ''), open);
    expect(boundsOf(steps)).toEqual(['2021-04-05 2021-04-11', '2021-04-12 2021-04-18']);
    expect([...steps.stepOfRow]).toEqual([-1, 0, 0, 1, -1]);
  });

  it('a step without any row of the load is not covered', () => {
    const steps = timeSteps(tableOf('2021-03-01', '2021-03-21'), open);
    expect([...steps.covered]).toEqual([1, 0, 1]);
  });

  it('keep to the period, and to the days that the load covers', () => {
    const table = tableOf('2021-04-01', '2021-05-31');
    const period = (fromDay: string, toDay: string) => ({
      stepDays: 7,
      fromDay: Date.parse(fromDay) / 864e5,
      toDay: Date.parse(toDay) / 864e5,
    });
    expect(boundsOf(timeSteps(table, period('2021-04-05', '2021-04-20')))).toEqual([
      '2021-04-07 2021-04-13',
      '2021-04-14 2021-04-20',
    ]);
    expect(boundsOf(timeSteps(table, period('2021-05-20', '2022-01-01')))).toEqual(['2021-05-25 2021-05-31']);
  });

  it('are months where dates are months, and a month that the period cuts is none', () => {
    const table = tableOf('2018-05', '2018-07', '2018-08');
    const steps = timeSteps(table, open);
    expect(steps.unit).toBe('month');
    expect(boundsOf(steps)).toEqual([
      '2018-05-01 2018-05-31',
      '2018-06-01 2018-06-30',
      '2018-07-01 2018-07-31',
      '2018-08-01 2018-08-31',
    ]);
    expect([...steps.covered]).toEqual([1, 0, 1, 1]);
    const cut = timeSteps(table, { stepDays: 28, fromDay: Date.parse('2018-05-02') / 864e5, toDay: 17_773 });
    expect(boundsOf(cut)).toEqual(['2018-06-01 2018-06-30', '2018-07-01 2018-07-31']);
  });

  it('there are none without dates, and none in less than a step', () => {
    expect(timeSteps(tableOf('', ''), open).startDay.length).toBe(0);
    expect(timeSteps(makeTable([]), open).startDay.length).toBe(0);
    expect([...timeSteps(tableOf('2021-04-01', '2021-04-06'), open).stepOfRow]).toEqual([-1, -1]);
  });
});
