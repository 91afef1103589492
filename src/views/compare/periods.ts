/** Periods that suggest themselves beside the one of the view. Pure. */
import type { DatasetInfo } from '../../core/results.ts';
import type { Beside } from '../../core/settings.ts';
import type { Settings } from '../../state/app-state.ts';
import { monthsOf, shiftedPeriod } from '../period.ts';

export interface SuggestedPeriod {
  readonly name: string;
  readonly fromDay: number;
  readonly toDay: number;
}

type Info = DatasetInfo;
type View = Pick<Settings, 'fromDay' | 'toDay'>;

/** A year in whole weeks, so that the same weekdays are compared. */
const YEAR_DAYS = 364;

/** The period before, the one after, and the same days a year earlier, as far as the file has any of them. */
export function periodSuggestions({ fromDay, toDay }: View, info: Info): readonly SuggestedPeriod[] {
  const from = fromDay ?? info.fromDay;
  const to = toDay ?? info.toDay;
  const before = shiftedPeriod(from, to, -1, info);
  const after = shiftedPeriod(from, to, 1, info);
  const yearBefore = yearEarlier(from, to, info);
  return [
    ...(before ? [{ name: 'Period before', ...before }] : []),
    ...(after ? [{ name: 'Period after', ...after }] : []),
    ...(yearBefore && yearBefore.fromDay !== before?.fromDay ? [{ name: 'A year before', ...yearBefore }] : []),
  ];
}

function yearEarlier(from: number, to: number, info: Info) {
  if (!info.hasDays || to - from >= YEAR_DAYS) return null;
  const earlier = { fromDay: from - YEAR_DAYS, toDay: to - YEAR_DAYS };
  return earlier.toDay < info.fromDay ? null : earlier;
}

/**
 * The last two stretches of equal length that a file has, in whole months where it has only those, for a view of all
 * dates that has nothing before or after it; null for a file too short to be parted.
 */
export function halvesOf(info: Info): ReturnType<typeof aroundKeyDate> | null {
  const months = monthsOf(info);
  const half = Math.floor(months.length / 2);
  const split = months[months.length - half];
  if (!info.hasDays || info.snapped) {
    const first = months[months.length - 2 * half];
    const last = months.at(-1);
    if (half === 0 || !split || !first || !last) return null;
    return {
      fromDay: first.fromDay,
      toDay: split.fromDay - 1,
      beside: { kind: 'period', fromDay: split.fromDay, toDay: last.toDay },
    };
  }
  const days = Math.floor((info.toDay - info.fromDay + 1) / 2);
  if (days < 1) return null;
  const middle = info.toDay - days;
  return {
    fromDay: middle - days + 1,
    toDay: middle,
    beside: { kind: 'period', fromDay: middle + 1, toDay: info.toDay },
  };
}

/** As many days before the key date as from it on: those of the view, at most eight weeks. */
const MOST_DAYS = 56;

export function aroundKeyDate(
  day: number,
  { fromDay, toDay }: View,
  info: Info,
): View & { readonly beside: Extract<Beside, { kind: 'period' }> } {
  const length = Math.min(MOST_DAYS, (toDay ?? info.toDay) - (fromDay ?? info.fromDay) + 1);
  return {
    fromDay: day - length,
    toDay: day - 1,
    beside: { kind: 'period', fromDay: day, toDay: day + length - 1 },
  };
}
