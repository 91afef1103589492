/** Methods held against what came after: what is asked, what was found, and which of it the screen shows. Pure. */
import { monthRange } from '../core/offences/time.ts';
import type { DatasetInfo, ValidationResult } from '../core/results.ts';
import { defaultEvaluationView, type EvaluationView, evaluationBudgets } from '../core/settings.ts';
import type { Client } from '../worker/client.ts';
import type { AppState, Settings } from './app-state.ts';
import { defaultSettings } from './defaults.ts';
import { gridKeyOf, hasData, queryOf } from './requests.ts';
import { riskQueryOf } from './risk.ts';

export type EvaluationQuery = Parameters<Client['evaluate']>[0];

/** What was found, with what was asked. */
export interface Evaluation {
  readonly key: string;
  readonly query: EvaluationQuery;
  /** Which cells index i counts. */
  readonly gridKey: string;
  readonly result: ValidationResult;
}

export interface Evaluating {
  /** The oldest first. */
  readonly found: readonly Evaluation[];
  readonly running: { readonly key: string; readonly done: number } | null;
  /** What became of the last one; '' as its message when it was given up. */
  readonly failure: { readonly key: string; readonly message: string } | null;
}

/** First day of training and the last ones of training and test; the test starts the day after the training ends. */
export interface TestDays {
  readonly fromDay: number;
  readonly trainToDay: number;
  readonly testToDay: number;
}

const KEPT = 6;
const TEST_DAYS = 28;
/** A test month by month takes so many at most, and leaves as many to learn from. */
const MOST_MONTHS = 6;

type Asked = Pick<AppState, 'settings' | 'layers' | 'generation' | 'dataset'>;

/** What is tested on what, or why nothing can be. */
export function testDaysOf(
  { fromDay, toDay, evaluation }: Pick<Settings, 'fromDay' | 'toDay' | 'evaluation'>,
  info: Pick<DatasetInfo, 'fromDay' | 'toDay' | 'hasDays' | 'hasDates'>,
): TestDays | string {
  if (!info.hasDates) return 'These offences have no dates, so nothing can be held against what came after.';
  const first = Math.max(fromDay ?? info.fromDay, info.fromDay);
  // a load of months ends on the first day of its last one
  const end = info.hasDays ? info.toDay : monthRange(info.toDay).toDay;
  const last = Math.min(toDay ?? end, end);
  const start = evaluation.rolling ? monthly(first, last) : lastStretch(last, info.hasDays);
  const testToDay = Math.min(evaluation.testToDay ?? start.testToDay, end);
  const trainToDay = evaluation.trainToDay ?? Math.min(start.trainToDay, testToDay - 1);
  if (trainToDay >= testToDay) return 'The test ends before it begins: give it a later last day.';
  const least = info.hasDays ? TEST_DAYS : TEST_DAYS - 1;
  if (trainToDay - first + 1 < least) {
    return `The period leaves ${Math.max(0, trainToDay - first + 1)} days to learn from: at least four weeks, or one month, are needed. Take a longer period, or learn to a later day.`;
  }
  return { fromDay: first, trainToDay, testToDay };
}

/** The last four weeks, or the last month where dates are months. */
function lastStretch(last: number, hasDays: boolean): { readonly trainToDay: number; readonly testToDay: number } {
  if (hasDays) return { trainToDay: last - TEST_DAYS, testToDay: last };
  const month = monthRange(last);
  const testToDay = month.toDay === last ? last : month.fromDay - 1;
  return { trainToDay: monthRange(testToDay).fromDay - 1, testToDay };
}

/** The last whole months, half of them at most. */
function monthly(first: number, last: number): { readonly trainToDay: number; readonly testToDay: number } {
  const testToDay = monthRange(last).toDay === last ? last : monthRange(last).fromDay - 1;
  const firstWhole = monthRange(first).fromDay === first ? first : monthRange(first).toDay + 1;
  const starts: number[] = [];
  for (let start = firstWhole; start <= testToDay; start = monthRange(start).toDay + 1) starts.push(start);
  const tested = Math.min(MOST_MONTHS, Math.max(1, Math.floor(starts.length / 2)));
  return { trainToDay: (starts[starts.length - tested] ?? testToDay) - 1, testToDay };
}

