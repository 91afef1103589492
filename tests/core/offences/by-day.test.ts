import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, orderByDay, orderOf, stretchesOf } from '../../../src/core/offences/by-day.ts';
import { periodMask } from '../../../src/core/offences/select.ts';
import { dayFromIso } from '../../../src/core/offences/time.ts';
import { makeTable } from '../table-builder.ts';

const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;
const dates = ['2018-05-03', '2018-05', '', '2018-05-01T10:00', '2018-04', '2018-05-03T09:00', '2018-04-30'];
const table = makeTable(dates.map((from) => ({ from })));
const order = orderByDay(table);

/** Rows of a period, in the order of their days. */
const rowsIn = (fromDay: number | null, toDay: number | null, of = order): number[] =>
  stretchesOf(of, table, { fromDay, toDay }).flatMap(({ start, end }) => [...of.rows.slice(start, end)]);

describe('rows in the order of their days', () => {
  it('stand by day, then as in the table; months behind days, undated ones last', () => {
    expect([...order.rows].map((row) => dates[row])).toEqual([
      '2018-04-30',
      '2018-05-01T10:00',
      '2018-05-03',
      '2018-05-03T09:00',
      '2018-04',
      '2018-05',
      '',
    ]);
    expect([order.months, order.undated]).toEqual([4, 6]);
  });

  it('make a period a stretch of days and a stretch of whole months', () => {
    expect(rowsIn(day('2018-05-01'), day('2018-05-31')).map((row) => dates[row])).toEqual([
      '2018-05-01T10:00',
      '2018-05-03',
      '2018-05-03T09:00',
      '2018-05',
    ]);
    expect(stretchesOf(order, table, { fromDay: day('2018-05-02'), toDay: day('2018-05-02') })).toEqual([]);
    expect(rowsIn(null, null)).toHaveLength(dates.length);
  });

  it('keep their order when only some of them count', () => {
    const some = orderOf(order, (row) => Number(row !== 3 && row !== 4));
    expect([...some.rows]).toEqual([6, 0, 5, 1, 2]);
    expect([some.months, some.undated]).toEqual([3, 4]);
    const none = orderOf(order, () => 0);
    expect([none.rows.length, none.months, none.undated]).toEqual([0, 0, 0]);
  });

  it('hold exactly the rows of the mask of the period, whatever the dates', () => {
    const anyDate = fc.oneof(
      fc.integer({ min: 1, max: 28 }).map((d) => `2018-0${1 + (d % 9)}-${String(d).padStart(2, '0')}`),
      fc.integer({ min: 1, max: 9 }).map((m) => `2018-0${m}`),
      fc.constant(''),
    );
    const bound = fc.option(fc.integer({ min: day('2017-12-20'), max: day('2018-10-10') }), { nil: null });
    fc.assert(
      fc.property(fc.array(anyDate, { maxLength: 40 }), fc.tuple(bound, bound), (froms, [a, b]) => {
        const some = makeTable([{ from: '2018-01-01' }, ...froms.map((from) => ({ from }))]);
        const [fromDay, toDay] = a !== null && b !== null && a > b ? [b, a] : [a, b];
        const period = { fromDay, toDay };
        const mask = periodMask(some, period, new Uint8Array(some.rows).fill(1));
        const all = orderByDay(some);
        const stretches = stretchesOf(all, some, period);
        const rows = stretches.flatMap(({ start, end }) => [...all.rows.slice(start, end)]);
        expect(rows.toSorted((x, y) => x - y)).toEqual([...mask.keys()].filter((row) => mask[row] === 1));
        expect(lengthOf(stretches)).toBe(rows.length);
      }),
    );
  });

  it('refuse what the mask refuses', () => {
    expect(() => rowsIn(day('2018-05-02'), day('2018-05-01'))).toThrow(/ends before it starts/);
    const undated = makeTable([{}]);
    expect(() => stretchesOf(orderByDay(undated), undated, { fromDay: 0, toDay: null })).toThrow(
      /no offence has a date/,
    );
  });
});
