/**
 * A period cut into equal steps that end at its last day. What is left at the start is no whole step and is dropped.
 *
 * Where dates are only months a step is a calendar month. A step in which the whole load has no row is a gap in the files:
 * missing, not zero. The trap: a step of 30 days holds four weekends or five; 28 days always hold four.
 */
import { MISSING, type OffenceTable, Precision } from '../offences/table.ts';
import { monthRange } from '../offences/time.ts';

export interface TimeSteps {
  readonly unit: 'days' | 'month';
  /** First and last day of each step, ascending. */
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  /** 1 where the load has a dated row in the step, of whatever kind and place. */
  readonly covered: Uint8Array;
  /** The step of each row of the table, −1 for none. */
  readonly stepOfRow: Int32Array;
}

export interface StepSettings {
  /** Length of a step in days; not used where dates are months. */
  readonly stepDays: number;
  /** Inclusive; null is the first and last day of the load. */
  readonly fromDay: number | null;
  readonly toDay: number | null;
}

export function timeSteps(table: OffenceTable, settings: StepSettings): TimeSteps {
  const span = coveredDays(table);
  const unit = span.monthOnly ? 'month' : 'days';
  const first = Math.max(span.first, settings.fromDay ?? span.first);
  const last = Math.min(span.last, settings.toDay ?? span.last);
  const bounds = unit === 'month' ? wholeMonths(first, last) : backFrom(first, last, settings.stepDays);
  const startDay = Int32Array.from(bounds, ([start]) => start);
  const endDay = Int32Array.from(bounds, ([, end]) => end);

  const origin = startDay[0] ?? 0;
  const stepOfDay = new Int32Array(bounds.length > 0 ? (endDay.at(-1) ?? 0) - origin + 1 : 0);
  bounds.forEach(([start, end], step) => {
    stepOfDay.fill(step, start - origin, end - origin + 1);
  });
  const covered = new Uint8Array(bounds.length);
  const stepOfRow = new Int32Array(table.rows);
  for (let row = 0; row < stepOfRow.length; row++) {
    // MISSING lies far before every step
    const step = stepOfDay[(table.day[row] as number) - origin] ?? -1;
    stepOfRow[row] = step;
    if (step >= 0) covered[step] = 1;
  }
  return { unit, startDay, endDay, covered, stepOfRow };
}

/** First and last day that the dated rows cover; `last` before `first` when there are none. */
export function coveredDays({ day, precision }: OffenceTable): { first: number; last: number; monthOnly: boolean } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const at of day) {
    if (at === MISSING) continue;
    if (at < first) first = at;
    if (at > last) last = at;
  }
  const monthOnly = precision.includes(Precision.month);
  if (monthOnly && last >= first) last = monthRange(last).toDay;
  return { first, last, monthOnly };
}

type Bounds = readonly [start: number, end: number];

function backFrom(first: number, last: number, stepDays: number): Bounds[] {
  const steps = Math.max(0, Math.floor((last - first + 1) / stepDays));
  return Array.from({ length: steps }, (_, step): Bounds => {
    const end = last - (steps - 1 - step) * stepDays;
    return [end - stepDays + 1, end];
  });
}

/** A month that the period cuts at either end is no step. */
function wholeMonths(first: number, last: number): Bounds[] {
  const months: Bounds[] = [];
  for (let day = first; day <= last; ) {
    const { fromDay, toDay } = monthRange(day);
    if (fromDay >= first && toDay <= last) months.push([fromDay, toDay]);
    day = toDay + 1;
  }
  return months;
}
