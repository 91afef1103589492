/**
 * Did the patrols go where and as often as they were planned? A log of tracks or visits held against the visits of a plan.
 *
 * In words: stays come from the log (visits.ts), planned visits from one shift, from that shift repeated, or from timetables
 * that were given out. Per area and day the visits made count up to those planned; what goes beyond them, or falls on a day
 * or an area without a plan, stands apart as outside the plan.
 *
 * Rules of dosage after Koper (1995), doi 10.1080/07418829500096231, and Basford et al. (2021), doi
 * 10.1007/s41887-021-00067-2. Choices: a visit counts on its day whatever the hour it was made at. The trap: a day without a log
 * looks like a day without patrol, so planned days on which nothing at all was logged are counted apart.
 */
import { localOf, MINUTES_PER_DAY, weekdayOf } from '../offences/time.ts';
import type { PlanDays } from '../settings.ts';
import { quantile } from '../stats/quantile.ts';
import { type LogPlace, staysOfVisits } from './visit-log.ts';
import type { LoggedVisit } from './visit-rows.ts';
import {
  type DoseReport,
  dayOfStay,
  doseAgainstPlan,
  type PlannedVisit,
  type Position,
  type Stay,
  staysAlong,
  type VisitSettings,
} from './visits.ts';

export interface PlannedShift {
  /** Day on which the shift begins. */
  readonly day: number;
  /** Minutes from midnight of that day. */
  readonly fromMinute: number;
  readonly stops: readonly { readonly area: number; readonly fromMinute: number; readonly toMinute: number }[];
}

export interface HeldLog {
  /** By unit and then by time, with the area of each. */
  readonly positions: readonly Position[];
  readonly areas: Int32Array;
  readonly visits: readonly LoggedVisit[];
  /** Names of the files that do not say who was where. */
  readonly withoutUnits: readonly string[];
  /** Timetables that were given out, in place of the shift; empty without. */
  readonly planned: readonly LoggedVisit[];
}

export interface DoseQuery {
  readonly places: readonly LogPlace[];
  readonly shift: PlannedShift;
  readonly planDays: PlanDays;
  readonly settings: VisitSettings;
}

export interface VisitDose {
  readonly report: DoseReport;
  /** Areas without any visit in the whole log. */
  readonly never: readonly number[];
  /** Visits outside the plan: how many, and the newest of them. */
  readonly outside: number;
  readonly newestOutside: readonly Stay[];
  /** Stays too short to be visits. */
  readonly short: number;
  readonly units: number;
  /** First and last day of the log, as its days begin. */
  readonly fromDay: number;
  readonly toDay: number;
  /** Days on which anything was logged, ascending. */
  readonly loggedDays: readonly number[];
  /** Where the days begin: no later than the shift. */
  readonly dayStartMinute: number;
  readonly positions: number;
  readonly inAreas: number;
  /** Whether timetables were opened, in whose place no shift counts. */
  readonly byTimetables: boolean;
  readonly cautions: readonly string[];
}

const MOST_OUTSIDE = 200;
/** Of the positions to tell how often they come. */
const MOST_GAPS = 100_000;
const BREAK_SECONDS = 3600;

/** @param log not empty */
export function visitDose(log: HeldLog, query: DoseQuery): VisitDose {
  const { places, shift } = query;
  const dayStartMinute = Math.min(query.settings.dayStartMinute, shift.fromMinute);
  const settings = { ...query.settings, dayStartMinute };
  const written = staysOfVisits(log.visits, places);
  const stays = [...staysAlong(log.positions, log.areas, settings), ...written.stays];
  const days = loggedDays(log, settings);
  const [fromDay, toDay] = [days[0] ?? 0, days.at(-1) ?? 0];
  const byTimetables = log.planned.length > 0;
  const timetables = staysOfVisits(log.planned, places);
  const planned = byTimetables
    ? timetables.stays.map((stay) => ({ area: stay.area, day: dayOfStay(stay, settings), minutes: stay.minutes }))
    : plannedVisits(shift, query.planDays, { fromDay, toDay }, settings);
  const report = doseAgainstPlan(stays, planned, places.length, settings);
  const visits = stays.filter((stay) => stay.minutes >= settings.leastMin);
  const outside = beyondPlan(visits, planned, settings);
  return {
    report,
    never: report.byArea.flatMap(({ visits: made }, area) => (made === 0 ? [area] : [])),
    outside: outside.length,
    newestOutside: outside.slice(-MOST_OUTSIDE).reverse(),
    short: stays.length - visits.length,
    units: new Set([...log.positions, ...log.visits].map(({ unit }) => unit)).size,
    fromDay,
    toDay,
    loggedDays: days,
    dayStartMinute,
    positions: log.positions.length,
    inAreas: log.areas.reduce((sum, area) => sum + Number(area >= 0), 0),
    byTimetables,
    cautions: [
      ...written.notes,
      ...timetables.notes.map((note) => `Of the timetables: ${note}`),
      ...sparse(log.positions, settings),
      ...log.withoutUnits.map(
        (name) => `${name} does not say who was where: all its positions are taken as those of one officer.`,
      ),
      ...withoutLog(planned, days),
    ],
  };
}

