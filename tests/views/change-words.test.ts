import { describe, expect, it } from 'vitest';
import { rateRatio } from '../../src/core/stats/poisson-rates.ts';
import {
  differenceWords,
  formatRatio,
  headline,
  intervalWords,
  percentWords,
  toldWords,
  totalSentence,
} from '../../src/views/key-dates/change-words.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const total = (before: number, after: number) => ({
  ...rateRatio(after, 28, before, 28),
  before,
  after,
  harmBefore: 0,
  harmAfter: 0,
});
const days = { fromDay: 18_729, toDay: 18_756, days: 28 };
const windows = { before: days, after: days, months: false };

describe('a change in words', () => {
  it('says ratio, interval and whether chance could have made it', () => {
    expect(plain(totalSentence('Southend', { total: total(677, 801), windows }))).toBe(
      'Southend: 677 offences in 28 days before, 801 in 28 days from the date on: up 18 % (rate ratio 1.18, 95 % interval 1.07 to 1.31). More than chance would make of equal rates.',
    );
    expect(plain(totalSentence('Southend', { total: total(87, 86), windows }))).toContain(
      'Equal rates would often differ as much by chance.',
    );
  });

  it('has nothing to say of nothing, and nothing to compare with none before', () => {
    expect(totalSentence('Maldon', { total: total(0, 0), windows })).toBe('Maldon: no offence in either window.');
    expect(totalSentence('Maldon', { total: total(0, 4), windows })).toContain('there is nothing to compare with');
  });

  it('keeps a headline from calling chance a change', () => {
    expect(plain(headline('Southend', { total: total(677, 801) }))).toBe('offences up 18 % in Southend');
    expect(headline('Southend', { total: total(87, 86) })).toBe('no clear change in Southend');
    expect(plain(headline('Southend', { total: total(40, 100) }))).toBe('offences 2.5 times as many in Southend');
  });

  it('writes ratios without bounds', () => {
    expect([formatRatio(Number.POSITIVE_INFINITY), formatRatio(12.34), formatRatio(Number.NaN)]).toEqual([
      'from none',
      '12.3',
      '–',
    ]);
    expect(plain(intervalWords({ lo: 2.1, hi: Number.POSITIVE_INFINITY }))).toBe('2.10 and over');
    expect(percentWords({ ratio: 1.002 })).toBe('unchanged');
    expect([differenceWords(1095), differenceWords(-365), differenceWords(0)]).toEqual(['+1,095', '−365', '0']);
  });

  it('warns of cells that stand out by chance', () => {
    expect(plain(toldWords({ told: 3, toldAmongAll: 0 }))).toMatch(/3 cells stand out .* some will be chance/);
    expect(toldWords({ told: 0, toldAmongAll: 0 })).toMatch(/^No cell/);
  });
});
