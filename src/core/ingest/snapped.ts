/**
 * Whether places are snapped map points and dates are months, as data.police.uk publishes them.
 *
 * The rule: a file is snapped when it has the columns of data.police.uk's street-level files and months only. Without
 * that header, a load is snapped when every dated row is known to the month only and points repeat as a street's map
 * point does: fewer distinct points than 60 % of the rows when there are 200 or more, and with fewer rows when more than
 * half of them share their point with another row. One snapped file makes the load snapped: its hours and exact places
 * cannot be read, whatever else was loaded.
 */
import { Precision } from '../offences/table.ts';
import type { RawColumns } from './raw-columns.ts';

const MANY_ROWS = 200;
const MAX_DISTINCT_SHARE = 0.6;

interface FileRows {
  readonly start: number;
  readonly end: number;
  readonly snapped: boolean;
}

export function isSnapped(raw: RawColumns, files: readonly FileRows[]): boolean {
  for (const { start, end, snapped } of files) {
    if (snapped && raw.dropped.subarray(start, end).includes(0)) return true;
  }
  return monthsOnly(raw) && pointsRepeat(raw);
}

function monthsOnly(raw: RawColumns): boolean {
  let dated = false;
  for (let row = 0; row < raw.rows; row++) {
    if (raw.dropped[row] !== 0 || raw.fromKind[row] === Precision.none) continue;
    if (raw.fromKind[row] !== Precision.month) return false;
    dated = true;
  }
  return dated;
}

function pointsRepeat(raw: RawColumns): boolean {
  const rowsAt = new Map<number, number>();
  let rows = 0;
  for (let row = 0; row < raw.rows; row++) {
    if (raw.dropped[row] !== 0) continue;
    // to five decimals, about a metre
    const lat = Math.round(((raw.y[row] ?? 0) + 90) * 1e5);
    const key = lat * 40_000_000 + Math.round(((raw.x[row] ?? 0) + 180) * 1e5);
    rowsAt.set(key, (rowsAt.get(key) ?? 0) + 1);
    rows++;
  }
  if (rows >= MANY_ROWS) return rowsAt.size < rows * MAX_DISTINCT_SHARE;
  let sharing = 0;
  for (const count of rowsAt.values()) if (count > 1) sharing += count;
  return sharing > rows / 2;
}
