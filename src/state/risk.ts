/** Risk terrain models: what one is asked with, those that were made, and which of them the screen shows. Pure. */
import type { Factor } from '../core/geo/factor.ts';
import type { ShownRtm } from '../core/methods/rtm/results.ts';
import { jointPriority } from '../core/methods/rtm/risk-scores.ts';
import type { RiskSettings, RtmSettings } from '../core/methods/rtm/settings.ts';
import { monthRange } from '../core/offences/time.ts';
import type { DatasetInfo, SpatialTest, ValidationResult } from '../core/results.ts';
import type { Client } from '../worker/client.ts';
import type { AppState, Settings } from './app-state.ts';
import { defaultSettings } from './defaults.ts';
import { gridKeyOf, queryOf } from './requests.ts';

export type RiskQuery = Parameters<Client['fitRisk']>[0];

/** A model with what it was asked with. */
export interface RiskModel {
  readonly key: string;
  readonly query: RiskQuery;
  /** Which cells index i counts. */
  readonly gridKey: string;
  readonly result: ShownRtm;
}

/** Training and test, last local days; the test starts the day after the training ends. */
export interface Split {
  readonly trainToDay: number;
  readonly testToDay: number;
}

/** How a model was tested: on days that came later, or without dates on parts of the area that it has not seen. */
export type RiskTest = {
  /** Of the model that was tested. */
  readonly key: string;
} & (
  | { readonly kind: 'later'; readonly result: ValidationResult }
  | { readonly kind: 'elsewhere'; readonly result: SpatialTest }
);

export interface Risk {
  /** The oldest first. */
  readonly models: readonly RiskModel[];
  readonly tests: readonly RiskTest[];
  readonly running: { readonly what: 'model' | 'test'; readonly key: string; readonly done: number } | null;
  /** What became of the last one that was asked for; null when it went well. */
  readonly failure: { readonly what: 'model' | 'test'; readonly key: string; readonly message: string } | null;
}

const KEPT = 6;

type Asked = Pick<AppState, 'settings' | 'layers' | 'generation'>;

/** The factors that a model is made of. */
export function factorsUsed({ settings, layers }: Pick<Asked, 'settings' | 'layers'>): readonly Factor[] {
  return layers.files.flatMap(({ factors }) => factors.filter(({ id }) => settings.risk.uses[id] !== 'off'));
}

/** What a model of an area is asked with: the definition, the period and the hours on screen, whatever offences weigh. */
export function riskQueryOf(state: Asked, areaId: string | null = state.settings.areaId): RiskQuery {
  const { risk } = state.settings;
  const { ring, permutations, seed, schedule } = defaultSettings;
  const used = factorsUsed(state);
  return {
    ...queryOf(state.settings),
    ...{ ring, permutations, seed, schedule, mode: 'count', areaId },
    factorIds: used.map(({ id }) => id),
    rtm: rtmSettingsOf(risk, used),
  };
}

function rtmSettingsOf(risk: RiskSettings, used: readonly Factor[]): RtmSettings {
  const { blockM, maxBlocks, increment, operationalisation, folds, alpha, seed, uses } = risk;
  const byFactor: Record<string, 'proximity' | 'density'> = {};
  for (const { id, name } of used) {
    const use = uses[id];
    if (use === 'proximity' || use === 'density') byFactor[name] = use;
  }
  return {
    ...{ blockM, maxBlocks, increment, operationalisation, folds, alpha, seed },
    ...(Object.keys(byFactor).length > 0 ? { byFactor } : {}),
  };
}

/** Everything that a model depends on. */
export function riskKeyOf(state: Asked, query: RiskQuery = riskQueryOf(state)): string {
  const used = state.layers.files.flatMap(({ sha256, factors }) =>
    factors.filter(({ id }) => query.factorIds.includes(id)).map(({ name, count }) => [sha256, name, count]),
  );
  return JSON.stringify([state.generation, query, used]);
}

/** The model as asked for now, else the last one of these cells under older settings; null without any. */
export function modelOnScreen(state: Asked & Pick<AppState, 'risk'>): RiskModel | null {
  return modelOf(state, state.settings.areaId);
}

