/** Results of the methods on the map, and which of them the data and settings allow. Pure. */
import { MISSING } from '../core/offences/table.ts';
import type { DatasetInfo, HoursResult, KdeResult } from '../core/results.ts';
import type { Measure, MethodSettings } from '../core/settings.ts';
import type { AppState, Async, Settings } from './app-state.ts';

/** A result whose index i means cell i of one grid: that of `gridKey`, as in the state. */
export interface OnGrid<T> {
  readonly gridKey: string;
  readonly result: T;
}

/** With what was asked for, which a setting changed since does not alter, and the key under which its classes are kept. */
export interface KdeOnGrid extends OnGrid<KdeResult>, Pick<Settings, 'mode'>, Pick<MethodSettings, 'kernel'> {
  readonly classesKey: string;
}

/** Hours of one cell, by its H3 id. */
export interface CellHours {
  readonly cell: string;
  readonly result: HoursResult;
}

/** The key of classes of density: densities of other bandwidths and weights cannot be compared. */
export function densityClassesKey({
  mode,
  schedule,
  methods,
}: Pick<Settings, 'mode' | 'schedule' | 'methods'>): string {
  const weighed = mode === 'count' || schedule === 'cchi-2020' ? '' : `:${schedule}`;
  return `kde:${mode}:${methods.kernel}:${methods.bandwidthM}${weighed}`;
}

/** The result in a slot when it belongs to the grid on screen, the last good one while the next is made; null otherwise. */
export function onGrid<T extends { readonly gridKey: string }>(slot: Async<T>, gridKey: string | null): T | null {
  if (slot.status !== 'ready' && slot.status !== 'running') return null;
  return slot.value !== undefined && slot.value.gridKey === gridKey ? slot.value : null;
}

/** Whether the map shows hotspots, by whatever method, or two of them side by side. */
export function showsMethods({ mode }: Pick<AppState, 'mode'>): boolean {
  return mode === 'hotspots' || mode === 'data' || mode === 'compare';
}

const LEAST_STEPS = 10;
const DAYS_PER_MONTH = 365.25 / 12;

/** Why a measure cannot be shown with these data and this period; null when it can. */
export function refusalOf(
  measure: Measure,
  info: Pick<DatasetInfo, 'snapped' | 'hasDates' | 'hasDays' | 'fromDay' | 'toDay'>,
  settings: { readonly fromDay: number | null; readonly toDay: number | null; readonly methods: MethodSettings },
): string | null {
  if (measure === 'near-repeat') {
    if (info.snapped) return 'Not on published data: days and true places are needed, these are months and map points.';
    return info.hasDays ? null : 'No offence is dated to the day.';
  }
  if (measure === 'emerging') {
    if (!info.hasDates || info.fromDay === MISSING) return 'These offences have no dates.';
    const days =
      Math.min(info.toDay, settings.toDay ?? info.toDay) - Math.max(info.fromDay, settings.fromDay ?? info.fromDay);
    const steps = info.hasDays
      ? Math.floor((days + 1) / settings.methods.stepDays)
      : // a load of months ends on the first day of its last one
        Math.round((days + 1) / DAYS_PER_MONTH);
    if (steps >= LEAST_STEPS) return null;
    const unit = info.hasDays ? `steps of ${settings.methods.stepDays} days` : 'months';
    return `Ten ${unit} are needed, the period has ${Math.max(0, steps)}: take a longer one.`;
  }
  return null;
}
