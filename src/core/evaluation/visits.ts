/**
 * When was an officer in a patrol area, and for how long? Stays made of the positions of a track.
 *
 * In words: positions of a track that follow each other in the same area are one stay, as long as no more than five minutes lie
 * between two of them; a position in another area ends it, one in none does not by itself. Its length is the time from the
 * first to the last. A stay of ten minutes and more is a visit.
 *
 * Rules as in the hot-spot trials tracked by GPS: Koper, C. S. (1995), doi 10.1080/07418829500096231 (10 to 16 minutes);
 * Barnes, G. C. et al. (2020) and Basford, L. et al. (2021), doi 10.1007/s41887-021-00067-2 (geofenced trackers).
 *
 * Choices: a stay belongs to the local day on which it began; that day may begin at another hour than midnight, so that a night
 * is one day. Minutes of an area and day are counted once, however many officers were there. The trap: a tracker that sends
 * every ten minutes can never make a stay; a car that waits at the lights can.
 */
import { localOf } from '../offences/time.ts';

/** A position of a track. */
export interface Position {
  /** Who or what carried the tracker. */
  readonly unit: string;
  /** UTC seconds since 1970. */
  readonly second: number;
  readonly lon: number;
  readonly lat: number;
}

export interface Stay {
  /** Index of the area. */
  readonly area: number;
  readonly unit: string;
  /** UTC seconds. */
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
  /** Local day and minute of the day on which it began. */
  readonly day: number;
  readonly minuteOfDay: number;
}

export interface VisitSettings {
  /** Silence that ends a stay, minutes. */
  readonly gapMin: number;
  /** From how many minutes a stay is a visit. */
  readonly leastMin: number;
  /** Minute of the day at which a day begins: what comes before it belongs to the day before. */
  readonly dayStartMinute: number;
}

export const defaultVisitSettings: VisitSettings = { gapMin: 5, leastMin: 10, dayStartMinute: 0 };

/** Stays by time. `areaOf` gives the index of the area that a place lies in, −1 for none. */
export function staysOf(
  positions: readonly Position[],
  areaOf: (lon: number, lat: number) => number,
  settings: VisitSettings = defaultVisitSettings,
): Stay[] {
  const ordered = inOrder(positions);
  return staysAlong(
    ordered,
    Int32Array.from(ordered, ({ lon, lat }) => areaOf(lon, lat)),
    settings,
  );
}

/** By unit and then by time, as `staysAlong` takes them. */
export function inOrder(positions: readonly Position[]): Position[] {
  return [...positions].sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.second - b.second));
}

/** The same with the area of each position, for positions in order. */
export function staysAlong(
  ordered: readonly Position[],
  areas: Int32Array,
  { gapMin }: Pick<VisitSettings, 'gapMin'>,
): Stay[] {
  const stays: Stay[] = [];
  let open = null as OpenStay | null;
  ordered.forEach(({ unit, second }, i) => {
    const area = areas[i] as number;
    const ends =
      open !== null && (open.unit !== unit || second - open.to > 60 * gapMin || (area >= 0 && area !== open.area));
    if (open && ends) {
      stays.push(stayOf(open.area, open.unit, open.from, open.to));
      open = null;
    }
    if (area < 0) return;
    open = open ? { ...open, to: second } : { area, unit, from: second, to: second };
  });
  if (open) stays.push(stayOf(open.area, open.unit, open.from, open.to));
  return stays.sort((a, b) => a.from - b.from || a.area - b.area);
}

interface OpenStay {
  readonly area: number;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
}

/** A stay from its ends, UTC seconds. */
export function stayOf(area: number, unit: string, from: number, to: number): Stay {
  const { day, minuteOfDay } = localOf(Math.floor(from / 60), true);
  return { area, unit, from, to, minutes: (to - from) / 60, day, minuteOfDay };
}

/** The day that a stay counts for. */
export function dayOfStay(
  { day, minuteOfDay }: Stay,
  { dayStartMinute }: Pick<VisitSettings, 'dayStartMinute'>,
): number {
  return minuteOfDay < dayStartMinute ? day - 1 : day;
}

/** What an area got on a day, beside what was planned for it. */
export interface DayDose {
  readonly area: number;
  readonly day: number;
  readonly plannedVisits: number;
  readonly plannedMin: number;
  readonly visits: number;
  /** Minutes with at least one officer there. */
  readonly minutes: number;
}

export interface PlannedVisit {
  readonly area: number;
  readonly day: number;
  readonly minutes: number;
}

interface DoseShare {
  readonly plannedVisits: number;
  /** Visits made, no more than planned on any one day. */
  readonly madeOfPlanned: number;
  /** 0–1; NaN without a plan. */
  readonly compliance: number;
  readonly visits: number;
  readonly minutes: number;
  readonly plannedMin: number;
}

export interface DoseReport {
  /** Every area and day with a plan or a stay, by day and then by area. */
  readonly byAreaAndDay: readonly DayDose[];
  readonly byArea: readonly DoseShare[];
  readonly byDay: readonly (DoseShare & { readonly day: number })[];
  readonly all: DoseShare;
}

/** Dosage against plan. `areas` is how many areas there are. */
export function doseAgainstPlan(
  stays: readonly Stay[],
  planned: readonly PlannedVisit[],
  areas: number,
  settings: VisitSettings = defaultVisitSettings,
): DoseReport {
  const { leastMin } = settings;
  const cells = new Map<string, { area: number; day: number; planned: number[]; stays: Stay[] }>();
  const cellOf = (area: number, day: number) => {
    const key = `${area} ${day}`;
    const cell = cells.get(key) ?? { area, day, planned: [], stays: [] };
    cells.set(key, cell);
    return cell;
  };
  for (const { area, day, minutes } of planned) cellOf(area, day).planned.push(minutes);
  for (const stay of stays) cellOf(stay.area, dayOfStay(stay, settings)).stays.push(stay);
  const byAreaAndDay = [...cells.values()]
    .map(
      (cell): DayDose => ({
        area: cell.area,
        day: cell.day,
        plannedVisits: cell.planned.length,
        plannedMin: cell.planned.reduce((sum, minutes) => sum + minutes, 0),
        visits: cell.stays.filter((stay) => stay.minutes >= leastMin).length,
        minutes: minutesCovered(cell.stays),
      }),
    )
    .sort((a, b) => a.day - b.day || a.area - b.area);
  const days = [...new Set(byAreaAndDay.map((dose) => dose.day))];
  return {
    byAreaAndDay,
    byArea: Array.from({ length: areas }, (_, area) => shareOf(byAreaAndDay.filter((dose) => dose.area === area))),
    byDay: days.map((day) => ({ day, ...shareOf(byAreaAndDay.filter((dose) => dose.day === day)) })),
    all: shareOf(byAreaAndDay),
  };
}

/** Minutes in at least one of the stays. */
function minutesCovered(stays: readonly Stay[]): number {
  let seconds = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { from, to } of [...stays].sort((a, b) => a.from - b.from)) {
    seconds += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return seconds / 60;
}

function shareOf(doses: readonly DayDose[]): DoseShare {
  const sum = (of: (dose: DayDose) => number): number => doses.reduce((so, dose) => so + of(dose), 0);
  const plannedVisits = sum((dose) => dose.plannedVisits);
  const madeOfPlanned = sum((dose) => Math.min(dose.visits, dose.plannedVisits));
  return {
    plannedVisits,
    madeOfPlanned,
    compliance: madeOfPlanned / plannedVisits,
    visits: sum((dose) => dose.visits),
    minutes: sum((dose) => dose.minutes),
    plannedMin: sum((dose) => dose.plannedMin),
  };
}
