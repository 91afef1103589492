import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countDataOf } from '../../../../src/core/methods/rtm/count-data.ts';
import {
  combineFolds,
  foldsOf,
  foldTask,
  fullPath,
  logCountsOf,
  playOfPath,
  runFold,
} from '../../../../src/core/methods/rtm/cross-validation.ts';
import { defaultNetSettings, lambdaSequence, netSolver } from '../../../../src/core/methods/rtm/elastic-net.ts';
import { drained } from '../../../../src/core/methods/rtm/rtm.ts';
import { dataOf, fixtureCandidates, twenty } from './designs.ts';

interface Expected {
  readonly y: readonly number[];
  readonly ones: readonly number[];
  readonly names: readonly string[];
  readonly lambda: readonly number[];
  readonly devianceRatio: readonly number[];
  readonly shown: readonly number[];
  readonly intercepts: readonly number[];
  readonly coefficients: readonly (readonly number[])[];
  readonly cvMean: readonly number[];
  readonly cvSe: readonly number[];
  readonly lambdaMin: number;
  readonly lambda1se: number;
}

const expected: Expected = JSON.parse(
  readFileSync(new URL('../../../fixtures/rtm/expected.json', import.meta.url), 'utf8'),
);
const settings = { ...defaultNetSettings, threshold: 1e-14 };

const largestGap = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (value, k) => Math.abs(value - (b[k] ?? Number.NaN))));

describe('the elastic net on twenty cells', () => {
  const data = dataOf([twenty.a, twenty.b, twenty.c], twenty.overdispersed);

  it.each([
    [0.5, false, 0.1, [-0.115532, 1.64822, 1.540458, 0]],
    [0.5, false, 0.5, [0.406711, 1.273133, 1.195141, 0]],
    [1, false, 0.1, [-0.158496, 1.680149, 1.564542, 0]],
    [1, false, 0.5, [0.343812, 1.328938, 1.230371, 0]],
    [0.5, true, 0.1, [-0.243735, 1.736186, 1.618633, 0]],
  ])(
    'with α %d, standardised %s and λ %d has the coefficients of glmnet',
    (alpha, standardise, lambda, coefficients) => {
      const { intercept, coefficients: ours } = netSolver(data, { ...settings, alpha, standardise }).solve(lambda);
      expect(largestGap([intercept, ...ours], coefficients)).toBeLessThan(1e-6);
    },
  );

  it('has no coefficient at the largest λ and one just below it', () => {
    const solver = netSolver(data, settings);
    expect([...solver.solve(solver.lambdaMax).coefficients]).toEqual([0, 0, 0]);
    expect(solver.solve(solver.lambdaMax * 0.99).coefficients.filter((b) => b > 0)).toHaveLength(1);
  });

  it('never has a negative coefficient, however little it pays', () => {
    const solver = netSolver(data, settings);
    for (const lambda of lambdaSequence(solver.lambdaMax)) {
      expect(solver.solve(lambda).coefficients.every((b) => b >= 0)).toBe(true);
    }
  });

  it('gives 0 to a column that is the same in every cell, and all 0 without offences', () => {
    const flat = dataOf([twenty.a, twenty.a.map(() => 1), twenty.a.map(() => 0)], twenty.even);
    expect([...netSolver(flat, settings).solve(0.01).coefficients].slice(1)).toEqual([0, 0]);
    const none = netSolver(
      dataOf(
        [twenty.a],
        twenty.a.map(() => 0),
      ),
      settings,
    );
    expect([...none.solve(0.1).coefficients]).toEqual([0]);
  });
});

