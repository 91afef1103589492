/** Trials and tests of displacement: what is asked, what was found, and what the screen shows of it. Pure. */
import type { TrialAnswer } from '../core/evaluation/trial-answer.ts';
import { drawTrial } from '../core/evaluation/trial-design.ts';
import {
  type DrawnTrial,
  emptyWddRow,
  type TrialSource,
  type TrialView,
  type WddEntry,
  type WddRow,
  type WddView,
  type WddZone,
} from '../core/evaluation/trial-view.ts';
import { type WddRowsResult, wddRows } from '../core/evaluation/wdd-rows.ts';
import { monthRange } from '../core/offences/time.ts';
import type { DatasetInfo } from '../core/results.ts';
import type { Client } from '../worker/client.ts';
import type { AppState, Settings } from './app-state.ts';
import type { queryOf } from './requests.ts';
import { doseQueryOf } from './visit-log.ts';

export {
  emptyWddRow,
  MOST_TRIAL_AREAS,
  MOST_TRIAL_DAYS,
  MOST_WDD_ROWS,
  trialSources,
  wddZones,
} from '../core/evaluation/trial-view.ts';

/** Place-days in memory. `opened` counts files: one opened again is another. */
interface PlaceDaysFile {
  readonly file: File;
  readonly opened: number;
}

export interface TrialFiles {
  /** The demo's; 'loading' while it is fetched. */
  readonly demo: PlaceDaysFile | 'loading' | null;
  readonly own: PlaceDaysFile | null;
}

export const noTrialFiles: TrialFiles = { demo: null, own: null };

/** A result, with where it came from. */
export interface TrialShown extends TrialAnswer {
  readonly source: TrialSource;
  /** Of the file, or of the trial drawn. */
  readonly name: string;
}

type Sourced = Pick<AppState, 'settings' | 'dataset' | 'trialFiles'>;
type Logged = Pick<AppState, 'visitLog'>;

function infoOf({ dataset }: Pick<AppState, 'dataset'>): DatasetInfo | null {
  return 'value' in dataset ? (dataset.value?.info ?? null) : null;
}

/** Whether the demo's trial belongs to what is loaded. */
export function demoTrialFits({ dataset }: Pick<AppState, 'dataset'>): boolean {
  return 'value' in dataset && dataset.value?.source === 'demo';
}

/** What the result is of: as chosen, as far as there is that; null while there is nothing. */
export function trialSourceOf(state: Sourced): TrialSource | null {
  const { trial } = state.settings;
  const there: Readonly<Record<TrialSource, boolean>> = {
    demo: demoTrialFits(state),
    file: state.trialFiles.own !== null,
    drawn: trial.drawn !== null && infoOf(state) !== null,
  };
  // a file that is not open any more is asked for, and nothing else stands in for it
  if (trial.source !== null) return there[trial.source] || trial.source === 'file' ? trial.source : null;
  return (['demo', 'file', 'drawn'] as const).find((source) => there[source]) ?? null;
}

/** First and last day of the trial that the form describes, and the last day of the past that it is planned on. */
export function plannedDays(
  { trial, toDay }: Pick<Settings, 'trial' | 'toDay'>,
  info: Pick<DatasetInfo, 'toDay' | 'hasDays'>,
): { readonly fromDay: number; readonly toDay: number; readonly pastToDay: number } {
  const end = info.hasDays ? info.toDay : monthRange(info.toDay).toDay;
  const fromDay = trial.fromDay ?? Math.min(toDay ?? end, end) + 1;
  return { fromDay, toDay: fromDay + trial.days - 1, pastToDay: Math.min(toDay ?? end, fromDay - 1) };
}

/** The trial on screen as it would be drawn now. */
export function drawnNow(state: Pick<AppState, 'settings' | 'dataset' | 'trialPlan'>): DrawnTrial | null {
  const info = infoOf(state);
  const plan = state.trialPlan.status === 'ready' ? state.trialPlan.value : null;
  if (info === null || plan === null) return null;
  const { fromDay, toDay } = plannedDays(state.settings, info);
  const { perDay, seed } = state.settings.trial;
  const places = plan.places.map(({ name, cells }) => ({ name, cells }));
  return { places, resolution: plan.resolution, fromDay, toDay, perDay, seed };
}

