import { describe, expect, it } from 'vitest';
import { deliveredMinutes, type HeldLog, plannedVisits, visitDose } from '../../../src/core/evaluation/visit-dose.ts';
import type { Position } from '../../../src/core/evaluation/visits.ts';
import { dayFromIso } from '../../../src/core/offences/time.ts';
import { toCsv } from '../../../src/core/tables/csv.ts';
import { doseTable } from '../../../src/core/tables/dose.ts';

const DAY = dayFromIso('2020-07-10') ?? 0;
/** 10 July 2020, 20:00 in London. */
const EIGHT = Date.parse('2020-07-10T19:00:00Z') / 1000;
const places = [
  { rank: 1, name: 'High Street' },
  { rank: 2, name: 'Pier' },
  { rank: 3, name: 'Station' },
];
const shift = {
  day: DAY,
  fromMinute: 20 * 60,
  stops: [
    { area: 0, fromMinute: 20 * 60, toMinute: 20 * 60 + 15 },
    { area: 1, fromMinute: 24 * 60 + 30, toMinute: 24 * 60 + 45 },
  ],
};
const settings = { gapMin: 5, leastMin: 10, dayStartMinute: 360 };
const query = { places, shift, planDays: 'shift' as const, settings };
const visit = (place: string, minute: number, minutes: number, unit = 'EX1') => ({
  place,
  unit,
  from: EIGHT + 60 * minute,
  to: EIGHT + 60 * (minute + minutes),
});
const logOf = (
  visits: HeldLog['visits'],
  positions: readonly Position[] = [],
  areas: readonly number[] = [],
): HeldLog => ({
  positions,
  areas: Int32Array.from(areas),
  visits,
  withoutUnits: [],
  planned: [],
});

