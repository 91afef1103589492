import { describe, expect, it } from 'vitest';
import { accuracyOf } from '../../../src/core/evaluation/accuracy.ts';
import { evenAccuracy, spatialFolds, spatialHoldOut } from '../../../src/core/evaluation/spatial-hold-out.ts';
import { candidatesOf } from '../../../src/core/methods/rtm/candidates.ts';
import { fitRtmNow } from '../../../src/core/methods/rtm/rtm.ts';
import { defaultRtmSettings } from '../../../src/core/methods/rtm/settings.ts';
import { stableOrder } from '../../../src/core/stats/order.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';
import { parkMiller, scattered, squareGrid } from '../methods/rtm/designs.ts';

const settings = { ...defaultRtmSettings, folds: 5 };

/** 50 × 50 cells; pubs make offences five times as likely, shops do nothing. */
function town(effect: number) {
  const centres = squareGrid(50, 50, 115);
  const uniform = parkMiller(11);
  const factors = ['pubs', 'shops'].map((name) => ({ name, ...scattered(uniform, 40, 5700, 5700) }));
  const candidates = candidatesOf(centres, factors, settings);
  const near = candidates.list.findIndex(({ column }) => column === 'pubs__proximity__200');
  const { offsets, items } = candidates.columns;
  const isNear = new Set(items.subarray(offsets[near], offsets[near + 1]));
  const observed = Float64Array.from(centres.x, (_, i) => {
    const limit = Math.exp(-0.3 * (isNear.has(i) ? effect : 1));
    let count = 0;
    for (let product = uniform(); product > limit; product *= uniform()) count += 1;
    return count;
  });
  const areaM2 = new Float64Array(observed.length).fill(115 * 115);
  const inSample = fitRtmNow(candidates, observed, settings).predicted;
  return { candidates, observed, centres, areaM2, inSample };
}

describe('a spatial hold-out', () => {
  it('finds a factor that works everywhere as well in parts not seen, and better than chance in each', async () => {
    const test = await spatialHoldOut(town(5), settings);
    expect(test.rows.map(({ budgetPercent }) => budgetPercent)).toEqual([1, 2, 5, 10]);
    for (const { inSample, heldOut, foldPai } of test.rows) {
      expect(inSample.pai).toBeGreaterThan(2.5);
      expect(heldOut.pai).toBeGreaterThan(0.8 * inSample.pai);
      expect(foldPai[0]).toBeGreaterThan(1);
      expect(foldPai[0]).toBeLessThanOrEqual(heldOut.pai);
      expect(foldPai[1]).toBeGreaterThanOrEqual(heldOut.pai);
    }
    expect(test.summary).toMatch(/^In sample, the first 5 % .* not seen the cells/);
  });

  it('finds no more than chance where nothing has to do with the offences', async () => {
    const test = await spatialHoldOut(town(1), settings);
    expect(test.rows.at(-1)?.heldOut.pai).toBeGreaterThan(0.8);
    expect(test.rows.at(-1)?.heldOut.pai).toBeLessThan(1.2);
  });

  it('expects nothing of a cell from its own offences', async () => {
    const input = town(5);
    const { fold } = spatialFolds(input.centres, 1200, settings.seed);
    const first = await spatialHoldOut(input, settings);
    // a part that was all at once full of offences is expected to be what the other parts say
    const observed = input.observed.map((y, i) => (fold[i] === 0 ? 20 : y));
    const second = await spatialHoldOut({ ...input, observed }, settings);
    for (let i = 0; i < fold.length; i++) if (fold[i] === 0) expect(second.heldOut[i]).toBe(first.heldOut[i]);
  });

  it('holds out whole squares, in parts of about the same size that a seed fixes', () => {
    const centres = squareGrid(50, 50, 115);
    const { fold, blocks } = spatialFolds(centres, 1000, 4);
    expect(blocks).toBe(36);
    const partsIn = new Map<string, Set<number>>();
    fold.forEach((k, i) => {
      const square = `${Math.floor((centres.x[i] ?? 0) / 1000)} ${Math.floor((centres.y[i] ?? 0) / 1000)}`;
      partsIn.set(square, (partsIn.get(square) ?? new Set()).add(k));
    });
    expect([...partsIn.values()].every((parts) => parts.size === 1)).toBe(true);
    const sizes = [0, 1, 2, 3, 4].map((k) => fold.filter((f) => f === k).length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(81);
    expect(spatialFolds(centres, 1000, 4).fold).toEqual(fold);
    expect(spatialFolds(centres, 1000, 5).fold).not.toEqual(fold);
  });

  it('refuses offences that all lie in one part', async () => {
    const input = town(5);
    const { fold } = spatialFolds(input.centres, 1200, settings.seed);
    const observed = input.observed.map((y, i) => (fold[i] === 3 ? y : 0));
    await expect(spatialHoldOut({ ...input, observed }, settings)).rejects.toThrow(
      'All offences lie in one of 5 parts of the area, so nothing is left to learn from without it – choose a smaller area',
    );
  });

  it('refuses an area of fewer squares than parts', async () => {
    const { candidates, observed, areaM2, inSample } = town(5);
    const centres = squareGrid(50, 50, 20);
    await expect(spatialHoldOut({ candidates, observed, centres, areaM2, inSample }, settings)).rejects.toThrow(
      'too few to hold parts of the area out – choose a larger area or shorter extents',
    );
  });
});

describe('accuracy with ties shared', () => {
  const random = randomFrom(2);
  const observed = Float64Array.from({ length: 40 }, () => random.below(4));
  const areaM2 = Float64Array.from({ length: 40 }, () => 100);

  it('is that of the order where no scores are equal', () => {
    const score = Float64Array.from({ length: 40 }, () => random.uniform());
    const plain = accuracyOf(stableOrder(score, 'descending'), observed, areaM2, 4);
    const even = evenAccuracy(score, observed, areaM2, 10);
    expect(even.hitRate).toBeCloseTo(plain.hitRate, 12);
    expect(even.pai).toBeCloseTo(plain.pai, 12);
  });

  it('is that of chance where all scores are equal, whatever the order of the cells', () => {
    expect(evenAccuracy(new Float64Array(40).fill(3), observed, areaM2, 10)).toEqual({ hitRate: 0.1, pai: 1 });
  });
});
