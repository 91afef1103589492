import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../src/core/batches/coverage.ts';
import { dayFromIso, isoDay } from '../../../src/core/offences/time.ts';
import { makeTable } from '../table-builder.ts';

const dayOf = (iso: string): number => dayFromIso(iso) ?? 0;
/** `perDay` rows on every day from … to, both included. */
const daily = (from: string, to: string, perDay: number) =>
  Array.from({ length: (dayOf(to) - dayOf(from) + 1) * perDay }, (_, i) => ({
    from: isoDay(dayOf(from) + Math.floor(i / perDay)),
  }));
const covered = (...batches: readonly { from: string }[][]) =>
  coverageOf(
    batches.map((rows) => makeTable(rows)),
    makeTable(batches.flat()),
  );

describe('the days that batches cover', () => {
  it('are those from the first row to the last, of each and together', () => {
    const coverage = covered(daily('2021-04-01', '2021-04-14', 5), daily('2021-04-13', '2021-04-26', 5));
    expect(coverage).toMatchObject({ unit: 'day', gaps: [], together: { strays: 0 } });
    expect(coverage.together.period).toEqual({ fromDay: dayOf('2021-04-01'), toDay: dayOf('2021-04-26') });
    expect(coverage.overlaps).toEqual([{ fromDay: dayOf('2021-04-13'), toDay: dayOf('2021-04-14') }]);
  });

  it('a fortnight that was not sent is a gap', () => {
    const { gaps, gapDays } = covered(daily('2021-04-01', '2021-04-14', 5), daily('2021-04-29', '2021-05-12', 5));
    expect(gaps).toEqual([{ fromDay: dayOf('2021-04-15'), toDay: dayOf('2021-04-28') }]);
    // 140 rows in 42 days: e^(−3.33 × 5) is the first below one in a million
    expect(gapDays).toBe(5);
  });

  it('a quiet week of a quiet place is none', () => {
    const rows = ['2021-04-01', '2021-04-05', '2021-04-14', '2021-04-21', '2021-04-23'].map((from) => ({ from }));
    expect(covered(rows)).toMatchObject({ gaps: [], gapDays: 64 });
  });

  it('by month every empty month is a gap, and a month covers all its days', () => {
    const months = (...names: string[]) => names.map((from) => ({ from }));
    const coverage = covered(months('2018-05', '2018-06'), months('2018-09'));
    expect(coverage).toMatchObject({ unit: 'month', gapDays: null });
    expect(coverage.together.period).toEqual({ fromDay: dayOf('2018-05-01'), toDay: dayOf('2018-09-30') });
    expect(coverage.gaps).toEqual([{ fromDay: dayOf('2018-07-01'), toDay: dayOf('2018-08-31') }]);
  });

  it('an offence of long ago stretches no period, and is numbered', () => {
    const { together, gaps } = covered([{ from: '1994-02-11' }, ...daily('2021-04-01', '2021-04-28', 20)]);
    expect(together).toEqual({ period: { fromDay: dayOf('2021-04-01'), toDay: dayOf('2021-04-28') }, strays: 1 });
    expect(gaps).toEqual([]);
  });

  it('are none without dates', () => {
    expect(covered([{ from: '' }])).toMatchObject({
      batches: [{ period: null, strays: 0 }],
      together: { period: null },
      gaps: [],
      overlaps: [],
    });
  });
});