describe('the plan of a shift', () => {
  it('keeps its visits after midnight on the evening it began, where days begin in the morning', () => {
    const range = { fromDay: DAY, toDay: DAY };
    expect(plannedVisits(shift, 'shift', range, settings).map(({ area, day }) => [area, day - DAY])).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(plannedVisits(shift, 'shift', range, { dayStartMinute: 0 }).map(({ day }) => day - DAY)).toEqual([0, 1]);
  });

  it('counts on its own day, on its weekday through the log, or on each day of it', () => {
    const range = { fromDay: DAY - 3, toDay: DAY + 8 };
    const days = (on: 'shift' | 'weekly' | 'daily') => [
      ...new Set(plannedVisits(shift, on, range, settings).map(({ day }) => day - DAY)),
    ];
    expect(days('shift')).toEqual([0]);
    expect(days('weekly')).toEqual([0, 7]);
    expect(days('daily')).toEqual([-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('a log against the plan', () => {
  const log = logOf([
    visit('High Street', 2, 16),
    visit('High Street', 120, 12, 'EX2'),
    visit('Pier', 275, 9),
    visit('Station', 60, 14),
    visit('Quay', 60, 14),
  ]);
  const dose = visitDose(log, query);

  it('counts visits made up to those planned; short stays and areas without a visit stand apart', () => {
    expect(dose.report.all).toMatchObject({ plannedVisits: 2, madeOfPlanned: 1, visits: 3, minutes: 16 + 12 + 9 + 14 });
    expect(dose.report.byArea.map(({ compliance }) => compliance)).toEqual([1, 0, Number.NaN]);
    expect(dose).toMatchObject({ never: [1], short: 1, units: 2, fromDay: DAY, toDay: DAY, byTimetables: false });
  });

  it('what goes beyond the plan of an area and day is outside of it, the newest first', () => {
    expect(dose.outside).toBe(2);
    expect(dose.newestOutside.map(({ area, minutes }) => [area, minutes])).toEqual([
      [0, 12],
      [2, 14],
    ]);
  });

  it('places that are no patrol area are said', () => {
    expect(dose.cautions).toEqual(['1 visit to places that are no patrol area, left out: “Quay”.']);
  });

  it('timetables that were given out take the place of the shift', () => {
    const planned = [visit('2', 270, 15), visit('Station', 60, 15), visit('Station', 60 + 1440, 15)];
    const byTimetables = visitDose({ ...log, planned }, query);
    expect(byTimetables.byTimetables).toBe(true);
    expect(byTimetables.report.byArea.map(({ plannedVisits: n, madeOfPlanned }) => [n, madeOfPlanned])).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
    ]);
    expect(byTimetables.cautions.at(-1)).toMatch(/^Nothing was logged on 1 of the 2 days of the plan/);
  });

  it('a plan on no day of the log is said', () => {
    const later = visitDose(log, { ...query, shift: { ...shift, day: DAY + 30 } });
    expect(later.report.all).toMatchObject({ plannedVisits: 2, madeOfPlanned: 0 });
    expect(later.cautions.at(-1)).toMatch(/no day in common/);
    expect(visitDose(log, { ...query, shift: { ...shift, stops: [] } }).report.all.compliance).toBeNaN();
  });

  it('days begin no later than the shift does', () => {
    const early = { ...shift, fromMinute: 300, stops: [{ area: 0, fromMinute: 300, toMinute: 315 }] };
    const morning = visitDose(logOf([visit('High Street', -900, 15)]), { ...query, shift: early });
    expect(morning).toMatchObject({ dayStartMinute: 300, fromDay: DAY });
    expect(morning.report.all.compliance).toBe(1);
  });
});

describe('tracks against the plan', () => {
  const every = (minutes: number, n: number): Position[] =>
    Array.from({ length: n }, (_, i) => ({ unit: 'EX1', second: EIGHT + 60 * minutes * i, lon: 0.7, lat: 51.5 }));

  it('are stays where positions follow each other', () => {
    const positions = every(2, 9);
    const dose = visitDose(
      logOf(
        [],
        positions,
        positions.map((_, i) => (i === 0 ? -1 : 0)),
      ),
      query,
    );
    expect(dose.report.byArea[0]).toMatchObject({ visits: 1, minutes: 14, compliance: 1 });
    expect(dose).toMatchObject({ positions: 9, inAreas: 8, cautions: [] });
  });

  it('that come too far apart make no stay, and that is said', () => {
    const positions = every(10, 9);
    const dose = visitDose(
      logOf(
        [],
        positions,
        positions.map(() => 0),
      ),
      query,
    );
    expect(dose.report.all.visits).toBe(0);
    expect(dose.cautions.join()).toMatch(
      /about every 10 minutes, further apart than the 5 .* allow gaps of 11 minutes/,
    );
    expect(
      visitDose(
        logOf(
          [],
          positions,
          positions.map(() => 0),
        ),
        { ...query, settings: { ...settings, gapMin: 11 } },
      ).report.all.visits,
    ).toBe(1);
  });
});

describe('the dose of each area and day', () => {
  const dose = visitDose(logOf([visit('High Street', 0, 16), visit('Pier', 2 * 1440, 12)]), {
    ...query,
    shift: { ...shift, day: DAY + 1 },
  });

  it('is 0 on a day with a log and unknown on one without', () => {
    const delivered = deliveredMinutes(dose);
    expect([delivered(0, DAY), delivered(1, DAY), delivered(0, DAY + 1), delivered(1, DAY + 2)]).toEqual([
      16,
      0,
      Number.NaN,
      12,
    ]);
  });

  it('is a table with the columns of place-days', () => {
    const [header, ...rows] = toCsv(doseTable(dose, places)).trim().split(/\r?\n/);
    expect(header).toBe('rank,place,date,planned_visits,planned_min,visits,delivered_min');
    expect(rows.slice(0, 5)).toEqual([
      '1,High Street,2020-07-10,0,0,1,16',
      '2,Pier,2020-07-10,0,0,0,0',
      '3,Station,2020-07-10,0,0,0,0',
      '1,High Street,2020-07-11,1,15,0,',
      '2,Pier,2020-07-11,1,15,0,',
    ]);
    expect(rows).toHaveLength(9);
  });
});
