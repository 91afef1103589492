/**
 * The two periods that a key date is judged by: so many days from it on, and as many before it or a year earlier.
 *
 * Choices. The window after includes the key date; the one before ends the day before. "Last year" is the window after,
 * moved back by 364 days, so that it has the same weekdays. Where rows are dated by month only, windows are whole months:
 * the key date goes to the nearest first of a month and each length to the nearest number of months, at least one (last
 * year: the same months). Exposure counts only days that the load covers: from its first to its last dated row, without
 * calendar months in which it has none. A load of fewer than three offences a week falls silent by chance: beyond both
 * ends as many days count as would hold three on average (chance leaves them empty one time in twenty), and where that
 * is four weeks or more no month is called a gap.
 *
 * The trap: a window that the data do not cover to its end looks like a fall in crime.
 */
import { InputError } from '../errors.ts';
import { MISSING, type OffenceTable, Precision } from '../offences/table.ts';
import { civilFromDay, dayFromCivil, formatDay, monthRange } from '../offences/time.ts';

export interface ChangeSettings {
  /** Local day of the key date. */
  readonly keyDay: number;
  readonly beforeDays: number;
  readonly afterDays: number;
  /** What the window after the key date is compared with; 'last-year' has its length, whatever `beforeDays` says. */
  readonly baseline: 'previous' | 'last-year';
}

/** Everything but the key date: 28 days hold each weekday four times. */
export const defaultChangeSettings: Omit<ChangeSettings, 'keyDay'> = {
  beforeDays: 28,
  afterDays: 28,
  baseline: 'previous',
};

/** Inclusive days, and how many of them the data cover. */
export interface ChangeWindow {
  readonly fromDay: number;
  readonly toDay: number;
  readonly days: number;
}

export interface ChangeWindows {
  readonly before: ChangeWindow;
  readonly after: ChangeWindow;
  /** True where both are whole months, because dates are months. */
  readonly months: boolean;
  /** What was rounded, shortened or left out, in sentences. */
  readonly cautions: readonly string[];
}

type Dated = Pick<OffenceTable, 'rows' | 'day' | 'precision'>;
type Period = { readonly fromDay: number | null; readonly toDay: number | null };

const YEAR_DAYS = 364;
const MONTH_DAYS = 30.4375;
/** Offences that chance leaves out of a stretch which holds as many on average one time in twenty: e⁻³ ≈ 0.05. */
const SILENCE = 3;
/** Days of such silence from which a load counts as sparse, and from which an empty month is no gap. */
const SPARSE = 7;
const LONG_SILENCE = 28;

/**
 * `period` confines what the data cover.
 * @throws InputError when no row is dated, or one of the windows has no day that the data cover
 */
export function changeWindows(table: Dated, settings: ChangeSettings, period: Period): ChangeWindows {
  const cover = coverageOf(table, period);
  const months = table.precision.includes(Precision.month);
  const wanted = months ? monthWindows(settings) : dayWindows(settings);
  const before = covered(wanted.before, cover, 'before');
  const after = covered(wanted.after, cover, 'after');
  const cautions: string[] = [];
  if (months) {
    cautions.push(
      `Dates are months, so the windows are rounded to whole months: ${words(wanted.before)} against ${words(wanted.after)}.`,
    );
  }
  for (const [name, asked, got] of [
    ['before', wanted.before, before],
    ['after', wanted.after, after],
  ] as const) {
    const length = asked.toDay - asked.fromDay + 1;
    if (got.days < length) {
      cautions.push(
        `The window ${name} the key date, ${words(asked)}, reaches beyond the data: ${got.days} of its ${length} days are covered, and rates are taken over these.`,
      );
    }
  }
  return { before, after, months, cautions };
}

/** The days of a period that the data cover; null when there are none, or no dates. */
export function coveredWindow(table: Dated, period: Period): ChangeWindow | null {
  if (!table.day.some((at) => at !== MISSING)) return null;
  const cover = coverageOf(table, period);
  let days = 0;
  for (let day = cover.fromDay; day <= cover.toDay; day++) if (cover.has(day)) days += 1;
  return days === 0 ? null : { fromDay: cover.fromDay, toDay: cover.toDay, days };
}

