/** Key dates and painted hours of a project: unknown JSON, checked part by part; absent in files older than they are. */
import { MOST_KEY_DATES } from '../ingest/key-date-file.ts';
import { type KeyDate, keyDateKinds, type OwnKeyDates } from '../offences/key-dates.ts';
import { defaultKeyDateView, type KeyDateView, LONGEST_WINDOW, MOST_OVERLAYS } from '../settings.ts';
import { at, listOf, oneOf, orNull, type Part, text, whole, wrong } from './check.ts';

const MOST_DAYS = 1_000_000;
const HOURS = 168;

export function readOwnKeyDates(part: Part): OwnKeyDates | null {
  if (part.value === undefined || part.value === null) return null;
  const list = listOf(at(part, 'list'), readKeyDate);
  const ids = new Set(list.map(({ id }) => id));
  if (list.length > MOST_KEY_DATES || ids.size < list.length) {
    throw wrong(at(part, 'list'), `at most ${MOST_KEY_DATES} key dates with an id of their own each`);
  }
  return { name: text(at(part, 'name')), list };
}

function readKeyDate(part: Part): KeyDate {
  const day = (value: Part): number => whole(value, -MOST_DAYS, MOST_DAYS);
  const fromDay = day(at(part, 'fromDay'));
  return {
    id: text(at(part, 'id')),
    fromDay,
    toDay: orNull(at(part, 'toDay'), (end) => whole(end, fromDay, MOST_DAYS)),
    kind: oneOf(at(part, 'kind'), keyDateKinds),
    areas: orNull(at(part, 'areas'), (areas) => listOf(areas, text)),
    label: text(at(part, 'label')),
    source: text(at(part, 'source')),
    remark: text(at(part, 'remark')),
  };
}

/** Fields in one order, whatever order they were made in. */
export function ownKeyDatesJson({ name, list }: OwnKeyDates): OwnKeyDates {
  return {
    name,
    list: list.map(({ id, fromDay, toDay, kind, areas, label, source, remark }) => ({
      ...{ id, fromDay, toDay, kind, areas, label, source, remark },
    })),
  };
}

/** Absent when nothing of it was changed. */
export function readKeyDateView(part: Part): KeyDateView {
  if (part.value === undefined || part.value === null) return defaultKeyDateView;
  const overlays = listOf(at(part, 'overlays'), text);
  if (overlays.length > MOST_OVERLAYS) throw wrong(at(part, 'overlays'), `at most ${MOST_OVERLAYS} key dates`);
  return {
    id: orNull(at(part, 'id'), text),
    beforeDays: whole(at(part, 'beforeDays'), 1, LONGEST_WINDOW),
    afterDays: whole(at(part, 'afterDays'), 1, LONGEST_WINDOW),
    baseline: oneOf(at(part, 'baseline'), ['previous', 'last-year'] as const),
    show: oneOf(at(part, 'show'), ['count', 'harm'] as const),
    overlays,
  };
}

/** Null when all is as it starts. */
export function keyDateViewJson({ id, beforeDays, afterDays, baseline, show, overlays }: KeyDateView) {
  const json = { id, beforeDays, afterDays, baseline, show, overlays };
  return JSON.stringify(json) === JSON.stringify(defaultKeyDateView) ? null : json;
}

/** Hours of the week, ascending. */
export function readHours(part: Part): readonly number[] | null {
  if (part.value === undefined || part.value === null) return null;
  const hours = listOf(part, (hour) => whole(hour, 0, HOURS - 1));
  if (hours.length === 0 || hours.some((hour, i) => i > 0 && hour <= (hours[i - 1] ?? 0))) {
    throw wrong(part, 'a list of rising hours of the week');
  }
  return hours;
}
