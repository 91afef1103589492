import { describe, expect, it } from 'vitest';
import { crossover, defaultCrossoverSettings } from '../../src/core/evaluation/crossover.ts';
import type { PlaceDays } from '../../src/core/evaluation/place-days.ts';
import type { Power } from '../../src/core/evaluation/trial-design.ts';
import { wdd } from '../../src/core/evaluation/wdd.ts';
import { differenceAxis, ratioAxis } from '../../src/views/evaluate/IntervalChart.tsx';
import {
  certainty,
  changeOf,
  fourInFive,
  headline,
  measuredRows,
  perHundred,
  powerWords,
  trialExtent,
  worstWords,
} from '../../src/views/evaluate/trial/trial-words.ts';
import { difference, differenceInterval, wddSentence } from '../../src/views/evaluate/wdd/wdd-words.ts';

/** Two places on 40 days, one of them treated in turn; `count` by treated and not. */
function placeDays(count: (treated: boolean, day: number) => number, harm: boolean): PlaceDays {
  const rows = Array.from({ length: 80 }, (_, i) => ({ place: Math.floor(i / 40), day: i % 40 }));
  const treated = rows.map(({ place, day }) => day % 2 === place);
  const counts = Float64Array.from(rows, ({ day }, i) => count(treated[i] ?? false, day));
  return {
    places: ['High Street', 'Pier'],
    place: Uint32Array.from(rows, ({ place }) => place),
    day: Int32Array.from(rows, ({ day }) => 18_449 + day),
    assigned: Uint8Array.from(treated, Number),
    deliveredMin: new Float64Array(80).fill(Number.NaN),
    count: counts,
    harm: harm ? counts.map((n, i) => n * (i === 3 ? 1000 : 10)) : null,
    bufferCount: null,
    bufferHarm: null,
  };
}
const of = (data: PlaceDays) => crossover(data, { ...defaultCrossoverSettings, resamples: 99 });
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a trial in words', () => {
  const fewer = of(placeDays((treated, day) => (treated ? Number(day % 10 === 0) : 1), true));

  it('begins with what changed, day for day', () => {
    expect(plain(headline(fewer))).toMatch(/^With patrol 90 % fewer offences and \d+ % less harm, day for day\.$/);
    expect(plain(headline(of(placeDays(() => 1, false))))).toBe('With patrol as many offences, day for day.');
    expect(headline(of(placeDays(() => 0, false)))).toMatch(/nothing can be told/);
    expect(headline(of(placeDays((treated) => Number(treated), false)))).toBe(
      'With patrol more offences than none, day for day.',
    );
  });

  it('says whether chance alone could do it', () => {
    expect(certainty(fewer)).toMatch(/^Chance alone would hardly do that/);
    expect(certainty(of(placeDays(() => 1, false)))).toMatch(/^Chance alone could do that/);
    expect(certainty(of(placeDays(() => 0, false)))).toBe('');
  });

  it('lists the measures that there are, and the extent', () => {
    expect(measuredRows(fewer).map(({ id }) => id)).toEqual(['offences', 'harm']);
    expect(plain(trialExtent(fewer))).toBe('2 places, 40 days (6 Jul – 14 Aug 2020), 1 a day with patrol.');
  });

  it('names the worst place-day, and nothing without harm', () => {
    expect(plain(worstWords(fewer)[0] ?? '')).toMatch(
      /^The worst place-day, High Street on 9 Jul 2020, without patrol/,
    );
    expect(worstWords(of(placeDays(() => 1, false)))).toEqual([]);
  });

  it('writes changes with a true minus, and rates by their size', () => {
    expect(plain(changeOf(0.253))).toBe('−74.7 %');
    expect(plain(changeOf(1.5))).toBe('+50.0 %');
    expect(changeOf(Number.NaN)).toBe('–');
    expect(changeOf(Number.POSITIVE_INFINITY)).toBe('no limit');
    expect([perHundred(13, 720), perHundred(11_368, 1080), perHundred(1, 0)]).toEqual(['1.8', '1,053', '–']);
  });
});

describe('power in words', () => {
  const power = (...shares: number[]): Power[] =>
    shares.map((share, k) => ({ reduction: k / 4, power: share, treated: 40, control: 60 }));

  it('finds where four in five are reached, between the steps', () => {
    expect(fourInFive(power(0.05, 0.6, 1))).toBeCloseTo(0.375, 12);
    expect(fourInFive(power(0.05, 0.9))).toBeCloseTo(0.25 * (0.75 / 0.85), 12);
    expect(fourInFive(power(0.05, 0.3, 0.7))).toBeNull();
  });

  it('says what would be missed, or that it is too few', () => {
    expect(plain(powerWords(power(0.05, 0.6, 1), 90))).toBe(
      'About 100 offences are to be expected in 90 days if nothing changes. A fall by 38 % or more would be found four times in five; a smaller one is more likely to be missed.',
    );
    expect(powerWords(power(0.05, 0.3), 30)).toContain('That is too few');
  });
});

describe('displacement in words', () => {
  it('says how many fewer or more, in which unit, and whether chance could do that', () => {
    const paper = wdd({ control: [308, 318], treatment: [207, 110] });
    expect(plain(wddSentence('Ours', paper, 'offences'))).toMatch(/^Ours: 107 fewer offences than the comparison/);
    const none = wdd({ control: [10, 10], treatment: [10, 10] });
    expect(wddSentence('Ours', none, 'offences')).toContain('no more and no fewer offences');
    const more = wdd({ control: [10, 10], treatment: [10, 90] });
    expect(wddSentence('Ours', more, 'days of harm')).toContain('80 more days of harm');
  });

  it('writes differences to the digits that matter', () => {
    expect([-118, -99.69444, 0, 12.5, 0.0251, -1721.4].map(difference)).toEqual([
      ...['−118', '−99.7', '0', '+12.5', '+0.025', '−1,721'],
    ]);
    expect(differenceInterval({ lo: -195.61, hi: 40.39 })).toBe('−195.6 to +40.4');
  });
});

describe('the axis of intervals', () => {
  it('of ratios reaches as far as the values, and from a quarter to twice at least', () => {
    const narrow = ratioAxis([{ value: 0.9, lo: 0.8, hi: 1.1 }]);
    expect([narrow.from, narrow.to, narrow.none]).toEqual([0.25, 2, 1]);
    const wide = ratioAxis([{ value: 0.135, lo: 0.0104, hi: 3 }]);
    expect([wide.from, wide.to]).toEqual([0.01, 4]);
    expect(wide.ticks.map(({ at }) => at)).toContain(1);
    expect(ratioAxis([{ value: 0, lo: 0, hi: Number.POSITIVE_INFINITY }])).toMatchObject({ from: 0.25, to: 2 });
  });

  it('of differences holds 0 and has round ends', () => {
    const axis = differenceAxis([{ value: -118, lo: -195.6, hi: -40.4 }], ['fewer', 'more']);
    expect([axis.from, axis.to]).toEqual([-200, 0]);
    expect(axis.ticks.map(({ words }) => words)).toEqual(['−200', '−150', '−100', '−50', '0']);
    const both = differenceAxis([{ value: 0, lo: -0.3, hi: 0.4 }], ['fewer', 'more']);
    expect(both.ticks.map(({ at }) => at)).toContain(0);
  });
});
