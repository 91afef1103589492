import { MISSING, NO_HOUR, type OffenceTable, Precision } from './table.ts';
import { formatDay } from './time.ts';

/** When row `row` started, no more precisely than it is known: "14 Apr 2021 21:40", "14 Apr 2021", "Apr 2021" or "". */
export function whenOf(table: OffenceTable, row: number): string {
  const day = table.day[row] ?? MISSING;
  if (day === MISSING) return '';
  const date = formatDay(day);
  if (table.precision[row] === Precision.month) return date.slice(date.indexOf(' ') + 1);
  const hour = table.hourOfWeek[row] ?? NO_HOUR;
  if (hour === NO_HOUR) return date;
  // London is a whole number of hours from UTC, so the minute of the hour is the same in both
  const minute = (((table.from[row] ?? 0) % 60) + 60) % 60;
  return `${date} ${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
