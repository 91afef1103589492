/** The slide of a test of methods: which would have said where the next offences were. Pure. */
import type { AppState } from '../../state/app-state.ts';
import { evaluationOnScreen } from '../../state/evaluation.ts';
import { chosenRow, headline, rateOf, testedName } from '../evaluate/evaluate-words.ts';
import { formatCount, formatPeriod, formatShare } from '../format.ts';
import { areaName } from '../words.ts';
import type { Slide } from './slide.ts';

/** Nothing in other modes and before a test. */
export function evaluationSlide(state: AppState): Partial<Slide> {
  const methods = state.mode === 'evaluate' && state.settings.evaluatePart === 'methods';
  const found = methods ? evaluationOnScreen(state)?.evaluation : undefined;
  const view = state.settings.evaluation;
  const chosen = found && chosenRow(found.result, view);
  if (!found || !chosen) return {};
  const { result } = found;
  const first = result.periods[0]?.fromDay ?? 0;
  const rows = result.rows.filter(({ budgetPercent }) => budgetPercent === view.budgetPercent);
  return {
    title: `${areaName(state)}: ${headline(result, view)}`,
    period: `tested on ${formatPeriod(first, result.periods.at(-1)?.toDay ?? first)}`,
    listTitle: `Caught in ${view.budgetPercent} % of the cells`,
    valueHeading: view.of === 'harm' ? 'Of the harm' : 'Of the offences',
    rows: [...rows]
      .sort((a, b) => rateOf(b, view.of) - rateOf(a, view.of))
      .map((row, k) => ({
        rank: formatCount(k + 1),
        place: testedName(row.method),
        value: formatShare(rateOf(row, view.of)),
        bin: 0,
        significance: '',
      })),
    limits: 'Recorded offences only: what is found where police patrolled before is found again by any method.',
  };
}
