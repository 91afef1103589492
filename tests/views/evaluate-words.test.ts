import { describe, expect, it } from 'vitest';
import type { MethodAccuracy, ValidationResult } from '../../src/core/results.ts';
import { defaultEvaluationView } from '../../src/core/settings.ts';
import { besides, fewWords, testedWords, verdict } from '../../src/views/evaluate/evaluate-words.ts';

const row = (method: string, hitRate: number, harmHitRate: number): MethodAccuracy => ({
  ...{ method, budgetPercent: 2, cells: 63, hitRate, harmHitRate, hitRange: [hitRate, hitRate] },
  ...{ pai: hitRate / 0.02, paiRange: [0, 0], pei: 0.5, harmPai: harmHitRate / 0.02, auc: 0.7, overlap: Number.NaN },
});
const resultOf = (rows: readonly MethodAccuracy[], offences: readonly number[] = [57]): ValidationResult => ({
  rows,
  methods: [],
  best: { offences: new Float64Array(), harm: new Float64Array() },
  observed: { count: new Float64Array(), harm: new Float64Array() },
  periods: offences.map((n) => ({ trainToDay: 18_415, fromDay: 18_416, toDay: 18_443, offences: n })),
  cautions: [],
});
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const view = defaultEvaluationView;

describe('the sentence', () => {
  it('says it when counting was better', () => {
    const result = resultOf([row('prior-count', 0.24, 0.24), row('gi-star', 0.21, 0.21)]);
    expect(plain(verdict(result, view))).toBe(
      'In 2 % of the cells Gi* caught 21 % of the harm that came; plain counts caught 24 %. Counting was better.',
    );
  });

  it('says the same of counting itself, against the best of the others', () => {
    const result = resultOf([row('prior-count', 0.3, 0.3), row('kde', 0.1, 0.1), row('gi-star', 0.2, 0.2)]);
    expect(plain(verdict(result, { ...view, method: 'prior-count', of: 'offences' }))).toBe(
      'In 2 % of the cells Gi* caught 20 % of the offences that came; plain counts caught 30 %. Counting was better.',
    );
  });

  it('does not hide that counting wins in the other measure, nor who caught most', () => {
    const result = resultOf([row('prior-count', 0.33, 0.24), row('prior-harm', 0.2, 0.31), row('gi-star', 0.25, 0.27)]);
    expect(plain(besides(result, view))).toBe(
      'Most was caught by plain harm: 31 %. In offences counting was better: 25 % against 33 % by plain counts.',
    );
  });

  it('has nothing to say where no harm came', () => {
    const result = resultOf([row('prior-count', 0.3, Number.NaN), row('gi-star', 0.2, Number.NaN)]);
    expect(verdict(result, view)).toMatch(/cannot be compared/);
    expect(besides(result, view)).toBe('');
  });

  it('warns when few offences came', () => {
    expect(plain(fewWords(resultOf([], [14])))).toMatch(/^Only 14 offences came:/);
    expect(plain(fewWords(resultOf([], [80, 19])))).toMatch(/in the quietest month/);
    expect(fewWords(resultOf([], [50]))).toBe('');
  });

  it('tells what was learnt from and tested on', () => {
    expect(plain(testedWords(resultOf([]), 18_078))).toBe(
      'Learnt from 1 Jul 2019 – 2 Jun 2020, tested on the 57 offences of 3 – 30 Jun 2020.',
    );
  });
});
