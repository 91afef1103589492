/** Two periods to compare where the view takes all there is. Pure. */
import { monthRange } from '../core/offences/time.ts';
import type { DatasetInfo } from '../core/results.ts';
import type { Beside } from '../core/settings.ts';

/** The period of the view, and the one beside it. */
interface TwoPeriods {
  readonly fromDay: number;
  readonly toDay: number;
  readonly beside: Extract<Beside, { kind: 'period' }>;
}

type Info = Pick<DatasetInfo, 'fromDay' | 'toDay' | 'hasDates' | 'hasDays' | 'snapped'>;

/**
 * The last two stretches of equal length that a file has, in whole months where it has only those, for a view of all
 * dates that has nothing before or after it; null for a file too short to be parted.
 */
export function halvesOf(info: Info): TwoPeriods | null {
  return !info.hasDays || info.snapped ? halvesInMonths(info) : halvesInDays(info);
}

function halvesInMonths(info: Info): TwoPeriods | null {
  const months: ReturnType<typeof monthRange>[] = [];
  for (let day = info.fromDay; info.hasDates && day <= info.toDay; ) {
    const month = monthRange(day);
    months.push(month);
    day = month.toDay + 1;
  }
  const half = Math.floor(months.length / 2);
  const first = months[months.length - 2 * half];
  const split = months[months.length - half];
  const last = months.at(-1);
  if (half === 0 || !split || !first || !last) return null;
  return {
    fromDay: first.fromDay,
    toDay: split.fromDay - 1,
    beside: { kind: 'period', fromDay: split.fromDay, toDay: last.toDay },
  };
}

function halvesInDays(info: Info): TwoPeriods | null {
  const days = Math.floor((info.toDay - info.fromDay + 1) / 2);
  if (days < 1) return null;
  const middle = info.toDay - days;
  return {
    fromDay: middle - days + 1,
    toDay: middle,
    beside: { kind: 'period', fromDay: middle + 1, toDay: info.toDay },
  };
}
