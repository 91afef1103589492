/** Settings ⇄ URL fragment. Only settings, never rows; what cannot be read is left at its default. */
import { type Beside, definitionIds, harmModes, measures, scheduleIds } from '../core/settings.ts';
import type { Settings } from './app-state.ts';
import { shownClassesKey } from './classes-key.ts';
import { packHours, unpackHours } from './hours.ts';
import { ownOf } from './own-definitions.ts';
import { evaluationOf, evaluationParams } from './url-evaluation.ts';
import { keyDateParams, keyDateViewOf } from './url-key-dates.ts';
import { methodParams, methodsOf } from './url-methods.ts';
import { patrolOf, patrolParams } from './url-patrol.ts';
import { riskOf, riskParams } from './url-risk.ts';
import { evaluatePartOf, trialOf, trialParams } from './url-trial.ts';
import { logParams, logViewOf } from './url-visit-log.ts';

const H3_ID = /^8[0-9a-f]{14}$/;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

type DataSource = 'demo' | 'files';

export interface UrlState {
  readonly source: DataSource;
  readonly settings: Settings;
}

/** "area=E06000033&from=2019-07-01&…": everything that differs from `defaults` and the classes on show. */
export function toFragment({ source, settings: s }: UrlState): string {
  const params = new URLSearchParams();
  params.set('data', source);
  params.set('area', s.areaId ?? '*');
  if (s.fromDay !== null) params.set('from', isoOf(s.fromDay));
  if (s.toDay !== null) params.set('to', isoOf(s.toDay));
  if (s.hours !== null) params.set('hours', packHours(s.hours));
  params.set('offences', s.definition);
  const own = ownOf(s);
  if (own) params.set('own', own.name);
  params.set('weigh', s.mode);
  if (s.schedule !== 'cchi-2020') params.set('schedule', s.schedule);
  if (s.includeProactive) params.set('proactive', '1');
  params.set('res', String(s.resolution));
  if (s.ring !== 1) params.set('ring', String(s.ring));
  if (s.permutations > 0) params.set('permutations', String(s.permutations));
  if (s.seed !== 1) params.set('seed', String(s.seed));
  params.set('show', s.measure);
  if (s.beside) params.set('beside', besideParam(s.beside));
  for (const [name, value] of keyDateParams(s.keyDateView)) params.append(name, value);
  for (const [name, value] of methodParams(s.methods)) params.set(name, value);
  for (const [name, value] of riskParams(s.risk)) params.append(name, value);
  for (const [name, value] of evaluationParams(s.evaluation)) params.set(name, value);
  for (const [name, value] of patrolParams(s.patrol)) params.set(name, value);
  for (const [name, value] of trialParams(s.evaluatePart, s.trial)) params.set(name, value);
  for (const [name, value] of logParams(s.log)) params.set(name, value);
  if (s.cell !== null) params.set('cell', s.cell);
  const classes = s.classes[shownClassesKey(s)];
  if (classes) params.set('classes', classes.join(','));
  return params.toString().replaceAll('%2C', ',');
}

/** Null when the fragment says nothing of ours. */
export function fromFragment(fragment: string, defaults: Settings): UrlState | null {
  const params = new URLSearchParams(fragment.replace(/^#/, ''));
  const source = params.get('data');
  if (source !== 'demo' && source !== 'files') return null;
  const area = params.get('area');
  const settings: Settings = {
    ...defaults,
    areaId: area === null ? defaults.areaId : area === '*' ? null : area.slice(0, 200),
    fromDay: dayOf(params.get('from')),
    toDay: dayOf(params.get('to')),
    hours: unpackHours(params.get('hours')),
    definition: oneOf(params.get('offences'), definitionIds) ?? defaults.definition,
    mode: oneOf(params.get('weigh'), harmModes) ?? defaults.mode,
    schedule: oneOf(params.get('schedule'), scheduleIds) ?? defaults.schedule,
    includeProactive: params.get('proactive') === '1',
    resolution: wholeNumber(params.get('res'), 7, 11) ?? defaults.resolution,
    ring: params.get('ring') === '2' ? 2 : 1,
    permutations: wholeNumber(params.get('permutations'), 0, 9999) ?? 0,
    seed: wholeNumber(params.get('seed'), 0, 0xffffffff) ?? 1,
    measure: oneOf(params.get('show'), measures) ?? defaults.measure,
    methods: methodsOf(params, defaults.methods),
    risk: riskOf(params, defaults.risk),
    evaluatePart: evaluatePartOf(params),
    evaluation: evaluationOf(params, defaults.evaluation),
    patrol: patrolOf(params, defaults.patrol),
    trial: trialOf(params, defaults.trial),
    log: logViewOf(params, defaults.log),
    keyDateView: keyDateViewOf(params, defaults.keyDateView),
    beside: besideFrom(params.get('beside')),
    cell: H3_ID.test(params.get('cell') ?? '') ? params.get('cell') : null,
  };
  const breaks = breaksOf(params.get('classes'));
  return { source, settings: breaks ? { ...settings, classes: { [shownClassesKey(settings)]: breaks } } : settings };
}

/** The name of the definition of its own that a view counted by, which the address does not hold; null without one. */
export function ownNameIn(fragment: string): string | null {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('own')?.slice(0, 80) ?? null;
}

/** "area:E07000070", "area:*" or "2020-01-01..2020-06-30", whose ends may be open, with "..swipe" for one over the other. */
function besideParam(beside: Beside): string {
  if (beside.kind === 'area') return `area:${beside.areaId ?? '*'}`;
  const { fromDay, toDay, swipe } = beside;
  return `${fromDay === null ? '' : isoOf(fromDay)}..${toDay === null ? '' : isoOf(toDay)}${swipe ? '..swipe' : ''}`;
}

function besideFrom(text: string | null): Beside | null {
  if (text === null) return null;
  if (text.startsWith('area:')) {
    const id = text.slice('area:'.length, 205);
    return { kind: 'area', areaId: id === '*' ? null : id };
  }
  const [from, to, layout] = text.split('..');
  if (from === undefined || to === undefined) return null;
  const period = { kind: 'period', fromDay: dayOf(from), toDay: dayOf(to) } as const;
  return layout === 'swipe' ? { ...period, swipe: true } : period;
}

function oneOf<T extends string>(text: string | null, allowed: readonly T[]): T | null {
  return allowed.find((a) => a === text) ?? null;
}

function wholeNumber(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** Strictly increasing positive numbers, at most seven. */
function breaksOf(text: string | null): readonly number[] | null {
  if (text === null || text === '') return null;
  const breaks = text.split(',').map(Number);
  const rising = breaks.every((b, i) => Number.isFinite(b) && b > (i === 0 ? -1 : (breaks[i - 1] ?? 0)));
  return rising && breaks.length <= 7 ? breaks : null;
}

function isoOf(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

function dayOf(text: string | null): number | null {
  const match = ISO_DAY.exec(text ?? '');
  if (!match) return null;
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY;
  return isoOf(day) === text ? day : null;
}
