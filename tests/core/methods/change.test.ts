import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { changeByCell, changeTotals, hasTimes, windowMasks } from '../../../src/core/methods/change.ts';
import { type ChangeSettings, changeWindows, defaultChangeSettings } from '../../../src/core/methods/change-windows.ts';
import { dayFromIso, isoDay } from '../../../src/core/offences/time.ts';
import { makeTable, type Row } from '../table-builder.ts';

const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;
const open = { fromDay: null, toDay: null };
const settings: ChangeSettings = { ...defaultChangeSettings, keyDay: day('2021-04-12') };
/** Four offences a day at midday. */
const daily = (from: string, to: string, row: Partial<Row> = {}): Partial<Row>[] =>
  Array.from({ length: 4 * (day(to) - day(from) + 1) }, (_, i) => ({
    ...row,
    from: `${isoDay(day(from) + Math.floor(i / 4))}T12:00`,
  }));
const shown = ({ before, after }: ReturnType<typeof changeWindows>) =>
  [before, after].map(({ fromDay, toDay, days }) => [isoDay(fromDay), isoDay(toDay), days]);

describe('the windows around a key date', () => {
  const year = makeTable(daily('2020-01-01', '2021-12-31'));

  it('28 days from it on, and the 28 before it', () => {
    const windows = changeWindows(year, settings, open);
    expect(shown(windows)).toEqual([
      ['2021-03-15', '2021-04-11', 28],
      ['2021-04-12', '2021-05-09', 28],
    ]);
    expect(windows.cautions).toEqual([]);
  });

  it('last year is the same weekdays 364 days earlier', () => {
    expect(shown(changeWindows(year, { ...settings, baseline: 'last-year', beforeDays: 7 }, open))).toEqual([
      ['2020-04-13', '2020-05-10', 28],
      ['2021-04-12', '2021-05-09', 28],
    ]);
  });

  it('a window that reaches beyond the data is shortened, and said', () => {
    const table = makeTable(daily('2021-03-20', '2021-04-25'));
    const windows = changeWindows(table, settings, open);
    expect(shown(windows)).toEqual([
      ['2021-03-20', '2021-04-11', 23],
      ['2021-04-12', '2021-04-25', 14],
    ]);
    expect(windows.cautions).toHaveLength(2);
    expect(windows.cautions[0]).toContain('23 of its 28 days');
    expect(changeWindows(year, settings, { fromDay: null, toDay: day('2021-04-20') }).after.days).toBe(9);
  });

  it('a sparse load that falls silent for a few days still covers them', () => {
    const sparse = Array.from({ length: 12 }, (_, i) => ({ from: isoDay(day('2021-03-18') + 4 * i) }));
    expect(shown(changeWindows(makeTable(sparse), settings, open)).map(([, , days]) => days)).toEqual([28, 28]);
  });

  it('a calendar month without any row is a gap in the files', () => {
    const table = makeTable([...daily('2021-02-01', '2021-03-31'), ...daily('2021-05-01', '2021-06-30')]);
    expect(shown(changeWindows(table, settings, open))).toEqual([
      ['2021-03-15', '2021-03-31', 17],
      ['2021-05-01', '2021-05-09', 9],
    ]);
  });

  it('a window without data is refused, not counted as zero', () => {
    expect(() => changeWindows(year, { ...settings, keyDay: day('2022-03-01') }, open)).toThrow(InputError);
    expect(() => changeWindows(year, { ...settings, keyDay: day('2020-06-01'), baseline: 'last-year' }, open)).toThrow(
      /cover 1 Jan 2020 to 31 Dec 2021/,
    );
    expect(() => changeWindows(makeTable([{}]), settings, open)).toThrow(/date/);
  });

  it('on month-only data windows are whole months, and said', () => {
    const months = makeTable(['2020-04', '2020-05', '2021-03', '2021-04', '2021-05'].map((from) => ({ from })));
    const at = (keyDay: string, more: Partial<ChangeSettings> = {}) =>
      changeWindows(months, { ...settings, keyDay: day(keyDay), ...more }, open);
    expect(shown(at('2021-04-12'))).toEqual([
      ['2021-03-01', '2021-03-31', 31],
      ['2021-04-01', '2021-04-30', 30],
    ]);
    // the nearest first of a month
    expect(shown(at('2021-04-20'))).toEqual([
      ['2021-04-01', '2021-04-30', 30],
      ['2021-05-01', '2021-05-31', 31],
    ]);
    expect(shown(at('2021-04-12', { baseline: 'last-year', afterDays: 61 }))).toEqual([
      ['2020-04-01', '2020-05-31', 61],
      ['2021-04-01', '2021-05-31', 61],
    ]);
    expect(at('2021-04-12').cautions[0]).toContain('rounded to whole months');
  });
});

