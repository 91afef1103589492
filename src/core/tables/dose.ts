/** What a log of patrols gave each area on each day, beside the plan. */
import { deliveredMinutes, type VisitDose } from '../evaluation/visit-dose.ts';
import type { LogPlace } from '../evaluation/visit-log.ts';
import { isoDay } from '../offences/time.ts';
import type { OutTable } from './table.ts';

/**
 * A row per area and day that has a log or a plan, by day and then by rank. `delivered_min` is empty on days without any
 * log; its name and those of `place` and `date` are the ones that a trial's place-days have.
 */
export function doseTable(dose: VisitDose, places: readonly LogPlace[]): OutTable {
  const { report, loggedDays } = dose;
  const days = [...new Set([...loggedDays, ...report.byDay.map(({ day }) => day)])].sort((a, b) => a - b);
  const delivered = deliveredMinutes(dose);
  const known = new Map(report.byAreaAndDay.map((row) => [`${row.area} ${row.day}`, row]));
  const rows = days.flatMap((day) =>
    places.map((place, area) => ({ day, area, place, row: known.get(`${area} ${day}`) })),
  );
  const numbers = (of: (row: (typeof rows)[number]) => number): Float64Array => Float64Array.from(rows, of);
  return {
    rows: rows.length,
    columns: [
      { name: 'rank', values: numbers(({ place }) => place.rank) },
      { name: 'place', values: rows.map(({ place }) => place.name) },
      { name: 'date', values: rows.map(({ day }) => isoDay(day)) },
      { name: 'planned_visits', values: numbers(({ row }) => row?.plannedVisits ?? 0) },
      { name: 'planned_min', values: numbers(({ row }) => row?.plannedMin ?? 0) },
      { name: 'visits', values: numbers(({ row }) => row?.visits ?? 0) },
      { name: 'delivered_min', values: numbers(({ area, day }) => delivered(area, day)) },
    ],
  };
}
