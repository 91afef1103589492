/** Refuses, with the reason, methods that need days or hours from offences that have only months. */
import { InputError } from '../errors.ts';
import { NO_HOUR, type OffenceTable, Precision } from '../offences/table.ts';

/** @throws InputError when places are snapped or no offence is dated to the day; `method` begins the sentence. */
export function requireDays(table: OffenceTable, method: string): void {
  if (table.snapped) {
    throw new InputError(
      `${method} needs days and true places, but these offences are dated by month and snapped to map points, as data.police.uk publishes them – load the force's own records.`,
    );
  }
  if (!table.precision.some((precision) => precision >= Precision.day)) {
    throw new InputError(`${method} needs days, but no offence is dated to the day – load records with full dates.`);
  }
}

/** @throws InputError when dates are months as published, or no offence has a time of day. */
export function requireHours(table: OffenceTable, method: string): void {
  if (table.snapped) {
    throw new InputError(
      `${method} needs times of day, but these offences are dated by month, as data.police.uk publishes them – load the force's own records.`,
    );
  }
  if (!table.hourOfWeek.some((hour) => hour !== NO_HOUR)) {
    throw new InputError(
      `${method} needs times of day, but no offence has one – load records with the time they began and ended.`,
    );
  }
}