describe('the change at a key date', () => {
  const robbery = { title: 'Robbery of personal property' };
  const rows: (Partial<Row> & { cell: number })[] = [
    ...Array.from({ length: 12 }, () => ({ ...robbery, from: '2021-03-20T23:30', cell: 0 })),
    ...Array.from({ length: 3 }, () => ({ ...robbery, from: '2021-04-17T23:30', cell: 0 })),
    ...Array.from({ length: 2 }, () => ({ ...robbery, from: '2021-04-12T10:00', cell: 1 })),
    // the last day of before and the last of after belong to them, the day after no more
    { ...robbery, from: '2021-04-11', cell: 2 },
    { ...robbery, from: '2021-05-09T23:59', cell: 2 },
    { ...robbery, from: '2021-05-10T00:00', cell: 2 },
    { ...robbery, from: '2021-03-15T10:00', cell: -1 },
  ];
  const table = makeTable(rows);
  const input = {
    table,
    cellOfRow: Int32Array.from(rows, ({ cell }) => cell),
    mask: new Uint8Array(rows.length).fill(1),
    harmOfRow: new Float64Array(rows.length).fill(365),
    n: 4,
  };
  const windows = changeWindows(table, settings, open);
  const change = changeByCell(input, windows);

  it('counts and weighs each window per cell', () => {
    expect(shown(windows).map(([, , days]) => days)).toEqual([28, 28]);
    expect([...change.before]).toEqual([12, 0, 1, 0]);
    expect([...change.after]).toEqual([3, 2, 1, 0]);
    expect([...change.harmBefore]).toEqual([12 * 365, 0, 365, 0]);
    expect([...change.harmAfter]).toEqual([3 * 365, 2 * 365, 365, 0]);
  });

  it('the ratio has its exact interval; 0/0 is empty and n/0 infinite', () => {
    expect([...change.ratio]).toEqual([0.25, Number.POSITIVE_INFINITY, 1, Number.NaN]);
    expect([change.lo[0], change.hi[0], change.p[0]].map((v) => v?.toFixed(4))).toEqual(['0.0453', '0.9264', '0.0352']);
    expect([change.lo[3], change.hi[3], change.p[3], change.q[3]]).toEqual(Array(4).fill(Number.NaN));
  });

  it('q is over the cells that have an offence in either window', () => {
    expect(change.q[0]).toBeCloseTo(3 * (change.p[0] ?? Number.NaN), 12);
  });

  it('totals are those of the cells, apart for night-time-economy hours', () => {
    const totals = ({ table: of, ...others }: typeof input) =>
      changeTotals(
        { table: of, harmOfRow: others.harmOfRow, masks: windowMasks(input, windows), timed: hasTimes(of) },
        windows,
        [...of.day.keys()].filter((row) => (others.cellOfRow[row] ?? -1) >= 0),
      );
    const { total, night, otherHours } = totals(input);
    expect(total).toMatchObject({ before: 13, after: 6, harmBefore: 13 * 365, harmAfter: 6 * 365 });
    // 20 March and 17 April 2021 were Saturdays
    expect(night).toMatchObject({ before: 12, after: 3, ratio: 0.25 });
    // 9 May was a Sunday; the row without a time is in neither
    expect(otherHours).toMatchObject({ before: 0, after: 3 });
    const untimed = { ...input, table: { ...table, hourOfWeek: table.hourOfWeek.map(() => 255) } };
    expect(totals(untimed)).toMatchObject({ night: null, otherHours: null });
  });

  it('unequal exposure is taken into account', () => {
    const halved = { ...windows, after: { ...windows.after, days: 14 } };
    expect(changeByCell(input, halved).ratio[0]).toBeCloseTo(0.5, 12);
  });
});