/** What the worker is asked; null while there is nothing to ask, with the reason from `testDaysOf`. */
export function evaluationQueryOf(state: Asked): EvaluationQuery | null {
  const { settings, dataset } = state;
  const info = 'value' in dataset ? dataset.value?.info : undefined;
  const days = info ? testDaysOf(settings, info) : '';
  if (typeof days === 'string') return null;
  const { permutations, seed } = defaultSettings;
  const { bandwidthM, kernel, stepDays } = settings.methods;
  const { rolling, withRisk } = settings.evaluation;
  const risk = withRisk ? riskQueryOf(state) : null;
  return {
    ...queryOf(settings),
    ...{ permutations, seed, toDay: null, rolling, stepDays, budgets: evaluationBudgets },
    trainToDay: days.trainToDay,
    testToDay: days.testToDay,
    kde: { bandwidthM, kernel },
    risk: risk && risk.factorIds.length > 0 ? { factorIds: risk.factorIds, settings: risk.rtm } : null,
  };
}

/** Everything that an answer depends on; factors by what is in them. */
export function evaluationKeyOf(state: Asked, query: EvaluationQuery): string {
  const used = query.risk
    ? state.layers.files.flatMap(({ sha256, factors }) =>
        factors.filter(({ id }) => query.risk?.factorIds.includes(id)).map(({ name, count }) => [sha256, name, count]),
      )
    : [];
  return JSON.stringify([state.generation, query, used]);
}

/** What to ask next: nothing outside the mode, while it is known or under way, or after it failed or was given up. */
export function wantedEvaluation(
  state: AppState,
): { readonly key: string; readonly query: EvaluationQuery; readonly gridKey: string } | null {
  if (state.mode !== 'evaluate' || state.settings.evaluatePart !== 'methods' || state.playing || !hasData(state))
    return null;
  const query = evaluationQueryOf(state);
  if (query === null) return null;
  const key = evaluationKeyOf(state, query);
  const { found, running, failure } = state.evaluating;
  if (running?.key === key || failure?.key === key || found.some((known) => known.key === key)) return null;
  return { key, query, gridKey: gridKeyOf(state, query) };
}

/** What was found for the settings as they are, else the last of these cells; null without any. */
export function evaluationOnScreen(
  state: Asked & Pick<AppState, 'evaluating' | 'gridKey'>,
): { readonly evaluation: Evaluation; readonly stale: boolean } | null {
  const { found } = state.evaluating;
  if (found.length === 0) return null;
  const query = evaluationQueryOf(state);
  const key = query && evaluationKeyOf(state, query);
  const now = found.find((known) => known.key === key);
  if (now) return { evaluation: now, stale: false };
  const gridKey = gridKeyOf(state, state.settings);
  const before = found.findLast((known) => known.gridKey === gridKey);
  return before && query !== null ? { evaluation: before, stale: true } : null;
}

/** With another; those of earlier loads are forgotten. */
export function withEvaluation({ found }: Evaluating, evaluation: Evaluation, generation: number): Evaluating {
  const others = found.filter(({ key }) => key !== evaluation.key && key.startsWith(`[${generation},`));
  return { found: [...others, evaluation].slice(-KEPT), running: null, failure: null };
}

/** The choices with some changed; the days chosen belong to one way of testing. */
export function evaluationViewed(settings: Settings, patch: Partial<EvaluationView>): Partial<Settings> {
  const { trainToDay, testToDay } = defaultEvaluationView;
  const days = 'rolling' in patch ? { trainToDay, testToDay } : {};
  return { evaluation: { ...settings.evaluation, ...days, ...patch } };
}
