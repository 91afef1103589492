import { describe, expect, it } from 'vitest';
import { offenceSeries } from '../../../src/core/methods/series.ts';
import { dayFromIso, isoDay } from '../../../src/core/offences/time.ts';
import { makeTable } from '../table-builder.ts';

function seriesOf(dates: readonly string[], cells: readonly number[] = dates.map(() => 0)) {
  const table = makeTable(dates.map((from) => ({ from })));
  const ones = new Float64Array(dates.length).fill(1);
  return offenceSeries(table, Int32Array.from(cells), new Uint8Array(dates.length).fill(1), ones);
}

describe('offences over time', () => {
  it('months are real ones, and a month without any row is missing, not zero', () => {
    const series = seriesOf(['2018-05', '2018-05', '2018-07']);
    expect(series.unit).toBe('month');
    expect(Array.from(series.startDay, isoDay)).toEqual(['2018-05-01', '2018-06-01', '2018-07-01']);
    expect(Array.from(series.endDay, isoDay)).toEqual(['2018-05-31', '2018-06-30', '2018-07-31']);
    expect([...series.count]).toEqual([2, Number.NaN, 1]);
  });

  it('a step that the file covers but the area does not touch is zero', () => {
    expect([...seriesOf(['2018-05', '2018-06'], [0, -1]).count]).toEqual([1, 0]);
  });

  it('up to 120 days are shown by day', () => {
    const series = seriesOf(['2021-04-01T10:00', '2021-04-03T23:59']);
    expect(series.unit).toBe('day');
    expect([...series.count]).toEqual([1, Number.NaN, 1]);
  });

  it('longer spans are shown by week from Monday', () => {
    const series = seriesOf(['2021-01-06', '2021-08-01']);
    expect(series.unit).toBe('week');
    expect(isoDay(series.startDay[0] ?? 0)).toBe('2021-01-04');
    expect(series.endDay.at(-1)).toBe(dayFromIso('2021-08-01'));
    expect(series.count.filter((c) => c === 1)).toHaveLength(2);
  });

  it('undated offences make no series', () => {
    expect(seriesOf(['', '']).count).toHaveLength(0);
  });
});
