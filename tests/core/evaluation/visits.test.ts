import { describe, expect, it } from 'vitest';
import { doseAgainstPlan, type Position, stayOf, staysOf } from '../../../src/core/evaluation/visits.ts';
import { dayFromIso } from '../../../src/core/offences/time.ts';
import { randomFrom, shuffle } from '../../../src/core/stats/random.ts';

/** 10 July 2020, 20:00 in London, which is 19:00 UTC. */
const EIGHT = Date.parse('2020-07-10T19:00:00Z') / 1000;
/** Longitude 1 is area 0, longitude 2 area 1, anything else none. */
const areaOf = (lon: number): number => (lon === 1 ? 0 : lon === 2 ? 1 : -1);
const at = (minute: number, lon: number, unit = 'a'): Position => ({ unit, second: EIGHT + 60 * minute, lon, lat: 51 });
const minutesOf = (positions: readonly Position[]) => staysOf(positions, areaOf).map((s) => [s.area, s.minutes]);

describe('stays in patrol areas', () => {
  it('last from the first position to the last, gaps of up to five minutes bridged', () => {
    expect(minutesOf([at(0, 1), at(4, 1), at(9, 1), at(12, 1)])).toEqual([[0, 12]]);
    expect(minutesOf([at(0, 1), at(5, 1), at(10.1, 1), at(14, 1)])).toEqual([
      [0, 5],
      [0, expect.closeTo(3.9, 9)],
    ]);
  });

  it('a short step outside does not end one, another area does', () => {
    expect(minutesOf([at(0, 1), at(2, 9), at(4, 1), at(8, 1), at(12, 1)])).toEqual([[0, 12]]);
    expect(minutesOf([at(0, 1), at(2, 2), at(4, 1), at(8, 1), at(12, 1)])).toEqual([
      [0, 0],
      [1, 0],
      [0, 8],
    ]);
  });

  it('two units are two stays; the order of positions does not matter', () => {
    const positions = [at(0, 1), at(3, 1, 'b'), at(4, 1), at(6, 1, 'b'), at(8, 1)];
    const found = staysOf(positions, areaOf);
    expect(found.map((s) => [s.unit, s.minutes])).toEqual([
      ['a', 8],
      ['b', 3],
    ]);
    expect(staysOf(shuffle([...positions], randomFrom(1)), areaOf)).toEqual(found);
  });

  it('belong to the local day on which they began', () => {
    const [late] = staysOf([at(238, 1), at(242, 1)], areaOf);
    expect(late).toMatchObject({ day: dayFromIso('2020-07-10'), minuteOfDay: 23 * 60 + 58 });
    expect(staysOf([], areaOf)).toEqual([]);
  });
});

describe('dosage against plan', () => {
  const day = dayFromIso('2020-07-10') ?? 0;
  const stay = (area: number, from: number, minutes: number, unit = 'a') =>
    stayOf(area, unit, EIGHT + 60 * from, EIGHT + 60 * (from + minutes));
  const report = doseAgainstPlan(
    [stay(0, 0, 16), stay(0, 10, 16, 'b'), stay(0, 60, 4), stay(1, 0, 9), stay(2, 30, 12)],
    [
      { area: 0, day, minutes: 15 },
      { area: 1, day, minutes: 15 },
      { area: 1, day: day + 1, minutes: 15 },
    ],
    3,
  );

  it('counts minutes once however many officers were there, and visits from ten minutes on', () => {
    expect(report.byAreaAndDay).toEqual([
      { area: 0, day, plannedVisits: 1, plannedMin: 15, visits: 2, minutes: 30 },
      { area: 1, day, plannedVisits: 1, plannedMin: 15, visits: 0, minutes: 9 },
      { area: 2, day, plannedVisits: 0, plannedMin: 0, visits: 1, minutes: 12 },
      { area: 1, day: day + 1, plannedVisits: 1, plannedMin: 15, visits: 0, minutes: 0 },
    ]);
  });

  it('compliance by area and by day: visits beyond the plan of a day do not make up for others', () => {
    expect(report.byArea.map((a) => a.compliance)).toEqual([1, 0, Number.NaN]);
    expect(report.byDay.map((d) => [d.day, d.compliance])).toEqual([
      [day, 0.5],
      [day + 1, 0],
    ]);
    expect(report.all).toMatchObject({ plannedVisits: 3, madeOfPlanned: 1, visits: 3, minutes: 51 });
  });
});
