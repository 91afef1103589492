/** Painting the week: which hours a gesture or a preset leaves painted, and what that is called. Pure. */
import { definitions } from '../../core/offences/presets.ts';
import { asHours } from '../../state/hours.ts';
import { DAYS, HOURS } from '../hotspots/hour-grid.ts';

type Hours = ReturnType<typeof asHours>;

/** A place in the grid; day −1 stands for all days (the head of a column), hour −1 for all hours (the head of a row). */
export interface At {
  readonly day: number;
  readonly hour: number;
}

const every = (from: number, length: number): readonly number[] =>
  DAYS.flatMap((_, day) => Array.from({ length }, (_, hour) => (day * 24 + from + hour) % 168));

export const hourPresets: readonly { readonly id: string; readonly label: string; readonly hours: Hours }[] = [
  { id: 'nte', label: 'Night-time economy', hours: asHours(definitions.nte.rule.hoursOfWeek ?? []) },
  {
    id: 'office',
    label: 'Weekdays 9–17',
    hours: asHours(every(9, 8).filter((hour) => hour < 5 * 24)),
  },
  { id: 'nights', label: 'Nights 22–06', hours: asHours(every(22, 8)) },
];

/** The hours of the week between two places, heads standing for whole rows and columns. */
export function hoursBetween(a: At, b: At): readonly number[] {
  const span = (from: number, to: number, whole: number) =>
    from < 0 || to < 0 ? [0, whole] : [Math.min(from, to), Math.max(from, to)];
  const [firstDay = 0, lastDay = 0] = span(a.day, b.day, 6);
  const [firstHour = 0, lastHour = 0] = span(a.hour, b.hour, 23);
  return DAYS.flatMap((_, day) =>
    HOURS.filter((hour) => day >= firstDay && day <= lastDay && hour >= firstHour && hour <= lastHour).map(
      (hour) => day * 24 + hour,
    ),
  );
}

/** `before` with the hours between two places painted, or wiped when all of the first place was painted already. */
export function painted(before: Hours, from: At, to: At): Hours {
  const wipes = isPainted(before, from);
  const after = new Set(before ?? []);
  for (const hour of hoursBetween(from, to)) {
    if (wipes) after.delete(hour);
    else after.add(hour);
  }
  return asHours(after);
}

/** Whether all hours of a place are painted; none is while there is no filter. */
export function isPainted(hours: Hours, at: At): boolean {
  const on = new Set(hours ?? []);
  return hoursBetween(at, at).every((hour) => on.has(hour));
}

/** "All", or how many hours of the week: short, for the bar. */
export function hoursName(hours: Hours): string {
  return hours === null ? 'All' : `${hours.length} of 168`;
}

/** The place that an arrow key leads to, held within the grid and its heads; null for other keys. */
export function placeReached(key: string, { day, hour }: At): At | null {
  const steps: Readonly<Record<string, At>> = {
    ArrowLeft: { day, hour: Math.max(-1, hour - 1) },
    ArrowRight: { day, hour: Math.min(23, hour + 1) },
    ArrowUp: { day: Math.max(-1, day - 1), hour },
    ArrowDown: { day: Math.min(6, day + 1), hour },
    Home: { day, hour: -1 },
    End: { day, hour: 23 },
  };
  return steps[key] ?? null;
}
