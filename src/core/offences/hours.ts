/**
 * The rows of a filter of hours: those that began in one of the hours of the week painted. A row without a time of day
 * is in none of them. The trap: an offence found in the morning began at an hour that nobody knows.
 */
import { InputError } from '../errors.ts';
import { NO_HOUR, type OffenceTable } from './table.ts';

/**
 * Those rows of `mask` that began in one of `hours`. Without hours (null) that is `mask` itself: do not write to the result.
 * @throws InputError when hours are given and no row has a time of day
 */
export function hoursMask(
  { hourOfWeek }: Pick<OffenceTable, 'hourOfWeek'>,
  hours: readonly number[] | null,
  mask: Uint8Array,
): Uint8Array {
  if (hours === null) return mask;
  if (hourOfWeek.length > 0 && !hourOfWeek.some((hour) => hour !== NO_HOUR)) {
    throw new InputError(
      'Hours of the week are asked for, but no offence has a time of day – take every hour, or load records with times.',
    );
  }
  const wanted = new Uint8Array(256);
  for (const hour of hours) wanted[hour] = 1;
  wanted[NO_HOUR] = 0;
  return mask.map((counts, row) => counts & (wanted[hourOfWeek[row] as number] as number));
}
