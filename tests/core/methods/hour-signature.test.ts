import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { hourSignature, hoursOfWindow, smoothed } from '../../../src/core/methods/hour-signature.ts';
import { makeTable } from '../table-builder.ts';

const day = (text: string): number => Date.parse(text) / 864e5;
const open = { fromDay: null, toDay: null, longSpans: 'spread' } as const;
const all = (rows: number) => [new Uint8Array(rows).fill(1), new Int32Array(rows)] as const;
const SUNDAY = 6 * 24;

describe('the signature of a week', () => {
  it('is offences per hour of that kind in the window', () => {
    // two Mondays and one of every other day: 13 January 2020 was a Monday
    const table = makeTable([
      { from: '2020-01-13T10:15' },
      { from: '2020-01-20T10:45' },
      { from: '2020-01-20T09:59' },
      { from: '2020-01-14T10:00' },
    ]);
    const found = hourSignature(table, ...all(4), open);
    expect(found).toMatchObject({ fromDay: day('2020-01-13'), toDay: day('2020-01-20'), offences: 4 });
    expect([found.rate[9], found.rate[10], found.rate[34]]).toEqual([0.5, 1, 1]);
    expect(found.smoothed[9]).toBeCloseTo(0.5, 12);
    expect(found.exposure.reduce((a, b) => a + b, 0)).toBe(8 * 24);
  });

  it('the window is the period as far as the load covers it, and an hour that never came round has no rate', () => {
    const table = makeTable([{ from: '2020-01-13T10:15' }, { from: '2020-01-15T10:45' }]);
    const found = hourSignature(table, ...all(2), { ...open, fromDay: day('2019-01-01'), toDay: day('2020-01-14') });
    expect([found.fromDay, found.toDay]).toEqual([day('2020-01-13'), day('2020-01-14')]);
    expect(found.rate[SUNDAY]).toBeNaN();
    expect(found.smoothed[SUNDAY]).toBeNaN();
  });

  it('the change of the clock takes an hour from Sunday in March and adds one in October', () => {
    const year = hoursOfWindow(day('2024-01-01'), day('2024-12-29'), true);
    expect(new Set(year)).toEqual(new Set([52]));
    expect(hoursOfWindow(day('2024-03-25'), day('2024-03-31'), true)[SUNDAY + 1]).toBe(0);
    expect(hoursOfWindow(day('2024-10-21'), day('2024-10-27'), true)[SUNDAY + 1]).toBe(2);
    expect(hoursOfWindow(day('2024-10-21'), day('2024-10-27'), false)[SUNDAY + 1]).toBe(1);
  });

  it('smooths in a circle and keeps the mean', () => {
    const rate = new Float64Array(168);
    rate[167] = 3;
    const soft = smoothed(rate);
    expect([soft[166], soft[167], soft[0], soft[1]]).toEqual([1, 1, 1, 0]);
    expect(soft.reduce((a, b) => a + b, 0)).toBeCloseTo(3, 12);
  });

  it('is refused for months and for days without a time', () => {
    const months = makeTable([{ from: '2020-01' }], { snapped: true });
    expect(() => hourSignature(months, ...all(1), open)).toThrow(InputError);
    expect(() => hourSignature(months, ...all(1), open)).toThrow(/dated by month/);
    expect(() => hourSignature(makeTable([{ from: '2020-01-13' }]), ...all(1), open)).toThrow(/no offence has one/);
  });
});
