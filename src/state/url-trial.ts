/** What of Evaluate's trial and displacement is short enough for the address; what was drawn or typed is the project's. */
import {
  defaultTrialView,
  type EvaluatePart,
  evaluateParts,
  MOST_TRIAL_AREAS,
  MOST_TRIAL_DAYS,
  type TrialView,
  trialSources,
} from '../core/evaluation/trial-view.ts';

type Param = readonly [name: string, value: string];

export function trialParams(part: EvaluatePart, view: TrialView): readonly Param[] {
  const start = defaultTrialView;
  const param = (name: string, value: string | number | null, usual: string | number | null): readonly Param[] =>
    value === usual || value === null ? [] : [[name, String(value)]];
  return [
    ...param('part', part, 'methods'),
    ...param('trial', view.show, start.show),
    ...param('trial-of', view.source, start.source),
    ...param('trial-areas', view.areas, start.areas),
    ...param('trial-a-day', view.perDay, start.perDay),
    ...param('trial-from', view.fromDay, start.fromDay),
    ...param('trial-days', view.days, start.days),
    ...param('trial-seed', view.seed, start.seed),
    ...param('trial-least', view.leastMin, start.leastMin),
    ...param('lots', view.drawnWithin, start.drawnWithin),
  ];
}

export function evaluatePartOf(params: URLSearchParams): EvaluatePart {
  return evaluateParts.find((part) => part === params.get('part')) ?? 'methods';
}

export function trialOf(params: URLSearchParams, defaults: TrialView): TrialView {
  const number = (name: string, least: number, most: number): number | null => {
    const text = params.get(name) ?? '';
    const value = /^-?\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : null;
  };
  const areas = number('trial-areas', 2, MOST_TRIAL_AREAS) ?? defaults.areas;
  const perDay = number('trial-a-day', 1, areas - 1) ?? Math.min(defaults.perDay, areas - 1);
  return {
    ...defaults,
    show: params.get('trial') === 'design' ? 'design' : defaults.show,
    source: trialSources.find((source) => source === params.get('trial-of')) ?? defaults.source,
    areas,
    perDay,
    fromDay: number('trial-from', -1_000_000, 1_000_000),
    days: number('trial-days', 1, MOST_TRIAL_DAYS) ?? defaults.days,
    seed: number('trial-seed', 0, 0xffffffff) ?? defaults.seed,
    leastMin: number('trial-least', 1, 1440) ?? defaults.leastMin,
    drawnWithin: params.get('lots') === 'place' ? 'place' : defaults.drawnWithin,
  };
}