describe('the elastic net on 3,000 cells with 60 candidates', () => {
  const candidates = fixtureCandidates();
  const data = countDataOf(candidates.columns, candidates.factorOf, expected.y);
  const path = drained(fullPath(data, logCountsOf(expected.y), settings));

  it('is asked with the same columns as R made', () => {
    expect(candidates.list.map(({ column }) => column)).toEqual(expected.names);
    expect(candidates.list.map(({ cells }) => cells)).toEqual(expected.ones);
    expect(candidates.notes).toEqual([]);
  });

  it('has the λ of glmnet and explains as much at each', () => {
    expect(path.lambdas).toHaveLength(expected.lambda.length);
    expect(largestGap(path.lambdas, expected.lambda)).toBeLessThan(1e-12);
    const ratios = path.solutions.map((s) => s.devianceRatio);
    expect(largestGap(ratios, expected.devianceRatio)).toBeLessThan(1e-7);
  });

  it('has the coefficients of glmnet along the path to 1e-5', () => {
    expected.shown.forEach((k, at) => {
      const solution = path.solutions[k];
      const gap = largestGap(solution?.coefficients ?? [], expected.coefficients[at] ?? []);
      expect(gap, `λ ${k}`).toBeLessThan(1e-5);
      expect(Math.abs((solution?.intercept ?? 0) - (expected.intercepts[at] ?? 0))).toBeLessThan(1e-5);
    });
  });

  it('meets the conditions of a minimum on its own: no slope above the penalty, that of those in the model equal to it', () => {
    const { lambda, intercept, coefficients } = path.solutions[60] ??
      path.solutions[0] ?? { lambda: 0, intercept: 0, coefficients: [] };
    const columns = candidates.list.map((_, j) => {
      const column = new Uint8Array(3000);
      const { offsets, items } = candidates.columns;
      for (let k = offsets[j] ?? 0; k < (offsets[j + 1] ?? 0); k++) column[items[k] ?? 0] = 1;
      return column;
    });
    const rest = expected.y.map((y, i) => {
      const eta = columns.reduce((sum, column, j) => sum + (column[i] ?? 0) * (coefficients[j] ?? 0), intercept);
      return y - Math.exp(eta);
    });
    expect(Math.abs(rest.reduce((a, b) => a + b)) / 3000).toBeLessThan(1e-7);
    columns.forEach((column, j) => {
      const share = column.reduce((a, b) => a + b) / 3000;
      const s = Math.sqrt(share * (1 - share));
      const slope = rest.reduce((sum, r, i) => sum + r * (column[i] ?? 0), 0) / 3000 / s;
      const pays = lambda * (0.5 + 0.5 * s * (coefficients[j] ?? 0));
      if ((coefficients[j] ?? 0) > 0) expect(Math.abs(slope - pays)).toBeLessThan(1e-6);
      else expect(slope).toBeLessThan(pays + 1e-6);
    });
  });

  it('cross-validates as cv.glmnet at the same λ and folds', () => {
    const fold = Uint16Array.from(expected.y, (_, i) => (i * 7) % 10);
    const plan = { data, y: expected.y, fold, play: playOfPath(data, path), lambdas: path.lambdas, settings };
    const exact = Array.from({ length: 10 }, (_, k) => drained(runFold(foldTask(plan, k))));
    const validation = combineFolds(path.lambdas, exact);
    expect(largestGap(validation.mean, expected.cvMean)).toBeLessThan(1e-6);
    expect(largestGap(validation.se, expected.cvSe)).toBeLessThan(1e-6);
    expect(validation.lambda[validation.minIndex]).toBeCloseTo(expected.lambdaMin, 12);
    expect(validation.lambda[validation.oneSeIndex]).toBeCloseTo(expected.lambda1se, 12);
  });

  it('finds the same λ whatever the order of the cells', () => {
    const order = Uint16Array.from(expected.y.keys()).reverse();
    const lists = candidates.list.map((_, j) => {
      const { offsets, items } = candidates.columns;
      return [...items.subarray(offsets[j], offsets[j + 1])].map((row) => 2999 - row).reverse();
    });
    const offsets = candidates.columns.offsets;
    const reversed = { rows: 3000, offsets, items: Uint32Array.from(lists.flat()) };
    const y = Array.from(order, (i) => expected.y[i] ?? 0);
    const solver = netSolver(countDataOf(reversed, candidates.factorOf, y), settings);
    const lambda = path.lambdas[50] ?? 0;
    expect(largestGap(solver.solve(lambda).coefficients, path.solutions[50]?.coefficients ?? [])).toBeLessThan(1e-5);
  });

  it('deals folds of equal size that a seed fixes', () => {
    const fold = foldsOf(3000, 7, 5);
    const sizes = Array.from({ length: 7 }, (_, k) => fold.filter((f) => f === k).length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(foldsOf(3000, 7, 5)).toEqual(fold);
    expect(foldsOf(3000, 7, 6)).not.toEqual(fold);
  });
});
