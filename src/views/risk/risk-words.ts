/** A risk terrain model in words and figures. Pure. */
import type { ShownRtm } from '../../core/methods/rtm/results.ts';
import type { Operationalisation, RiskView } from '../../core/methods/rtm/settings.ts';
import type { StepwisePath } from '../../core/methods/rtm/stepwise.ts';
import type { SpatialTest, ValidationResult } from '../../core/results.ts';
import { formatPeriod, formatShare, plural } from '../format.ts';
import type { MethodText } from '../hotspots/method-texts.ts';

export const riskText: MethodText = {
  how: [
    'Each factor gives 0/1 variables at every cell: near one of its places, or unusually many of them (a quartic kernel density above its mean + 2 standard deviations), for each distance up to the longest. Lines and polygons count as points along them.',
    'A penalised Poisson regression with coefficients that cannot be negative keeps some of them, its penalty chosen by cross-validation. Then, starting from none, variables are added and dropped one at a time while BIC falls, at most one of each factor, once for a Poisson model and once for a negative binomial; the lower BIC is taken.',
    'The relative risk value is e to the coefficient. A cell’s score is what the model expects there, as a multiple of the least of the area. Joint priority is that score times what the map counts, so it asks for both: a place of risk, and harm now.',
  ],
  sources: [
    { text: 'Caplan & Kennedy 2016, Risk Terrain Modeling, University of California Press', doi: '' },
    { text: 'Caplan, Kennedy, Barnum & Piza 2015, Cityscape 17(1):7–16', doi: '' },
    { text: 'Zou & Hastie 2005', doi: '10.1111/j.1467-9868.2005.00503.x' },
    { text: 'Schwarz 1978', doi: '10.1214/aos/1176344136' },
  ],
  trap: 'Near is not because of: a factor may stand for another that nobody mapped, and for where people are. Places missing from a layer count as if there were none, and layers made by policing foretell policing. The intervals are too narrow, as the same data chose the variables.',
};

export const viewNames: Readonly<Record<RiskView, { readonly title: string; readonly words: string }>> = {
  score: { title: 'Risk score', words: 'Where the factors come together.' },
  priority: { title: 'Joint priority', words: 'Score × what was recorded in the period.' },
  residual: { title: 'Recorded less expected', words: 'Where the factors do not explain the numbers.' },
};

export const operationalisationNames: Readonly<Record<Operationalisation, string>> = {
  proximity: 'Proximity',
  density: 'Density',
};

/** "Pubs within 200 m", "Many takeaways within 200 m". */
export function variableWords(of: {
  readonly factor: string;
  readonly operationalisation: Operationalisation;
  readonly extentM: number;
}): string {
  return of.operationalisation === 'proximity'
    ? `${of.factor} within ${of.extentM} m`
    : `Many ${of.factor} within ${of.extentM} m`;
}

/** "2.31 (1.80–2.97)". */
export function intervalOf({
  rrv,
  lo,
  hi,
}: {
  readonly rrv: number;
  readonly lo: number;
  readonly hi: number;
}): string {
  return `${fixed(rrv)} (${fixed(lo)}–${fixed(hi)})`;
}

