/** What a test of methods says, in words. Pure. */
import type { MethodAccuracy, ValidationResult } from '../../core/results.ts';
import type { EvaluationView } from '../../core/settings.ts';
import { formatPeriod, formatShare, plural } from '../format.ts';
import type { MethodText } from '../hotspots/method-texts.ts';

const names: Readonly<Record<string, string>> = {
  'prior-count': 'Plain counts',
  'prior-harm': 'Plain harm',
  kde: 'Kernel density',
  'gi-star': 'Gi*',
  emerging: 'Emerging hot spots',
  rtm: 'Risk terrain',
};

export function testedName(method: string): string {
  return names[method] ?? method;
}

export function rowOf(result: ValidationResult, method: string, budgetPercent: number): MethodAccuracy | null {
  return result.rows.find((row) => row.method === method && row.budgetPercent === budgetPercent) ?? null;
}

/** The row that the settings ask for; of a method that was left out that of plain counts. */
export function chosenRow(result: ValidationResult, view: Pick<EvaluationView, 'method' | 'budgetPercent'>) {
  return rowOf(result, view.method, view.budgetPercent) ?? rowOf(result, 'prior-count', view.budgetPercent);
}

export function rateOf(row: MethodAccuracy, of: EvaluationView['of']): number {
  return of === 'harm' ? row.harmHitRate : row.hitRate;
}

/** The best rate of any method at a budget; NaN without any. */
export function bestRate(result: ValidationResult, budgetPercent: number, of: EvaluationView['of']): number {
  const rates = result.rows.filter((row) => row.budgetPercent === budgetPercent).map((row) => rateOf(row, of));
  return Math.max(...rates.filter((rate) => Number.isFinite(rate)), Number.NEGATIVE_INFINITY);
}

interface Against {
  readonly name: string;
  readonly rate: number;
  /** Of plain counts. */
  readonly plain: number;
}

/** The method chosen beside plain counts; beside these themselves the best of the others. Null where nothing can be told. */
function against(result: ValidationResult, view: EvaluationView): Against | null {
  const { of, budgetPercent } = view;
  const row = chosenRow(result, view);
  const counting = rowOf(result, 'prior-count', budgetPercent);
  const others = result.rows
    .filter((other) => other.budgetPercent === budgetPercent && other.method !== 'prior-count')
    .sort((a, b) => rateOf(b, of) - rateOf(a, of));
  const other = row?.method === 'prior-count' ? others[0] : row;
  if (!other || !counting) return null;
  const found = { name: testedName(other.method), rate: rateOf(other, of), plain: rateOf(counting, of) };
  return Number.isFinite(found.rate) && Number.isFinite(found.plain) ? found : null;
}

/** "In 2 % of the cells Gi* caught 21 % of the harm that came; plain counts caught 24 %. Counting was better." */
export function verdict(result: ValidationResult, view: EvaluationView): string {
  const found = against(result, view);
  if (found === null) return 'Nothing of it came in the days tested, so the methods cannot be compared.';
  const { name, rate, plain } = found;
  const what = view.of === 'harm' ? 'the harm' : 'the offences';
  const mean = result.periods.length > 1 ? `, on average over ${plural(result.periods.length, 'month')}` : '';
  const numbers = `In ${view.budgetPercent} % of the cells ${inSentence(name)} caught ${formatShare(rate)} of ${what} that came${mean}; plain counts caught ${formatShare(plain)}.`;
  if (rate === plain) return `${numbers} Neither was better.`;
  return `${numbers} ${rate > plain ? `${name} ${name === testedName('emerging') ? 'were' : 'was'} better.` : 'Counting was better.'}`;
}

