import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { periodMask, selectRows } from '../../../src/core/offences/select.ts';
import { dayFromIso } from '../../../src/core/offences/time.ts';
import { makeTable } from '../table-builder.ts';

const dates = [
  '2018-04-30T23:59',
  '2018-05-01T00:00',
  '2018-05-31T23:59',
  '2018-06-01',
  '2018-04',
  '2018-05',
  '2018-06',
  '',
];
const table = makeTable(dates.map((from) => ({ from, title: 'ABH' })));

/** The dates that lie in a period; null is open. */
const within = (from: string | null, to: string | null): string[] => {
  const day = (text: string | null): number | null => (text === null ? null : dayFromIso(text));
  const mask = periodMask(table, { fromDay: day(from), toDay: day(to) }, new Uint8Array(table.rows).fill(1));
  return dates.filter((_, row) => mask[row] === 1);
};

describe('a period', () => {
  it('holds its first and its last day', () => {
    expect(within('2018-05-01', '2018-05-31')).toEqual(['2018-05-01T00:00', '2018-05-31T23:59', '2018-05']);
    expect(within('2018-06-01', '2018-06-01')).toEqual(['2018-06-01']);
  });

  it('holds a month only if the whole of it', () => {
    expect(within('2018-05-01', '2018-05-30')).not.toContain('2018-05');
    expect(within('2018-05-02', '2018-05-31')).not.toContain('2018-05');
    expect(within('2018-05-02', null)).toEqual(['2018-05-31T23:59', '2018-06-01', '2018-06']);
    expect(within(null, '2018-05-31')).toEqual(dates.slice(0, 3).concat('2018-04', '2018-05'));
  });

  it('holds undated rows only when both ends are open', () => {
    expect(within(null, null)).toEqual(dates);
    expect(within('1990-01-01', null)).toEqual(dates.slice(0, 7));
    expect(within(null, '2100-01-01')).toEqual(dates.slice(0, 7));
  });

  it('knows February of a leap year', () => {
    const leap = makeTable([{ from: '2020-02' }]);
    const to = (text: string): number =>
      periodMask(leap, { fromDay: null, toDay: dayFromIso(text) }, Uint8Array.of(1))[0] ?? -1;
    expect([to('2020-02-28'), to('2020-02-29')]).toEqual([0, 1]);
  });

  it('of a single day, the days of a year add up to the year', () => {
    const year = makeTable(
      Array.from({ length: 365 }, (_, i) => ({ from: new Date(1546300800000 + i * 864e5).toISOString().slice(0, 10) })),
    );
    const all = new Uint8Array(365).fill(1);
    const first = dayFromIso('2019-01-01') ?? 0;
    for (let i = 0; i < 365; i++) {
      const mask = periodMask(year, { fromDay: first + i, toDay: first + i }, all);
      expect(mask.reduce((total, counts) => total + counts, 0)).toBe(1);
    }
  });

  it('on undated rows is an error that says what to do', () => {
    const undated = makeTable([{ title: 'ABH' }]);
    const period = { fromDay: 17_652, toDay: null };
    expect(() => periodMask(undated, period, Uint8Array.of(1))).toThrow(InputError);
    expect(() => periodMask(undated, period, Uint8Array.of(1))).toThrow('no offence has a date');
    expect([...periodMask(undated, { fromDay: null, toDay: null }, Uint8Array.of(1))]).toEqual([1]);
  });

  it('that ends before it starts is an error with both days', () => {
    const period = { fromDay: dayFromIso('2018-06-01'), toDay: dayFromIso('2018-05-01') };
    expect(() => periodMask(table, period, new Uint8Array(table.rows))).toThrow('2018-06-01 to 2018-05-01');
  });
});

describe('a selection', () => {
  it('is the definition within the period', () => {
    const rows = makeTable([
      { title: 'GBH', from: '2021-04-11' },
      { title: 'GBH', from: '2021-04-12' },
      { title: 'Shoplifting', from: '2021-04-12' },
    ]);
    const period = { fromDay: dayFromIso('2021-04-12'), toDay: null };
    const select = { includeProactive: false, ...period };
    expect([...selectRows(rows, { definition: 'near-miss', ...select })]).toEqual([0, 1, 0]);
    expect([...selectRows(rows, { definition: 'all', ...select })]).toEqual([0, 1, 1]);
    expect(() => selectRows(rows, { definition: 'knife', ...select })).toThrow(InputError);
  });

  it('leaves the mask of the definition as it was', () => {
    const mask = new Uint8Array(table.rows).fill(1);
    periodMask(table, { fromDay: 0, toDay: 1 }, mask);
    expect([...mask].every((counts) => counts === 1)).toBe(true);
  });
});
