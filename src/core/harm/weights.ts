/**
 * The weight of every offence under a schedule.
 *
 * harm: w, the days of the schedule; √harm: √w of each offence, so that one homicide (74) does not outweigh a street of
 * robberies (19 each) as it does in days (5475 against 365); count: 1 for every row, whatever it is.
 *
 * Choices: possession of drugs and weapons, found by police activity, weighs 0 in harm and √harm unless asked for, since
 * it maps where police looked. An offence without a weight adds 0 and is counted apart (`harmKnown`).
 * The trap: a sum of roots is not the root of a sum; the root is taken per offence.
 */
import { foldTitle, normaliseCode } from '../offences/recognise.ts';
import type { OffenceName, OffenceTable } from '../offences/table.ts';
import type { HarmMode } from '../settings.ts';
import type { HarmDays, HarmLevel } from './days.ts';
import { type HarmSchedule, proactiveKinds } from './schedule.ts';

export interface HarmOptions {
  readonly includeProactive: boolean;
  /** For a look at rank stability; 'default' when left out. */
  readonly level?: HarmLevel;
}

/** Days of one offence name: its own title first, then its code, then its kind. */
function daysOf({ code, title, kind }: OffenceName, schedule: HarmSchedule): HarmDays | undefined {
  return (
    (schedule.byTitle.size > 0 && title !== '' ? schedule.byTitle.get(foldTitle(title)) : undefined) ??
    (schedule.byCode.size > 0 && code !== '' ? schedule.byCode.get(normaliseCode(code)) : undefined) ??
    (kind === null ? undefined : schedule.byKind.get(kind))
  );
}

/** Days of each distinct offence, parallel to `table.offences`; NaN where the schedule has none. */
export function harmOfNames(table: OffenceTable, schedule: HarmSchedule, options: HarmOptions): Float64Array {
  const level = options.level ?? 'default';
  return Float64Array.from(table.offences, (name) => {
    const days = daysOf(name, schedule);
    if (days === undefined) return Number.NaN;
    if (options.includeProactive || name.kind === null || !proactiveKinds.has(name.kind)) return days[level];
    // A category also hides supply and threats, which always weigh: that is what its high value is for.
    return name.kind.startsWith('category-') && level === 'high' ? days.high : 0;
  });
}

/** 1 for each distinct offence that the schedule weighs (be it with 0), parallel to `table.offences`. */
export function harmKnown(table: OffenceTable, schedule: HarmSchedule): Uint8Array {
  return Uint8Array.from(table.offences, (name) => (daysOf(name, schedule) === undefined ? 0 : 1));
}

/** Offences of the table, whatever their place and date, that the schedule does not weigh. */
export function countWithoutWeight(table: OffenceTable, schedule: HarmSchedule): number {
  const known = harmKnown(table, schedule);
  let without = 0;
  for (const offence of table.offence) without += known[offence] === 1 ? 0 : 1;
  return without;
}

/** 1 for each distinct offence whose low and high weights differ, parallel to `table.offences`. */
export function harmRanged(table: OffenceTable, schedule: HarmSchedule, includeProactive: boolean): Uint8Array {
  const low = harmOfNames(table, schedule, { includeProactive, level: 'low' });
  const high = harmOfNames(table, schedule, { includeProactive, level: 'high' });
  return Uint8Array.from(low, (days, i) => (days < (high[i] ?? Number.NaN) ? 1 : 0));
}

/** Weight of each row in the mode: days, √days or 1. Rows without a weight are 0, but 1 in count mode. */
export function weightsFor(
  table: OffenceTable,
  schedule: HarmSchedule,
  options: HarmOptions & { readonly mode: HarmMode },
): Float64Array {
  const weights = new Float64Array(table.rows);
  if (options.mode === 'count') return weights.fill(1);
  const ofName = harmOfNames(table, schedule, options).map((days) => {
    if (Number.isNaN(days)) return 0;
    return options.mode === 'harm' ? days : Math.sqrt(days);
  });
  const { offence } = table;
  for (let row = 0; row < weights.length; row++) weights[row] = ofName[offence[row] as number] as number;
  return weights;
}