/** What else the budget's figures say: who caught most, and counting where it is better in the other measure. */
export function besides(result: ValidationResult, view: EvaluationView): string {
  const found = against(result, view);
  if (found === null) return '';
  const rows = result.rows.filter((row) => row.budgetPercent === view.budgetPercent);
  const best = [...rows].sort((a, b) => rateOf(b, view.of) - rateOf(a, view.of))[0];
  const said: string[] = [];
  if (best && rateOf(best, view.of) > Math.max(found.rate, found.plain)) {
    said.push(`Most was caught by ${inSentence(testedName(best.method))}: ${formatShare(rateOf(best, view.of))}.`);
  }
  const of = view.of === 'harm' ? 'offences' : 'harm';
  const other = against(result, { ...view, of });
  if (other && Math.sign(other.rate - other.plain) !== Math.sign(found.rate - found.plain)) {
    const winner =
      other.rate === other.plain ? 'neither' : other.rate > other.plain ? inSentence(other.name) : 'counting';
    said.push(
      `In ${of} ${winner} was better: ${formatShare(other.rate)} against ${formatShare(other.plain)} by plain counts.`,
    );
  }
  return said.join(' ');
}

/** The same for ten metres away: "Gi* caught 27 % of harm in 2 % of the cells, counting 24 %". */
export function headline(result: ValidationResult, view: EvaluationView): string {
  const found = against(result, view);
  if (found === null) return 'nothing to compare';
  return `${inSentence(found.name)} caught ${formatShare(found.rate)} of ${view.of} in ${view.budgetPercent} % of the cells, counting ${formatShare(found.plain)}`;
}

function inSentence(name: string): string {
  return name === 'Gi*' ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** How many offences the verdict stands on, where that is easily turned. */
export function fewWords(result: ValidationResult): string {
  const least = Math.min(...result.periods.map(({ offences }) => offences));
  if (least >= 50) return '';
  return `Only ${plural(least, 'offence')} came${result.periods.length > 1 ? ' in the quietest month' : ''}: two or three elsewhere could turn the order of the methods.`;
}

/** "Learnt from 1 Jul 2019 – 2 Jun 2020, tested on the 214 offences of 3 – 30 Jun 2020." */
export function testedWords(result: ValidationResult, fromDay: number): string {
  const [first] = result.periods;
  const last = result.periods.at(-1);
  if (!first || !last) return '';
  const offences = result.periods.reduce((sum, period) => sum + period.offences, 0);
  const tested = `${plural(offences, 'offence')} of ${formatPeriod(first.fromDay, last.toDay)}`;
  return result.periods.length > 1
    ? `Tested month by month on the ${tested}, each time on all that was known since ${formatPeriod(fromDay, fromDay)}.`
    : `Learnt from ${formatPeriod(fromDay, first.trainToDay)}, tested on the ${tested}.`;
}

export const evaluateText: MethodText = {
  how: [
    'Each method puts all cells in order from the offences before a day, and sees none of those after it. The best cells within a budget are then held against what came. Plain counts, the cells where most happened before, are the method to beat.',
    'Hit rate: share of what came that lay in those cells. PAI: hit rate divided by the share of the area; 1 is chance. PEI: what was caught divided by what the best cells would have caught, 0 to 1. Harm PAI: the same with harm in place of offences. AUC: the chance that a cell with an offence stood before one without, whatever the budget.',
    'Month by month: trained on all before a month, tested on it, and so on; figures are means over the months with the least and the most under them. Overlap is the share of cells that two selections have in common (Jaccard).',
    'Kernel density has the bandwidth, and emerging hot spots the steps, that are set for the map. Equal scores keep the order of the cells’ ids.',
  ],
  sources: [
    { text: 'Chainey, Tompson & Uhlig 2008 (PAI)', doi: '10.1057/palgrave.sj.8350066' },
    { text: 'Hunt 2016, Do crime hot spots move?, American University (PEI)', doi: '' },
    { text: 'Hanley & McNeil 1982 (AUC)', doi: '10.1148/radiology.143.1.7063747' },
  ],
  trap: 'Only offences that were recorded are tested: what is found where police patrolled before is found again by any method. One area and one stretch of time are one draw, harm hangs on a few grave offences, and offences snapped to map points fall in the same few cells before and after.',
};
