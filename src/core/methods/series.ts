/**
 * Offences over time, for the strip under the map: per day up to 120 days, per week (Monday first) beyond, per calendar
 * month when a date is only a month. A step in which the whole load has no row is missing (NaN), not zero: the file
 * does not cover it. The trap: the first and last week may be partly covered and look low.
 */

import { MISSING, type OffenceTable, Precision } from '../offences/table.ts';
import { monthRange } from '../offences/time.ts';
import type { SeriesResult } from '../results.ts';

const MAX_DAILY = 120;

/** `weights` are per row (1 for counts); `mask` is 1 for rows of the definition; negative `cellOfRow` is outside. */
export function offenceSeries(
  table: OffenceTable,
  cellOfRow: Int32Array,
  mask: Uint8Array,
  weights: Float64Array,
): SeriesResult {
  const span = spanOf(table);
  if (!span) {
    const none = new Float64Array();
    return { unit: 'month', startDay: new Int32Array(), endDay: new Int32Array(), count: none, value: none };
  }
  const unit = span.monthOnly ? 'month' : span.last - span.first < MAX_DAILY ? 'day' : 'week';
  const startDay = stepsOf(unit, span.first, span.last);
  const steps = startDay.length;
  const endDay = Int32Array.from(startDay, (_, i) =>
    i + 1 < steps ? (startDay[i + 1] ?? 0) - 1 : unit === 'month' ? monthRange(startDay[i] ?? 0).toDay : span.last,
  );
  const stepOfDay = new Uint32Array((endDay[steps - 1] ?? span.last) - (startDay[0] ?? span.first) + 1);
  for (let s = 0; s < steps; s++) {
    stepOfDay.fill(s, (startDay[s] ?? 0) - (startDay[0] ?? 0), (endDay[s] ?? 0) - (startDay[0] ?? 0) + 1);
  }
  const covered = new Uint8Array(steps);
  const count = new Float64Array(steps);
  const value = new Float64Array(steps);
  for (let row = 0; row < table.rows; row++) {
    const day = table.day[row] ?? MISSING;
    if (day === MISSING) continue;
    const step = stepOfDay[day - (startDay[0] ?? 0)] ?? 0;
    covered[step] = 1;
    if (mask[row] !== 1 || (cellOfRow[row] ?? -1) < 0) continue;
    count[step] = (count[step] ?? 0) + 1;
    value[step] = (value[step] ?? 0) + (weights[row] ?? 0);
  }
  for (let s = 0; s < steps; s++) {
    if (covered[s] === 1) continue;
    count[s] = Number.NaN;
    value[s] = Number.NaN;
  }
  return { unit, startDay, endDay, count, value };
}

function spanOf(table: OffenceTable): { first: number; last: number; monthOnly: boolean } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let monthOnly = false;
  for (let row = 0; row < table.rows; row++) {
    const day = table.day[row] ?? MISSING;
    if (day === MISSING) continue;
    if (day < first) first = day;
    if (day > last) last = day;
    if (table.precision[row] === Precision.month) monthOnly = true;
  }
  return first <= last ? { first, last, monthOnly } : null;
}

/** First days of the steps that cover `first` to `last`. */
function stepsOf(unit: SeriesResult['unit'], first: number, last: number): Int32Array {
  const starts: number[] = [];
  if (unit === 'month') {
    for (let day = monthRange(first).fromDay; day <= last; day = monthRange(day).toDay + 1) starts.push(day);
  } else {
    // 1970-01-01 was a Thursday: day − 4 is a multiple of 7 on Mondays
    const size = unit === 'week' ? 7 : 1;
    const start = unit === 'week' ? first - ((((first - 4) % 7) + 7) % 7) : first;
    for (let day = start; day <= last; day += size) starts.push(day);
  }
  return Int32Array.from(starts);
}
