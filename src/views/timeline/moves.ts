/** Where arrow keys and playing lead the chosen period: days, or whole months where dates are months. Pure. */
import { monthStart } from '../format.ts';

/** Inclusive days. */
export interface Span {
  readonly fromDay: number;
  readonly toDay: number;
}

/** The days that the strip shows, and whether they only come as months. */
export interface Strip extends Span {
  readonly months: boolean;
}

type Chosen = { readonly fromDay: number | null; readonly toDay: number | null };

export interface Stroke {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

const FIRST_WINDOW_DAYS = 7;

/** What is chosen, ends that are open being those of the strip; null when all of it is. */
function chosenSpan({ fromDay, toDay }: Chosen, strip: Strip): Span | null {
  return fromDay === null && toDay === null ? null : { fromDay: fromDay ?? strip.fromDay, toDay: toDay ?? strip.toDay };
}

/**
 * The period that a key leads to, null for keys that move nothing: arrows move by a day (a month), with Ctrl and Page
 * keys by its own length, with Shift they move its end; Home and End lead to the ends of the strip.
 */
export function reached({ key, shiftKey, ctrlKey }: Stroke, chosen: Chosen, strip: Strip): Span | null {
  const direction = directionOf(key);
  if (direction === 0 && key !== 'Home' && key !== 'End') return null;
  const span = chosenSpan(chosen, strip);
  // from all dates the first move chooses the first or the last week (month)
  if (span === null) return windowAt(strip, key === 'Home' || direction > 0 ? 'start' : 'end');
  if (key === 'Home') return moved(span, Number.NEGATIVE_INFINITY, strip);
  if (key === 'End') return moved(span, Number.POSITIVE_INFINITY, strip);
  if (shiftKey) return extended(span, direction, strip);
  const ownLength = ctrlKey || key.startsWith('Page');
  return moved(span, ownLength ? direction * lengthOf(span, strip) : direction, strip);
}

function directionOf(key: string): -1 | 0 | 1 {
  if (key === 'ArrowRight' || key === 'ArrowUp' || key === 'PageUp') return 1;
  return key === 'ArrowLeft' || key === 'ArrowDown' || key === 'PageDown' ? -1 : 0;
}

/** Seven days, or a month, at one end of the strip. */
function windowAt(strip: Strip, end: 'start' | 'end'): Span {
  const { fromDay, toDay, months } = strip;
  if (months) {
    const first = monthStart(end === 'start' ? fromDay : toDay);
    return { fromDay: first, toDay: monthStart(first, 1) - 1 };
  }
  if (end === 'start') return { fromDay, toDay: Math.min(toDay, fromDay + FIRST_WINDOW_DAYS - 1) };
  return { fromDay: Math.max(fromDay, toDay - FIRST_WINDOW_DAYS + 1), toDay };
}

/** In days, or in months where the strip has only those. */
function lengthOf({ fromDay, toDay }: Span, { months }: Strip): number {
  return months ? monthsBetween(fromDay, toDay) + 1 : toDay - fromDay + 1;
}

/** Moved by so many days (months), its length kept; held within the strip. */
function moved(span: Span, by: number, strip: Strip): Span {
  const { fromDay, toDay, months } = strip;
  if (!months) {
    const shift = Math.max(fromDay - span.fromDay, Math.min(by, toDay - span.toDay));
    // a period longer than the strip stays where it is
    const held = Number.isFinite(shift) && span.toDay - span.fromDay <= toDay - fromDay ? shift : 0;
    return { fromDay: span.fromDay + held, toDay: span.toDay + held };
  }
  const first = monthStart(span.fromDay);
  const length = monthsBetween(first, span.toDay);
  const least = -monthsBetween(fromDay, first);
  const most = Math.max(least, monthsBetween(first, toDay) - length);
  const start = monthStart(first, Math.max(least, Math.min(by, most)));
  return { fromDay: start, toDay: monthStart(start, length + 1) - 1 };
}

/** With its end moved by a day (a month); never shorter than one and never beyond the strip. */
function extended(span: Span, by: number, strip: Strip): Span {
  if (strip.months) {
    const last = Math.max(monthStart(span.fromDay), Math.min(monthStart(span.toDay, by), monthStart(strip.toDay)));
    return { fromDay: monthStart(span.fromDay), toDay: monthStart(last, 1) - 1 };
  }
  return { fromDay: span.fromDay, toDay: Math.max(span.fromDay, Math.min(span.toDay + by, strip.toDay)) };
}

/** The next step of playing: a day (a month) on; null at the end of the strip. */
export function playedOn(span: Span, strip: Strip): Span | null {
  const next = moved(span, 1, strip);
  return next.fromDay > span.fromDay ? next : null;
}

/** Where playing starts: the period chosen, or the first week (month) from all dates and from the end of the strip. */
export function playedFrom(chosen: Chosen, strip: Strip): Span {
  const span = chosenSpan(chosen, strip);
  if (span === null) return windowAt(strip, 'start');
  const held = moved(span, 0, strip);
  return playedOn(held, strip) === null ? moved(held, Number.NEGATIVE_INFINITY, strip) : held;
}

function monthsBetween(fromDay: number, toDay: number): number {
  const months = (day: number): number => {
    const at = new Date(day * 86_400_000);
    return at.getUTCFullYear() * 12 + at.getUTCMonth();
  };
  return months(toDay) - months(fromDay);
}

const DAYS_FROM_KEY_DATE = 28;

/** The days that a key date stands for: to its end, else 28 days; its month where the strip has only months. */
export function daysOf({ fromDay, toDay }: { fromDay: number; toDay: number | null }, strip: Strip): Span {
  if (strip.months) return { fromDay: monthStart(fromDay), toDay: monthStart(fromDay, 1) - 1 };
  return { fromDay, toDay: Math.min(strip.toDay, toDay ?? fromDay + DAYS_FROM_KEY_DATE - 1) };
}
