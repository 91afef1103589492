import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countDataOf } from '../../../../src/core/methods/rtm/count-data.ts';
import { type Family, families, fitGlm } from '../../../../src/core/methods/rtm/glm.ts';
import { drained } from '../../../../src/core/methods/rtm/rtm.ts';
import { stepwise } from '../../../../src/core/methods/rtm/stepwise.ts';
import { dataOf, fixtureCandidates, twenty } from './designs.ts';

interface ExpectedModel {
  readonly steps: readonly { readonly move: string; readonly bic: number; readonly tried: readonly number[] }[];
  readonly terms: readonly string[];
  readonly coefficients: readonly number[];
  readonly se: readonly number[];
  readonly theta?: number;
  readonly logLik: number;
  readonly bic: number;
}

const expected: { y: number[]; candidates: string[] } & Record<Family, ExpectedModel> = JSON.parse(
  readFileSync(new URL('../../../fixtures/rtm/expected.json', import.meta.url), 'utf8'),
);
const [A, B, C] = [0, 1, 2];
const overdispersed = dataOf([twenty.a, twenty.b, twenty.c], twenty.overdispersed);
const even = dataOf([twenty.a, twenty.b, twenty.c], twenty.even);

const close = (ours: ArrayLike<number> | undefined, theirs: readonly number[], within: number): void => {
  expect(ours).toHaveLength(theirs.length);
  theirs.forEach((value, k) => {
    expect(Math.abs((ours?.[k] ?? Number.NaN) - value)).toBeLessThan(within);
  });
};

describe('regression on twenty cells', () => {
  it.each([
    [[], 253.3272, 105.4889],
    [[A], 165.9859, 102.3152],
    [[B], 173.6918, 103.09],
    [[C], 255.7298, 108.455],
    [[A, C], 168.9183, Number.NaN],
    [[B, C], 171.3527, Number.NaN],
    [[A, B, C], 104.4238, 98.97857],
  ])('with the terms %j has the BICs of R', (terms, poisson, negativeBinomial) => {
    close([fitGlm(overdispersed, 'poisson', terms)?.bic ?? 0], [poisson], 1e-4);
    if (negativeBinomial > 0)
      close([fitGlm(overdispersed, 'negativeBinomial', terms)?.bic ?? 0], [negativeBinomial], 1e-4);
  });

  it('has the coefficients, log-likelihoods and θ of R for A and B', () => {
    const poisson = fitGlm(overdispersed, 'poisson', [A, B]);
    close(poisson?.coefficients, [-0.310825, 1.781255, 1.659186], 1e-6);
    close([poisson?.logLik ?? 0], [-48.30641], 1e-5);
    const nb = fitGlm(overdispersed, 'negativeBinomial', [A, B]);
    close(nb?.coefficients, [-0.460958, 1.908391, 1.794326], 1e-6);
    close([nb?.theta ?? 0, nb?.logLik ?? 0, nb?.bic ?? 0], [1.231106, -42.40460481, 96.79214], 2e-6);
  });

  it('without overdispersion is the Poisson with one parameter more', () => {
    const poisson = fitGlm(even, 'poisson', [A, B]);
    close(poisson?.coefficients, [-0.3274401, 1.384631, 1.293768], 1e-6);
    close(poisson?.standardErrors, [0.299268, 0.288307, 0.2835], 1e-6);
    close([poisson?.logLik ?? 0, poisson?.bic ?? 0], [-28.16643, 65.32006], 1e-5);
    const nb = fitGlm(even, 'negativeBinomial', [A, B]);
    expect(nb?.theta).toBe(Number.POSITIVE_INFINITY);
    expect((nb?.bic ?? 0) - (poisson?.bic ?? 0)).toBeCloseTo(Math.log(20), 10);
  });

  it('goes null → A → A + B as negative binomial and stops; as Poisson it would take the noise', () => {
    const nb = drained(stepwise(overdispersed, 'negativeBinomial', [A, B, C]));
    expect(nb.steps.map(({ terms }) => terms)).toEqual([[], [A], [A, B]]);
    expect(nb.steps.at(-1)?.tried.map(({ action, column }) => [action, column])).toEqual([
      ['add', C],
      ['drop', A],
      ['drop', B],
    ]);
    const poisson = drained(stepwise(overdispersed, 'poisson', [A, B, C]));
    expect(poisson.fit.terms).toEqual([A, B, C]);
    expect(nb.fit.bic).toBeLessThan(poisson.fit.bic);
  });
});

describe.each(families)('stepwise on 3,000 cells, %s', (family) => {
  const { list, columns, factorOf } = fixtureCandidates();
  const data = countDataOf(columns, factorOf, expected.y);
  const name = (j: number): string => list[j]?.column ?? '';
  const path = drained(
    stepwise(
      data,
      family,
      expected.candidates.map((column) => list.findIndex((c) => c.column === column)),
    ),
  );
  const theirs = expected[family];

  it('takes the steps of an independent loop in R, and every BIC tried on the way agrees to 1e-6', () => {
    const moves = path.steps.map(({ move }) =>
      move ? `${move.action === 'add' ? '+' : '-'}${name(move.column)}` : 'start',
    );
    expect(moves).toEqual(theirs.steps.map(({ move }) => move));
    path.steps.forEach(({ bic, tried }, k) => {
      close([bic], [theirs.steps[k]?.bic ?? Number.NaN], 1e-6);
      close(
        tried.map((move) => move.bic),
        theirs.steps[k]?.tried ?? [],
        1e-6,
      );
    });
  });

  it('ends at the coefficients, errors, log-likelihood and BIC of R to 1e-6', () => {
    const { fit } = path;
    expect(fit.terms.map(name)).toEqual(theirs.terms);
    close(fit.coefficients, theirs.coefficients, 1e-6);
    close(fit.standardErrors, theirs.se, 1e-6);
    close([fit.logLik, fit.bic], [theirs.logLik, theirs.bic], 1e-6);
    if (theirs.theta !== undefined) close([fit.theta], [theirs.theta], 1e-6);
  });

  it('has one variable per factor at most', () => {
    for (const { terms } of path.steps) expect(new Set(terms.map((j) => factorOf[j])).size).toBe(terms.length);
  });
});

describe('odd designs', () => {
  it('a column that others make has no model and is never chosen', () => {
    const data = dataOf([twenty.a, twenty.a.map((v) => 1 - v), twenty.b], twenty.overdispersed);
    expect(fitGlm(data, 'poisson', [0, 1])).toBeNull();
    const { fit, steps } = drained(stepwise(data, 'poisson', [0, 1, 2]));
    expect(fit.terms).toEqual([0, 2]);
    expect(steps.at(-1)?.tried.find(({ column }) => column === 1)?.bic).toBeNaN();
  });

  it('a variable without an offence where it is 1 comes to an end', () => {
    const fit = fitGlm(dataOf([[1, 1, 0, 0, 0, 0]], [0, 0, 3, 1, 2, 4]), 'negativeBinomial', [0]);
    expect(Number.isFinite(fit?.bic)).toBe(true);
    expect(fit?.coefficients[1]).toBeLessThan(-8);
  });

  it('two terms of one factor are never in the model together', () => {
    const lists = [twenty.a, twenty.b];
    const data = { ...dataOf(lists, twenty.overdispersed), factorOf: Uint16Array.of(0, 0) };
    expect(drained(stepwise(data, 'poisson', [0, 1])).fit.terms).toHaveLength(1);
  });
});
