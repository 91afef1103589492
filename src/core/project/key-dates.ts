/** Key dates and painted hours of a project: unknown JSON, checked part by part; absent in files older than they are. */
import { MOST_KEY_DATES } from '../ingest/key-date-file.ts';
import { type KeyDate, keyDateKinds, type OwnKeyDates } from '../offences/key-dates.ts';
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

/** Hours of the week, ascending. */
export function readHours(part: Part): readonly number[] | null {
  if (part.value === undefined || part.value === null) return null;
  const hours = listOf(part, (hour) => whole(hour, 0, HOURS - 1));
  if (hours.length === 0 || hours.some((hour, i) => i > 0 && hour <= (hours[i - 1] ?? 0))) {
    throw wrong(part, 'a list of rising hours of the week');
  }
  return hours;
}
