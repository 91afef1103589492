/** What a log of patrols says, in words. Pure. */
import type { VisitDose } from '../../../core/evaluation/visit-dose.ts';
import { weekdayOf } from '../../../core/offences/time.ts';
import type { PlanDays } from '../../../core/settings.ts';
import type { DoseQuery, LogFile } from '../../../state/visit-log.ts';
import { formatDay, formatPeriod, formatShare, inWords, plural } from '../../format.ts';
import type { MethodText } from '../../hotspots/method-texts.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** "4 Marine Parade"; an area without a name by its rank alone. */
export function areaLabel({ rank, name }: { readonly rank: number; readonly name: string }): string {
  return name === '' ? `Area ${rank}` : `${rank} ${name}`;
}

/** "Fri 10 Jul 2020". */
export function dayLabel(day: number): string {
  return `${WEEKDAYS[weekdayOf(day)]?.slice(0, 3)} ${formatDay(day)}`;
}

/** "21:05" of a minute of the day. */
export function clockWords(minute: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(Math.floor(minute % 60))}`;
}

/** "41 of 60 planned visits were made (68 %): 1,210 minutes with an officer there." */
export function headline({ report }: VisitDose): string {
  const { plannedVisits, madeOfPlanned, compliance, visits, minutes } = report.all;
  const there = `${plural(Math.round(minutes), 'minute')} with an officer in a patrol area`;
  if (plannedVisits === 0) return `${plural(visits, 'visit')}, none of them planned: ${there}.`;
  const [made, were] = [madeOfPlanned, madeOfPlanned === 1 ? 'was' : 'were'];
  return `${made} of ${plural(plannedVisits, 'planned visit')} ${were} made (${formatShare(compliance)}): ${there}.`;
}

/** What the headline leaves out: areas nobody came to, and visits that nobody planned. */
export function besides({ never, outside, short, report }: VisitDose, places: DoseQuery['places'], leastMin: number) {
  const said: string[] = [];
  const names = never.slice(0, 5).flatMap((area) => (places[area] ? [areaLabel(places[area])] : []));
  const more = never.length > names.length ? ` and ${inWords(never.length - names.length)} more` : '';
  if (never.length === places.length) said.push('No area was visited.');
  else if (never.length > 0) said.push(`Never visited: ${names.join(', ')}${more}.`);
  if (outside > 0 && report.all.plannedVisits > 0) {
    said.push(`${plural(outside, 'visit')} lay outside the plan.`);
  }
  if (short > 0) {
    said.push(
      `${plural(short, 'stay')} under ${plural(leastMin, 'minute')} ${short === 1 ? 'is no visit' : 'are no visits'}.`,
    );
  }
  return said.join(' ');
}

/** "Log of 6 Jul – 9 Aug 2020, four units; days begin at 06:00." */
export function aboutLog({ fromDay, toDay, units, dayStartMinute, positions, inAreas }: VisitDose): string {
  const inThem = positions === 0 ? '' : `; ${formatShare(inAreas / positions)} of the positions lie in a patrol area`;
  const start = dayStartMinute === 0 ? '' : ` Days begin at ${clockWords(dayStartMinute)}.`;
  return `Log of ${formatPeriod(fromDay, toDay)}, ${plural(units, 'unit')}${inThem}.${start}`;
}

/** What the plan may count on: the shift's own day, its weekday, or every day. */
export function planDayChoices(day: number): readonly { readonly id: PlanDays; readonly name: string }[] {
  return [
    { id: 'shift', name: formatDay(day) },
    { id: 'weekly', name: `${WEEKDAYS[weekdayOf(day)]}s` },
    { id: 'daily', name: 'Every day' },
  ];
}

/** "1,204 positions" or "36 visits". */
export function fileWords({ positions, visits }: Pick<LogFile, 'positions' | 'visits'>): string {
  return positions > 0 ? plural(positions, 'position') : plural(visits, 'visit');
}

export const logText: MethodText = {
  how: [
    'Positions of a track that follow each other in the same area are one stay, from the first to the last, as long as no more than the gap lies between two of them. A step outside does not end it, another area does. A stay as long as a visit must be counts as one; visits written down count by their start and end.',
    'Each area and day is held against the visits planned for it: those made count up to as many as were planned, others lie outside the plan. A visit counts at whatever hour it was made. Minutes are counted once, however many officers were there.',
    'Times without an offset are London’s clock. The plan is the one above, on the days chosen; or the timetables that were given out, opened here again.',
  ],
  sources: [
    { text: 'Koper 1995 (10 to 16 minutes work best)', doi: '10.1080/07418829500096231' },
    { text: 'Basford et al. 2021 (geofenced trackers)', doi: '10.1007/s41887-021-00067-2' },
  ],
  trap: 'A tracker that sends every ten minutes makes no stay, and a car that waits at the lights can make one. Being there is not patrolling, and a day without a log looks like a day without patrol. Areas are those on screen now, which may not be those that were patrolled.',
};
