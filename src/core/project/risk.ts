/** How a risk terrain model is asked for and looked at, in a project file; absent when nothing of it was changed. */
import { defaultRiskSettings, factorUses, type RiskSettings, riskViews } from '../methods/rtm/settings.ts';
import { at, oneOf, orNull, type Part, recordOf, text, whole, within } from './check.ts';

export function readRisk(part: Part): RiskSettings {
  if (part.value === undefined) return defaultRiskSettings;
  return {
    blockM: whole(at(part, 'blockM'), 10, 5000),
    maxBlocks: whole(at(part, 'maxBlocks'), 1, 4),
    increment: oneOf(at(part, 'increment'), ['half', 'whole'] as const),
    operationalisation: oneOf(at(part, 'operationalisation'), ['both', 'proximity', 'density'] as const),
    folds: whole(at(part, 'folds'), 3, 1000),
    alpha: within(at(part, 'alpha'), 0.01, 1),
    seed: whole(at(part, 'seed'), 0, 0xffffffff),
    uses: recordOf(at(part, 'uses'), (use) => oneOf(use, factorUses)),
    show: oneOf(at(part, 'show'), riskViews),
    besideId: orNull(at(part, 'besideId'), text),
  };
}

/** Null when all is as it starts. */
export function riskJson(risk: RiskSettings): RiskSettings | null {
  const { blockM, maxBlocks, increment, operationalisation, folds, alpha, seed, uses, show, besideId } = risk;
  const inOrder = Object.fromEntries(Object.entries(uses).sort(([a], [b]) => (a < b ? -1 : 1)));
  const json = {
    blockM,
    maxBlocks,
    increment,
    operationalisation,
    folds,
    alpha,
    seed,
    uses: inOrder,
    show,
    besideId,
  };
  return JSON.stringify(json) === JSON.stringify(defaultRiskSettings) ? null : json;
}