/** The same of another area. */
export function modelOf(state: Asked & Pick<AppState, 'risk'>, areaId: string | null): RiskModel | null {
  const { models } = state.risk;
  if (models.length === 0) return null;
  const key = riskKeyOf(state, riskQueryOf(state, areaId));
  const { resolution } = state.settings;
  const gridKey = gridKeyOf(state, { areaId, resolution });
  return models.find((model) => model.key === key) ?? models.findLast((model) => model.gridKey === gridKey) ?? null;
}

/** Whether a model is not what the settings ask for any more. */
export function isStale(state: Asked, { key, query }: RiskModel): boolean {
  return riskKeyOf(state, riskQueryOf(state, query.areaId)) !== key;
}

/** With another model; those of earlier loads are forgotten. */
export function withModel(risk: Risk, model: RiskModel, generation: number): Risk {
  const models = risk.models.filter(({ key }) => key !== model.key && isOf(key, generation));
  return { ...risk, models: [...models, model].slice(-KEPT), running: null, failure: null };
}

export function withTest(risk: Risk, test: RiskTest, generation: number): Risk {
  const tests = risk.tests.filter(({ key }) => key !== test.key && isOf(key, generation));
  return { ...risk, tests: [...tests, test].slice(-KEPT), running: null, failure: null };
}

function isOf(key: string, generation: number): boolean {
  return key.startsWith(`[${generation},`);
}

/**
 * The last quarter of a period, to test on what the three before foretell; months stay whole. Null where the period is
 * too short for that.
 */
export function lastQuarter(
  { fromDay, toDay }: Pick<Settings, 'fromDay' | 'toDay'>,
  info: Pick<DatasetInfo, 'fromDay' | 'toDay' | 'hasDays' | 'hasDates'>,
): Split | null {
  if (!info.hasDates) return null;
  const first = Math.max(fromDay ?? info.fromDay, info.fromDay);
  // a load of months ends on the first day of its last one
  const end = info.hasDays ? info.toDay : monthRange(info.toDay).toDay;
  const last = Math.min(toDay ?? end, end);
  const days = last - first + 1;
  if (days < 28) return null;
  const trainToDay = last - Math.round(days / 4);
  if (info.hasDays) return { trainToDay, testToDay: last };
  const whole = monthRange(trainToDay + 1).fromDay - 1;
  return whole >= first ? { trainToDay: whole, testToDay: last } : null;
}

const joint = new WeakMap<Float64Array, { readonly value: Float64Array; readonly priority: Float64Array }>();

/** Risk score × what the map counts or weighs, scaled to a mean of 1; made once for the same two. */
export function priorityOf(rrs: Float64Array, value: Float64Array): Float64Array {
  const known = joint.get(rrs);
  if (known?.value === value) return known.priority;
  const priority = jointPriority(rrs, value);
  joint.set(rrs, { value, priority });
  return priority;
}

/** Lower bounds of the classes from the mean up; of two areas, as if their cells were one area's. */
export function scoreEdges(models: readonly RiskModel[]): readonly [mean: number, one: number, two: number] {
  let n = 0;
  let total = 0;
  let squares = 0;
  for (const { result } of models) {
    const { mean, sd } = result.rrsSummary;
    const cells = result.rrs.length;
    n += cells;
    total += cells * mean;
    squares += cells * (sd * sd + mean * mean);
  }
  const mean = total / n;
  const sd = Math.sqrt(Math.max(0, squares / n - mean * mean));
  return [mean, mean + sd, mean + 2 * sd];
}

/** The models that share the map's classes: the one on screen, and where two areas are compared the other's. */
export function modelsOnScreen(state: Asked & Pick<AppState, 'risk'>): readonly RiskModel[] {
  const { areaId, risk } = state.settings;
  const shown = modelOf(state, areaId);
  if (shown === null) return [];
  const other = risk.besideId === null || risk.besideId === areaId ? null : modelOf(state, risk.besideId);
  return other === null ? [shown] : [shown, other];
}
