/** The strip of areas and days: what each was planned and given. Pure. */
import type { VisitDose } from '../../../core/evaluation/visit-dose.ts';
import type { DayDose } from '../../../core/evaluation/visits.ts';
import type { DoseQuery } from '../../../state/visit-log.ts';
import { plural } from '../../format.ts';
import { areaLabel, dayLabel } from './log-words.ts';

/** Visits as planned, fewer, none; none planned and yet made; nothing either way; and nothing logged on that day at all. */
export type StripKind = 'made' | 'some' | 'missed' | 'extra' | 'nothing' | 'unlogged';

export interface StripModel {
  /** Days with a log or a plan, ascending. */
  readonly days: readonly number[];
  /** By area and then by day. */
  readonly kinds: readonly (readonly StripKind[])[];
}

export function stripOf(dose: VisitDose, areas: number): StripModel {
  const days = daysOf(dose);
  const logged = new Set(dose.loggedDays);
  const rows = rowsByKey(dose);
  return {
    days,
    kinds: Array.from({ length: areas }, (_, area) =>
      days.map((day) => kindOf(rows.get(`${area} ${day}`), logged.has(day))),
    ),
  };
}

/** Every day that was logged or planned. */
export function daysOf({ loggedDays, report }: VisitDose): readonly number[] {
  return [...new Set([...loggedDays, ...report.byDay.map(({ day }) => day)])].sort((a, b) => a - b);
}

function rowsByKey({ report }: VisitDose): ReadonlyMap<string, DayDose> {
  return new Map(report.byAreaAndDay.map((row) => [`${row.area} ${row.day}`, row]));
}

function kindOf(row: DayDose | undefined, logged: boolean): StripKind {
  if (row === undefined || (row.plannedVisits === 0 && row.visits === 0)) return logged ? 'nothing' : 'unlogged';
  if (row.plannedVisits === 0) return 'extra';
  if (row.visits === 0) return 'missed';
  return row.visits >= row.plannedVisits ? 'made' : 'some';
}

/** "3 Pier, Fri 10 Jul 2020: 1 of 2 planned visits, 14 minutes". */
export function cellWords(dose: VisitDose, places: DoseQuery['places'], area: number, day: number): string {
  const place = places[area];
  const row = dose.report.byAreaAndDay.find((each) => each.area === area && each.day === day);
  const where = `${place ? areaLabel(place) : ''}, ${dayLabel(day)}`;
  if (row === undefined) return `${where}: ${dose.loggedDays.includes(day) ? 'no visit' : 'nothing logged that day'}`;
  const minutes = plural(Math.round(row.minutes), 'minute');
  if (row.plannedVisits === 0) return `${where}: ${plural(row.visits, 'visit')}, none planned, ${minutes}`;
  return `${where}: ${row.visits} of ${plural(row.plannedVisits, 'planned visit')}, ${minutes}`;
}
