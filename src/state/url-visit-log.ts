/** How a log of patrols is held against the plan ⇄ parameters of the address: those that differ from where they start. */
import { defaultLogView, LONGEST_GAP, LONGEST_LEAST, type LogView, planDays } from '../core/settings.ts';

export function logParams(view: LogView): readonly (readonly [name: string, value: string])[] {
  const start = defaultLogView;
  return [
    ...(view.gapMin === start.gapMin ? [] : ([['gap', String(view.gapMin)]] as const)),
    ...(view.leastMin === start.leastMin ? [] : ([['least-visit', String(view.leastMin)]] as const)),
    ...(view.dayStartMinute === start.dayStartMinute ? [] : ([['day-start', String(view.dayStartMinute)]] as const)),
    ...(view.planDays === start.planDays ? [] : ([['plan-days', view.planDays]] as const)),
  ];
}

export function logViewOf(params: URLSearchParams, defaults: LogView): LogView {
  const whole = (name: string, least: number, most: number, otherwise: number): number => {
    const text = params.get(name) ?? '';
    const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : otherwise;
  };
  return {
    gapMin: whole('gap', 1, LONGEST_GAP, defaults.gapMin),
    leastMin: whole('least-visit', 1, LONGEST_LEAST, defaults.leastMin),
    dayStartMinute: whole('day-start', 0, 720, defaults.dayStartMinute),
    planDays: planDays.find((days) => days === params.get('plan-days')) ?? defaults.planDays,
  };
}
