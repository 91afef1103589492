/**
 * Patrol areas and the shift ⇄ parameters of the address: those that differ from where they start. Edits by hand and the areas
 * last looked at are too long for one and stay in the browser and in project files.
 */
import { patrolLimits } from '../core/patrol/limits.ts';
import { defaultPatrolView, type PatrolView } from '../core/patrol/view.ts';

const names = {
  areas: 'patrols',
  maxAreaM2: 'patrol-m2',
  minCount: 'patrol-least',
  spacingM: 'patrol-apart',
  fromMinute: 'shift-from',
  toMinute: 'shift-to',
  pairs: 'pairs',
  visitMin: 'visit',
  visitsPerArea: 'visits',
  mostAreas: 'first-areas',
  apartMin: 'visits-apart',
  seed: 'plan-seed',
} as const satisfies Readonly<Record<keyof typeof patrolLimits, string>>;

const keys = Object.keys(names) as (keyof typeof names)[];

export function patrolParams(view: PatrolView): readonly (readonly [name: string, value: string])[] {
  return [
    ...keys
      .filter((key) => view[key] !== defaultPatrolView[key])
      .map((key) => [names[key], String(view[key] ?? '')] as const),
    ...(view.day === null ? [] : ([['shift-day', String(view.day)]] as const)),
    ...(view.weekday === defaultPatrolView.weekday ? [] : ([['shift-weekday', String(view.weekday)]] as const)),
    ...(view.moving === defaultPatrolView.moving ? [] : ([['moving', view.moving]] as const)),
  ];
}

export function patrolOf(params: URLSearchParams, defaults: PatrolView): PatrolView {
  const whole = (name: string, least: number, most: number): number | null => {
    const text = params.get(name) ?? '';
    return /^-?\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;
  };
  const limited = Object.fromEntries(
    keys.map((key) => [key, whole(names[key], patrolLimits[key][0], patrolLimits[key][1]) ?? defaults[key]]),
  ) as Pick<PatrolView, keyof typeof names>;
  return {
    ...defaults,
    ...limited,
    day: whole('shift-day', -1_000_000, 1_000_000),
    weekday: whole('shift-weekday', 0, 6) ?? defaults.weekday,
    moving: params.get('moving') === 'walk' ? 'walk' : defaults.moving,
  };
}
