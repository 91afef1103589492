/** Periods that suggest themselves beside the one of the view. Pure. */
import type { DatasetInfo } from '../../core/results.ts';
import type { Beside } from '../../core/settings.ts';
import type { Settings } from '../../state/app-state.ts';
import { shiftedPeriod } from '../period.ts';

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
