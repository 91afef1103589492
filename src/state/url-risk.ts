/** The settings of the risk terrain model ⇄ parameters of the address: those that differ from where they start. */
import {
  defaultRiskSettings,
  type FactorUse,
  factorUses,
  type RiskSettings,
  riskViews,
} from '../core/methods/rtm/settings.ts';

/** Names are long: an address holds so many factors and no more. */
const MOST_FACTORS = 50;

export function riskParams(risk: RiskSettings): readonly (readonly [name: string, value: string])[] {
  const start = defaultRiskSettings;
  const changed = (name: string, value: string | number, from: string | number) =>
    value === from ? [] : [[name, String(value)] as const];
  return [
    ...changed('block', risk.blockM, start.blockM),
    ...changed('blocks', risk.maxBlocks, start.maxBlocks),
    ...changed('increment', risk.increment, start.increment),
    ...changed('variables', risk.operationalisation, start.operationalisation),
    ...changed('folds', risk.folds, start.folds),
    ...changed('alpha', risk.alpha, start.alpha),
    ...changed('risk-seed', risk.seed, start.seed),
    ...changed('risk', risk.show, start.show),
    ...(risk.besideId === null ? [] : [['risk-beside', risk.besideId] as const]),
    ...Object.entries(risk.uses).map(([id, use]) => ['factor', `${use}:${id}`] as const),
  ];
}

export function riskOf(params: URLSearchParams, defaults: RiskSettings): RiskSettings {
  const whole = (name: string, least: number, most: number, otherwise: number): number => {
    const text = params.get(name) ?? '';
    const value = Number(text);
    return /^\d{1,10}$/.test(text) && value >= least && value <= most ? value : otherwise;
  };
  const alpha = Number(params.get('alpha') ?? Number.NaN);
  const uses = params.getAll('factor').flatMap((text): [string, FactorUse][] => {
    const use = factorUses.find((known) => text.startsWith(`${known}:`));
    return use === undefined ? [] : [[text.slice(use.length + 1, use.length + 301), use]];
  });
  const variables = params.get('variables');
  return {
    blockM: whole('block', 10, 5000, defaults.blockM),
    maxBlocks: whole('blocks', 1, 4, defaults.maxBlocks),
    increment: params.get('increment') === 'whole' ? 'whole' : defaults.increment,
    operationalisation: variables === 'proximity' || variables === 'density' ? variables : defaults.operationalisation,
    folds: whole('folds', 3, 1000, defaults.folds),
    alpha: alpha >= 0.01 && alpha <= 1 ? alpha : defaults.alpha,
    seed: whole('risk-seed', 0, 0xffffffff, defaults.seed),
    uses: Object.fromEntries(uses.slice(0, MOST_FACTORS)),
    show: riskViews.find((view) => view === params.get('risk')) ?? defaults.show,
    besideId: params.get('risk-beside')?.slice(0, 200) ?? null,
  };
}