/** Two decimals, fewer where they say nothing. */
export function fixed(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** So many decimals, with a minus as people write it. */
export function decimals(value: number, places: number): string {
  return Number.isFinite(value) ? value.toFixed(places).replace('-', '\u2212') : '–';
}

/** What became of a candidate, the farthest it came. */
export function fateOf(result: ShownRtm, candidate: number): string {
  const risk = result.risks.find((each) => each.candidate === candidate);
  if (risk) return 'In the model';
  if (!result.selected.includes(candidate)) return 'Coefficient 0 at λ min';
  const { factor } = result.candidates[candidate] ?? { factor: '' };
  return result.risks.some((each) => each.factor === factor)
    ? 'Kept, but another of its factor is in the model'
    : 'Kept, but BIC does not fall by it';
}

/** What a step did, and why the last one stopped. */
export function stepWords(path: StepwisePath, k: number, name: (candidate: number) => string): string {
  const step = path.steps[k];
  if (!step) return '';
  return step.move === null
    ? 'Intercept alone'
    : `${step.move.action === 'add' ? 'Added' : 'Dropped'} ${name(step.move.column)}`;
}

/** "None of 24 changes lowers BIC: the best would be 1,234.5, dropping Schools within 100 m." */
export function stopWords(path: StepwisePath, name: (candidate: number) => string): string {
  const last = path.steps.at(-1);
  if (!last) return '';
  const best = last.tried.filter(({ bic }) => Number.isFinite(bic)).sort((a, b) => a.bic - b.bic)[0];
  if (!best) return 'There was nothing left to try.';
  const change = `${best.action === 'add' ? 'adding' : 'dropping'} ${name(best.column)}`;
  return `Stopped: none of ${plural(last.tried.length, 'change')} lowers BIC below ${last.bic.toFixed(1)}; the best of them, ${change}, gives ${best.bic.toFixed(1)}.`;
}

const METHOD_NAMES: Readonly<Record<string, string>> = {
  'prior-count': 'Prior counts',
  kde: 'Kernel density',
  'gi-star': 'Gi*',
  rtm: 'Risk terrain',
};

export function methodName(method: string): string {
  return METHOD_NAMES[method] ?? method;
}

/** Whether the model found more of what came than counting does, said plainly. */
export function verdict(test: ValidationResult): string {
  const at = (method: string, budget: number) =>
    test.rows.find((row) => row.method === method && row.budgetPercent === budget)?.hitRate ?? Number.NaN;
  const budgets = [...new Set(test.rows.map(({ budgetPercent }) => budgetPercent))];
  const better = budgets.filter((budget) => at('rtm', budget) > at('prior-count', budget));
  const worse = budgets.filter((budget) => at('rtm', budget) < at('prior-count', budget));
  const five = budgets.includes(5) ? 5 : (budgets[0] ?? 0);
  const numbers = `In the first ${five}\u00a0% of the cells it found ${formatShare(at('rtm', five))} of the offences, prior counts ${formatShare(at('prior-count', five))}.`;
  if (better.length > 0 && worse.length === 0) return `The risk terrain foretold better than prior counts. ${numbers}`;
  if (worse.length > 0 && better.length === 0) {
    return `The risk terrain did not beat prior counts: to foretell where offences will be, counting does better. ${numbers}`;
  }
  if (better.length === 0) return `The risk terrain foretold as well as prior counts. ${numbers}`;
  return `The risk terrain beat prior counts at ${listOf(better)} of the cells and lost at ${listOf(worse)}. ${numbers}`;
}

/** How much of what the model seems to know it still knows of parts that it has not seen. */
export function elsewhereVerdict({ rows }: SpatialTest): string {
  const row = rows.find(({ budgetPercent }) => budgetPercent === 5) ?? rows[0];
  if (!row) return '';
  const { heldOut, inSample, foldPai, budgetPercent } = row;
  const numbers = `The first ${budgetPercent}\u00a0% of the cells hold ${formatShare(heldOut.hitRate)} of the offences where each part is scored by a model that has not seen it, ${formatShare(inSample.hitRate)} in sample.`;
  if (heldOut.pai <= 1) return `The model finds no more than chance in parts that it has not seen. ${numbers}`;
  return foldPai[0] <= 1
    ? `The model does not hold everywhere: in at least one part that it has not seen it finds no more than chance. ${numbers}`
    : `The model holds in parts that it has not seen: PAI ${fixed(heldOut.pai)}, where 1 is chance. ${numbers}`;
}

function listOf(budgets: readonly number[]): string {
  return `${budgets.join(', ')}\u00a0%`;
}

/** "Trained on 1 Jul 2019 – 31 Mar 2020, tested on the 214 offences of Apr – Jun 2020." */
export function testedWords(test: ValidationResult, trainFromDay: number): string {
  const [period] = test.periods;
  if (!period) return '';
  return `Trained on ${formatPeriod(trainFromDay, period.trainToDay)}, tested on the ${plural(period.offences, 'offence')} of ${formatPeriod(period.fromDay, period.toDay)}.`;
}

export interface Factorised {
  readonly parts: readonly { readonly words: string; readonly rrv: number }[];
  readonly product: number;
  /** What the area's least cell has by the same multiplication: 1 where it has none of the factors. */
  readonly least: number;
  readonly score: number;
}

/** The multiplication that makes a cell's score. */
export function factorised(result: ShownRtm, index: number): Factorised {
  const cells = result.rrs.length;
  const parts = result.risks
    .filter((_, k) => result.holds[k * cells + index] === 1)
    .map((risk) => ({ words: variableWords(risk), rrv: risk.rrv }));
  const product = parts.reduce((all, { rrv }) => all * rrv, 1);
  const score = result.rrs[index] ?? Number.NaN;
  return { parts, product, least: product / score, score };
}