type Days = { readonly fromDay: number; readonly toDay: number };

function dayWindows({ keyDay, beforeDays, afterDays, baseline }: ChangeSettings): { before: Days; after: Days } {
  const after = { fromDay: keyDay, toDay: keyDay + afterDays - 1 };
  const before =
    baseline === 'previous'
      ? { fromDay: keyDay - beforeDays, toDay: keyDay - 1 }
      : { fromDay: after.fromDay - YEAR_DAYS, toDay: after.toDay - YEAR_DAYS };
  return { before, after };
}

function monthWindows({ keyDay, beforeDays, afterDays, baseline }: ChangeSettings): { before: Days; after: Days } {
  const { fromDay, toDay } = monthRange(keyDay);
  const start = keyDay - fromDay <= toDay + 1 - keyDay ? fromDay : toDay + 1;
  const monthsOf = (days: number): number => Math.max(1, Math.round(days / MONTH_DAYS));
  const after = { fromDay: start, toDay: monthsLater(start, monthsOf(afterDays)) - 1 };
  const before =
    baseline === 'previous'
      ? { fromDay: monthsLater(start, -monthsOf(beforeDays)), toDay: start - 1 }
      : { fromDay: monthsLater(start, -12), toDay: monthsLater(after.toDay + 1, -12) - 1 };
  return { before, after };
}

/** From the first of a month to the first of another. */
function monthsLater(firstOfMonth: number, months: number): number {
  const { year, month } = civilFromDay(firstOfMonth);
  const index = year * 12 + month - 1 + months;
  return dayFromCivil(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
}

interface Coverage extends Days {
  readonly has: (day: number) => boolean;
}

function coverageOf({ rows, day, precision }: Dated, period: Period): Coverage {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let dated = 0;
  for (let row = 0; row < rows; row++) {
    const at = day[row] as number;
    if (at === MISSING) continue;
    dated += 1;
    if (at < first) first = at;
    if (at > last) last = at;
  }
  if (dated === 0) throw new InputError('No offence has a date – load a file with a date column to see a change.');
  const months = precision.includes(Precision.month);
  const spell = Math.floor((SILENCE * (last - first + 1)) / dated);
  const silence = months || spell < SPARSE ? 0 : spell;
  if (months) last = monthRange(last).toDay;
  first -= silence;
  last += silence;
  const fromDay = Math.max(first, period.fromDay ?? first);
  const toDay = Math.min(last, period.toDay ?? last);

  const firstMonth = monthIndex(first);
  const seen = new Uint8Array(monthIndex(last) - firstMonth + 1);
  for (let row = 0; row < rows; row++) {
    const at = day[row] as number;
    if (at !== MISSING) seen[monthIndex(at) - firstMonth] = 1;
  }
  // the months that only the silence at the ends reaches count like their neighbours
  seen[0] = 1;
  seen[seen.length - 1] = 1;
  if (silence >= LONG_SILENCE) seen.fill(1);
  return { fromDay, toDay, has: (at) => at >= fromDay && at <= toDay && seen[monthIndex(at) - firstMonth] === 1 };
}

function monthIndex(day: number): number {
  const { year, month } = civilFromDay(day);
  return year * 12 + month;
}

/** The window cut to what is covered. @throws InputError when that is nothing */
function covered(wanted: Days, cover: Coverage, name: 'before' | 'after'): ChangeWindow {
  let days = 0;
  let fromDay = wanted.toDay;
  let toDay = wanted.fromDay;
  for (let day = wanted.fromDay; day <= wanted.toDay; day++) {
    if (!cover.has(day)) continue;
    days += 1;
    fromDay = Math.min(fromDay, day);
    toDay = Math.max(toDay, day);
  }
  if (days === 0) {
    throw new InputError(
      `The data hold nothing of the window ${name} the key date, ${words(wanted)}: they cover ${words(cover)} – choose another key date or baseline, or load that period.`,
    );
  }
  return { fromDay, toDay, days };
}

function words({ fromDay, toDay }: Days): string {
  return `${formatDay(fromDay)} to ${formatDay(toDay)}`;
}
