/** Compare: which two sides stand beside each other. The first is the view as set; the other differs in area or period. Pure. */
import type { StudyArea } from '../core/geo/area.ts';
import { isDrawn } from '../core/geo/drawn.ts';
import type { GridResult, HotspotResult } from '../core/results.ts';
import type { Beside, Measure } from '../core/settings.ts';
import type { AppState, Async, Mode, Settings } from './app-state.ts';
import { BASILDON, CHELMSFORD, SOUTHEND } from './defaults.ts';
import { halvesOf } from './halves.ts';
import type { KdeOnGrid } from './methods.ts';

/** The other map: cells and the numbers on them. */
export interface OtherSide {
  /** What the cells are of. */
  readonly gridKey: string;
  readonly grid: GridResult;
  readonly result: HotspotResult;
  /** The density, made as that of the first map; null while the maps show something else. */
  readonly kde: KdeOnGrid | null;
}

type Known = Pick<AppState, 'settings' | 'areaSet' | 'dataset'>;

/** What stands beside the view: as chosen, or where that is gone or not chosen yet, what comes nearest; null for nothing. */
export function besideOf(state: Known): Beside | null {
  const { settings, areaSet } = state;
  const { beside, areaId } = settings;
  if (beside?.kind === 'period') return beside;
  if (beside && beside.areaId !== areaId && isArea(areaSet.areas, beside.areaId)) return beside;
  return firstArea(areaSet.areas, areaId) ?? periodBeside(state);
}

/** The settings of the other side; null when there is nothing to compare with. */
export function otherSettings(state: Known): Settings | null {
  const beside = besideOf(state);
  if (beside === null) return null;
  const { settings } = state;
  return beside.kind === 'area'
    ? { ...settings, areaId: beside.areaId, cell: null }
    : { ...settings, fromDay: beside.fromDay, toDay: beside.toDay, cell: null };
}

/** Whether one side may lie within the other: of two areas only those of one kind, such as districts, never do. */
export function isNested(state: Known): boolean {
  const beside = besideOf(state);
  if (beside?.kind !== 'area') return true;
  const of = (wanted: string | null) => state.areaSet.areas.find(({ id }) => id === wanted);
  const [one, other] = [of(state.settings.areaId), of(beside.areaId)];
  return !one || !other || isDrawn(one) || isDrawn(other) || one.kind !== other.kind;
}

/** Whether two maps are on screen. */
export function isComparing(state: Known & Pick<AppState, 'mode'>): boolean {
  return state.mode === 'compare' && besideOf(state) !== null;
}

/** Whether the maps of Compare show a measure; the recorded values stand in for the others. */
export function isCompared(measure: Measure): boolean {
  return measure !== 'emerging' && measure !== 'near-repeat';
}

function compared(settings: Settings): Settings {
  return { ...settings, measure: isCompared(settings.measure) ? settings.measure : 'value', cell: null };
}

/** Whether one map lies over the other. */
export function isSwiped(state: Known & Pick<AppState, 'mode'>): boolean {
  const beside = state.mode === 'compare' ? besideOf(state) : null;
  return beside?.kind === 'period' && beside.swipe === true;
}

/** The state as the map of each side shows it: with its own settings and cells, nothing selected. */
export function sideStates(state: AppState): { readonly one: AppState; readonly other: AppState | null } {
  const settings = otherSettings(state);
  const plain: AppState = { ...state, detail: { status: 'idle' }, drawing: null };
  return {
    one: { ...plain, settings: compared(state.settings) },
    other: settings && {
      ...plain,
      settings: compared(settings),
      grid: part(state.otherSide, (side) => side.grid),
      gridKey: 'value' in state.otherSide ? (state.otherSide.value?.gridKey ?? null) : null,
      hotspots: part(state.otherSide, (side) => side.result),
      kde: densityOf(state.otherSide),
    },
  };
}

function densityOf(slot: AppState['otherSide']): AppState['kde'] {
  const kde = 'value' in slot ? slot.value?.kde : undefined;
  return kde ? { status: slot.status === 'ready' ? 'ready' : 'running', value: kde } : { status: 'idle' };
}

function part<T, U>(slot: Async<T>, of: (value: T) => U): Async<U> {
  if (slot.status === 'idle') return slot;
  if (slot.status === 'ready') return { status: 'ready', value: of(slot.value) };
  const kept = slot.value === undefined ? {} : { value: of(slot.value) };
  return slot.status === 'running'
    ? { status: 'running', ...kept }
    : { status: 'failed', message: slot.message, ...kept };
}

/**
 * The first look at Compare, while nothing else was chosen: in the demo two districts of like size; of one area whose view
 * takes all dates its two halves.
 */
export function firstPair(state: AppState, mode: Mode): Partial<Settings> {
  const { settings, dataset } = state;
  if (mode !== 'compare' || settings.beside !== null) return {};
  const loaded = 'value' in dataset ? dataset.value : undefined;
  const beside = besideOf(state);
  if (loaded && beside?.kind === 'period' && !overlaps(beside, loaded.info)) return halvesOf(loaded.info) ?? {};
  if (loaded?.source !== 'demo' || settings.areaId !== SOUTHEND) return {};
  const known = [BASILDON, CHELMSFORD].every((id) => isArea(state.areaSet.areas, id));
  return known ? { areaId: BASILDON, beside: { kind: 'area', areaId: CHELMSFORD } } : {};
}

/** The period of the same length before this one, or where the file has none of it the one after; null without dates. */
export function periodBeside({ settings, dataset }: Known): Beside | null {
  const info = 'value' in dataset ? dataset.value?.info : undefined;
  if (!info?.hasDates) return null;
  const fromDay = settings.fromDay ?? info.fromDay;
  const toDay = settings.toDay ?? info.toDay;
  const days = toDay - fromDay + 1;
  return fromDay > info.fromDay
    ? { kind: 'period', fromDay: fromDay - days, toDay: fromDay - 1 }
    : { kind: 'period', fromDay: toDay + 1, toDay: toDay + days };
}

function overlaps({ fromDay, toDay }: Span, info: { readonly fromDay: number; readonly toDay: number }): boolean {
  return (toDay ?? info.toDay) >= info.fromDay && (fromDay ?? info.fromDay) <= info.toDay;
}

type Span = Pick<Settings, 'fromDay' | 'toDay'>;

function isArea(areas: readonly StudyArea[], id: string | null): boolean {
  return id === null || areas.some((area) => area.id === id);
}

/** The next area of the same sort. */
function firstArea(areas: readonly StudyArea[], areaId: string | null): Beside | null {
  const own = areas.find(({ id }) => id === areaId);
  const like = areas.filter(({ id, kind }) => id !== areaId && (own === undefined || kind === own.kind));
  const next = like[0] ?? areas.find(({ id }) => id !== areaId);
  return next && areas.length > 1 ? { kind: 'area', areaId: next.id } : null;
}
