/** The key dates on screen, shipped or the analyst's own, and how a list changes. Pure: each change is a patch of settings. */
import holidaysText from '../../data/bank-holidays.csv?raw';
import shippedText from '../../data/key-dates.csv?raw';
import type { StudyArea } from '../core/geo/area.ts';
import { containsOf } from '../core/geo/contains.ts';
import { areasIn, readBankHolidays, readKeyDates, withOwnId } from '../core/ingest/key-date-file.ts';
import { holdsIn, inOrder, type KeyDate, type Restriction, restrictionsFor } from '../core/offences/key-dates.ts';
import type { AppState, Settings } from './app-state.ts';

type Chosen = Pick<Settings, 'keyDates'>;

const SHIPPED_NAME = 'England and Essex, 2020 to 2022';

export const shippedKeyDates: readonly KeyDate[] = readKeyDates(shippedText, 'key-dates.csv').list;

/** England's, 2019 to 2021. */
export const bankHolidays = readBankHolidays(holidaysText);

/** In the order in which they come; the same array while nothing of it changes. */
export function keyDatesOf({ keyDates }: Chosen): readonly KeyDate[] {
  return keyDates?.list ?? shippedKeyDates;
}

const none: readonly KeyDate[] = [];

/** Those that can hold where the study areas are: the ones that ship are England's, a list of one's own is for anywhere. */
export function keyDatesHere({ settings, areaSet }: Pick<AppState, 'settings' | 'areaSet'>): readonly KeyDate[] {
  return settings.keyDates === null && areaSet.areas.length > 0 && !areaSet.areas.some(isInBritain)
    ? none
    : keyDatesOf(settings);
}

function isInBritain({ bounds: [west, south, east, north] }: StudyArea): boolean {
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  return lon > -9 && lon < 2.5 && lat > 49 && lat < 61;
}

export function keyDatesName({ keyDates }: Chosen): string {
  return keyDates?.name ?? SHIPPED_NAME;
}

export function keyDateChanged(chosen: Chosen, id: string, change: Partial<Omit<KeyDate, 'id'>>): Partial<Settings> {
  return withList(
    chosen,
    keyDatesOf(chosen).map((keyDate) => (keyDate.id === id ? { ...keyDate, ...change } : keyDate)),
  );
}

/** Another one, which gets an id of its own. */
export function keyDateAdded(chosen: Chosen, keyDate: Omit<KeyDate, 'id'>): Partial<Settings> {
  const list = keyDatesOf(chosen);
  return withList(chosen, [...list, withOwnId({ ...keyDate, id: '' }, list)]);
}

export function keyDateRemoved(chosen: Chosen, id: string): Partial<Settings> {
  return withList(
    chosen,
    keyDatesOf(chosen).filter((keyDate) => keyDate.id !== id),
  );
}

/** The ones that ship again. */
export const keyDatesReset: Partial<Settings> = { keyDates: null };

function withList(chosen: Chosen, list: readonly KeyDate[]): Partial<Settings> {
  const name = chosen.keyDates?.name ?? `${SHIPPED_NAME}, changed`;
  return { keyDates: { name, list: inOrder(list) } };
}

/**
 * The district whose phases hold in an area: the area itself when key dates name it, else the one of the set that they
 * name and that holds the middle of the area; null for all areas together and where none is known.
 */
export function districtOf(
  list: readonly KeyDate[],
  areas: readonly StudyArea[],
  areaId: string | null,
): StudyArea | null {
  const area = areas.find(({ id }) => id === areaId);
  if (!area) return null;
  const named = new Set(list.flatMap((keyDate) => keyDate.areas ?? []));
  if (named.has(area.id)) return area;
  const [west, south, east, north] = area.bounds;
  const holdsMiddle = (candidate: StudyArea) => containsOf(candidate)((west + east) / 2, (south + north) / 2);
  return areas.find((candidate) => named.has(candidate.id) && holdsMiddle(candidate)) ?? null;
}

/** Districts as typed; null for all of them. */
export const districtsIn = areasIn;

/** Key dates that fall on one day, in one mark of the timeline. */
export interface DayMark {
  readonly day: number;
  readonly keyDates: readonly KeyDate[];
}

/** What the timeline shows of a district between two days: phases in force, and a mark for each day that has key dates. */
export function datesShown(
  list: readonly KeyDate[],
  district: string | null,
  fromDay: number,
  toDay: number,
): { readonly phases: readonly Restriction[]; readonly marks: readonly DayMark[] } {
  const marks = new Map<number, KeyDate[]>();
  for (const keyDate of list) {
    if (keyDate.fromDay < fromDay || keyDate.fromDay > toDay || !holdsIn(keyDate, district)) continue;
    marks.set(keyDate.fromDay, [...(marks.get(keyDate.fromDay) ?? []), keyDate]);
  }
  return {
    phases: restrictionsFor(list, district, fromDay, toDay),
    marks: [...marks].map(([day, keyDates]) => ({ day, keyDates })),
  };
}
