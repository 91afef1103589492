/** How methods are held against what came after ⇄ parameters of the address: those that differ from where they start. */
import { defaultEvaluationView, type EvaluationView, evaluatedMethods, evaluationBudgets } from '../core/settings.ts';

export function evaluationParams(view: EvaluationView): readonly (readonly [name: string, value: string])[] {
  const start = defaultEvaluationView;
  return [
    ...(view.trainToDay === null ? [] : ([['train-to', String(view.trainToDay)]] as const)),
    ...(view.testToDay === null ? [] : ([['test-to', String(view.testToDay)]] as const)),
    ...(view.rolling ? ([['rolling', '1']] as const) : []),
    ...(view.withRisk ? ([['with-risk', '1']] as const) : []),
    ...(view.method === start.method ? [] : ([['tested', view.method]] as const)),
    ...(view.budgetPercent === start.budgetPercent ? [] : ([['budget', String(view.budgetPercent)]] as const)),
    ...(view.of === start.of ? [] : ([['hits', view.of]] as const)),
  ];
}

export function evaluationOf(params: URLSearchParams, defaults: EvaluationView): EvaluationView {
  const day = (name: string): number | null => {
    const text = params.get(name) ?? '';
    return /^-?\d{1,6}$/.test(text) ? Number(text) : null;
  };
  return {
    trainToDay: day('train-to'),
    testToDay: day('test-to'),
    rolling: params.get('rolling') === '1',
    withRisk: params.get('with-risk') === '1',
    method: evaluatedMethods.find((method) => method === params.get('tested')) ?? defaults.method,
    budgetPercent:
      evaluationBudgets.find((budget) => String(budget) === params.get('budget')) ?? defaults.budgetPercent,
    of: params.get('hits') === 'offences' ? 'offences' : defaults.of,
  };
}
