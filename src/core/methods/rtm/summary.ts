/** A risk terrain model in plain words, and what it cannot tell. */
import type { Candidate } from './candidates.ts';
import type { RtmResult } from './results.ts';

type Told = Pick<RtmResult, 'risks' | 'steps' | 'chosen' | 'selected' | 'rrsSummary' | 'riskClass'> & {
  readonly candidates: readonly Candidate[];
};

export function summaryOf({ candidates, risks, steps, chosen, selected, rrsSummary, riskClass }: Told): string[] {
  const kept = `${candidates.length} candidate variables: cross-validation kept ${selected.length}, stepwise BIC ${risks.length}.`;
  const rest = [
    `${familyWords(steps[chosen].fit.bic, steps[chosen === 'poisson' ? 'negativeBinomial' : 'poisson'].fit.bic, chosen)}`,
    LIMITS,
  ];
  if (risks.length === 0) {
    return [kept, 'No factor goes with more offences than cells have anyway: every cell has the same score.', ...rest];
  }
  const highest = riskClass.reduce((n, c) => n + (c === 2 ? 1 : 0), 0);
  return [
    kept,
    ...risks.map(riskWords),
    `Scores run from 1 to ${figure(rrsSummary.max)}; ${highest} of ${riskClass.length} cells are above the mean + 2 standard deviations.`,
    ...rest,
  ];
}

function riskWords({ factor, operationalisation, extentM, rrv, lo, hi }: RtmResult['risks'][number]): string {
  const where =
    operationalisation === 'proximity'
      ? `within ${extentM} m of one of “${factor}”`
      : `with unusually many of “${factor}” within ${extentM} m`;
  return `Cells ${where} are expected to have ${figure(rrv)} times the offences of cells alike but for this (95 % interval ${figure(lo)} to ${figure(hi)}).`;
}

function familyWords(bic: number, other: number, chosen: RtmResult['chosen']): string {
  const by = `BIC ${bic.toFixed(1)} against ${other.toFixed(1)}`;
  return chosen === 'poisson'
    ? `The Poisson model fits as well as the negative binomial (${by}): counts vary no more than chance.`
    : `The negative binomial fits better than the Poisson (${by}): counts vary more than chance alone.`;
}

const LIMITS =
  'Near is not because of, and the intervals are too narrow, for the same data chose the variables. Hold the model against plain counts on a later period before using it.';

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