/** Whether the trial kept is no longer the one that the form would draw. */
export function differsFromDrawn(state: Pick<AppState, 'settings' | 'dataset' | 'trialPlan'>): boolean {
  const now = drawnNow(state);
  const { drawn } = state.settings.trial;
  return now !== null && drawn !== null && JSON.stringify(now) !== JSON.stringify(drawn);
}

/** Of each day, the indices of the places treated. */
export function lotsOf(drawn: DrawnTrial): readonly (readonly number[])[] {
  return drawTrial({ ...drawn, places: drawn.places.map(({ name }) => name) }).treated;
}

export function trialViewed(settings: Settings, patch: Partial<TrialView>): Partial<Settings> {
  const next = { ...settings.trial, ...patch };
  return { trial: { ...next, perDay: Math.min(next.perDay, next.areas - 1) } };
}

/** Results of the rows as typed. */
export function wddShown({ wdd }: Pick<Settings, 'wdd'>): WddRowsResult {
  return wddRows(wdd);
}

/** Study areas and days to count a row from; null leaves displacement out. */
export interface WddChoice {
  readonly day: number;
  readonly beforeDays: number;
  readonly afterDays: number;
  readonly zones: Readonly<Record<WddZone, string | null>>;
}

export function wddViewed(settings: Settings, patch: Partial<WddView>): Partial<Settings> {
  return { wdd: { ...settings.wdd, ...patch } };
}

/** The rows with one changed. */
export function withWddRow({ wdd }: Settings, at: number, change: (row: WddRow) => WddRow): Partial<Settings> {
  return { wdd: { ...wdd, rows: wdd.rows.map((row, i) => (i === at ? change(row) : row)) } };
}

export function withWddEntry(row: WddRow, zone: WddZone, patch: Partial<WddEntry>): WddRow {
  return { ...row, zones: { ...row.zones, [zone]: { ...row.zones[zone], ...patch } } };
}

export function withoutWddRow({ wdd }: Settings, at: number): Partial<Settings> {
  const rows = wdd.rows.filter((_, i) => i !== at);
  return { wdd: { ...wdd, rows: rows.length > 0 ? rows : [emptyWddRow] } };
}

/** What the worker is asked for a result; null while there is nothing to ask of. */
export function trialOfNow(
  state: Sourced & Logged,
  query: Extract<Parameters<Client['trialResult']>[0], { kind: 'drawn' }>['query'],
): { readonly of: Parameters<Client['trialResult']>[0]; readonly source: TrialSource; readonly name: string } | null {
  const source = trialSourceOf(state);
  const { drawn } = state.settings.trial;
  if (source === 'drawn') {
    if (drawn === null) return null;
    const cards = drawn.places.map(({ name, cells }, i) => ({ rank: i + 1, name, cells }));
    const { log } = state.settings;
    // nothing was planned but the lots
    const areas = { cards, plan: { stops: [] }, day: drawn.fromDay, fromMinute: log.dayStartMinute };
    const asked = { ...query, fromDay: null, toDay: null };
    return {
      of: { kind: 'drawn', query: asked, drawn, log: doseQueryOf(state.visitLog, areas, log) },
      source,
      name: '',
    };
  }
  const held = source === 'demo' ? state.trialFiles.demo : source === 'file' ? state.trialFiles.own : null;
  if (source === null || held === null || held === 'loading') return null;
  return { of: { kind: 'file', file: held.file }, source, name: held.file.name };
}

/** The plan on screen; null while it is not asked for. */
export function planQueryOf(state: AppState, query: ReturnType<typeof queryOf>) {
  const info = infoOf(state);
  // months and map points are no days and places
  if (info === null || !info.hasDays || info.snapped) return null;
  const { areas, perDay, days, seed } = state.settings.trial;
  const { pastToDay } = plannedDays(state.settings, info);
  // of the areas of Patrol as many as the trial takes
  const { maxAreaM2, minCount, spacingM, edits } = state.settings.patrol;
  const asked = { ...query, toDay: pastToDay, areas, maxAreaM2, minCount, spacingM, edits };
  return { query: asked, trial: { perDay, days, seed } };
}
