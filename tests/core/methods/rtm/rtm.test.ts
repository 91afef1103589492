import { describe, expect, it } from 'vitest';
import { CancelledError } from '../../../../src/core/errors.ts';
import { candidatesOf } from '../../../../src/core/methods/rtm/candidates.ts';
import type { RtmProgress } from '../../../../src/core/methods/rtm/results.ts';
import { jointPriority, riskScores } from '../../../../src/core/methods/rtm/risk-scores.ts';
import { drained, fitRtmNow, rtmScore, runFolds } from '../../../../src/core/methods/rtm/rtm.ts';
import { fitRtm } from '../../../../src/core/methods/rtm/run.ts';
import { defaultRtmSettings } from '../../../../src/core/methods/rtm/settings.ts';
import { columnItems } from '../../../../src/core/stats/binary-columns.ts';
import { type Random, randomFrom } from '../../../../src/core/stats/random.ts';
import { scattered, squareGrid } from './designs.ts';

const settings = { ...defaultRtmSettings, folds: 5 };

/** Five factors with true effects at one of their variables, six of noise. */
const planted = [
  { name: 'pubs', points: 60, column: 'pubs__proximity__200', risk: 2.5 },
  { name: 'clubs', points: 12, column: 'clubs__proximity__300', risk: 2.2 },
  { name: 'takeaways', points: 90, column: 'takeaways__density__200', risk: 1.8 },
  { name: 'stops', points: 150, column: 'stops__proximity__100', risk: 1.5 },
  { name: 'parking', points: 40, column: 'parking__proximity__200', risk: 1.4 },
];
const noise = [80, 40, 90, 30, 60, 50].map((points, k) => ({ name: `noise ${k + 1}`, points }));

function town(random: Random) {
  const [columns, rows, spacingM] = [60, 50, 125];
  const factors = [...planted, ...noise].map(({ name, points }) => ({
    name,
    ...scattered(random.uniform, points, columns * spacingM, rows * spacingM),
  }));
  return candidatesOf(squareGrid(columns, rows, spacingM), factors, defaultRtmSettings);
}

/** Poisson counts, or gamma-mixed ones with θ = 1, under the planted risks. */
function counts(candidates: ReturnType<typeof town>, base: number, mixed: boolean, random: Random): Float64Array {
  const rate = new Float64Array(candidates.columns.rows).fill(base);
  for (const { column, risk } of planted) {
    const j = candidates.list.findIndex((c) => c.column === column);
    if (j >= 0) for (const row of columnItems(candidates.columns, j)) rate[row] = (rate[row] ?? 0) * risk;
  }
  return rate.map((mean) => {
    const limit = Math.exp(-mean * (mixed ? -Math.log(1 - random.uniform()) : 1));
    let count = 0;
    for (let product = random.uniform(); product > limit; product *= random.uniform()) count += 1;
    return count;
  });
}

describe('a risk terrain model', () => {
  const random = randomFrom(4);
  const candidates = town(random);
  const observed = counts(candidates, 0.3, true, random);
  const model = fitRtmNow(candidates, observed, settings);

  it('scores a cell by the product of the relative risks of what is near it, least is 1', () => {
    const product = new Float64Array(observed.length).fill(1);
    for (const { candidate, rrv } of model.risks) {
      for (const row of columnItems(model.columns, candidate)) product[row] = (product[row] ?? 0) * rrv;
    }
    model.rrs.forEach((score, i) => {
      expect(score).toBeCloseTo(product[i] ?? 0, 9);
    });
    expect(Math.min(...model.rrs)).toBe(1);
    expect(model.rrsSummary.max).toBe(Math.max(...model.rrs));
  });

  it('chooses the family with the lower BIC, and says all of it in words', () => {
    const { poisson, negativeBinomial } = model.steps;
    expect(negativeBinomial.fit.bic).toBeLessThan(poisson.fit.bic);
    expect(model.chosen).toBe('negativeBinomial');
    expect(model.summary.join(' ')).toMatch(
      /times the offences .*95 % interval .*The negative binomial fits better .*Near is not because of/,
    );
  });

  it('leaves what it observed and what it expects apart by the residual', () => {
    model.residual.forEach((rest, i) => {
      expect(rest + (model.predicted[i] ?? 0)).toBeCloseTo(observed[i] ?? 0, 9);
    });
  });

  it('is the same to the byte by turns and with the folds run elsewhere', async () => {
    const told: RtmProgress[] = [];
    const byTurns = await fitRtm(candidates, observed, settings, {
      onProgress: (progress) => told.push(progress),
      runFolds: async (tasks) => {
        const sent = tasks.map((task) => structuredClone(task)).reverse();
        return sent.flatMap((task) => drained(runFolds([task]))).reverse();
      },
    });
    expect(byTurns.summary).toEqual(model.summary);
    expect(byTurns.rrs).toEqual(model.rrs);
    expect(byTurns.validation).toEqual(model.validation);
    expect(told.every(({ done }, k) => done >= (told[k - 1]?.done ?? 0) && done <= 1)).toBe(true);
  });

  it('stops when it is cancelled', async () => {
    const signal = { aborted: false };
    const running = fitRtm(candidates, observed, settings, {
      signal,
      onProgress: () => {
        signal.aborted = true;
      },
    });
    await expect(running).rejects.toThrow(CancelledError);
  });

  it('learns a score from training counts alone', () => {
    expect(rtmScore(observed, candidates, settings)).toEqual(model.predicted);
  });

  it('of nothing but noise in the factors has no term, one score and says so', () => {
    const flat = counts(candidates, 0.3, false, randomFrom(8)).map((_, i) => (i % 3 === 0 ? 1 : 0));
    const { risks, rrs, riskClass, summary } = fitRtmNow(candidates, flat, settings);
    expect(risks).toEqual([]);
    expect(new Set(rrs)).toEqual(new Set([1]));
    expect(riskClass.some((c) => c > 0)).toBe(false);
    expect(summary.join(' ')).toContain('every cell has the same score');
  });

  it('refuses to learn from no offences or no variables', () => {
    expect(() => fitRtmNow(candidates, new Float64Array(observed.length), settings)).toThrow(
      'No offence lies in the cells',
    );
    const none = candidatesOf(squareGrid(3, 3, 100), [], settings);
    expect(() => fitRtmNow(none, new Float64Array(9).fill(1), settings)).toThrow('No factor varies');
  });
});

describe('scores', () => {
  it('are of class 1 and 2 above the mean + 1 and + 2 standard deviations', () => {
    const { rrs, riskClass, rrsSummary } = riskScores(Float64Array.of(...Array(16).fill(0.5), 1, 1.5, 2, 4));
    expect([...rrs.subarray(15)]).toEqual([1, 2, 3, 4, 8]);
    // mean 1.65, standard deviation 1.68…: above 3.33 and 5.01
    expect(rrsSummary.mean).toBeCloseTo(1.65, 12);
    expect([...riskClass.subarray(15)]).toEqual([0, 0, 0, 1, 2]);
  });

  it('times recent harm are the joint priority, 1 on average', () => {
    expect([...jointPriority(Float64Array.of(1, 2, 4, 1), Float64Array.of(10, 10, 0, 10))]).toEqual([1, 2, 0, 1]);
    expect([...jointPriority(Float64Array.of(1, 2), Float64Array.of(0, 0))]).toEqual([0, 0]);
  });
});
