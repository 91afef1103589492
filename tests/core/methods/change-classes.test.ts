import { describe, expect, it } from 'vitest';
import {
  changeClasses,
  changeClassOf,
  classesByCell,
  harmDifference,
} from '../../../src/core/methods/change-classes.ts';
import { rateRatio } from '../../../src/core/stats/poisson-rates.ts';

const classOf = (before: number, after: number, q?: number) => changeClassOf(rateRatio(after, 28, before, 28), q);

describe('the class of a change', () => {
  it('is told where the interval leaves out 1', () => {
    expect([classOf(40, 10), classOf(100, 60), classOf(60, 100), classOf(10, 40)]).toEqual([
      'halved',
      'fell',
      'rose',
      'doubled',
    ]);
  });

  it('says of few offences that they are too few, never that nothing changed', () => {
    expect([classOf(1, 2), classOf(0, 3), classOf(5, 5), classOf(3, 0)]).toEqual(Array(4).fill('too-few'));
  });

  it('says of many that they are about the same where the whole interval lies between a half and two', () => {
    expect([classOf(60, 60), classOf(60, 70)]).toEqual(['same', 'same']);
    // significant, but by less than a third
    expect(classOf(1000, 1200)).toBe('same');
  });

  it('counts a cell that stands out among all though its own interval does not', () => {
    expect(classOf(2, 7)).toBe('too-few');
    expect(classOf(2, 7, 0.09)).toBe('doubled');
  });

  it('says nothing of a cell with nothing, and takes the first offences for a rise only when there are enough', () => {
    expect([classOf(0, 0), classOf(0, 6)]).toEqual(['nothing', 'doubled']);
  });

  it('is symmetric: the two windows exchanged turn a rise into a fall', () => {
    const turned = { halved: 'doubled', doubled: 'halved', fell: 'rose', rose: 'fell' } as Record<string, string>;
    for (let before = 0; before < 60; before += 4) {
      for (let after = 0; after < 60; after += 3) {
        const there = classOf(before, after);
        // a ratio on a cut belongs to the class further out on both sides
        expect(classOf(after, before), `${before} ${after}`).toBe(turned[there] ?? there);
      }
    }
  });

  it('of all cells at once is that of each', () => {
    const pairs = [
      [0, 0],
      [1, 2],
      [10, 40],
      [40, 10],
    ] as const;
    const ratios = pairs.map(([before, after]) => rateRatio(after, 28, before, 28));
    const column = (of: (r: (typeof ratios)[number]) => number) => Float64Array.from(ratios, of);
    const cells = {
      ratio: column((r) => r.ratio),
      lo: column((r) => r.lo),
      hi: column((r) => r.hi),
      p: column((r) => r.p),
    };
    const none = new Float64Array(4);
    const change = { ...cells, q: none.fill(Number.NaN), before: none, after: none, harmBefore: none, harmAfter: none };
    expect([...classesByCell(change)].map((code) => changeClasses[code])).toEqual([
      'nothing',
      'too-few',
      'doubled',
      'halved',
    ]);
  });
});

describe('the difference of harm', () => {
  it('is of equally many days', () => {
    const window = (days: number) => ({ fromDay: 0, toDay: days - 1, days });
    const harm = { harmBefore: Float64Array.of(280, 0), harmAfter: Float64Array.of(140, 365) };
    expect([...harmDifference(harm, { before: window(28), after: window(28) })]).toEqual([-140, 365]);
    expect([...harmDifference(harm, { before: window(28), after: window(14) })]).toEqual([0, 365]);
  });
});
