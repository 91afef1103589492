/** Periods an analyst picks with one press, and the months a month-only file offers. */
import type { DatasetInfo } from '../core/results.ts';
import { formatMonth, monthStart } from './format.ts';

export interface PeriodChoice {
  readonly id: string;
  readonly label: string;
  /** null is open. */
  readonly fromDay: number | null;
  readonly toDay: number | null;
}

/** The whole file and its last weeks and months, counted back from its last day; nothing that starts before the file does. */
export function periodChoices(info: DatasetInfo): readonly PeriodChoice[] {
  const all: PeriodChoice = { id: 'all', label: 'All dates', fromDay: null, toDay: null };
  if (!info.hasDates) return [all];
  const { toDay } = info;
  const days = info.snapped
    ? []
    : [14, 28, 91].map((n) => ({ id: `days-${n}`, label: `Last ${n} days`, fromDay: toDay - n + 1, toDay }));
  const months = [3, 12].map((n) => ({
    id: `months-${n}`,
    label: `Last ${n} months`,
    fromDay: monthStart(toDay + 1, -n),
    toDay: monthStart(toDay + 1) - 1,
  }));
  return [all, ...days, ...months.filter((choice) => choice.toDay <= toDay)].filter(
    (choice) => choice.fromDay === null || choice.fromDay >= info.fromDay,
  );
}

export interface MonthChoice {
  readonly fromDay: number;
  readonly toDay: number;
  readonly label: string;
}

/** The months from the first to the last day of the file, newest last. */
export function monthsOf(info: DatasetInfo): readonly MonthChoice[] {
  if (!info.hasDates) return [];
  const months: MonthChoice[] = [];
  for (let first = monthStart(info.fromDay); first <= info.toDay; first = monthStart(first, 1)) {
    months.push({ fromDay: first, toDay: monthStart(first, 1) - 1, label: formatMonth(first) });
  }
  return months;
}

/** The period of the same length just before (−1) or after (+1); null when it would leave the file. */
export function shiftedPeriod(
  fromDay: number,
  toDay: number,
  direction: -1 | 1,
  info: DatasetInfo,
): { readonly fromDay: number; readonly toDay: number } | null {
  const wholeMonths = monthStart(fromDay) === fromDay && monthStart(toDay, 1) === toDay + 1;
  const shifted = wholeMonths ? byMonths(fromDay, toDay, direction) : byDays(fromDay, toDay, direction);
  return shifted.toDay < info.fromDay || shifted.fromDay > info.toDay ? null : shifted;
}

function byDays(fromDay: number, toDay: number, direction: -1 | 1) {
  const length = (toDay - fromDay + 1) * direction;
  return { fromDay: fromDay + length, toDay: toDay + length };
}

function byMonths(fromDay: number, toDay: number, direction: -1 | 1) {
  let length = 0;
  for (let first = fromDay; first <= toDay; first = monthStart(first, 1)) length += 1;
  return {
    fromDay: monthStart(fromDay, length * direction),
    toDay: monthStart(toDay + 1, length * direction) - 1,
  };
}
