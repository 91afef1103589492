/**
 * Which days do the batches cover, and where is something missing?
 *
 * A batch covers the days from its first row to its last; of 200 rows or more the outermost 0.5 % at each end are left
 * out, because an offence reported years late would stretch the period (they count in the analysis all the same, and
 * are numbered here). In words of the gaps: with r rows a day on average over the whole period, L days running without
 * a row have the Poisson probability e^(−rL) if offences come independently at an even rate; fewer than one in a
 * million is called a gap. Of rows known to the month only, any month without one is a gap.
 *
 * Source: the Poisson probability of no event, e.g. Ross, Introduction to Probability Models, §5.3.
 * Choices: the average includes the gap itself, so that a gap is called late rather than early. More than half of the
 * dated rows known to the month only make months the unit.
 * The trap: a quiet town has quiet weeks; what is no gap here may still be a file that was not sent.
 */
import { MISSING, type OffenceTable, Precision } from '../offences/table.ts';
import { monthRange } from '../offences/time.ts';

/** Both days included. */
export interface Period {
  readonly fromDay: number;
  readonly toDay: number;
}

interface BatchPeriod {
  /** Null when no row is dated. */
  readonly period: Period | null;
  /** Dated rows before and after the period. */
  readonly strays: number;
}

export interface Coverage {
  readonly unit: 'day' | 'month';
  /** Of each batch given. */
  readonly batches: readonly BatchPeriod[];
  readonly together: BatchPeriod;
  /** Empty stretches of the period together, each longer than chance allows. */
  readonly gaps: readonly Period[];
  /** Stretches that two batches or more cover. */
  readonly overlaps: readonly Period[];
  /** The fewest empty days running that are called a gap; null by month, and without a period. */
  readonly gapDays: number | null;
}

/** ln of one in a million. */
const UNLIKELY = Math.log(1e6);
const STRAY_SHARE = 0.005;

/** `batches` that are on, and what they hold together. */
export function coverageOf(batches: readonly OffenceTable[], together: OffenceTable): Coverage {
  const unit = monthsMostly(together) ? 'month' : 'day';
  const all = rowsByDay(together);
  const whole = periodOf(all);
  const periods = batches.map((table) => periodOf(rowsByDay(table)));
  const { period } = whole;
  const gapDays = period === null || unit === 'month' ? null : leastGap(all, period);
  return {
    unit,
    batches: periods,
    together: whole,
    gaps: period === null ? [] : gapsOf(all, period, unit, gapDays),
    overlaps: overlapsOf(periods),
    gapDays,
  };
}

interface ByDay {
  readonly firstDay: number;
  /** Rows of each day from the first on; a row known to the month only stands on its first day. */
  readonly rows: Uint32Array;
  /** 1 for days of a month that some row is known by. */
  readonly inMonth: Uint8Array;
  readonly dated: number;
}

function rowsByDay({ rows, day, precision }: OffenceTable): ByDay {
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  let dated = 0;
  const months = new Set<number>();
  for (let row = 0; row < rows; row++) {
    const d = day[row] as number;
    if (d === MISSING) continue;
    dated++;
    if (d < firstDay) firstDay = d;
    if (d > lastDay) lastDay = d;
    if (precision[row] === Precision.month) months.add(d);
  }
  if (dated === 0) return { firstDay: 0, rows: new Uint32Array(0), inMonth: new Uint8Array(0), dated };
  for (const month of months) lastDay = Math.max(lastDay, monthRange(month).toDay);
  const counts = new Uint32Array(lastDay - firstDay + 1);
  for (let row = 0; row < rows; row++) {
    const d = day[row] as number;
    if (d !== MISSING) counts[d - firstDay] = (counts[d - firstDay] as number) + 1;
  }
  const inMonth = new Uint8Array(counts.length);
  for (const month of months) inMonth.fill(1, month - firstDay, monthRange(month).toDay - firstDay + 1);
  return { firstDay, rows: counts, inMonth, dated };
}

function periodOf({ firstDay, rows, inMonth, dated }: ByDay): BatchPeriod {
  if (dated === 0) return { period: null, strays: 0 };
  const most = Math.floor(dated * STRAY_SHARE);
  let from = 0;
  let before = 0;
  // a day goes only when all its rows may go
  while (before + (rows[from] as number) <= most) before += rows[from++] as number;
  let to = rows.length - 1;
  let after = 0;
  while (after + (rows[to] as number) <= most && inMonth[to] === 0) after += rows[to--] as number;
  return { period: { fromDay: firstDay + from, toDay: firstDay + to }, strays: before + after };
}

function leastGap({ firstDay, rows }: ByDay, { fromDay, toDay }: Period): number {
  let inPeriod = 0;
  for (let day = fromDay; day <= toDay; day++) inPeriod += rows[day - firstDay] as number;
  const perDay = inPeriod / (toDay - fromDay + 1);
  return Math.max(1, Math.ceil(UNLIKELY / perDay));
}

function gapsOf(byDay: ByDay, { fromDay, toDay }: Period, unit: Coverage['unit'], gapDays: number | null): Period[] {
  const gaps: Period[] = [];
  const isEmpty = (day: number): boolean =>
    byDay.rows[day - byDay.firstDay] === 0 && byDay.inMonth[day - byDay.firstDay] === 0;
  for (let day = fromDay; day <= toDay; day++) {
    if (!isEmpty(day)) continue;
    const start = day;
    while (day < toDay && isEmpty(day + 1)) day++;
    if (unit === 'day' ? day - start + 1 >= (gapDays ?? 1) : holdsMonth(start, day)) {
      gaps.push({ fromDay: start, toDay: day });
    }
  }
  return gaps;
}

/** Whether a whole calendar month lies within. */
function holdsMonth(fromDay: number, toDay: number): boolean {
  const first = monthRange(fromDay);
  return (first.fromDay === fromDay ? first : monthRange(first.toDay + 1)).toDay <= toDay;
}

/** By a sweep over the ends of the periods. */
function overlapsOf(periods: readonly BatchPeriod[]): Period[] {
  const ends = periods
    .flatMap(({ period }) =>
      period === null
        ? []
        : [
            { day: period.fromDay, step: 1 },
            { day: period.toDay + 1, step: -1 },
          ],
    )
    .sort((a, b) => a.day - b.day || b.step - a.step);
  const overlaps: Period[] = [];
  let depth = 0;
  let since = 0;
  for (const { day, step } of ends) {
    if (depth === 1 && step === 1) since = day;
    if (depth === 2 && step === -1 && day > since) overlaps.push({ fromDay: since, toDay: day - 1 });
    depth += step;
  }
  return overlaps;
}

function monthsMostly({ rows, day, precision }: OffenceTable): boolean {
  let dated = 0;
  let months = 0;
  for (let row = 0; row < rows; row++) {
    if (day[row] === MISSING) continue;
    dated++;
    if (precision[row] === Precision.month) months++;
  }
  return months * 2 > dated;
}
