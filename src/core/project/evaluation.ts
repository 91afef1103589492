/** How methods are held against what came after, in a project file; absent when nothing of it was changed. */
import { defaultEvaluationView, type EvaluationView, evaluatedMethods, evaluationBudgets } from '../settings.ts';
import { at, flag, oneOf, orNull, type Part, whole } from './check.ts';

const MOST_DAYS = 1_000_000;

export function readEvaluation(part: Part): EvaluationView {
  if (part.value === undefined) return defaultEvaluationView;
  const day = (value: Part): number => whole(value, -MOST_DAYS, MOST_DAYS);
  return {
    trainToDay: orNull(at(part, 'trainToDay'), day),
    testToDay: orNull(at(part, 'testToDay'), day),
    rolling: flag(at(part, 'rolling')),
    withRisk: flag(at(part, 'withRisk')),
    method: oneOf(at(part, 'method'), evaluatedMethods),
    budgetPercent: oneOf(at(part, 'budgetPercent'), evaluationBudgets),
    of: oneOf(at(part, 'of'), ['offences', 'harm'] as const),
  };
}

/** Null when all is as it starts. */
export function evaluationJson(view: EvaluationView): EvaluationView | null {
  const { trainToDay, testToDay, rolling, withRisk, method, budgetPercent, of } = view;
  const json = { trainToDay, testToDay, rolling, withRisk, method, budgetPercent, of };
  return JSON.stringify(json) === JSON.stringify(defaultEvaluationView) ? null : json;
}
