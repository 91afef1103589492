/**
 * The rows of an analysis: a definition and a period of inclusive local days.
 *
 * A month-only row is in a period only if its whole month is, because nothing says on which side of a bound it lies.
 * An undated row is in only when both ends are open.
 */
import { InputError } from '../errors.ts';
import type { DefinitionId } from '../settings.ts';
import { definitionMask } from './definitions.ts';
import { MISSING, type OffenceTable, Precision } from './table.ts';
import { isoDay, monthRange } from './time.ts';

/** Days since 1970-01-01, inclusive; null is open. */
export interface Period {
  readonly fromDay: number | null;
  readonly toDay: number | null;
}

export interface Selection extends Period {
  readonly definition: DefinitionId;
  readonly includeProactive: boolean;
}

/**
 * One byte per row, 1 where the row counts.
 * @throws InputError when the data cannot answer the definition or the period
 */
export function selectRows(table: OffenceTable, selection: Selection): Uint8Array {
  return periodMask(table, selection, definitionMask(table, selection.definition, selection.includeProactive));
}

/**
 * Those rows of `mask` that lie in the period. With both ends open that is `mask` itself: do not write to the result.
 * @throws InputError when a bound is given and no row is dated, or the bounds are the wrong way round
 */
export function periodMask(table: OffenceTable, period: Period, mask: Uint8Array): Uint8Array {
  if (period.fromDay === null && period.toDay === null) return mask;
  checkPeriod(table, period);
  // MISSING lies below every bound, so undated rows drop out
  const from = period.fromDay ?? MISSING + 1;
  const to = period.toDay ?? 0x7fffffff;
  const { day, precision } = table;
  const inside = new Uint8Array(table.rows);
  for (let row = 0; row < inside.length; row++) {
    const first = day[row] as number;
    // no branch: rows in no order of date would make every one of them a guess
    inside[row] = (mask[row] as number) & (Number(first >= from) & Number(first <= to));
  }
  if (period.toDay !== null && precision.includes(Precision.month)) dropCutMonths(inside, table, period.toDay);
  return inside;
}

/** Takes out the month-only rows whose month goes on after `toDay`. Those cut at the start fell out by their first day. */
function dropCutMonths(inside: Uint8Array, { day, precision }: OffenceTable, toDay: number): void {
  const lastStart = lastMonthStart(toDay);
  for (let row = 0; row < inside.length; row++) {
    const keeps = Number(precision[row] !== Precision.month) | Number((day[row] as number) <= lastStart);
    inside[row] = (inside[row] as number) & keeps;
  }
}

/** Months that begin after this day go on after the period. */
export function lastMonthStart(toDay: number): number {
  const { fromDay: start, toDay: end } = monthRange(toDay);
  return toDay === end ? start : start - 1;
}

/** @throws InputError when no row is dated, or the bounds are the wrong way round */
export function checkPeriod(table: OffenceTable, { fromDay, toDay }: Period): void {
  if (fromDay !== null && toDay !== null && fromDay > toDay) {
    throw new InputError(
      `The period ends before it starts: ${isoDay(fromDay)} to ${isoDay(toDay)} – give the earlier day first.`,
    );
  }
  if (table.rows > 0 && !table.precision.some((precision) => precision !== Precision.none)) {
    throw new InputError(
      'A period is asked for, but no offence has a date – leave the period open, or load a date column.',
    );
  }
}
