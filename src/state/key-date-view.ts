/** Which key date is looked at, which come before and after it, and what is known of its change. Pure. */
import { holdsIn, type KeyDate } from '../core/offences/key-dates.ts';
import { MISSING } from '../core/offences/table.ts';
import type { ChangeResult, DatasetInfo } from '../core/results.ts';
import { type KeyDateView, MOST_OVERLAYS } from '../core/settings.ts';
import type { AppState, Settings } from './app-state.ts';
import { districtOf, keyDatesHere, keyDatesOf } from './key-dates.ts';
import type { OnGrid } from './methods.ts';

/** The change at one key date, or why there is none. */
export type KeyDateChange =
  | (OnGrid<ChangeResult> & { readonly asked: string })
  | { readonly result: null; readonly asked: string; readonly message: string };

/** By the ids of the key dates: those wanted, and some looked at before. */
export type KeyDateChanges = Readonly<Record<string, KeyDateChange>>;

type Looking = Pick<AppState, 'settings' | 'areaSet' | 'dataset'>;

/** Those that hold in the district on screen, in the order in which they come. */
export function keyDatesInView({ settings, areaSet }: Pick<AppState, 'settings' | 'areaSet'>): readonly KeyDate[] {
  const list = keyDatesHere({ settings, areaSet });
  const district = districtOf(list, areaSet.areas, settings.areaId)?.id ?? null;
  return list.filter((keyDate) => holdsIn(keyDate, district));
}

/** Whether the offences hold days on both sides of it. */
export function hasSides({ fromDay }: Pick<KeyDate, 'fromDay'>, info: Pick<DatasetInfo, 'fromDay' | 'toDay'>): boolean {
  return info.fromDay !== MISSING && fromDay > info.fromDay && fromDay <= info.toDay;
}

/**
 * The chosen one; without a choice the last easing step whose windows the offences cover, else the last with two sides, and
 * null when no key date has them.
 */
export function chosenKeyDate(state: Looking): KeyDate | null {
  const { id, beforeDays, afterDays } = state.settings.keyDateView;
  const chosen = id === null ? undefined : keyDatesOf(state.settings).find((keyDate) => keyDate.id === id);
  if (chosen) return chosen;
  const list = keyDatesInView(state);
  const info = 'value' in state.dataset ? state.dataset.value?.info : undefined;
  if (!info) return null;
  const covered = ({ kind, fromDay }: KeyDate): boolean =>
    kind === 'easing' && fromDay - beforeDays >= info.fromDay && fromDay + afterDays - 1 <= info.toDay;
  return (
    list.findLast((keyDate) => hasSides(keyDate, info) && covered(keyDate)) ??
    list.findLast((keyDate) => hasSides(keyDate, info)) ??
    null
  );
}

/** The key date before or after the chosen one that has data on both sides; null when there is none. */
export function keyDateBeside(state: Looking, by: -1 | 1): KeyDate | null {
  const chosen = chosenKeyDate(state);
  const info = 'value' in state.dataset ? state.dataset.value?.info : undefined;
  if (!chosen || !info) return null;
  const list = keyDatesInView(state).filter((keyDate) => hasSides(keyDate, info));
  const at = list.findIndex(({ id }) => id === chosen.id);
  if (at >= 0) return list[at + by] ?? null;
  return by > 0
    ? (list.find(({ fromDay }) => fromDay > chosen.fromDay) ?? null)
    : (list.findLast(({ fromDay }) => fromDay < chosen.fromDay) ?? null);
}

/** The settings with another look at key dates. */
export function keyDateViewed({ keyDateView }: Settings, change: Partial<KeyDateView>): Partial<Settings> {
  return { keyDateView: { ...keyDateView, ...change } };
}

/** With the outlines of a key date laid over the map or taken off; the one laid first goes when there are too many. */
export function overlaid(settings: Settings, id: string, on: boolean): Partial<Settings> {
  const others = settings.keyDateView.overlays.filter((other) => other !== id);
  return keyDateViewed(settings, { overlays: on ? [...others, id].slice(-MOST_OVERLAYS) : others });
}

/** Key dates with their outlines over the map besides the chosen one, in the order in which they come. */
export function overlaidKeyDates(state: Looking): readonly KeyDate[] {
  const { overlays } = state.settings.keyDateView;
  const chosen = chosenKeyDate(state);
  return keyDatesOf(state.settings).filter(({ id }) => overlays.includes(id) && id !== chosen?.id);
}

/** What is known of the change at a key date, the last good one while the next is made; null while nothing is. */
export function changeAt({ keyDateChanges }: Pick<AppState, 'keyDateChanges'>, id: string): KeyDateChange | null {
  return 'value' in keyDateChanges ? (keyDateChanges.value?.[id] ?? null) : null;
}
