/** What a plan could not meet, in words. */
import { existsInLondon, formatDay, londonOffset, MINUTES_PER_DAY, utcFromLondon } from '../offences/time.ts';
import type { PlanArea, PlanSettings, ShiftPlan } from './plan.ts';

interface Unmet {
  readonly dropped: readonly number[];
  readonly missed: ShiftPlan['missed'];
  /** Pairs without a visit. */
  readonly idle: number;
}

/** Sentences on a plan that could not be all that was asked for; none when it is. */
export function unmetWords(
  areas: readonly PlanArea[],
  { dropped, missed, idle }: Unmet,
  settings: PlanSettings,
  toMinute: number,
) {
  const label = (area: number): string => {
    const { rank, name } = areas[area] as PlanArea;
    return name === '' ? String(rank) : `${rank} ${name}`;
  };
  const list = (indices: readonly number[]): string =>
    `${indices.slice(0, 5).map(label).join(', ')}${indices.length > 5 ? ` and ${indices.length - 5} more` : ''}`;
  const said: string[] = [];
  if (areas.length === 0) said.push('There are no patrol areas to visit.');
  const never = missed.filter((m) => m.placed === 0).map((m) => m.area);
  const fewer = missed.filter((m) => m.placed > 0).map((m) => m.area);
  if (never.length > 0)
    said.push(`No visit could be placed in ${list(never)}: add pairs, lengthen the shift, or shorten visits.`);
  if (fewer.length > 0)
    said.push(`Fewer visits than asked for in ${list(fewer)}: the shift is full, or too short to keep visits apart.`);
  if (dropped.length > 0) said.push(`Beyond the first ${settings.mostAreas} areas and not visited: ${list(dropped)}.`);
  const unknown = areas.flatMap((area, i) => (area.timed < 5 && !dropped.includes(i) ? [i] : []));
  if (unknown.length > 0)
    said.push(`Too few offences with a known hour in ${list(unknown)}: visited at any time of the shift.`);
  if (idle > 0 && areas.length > 0) said.push(`${idle} of ${settings.pairs} pairs have no visit.`);
  const wall = (minute: number): number => settings.day * MINUTES_PER_DAY + minute;
  const before = londonOffset(utcFromLondon(wall(settings.fromMinute)));
  if (before !== londonOffset(utcFromLondon(wall(toMinute))) || !existsInLondon(wall(toMinute))) {
    said.push(
      `The clocks change in the night after ${formatDay(settings.day)}: times after 01:00 are by the old clock or the new one.`,
    );
  }
  return said;
}