/** Minutes with an officer in an area on a day, as a trial's place-days take them: NaN on a day without any log. */
export function deliveredMinutes({ report, loggedDays }: VisitDose): (area: number, day: number) => number {
  const logged = new Set(loggedDays);
  const minutes = new Map(report.byAreaAndDay.map((dose) => [`${dose.area} ${dose.day}`, dose.minutes]));
  return (area, day) => (logged.has(day) ? (minutes.get(`${area} ${day}`) ?? 0) : Number.NaN);
}

/** Visits of the shift on the days of its plan; those after midnight are on the day that they count for. */
export function plannedVisits(
  shift: PlannedShift,
  on: PlanDays,
  { fromDay, toDay }: { readonly fromDay: number; readonly toDay: number },
  settings: Pick<VisitSettings, 'dayStartMinute'>,
): PlannedVisit[] {
  const days =
    on === 'shift'
      ? [shift.day]
      : Array.from({ length: toDay - fromDay + 1 }, (_, i) => fromDay + i).filter(
          (day) => on === 'daily' || weekdayOf(day) === weekdayOf(shift.day),
        );
  return days.flatMap((day) =>
    shift.stops.map(({ area, fromMinute, toMinute }) => ({
      area,
      day: day + Math.floor((fromMinute - settings.dayStartMinute) / MINUTES_PER_DAY),
      minutes: toMinute - fromMinute,
    })),
  );
}

/** By time, every day on which anything was logged, whether in an area or not. */
function loggedDays({ positions, visits }: HeldLog, { dayStartMinute }: VisitSettings): number[] {
  const days = new Set<number>();
  let [from, to] = [0, -1];
  let known = 0;
  const heed = (second: number): void => {
    // positions that follow each other are mostly of the same hour, and the clock changes on full hours
    if (second >= from && second < to) {
      days.add(known);
      return;
    }
    const { day, minuteOfDay } = localOf(Math.floor(second / 60), true);
    known = minuteOfDay < dayStartMinute ? day - 1 : day;
    days.add(known);
    from = Math.floor(second / 60) * 60;
    to = from + 60;
  };
  for (const { second } of positions) heed(second);
  for (const visit of visits) heed(visit.from);
  return [...days].sort((a, b) => a - b);
}

/** By time: visits to areas on days without a plan for them, and those after as many as were planned. */
function beyondPlan(visits: readonly Stay[], planned: readonly PlannedVisit[], settings: VisitSettings): Stay[] {
  const left = new Map<string, number>();
  const key = (area: number, day: number): string => `${area} ${day}`;
  for (const { area, day } of planned) left.set(key(area, day), (left.get(key(area, day)) ?? 0) + 1);
  return [...visits]
    .sort((a, b) => a.from - b.from || a.area - b.area)
    .filter((stay) => {
      const own = key(stay.area, dayOfStay(stay, settings));
      const open = left.get(own) ?? 0;
      if (open > 0) left.set(own, open - 1);
      return open === 0;
    });
}

/** Positions that come further apart than the gap that ends a stay show hardly any. */
function sparse(positions: readonly Position[], { gapMin }: VisitSettings): string[] {
  const gaps: number[] = [];
  for (let i = 1; i < positions.length && gaps.length < MOST_GAPS; i++) {
    const [before, here] = [positions[i - 1] as Position, positions[i] as Position];
    const gap = here.second - before.second;
    if (here.unit === before.unit && gap > 0 && gap <= BREAK_SECONDS) gaps.push(gap);
  }
  const usual = gaps.length === 0 ? 0 : quantile(Float64Array.from(gaps), 0.5) / 60;
  if (usual <= gapMin) return [];
  const minutes = Math.round(usual);
  return [
    `Positions come about every ${minutes} minutes, further apart than the ${gapMin} that end a stay: hardly any stay can be seen – allow gaps of ${minutes + 1} minutes, and read the visits with care.`,
  ];
}

function withoutLog(planned: readonly PlannedVisit[], days: readonly number[]): string[] {
  const logged = new Set(days);
  const wanted = new Set(planned.map(({ day }) => day));
  const missing = [...wanted].filter((day) => !logged.has(day)).length;
  if (missing === 0) return [];
  if (missing === wanted.size) {
    return [
      `The plan and the log have no day in common: no planned visit can have been made – choose the days of the plan, or open another log.`,
    ];
  }
  return [
    `Nothing was logged on ${missing} of the ${wanted.size} days of the plan: their visits count as not made, though a file may be missing.`,
  ];
}
