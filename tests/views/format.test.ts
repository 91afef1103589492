import { describe, expect, it } from 'vitest';
import {
  dayOfText,
  formatArea,
  formatCount,
  formatDay,
  formatLonLat,
  formatP,
  formatPeriod,
  formatShare,
  formatValue,
  formatZ,
  inWords,
  monthStart,
  plural,
} from '../../src/views/format.ts';

/** No-break spaces read as spaces here. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const day = (iso: string) => dayOfText(iso) ?? Number.NaN;
const period = (from: string, to: string) => plain(formatPeriod(day(from), day(to)));

describe('numbers', () => {
  it('group thousands the British way', () => {
    expect(formatCount(14_077)).toBe('14,077');
    expect(formatCount(-1_200)).toBe('−1,200');
  });

  it('show what is not a number as a dash', () => {
    expect([
      formatCount(Number.NaN),
      formatValue(Number.NaN, 'harm'),
      formatZ(Number.NaN),
      formatShare(Number.NaN),
    ]).toEqual(['–', '–', '–', '–']);
  });

  it('keep the half day of a wounding but no decimals on large sums', () => {
    expect(formatValue(547.5, 'harm')).toBe('548');
    expect(formatValue(19.5, 'harm')).toBe('19.5');
    expect(formatValue(14_077.5, 'harm')).toBe('14,078');
    expect(formatValue(19, 'count')).toBe('19');
    expect(formatValue(68.80175, 'sqrt-harm')).toBe('68.8');
  });

  it('give z one decimal and a real minus', () => {
    expect(formatZ(6.94)).toBe('6.9');
    expect(formatZ(-2)).toBe('−2.0');
  });

  it('never round a share that is something to nothing', () => {
    expect(plain(formatShare(0.3412))).toBe('34 %');
    expect(plain(formatShare(0.0432))).toBe('4.3 %');
    expect(plain(formatShare(0.02))).toBe('2.0 %');
    expect(plain(formatShare(0.0998))).toBe('10 %');
    expect(plain(formatShare(0.0002))).toBe('< 0.1 %');
    expect(plain(formatShare(0))).toBe('0 %');
    expect(plain(formatShare(1))).toBe('100 %');
  });

  it('say very small q as a bound', () => {
    expect(plain(formatP(0.00004))).toBe('< 0.001');
    expect(formatP(0.0312)).toBe('0.031');
    expect(formatP(1)).toBe('1');
  });

  it('take hectares below a tenth of a square kilometre', () => {
    expect(plain(formatArea(15_047))).toBe('1.5 ha');
    expect(plain(formatArea(1_104_000))).toBe('1.1 km²');
  });

  it('write places latitude first, as maps are asked', () => {
    expect(formatLonLat(0.714321, 51.537124)).toBe('51.53712, 0.71432');
  });

  it('speak small numbers and count nouns', () => {
    expect([inWords(10), inWords(1), inWords(12)]).toEqual(['ten', 'one', '12']);
    expect([plain(plural(1, 'cell')), plain(plural(1_200, 'cell'))]).toEqual(['1 cell', '1,200 cells']);
  });
});

describe('days', () => {
  it('are read however a person types them', () => {
    for (const text of ['12/04/2021', '12-4-2021', ' 12 Apr 2021 ', '12 april 2021', '2021-04-12']) {
      expect(dayOfText(text), text).toBe(18_729);
    }
    expect(dayOfText('1970-01-01')).toBe(0);
  });

  it('are null for what no calendar has', () => {
    for (const text of ['', '12/04', '31/02/2021', '2021-13-01', '12 Foo 2021', '0/1/2021', 'April']) {
      expect(dayOfText(text), text).toBeNull();
    }
  });

  it('read as day, month, year', () => {
    expect(plain(formatDay(day('2021-04-12')))).toBe('12 Apr 2021');
  });

  it('find the first of a month across the new year', () => {
    expect(monthStart(day('2020-12-31'), 1)).toBe(day('2021-01-01'));
    expect(monthStart(day('2021-01-15'), -1)).toBe(day('2020-12-01'));
  });
});

describe('periods', () => {
  it('leave out what both ends share', () => {
    expect(period('2021-04-12', '2021-05-09')).toBe('12 Apr – 9 May 2021');
    expect(period('2021-05-03', '2021-05-09')).toBe('3 – 9 May 2021');
    expect(period('2020-12-20', '2021-01-03')).toBe('20 Dec 2020 – 3 Jan 2021');
    expect(period('2021-05-03', '2021-05-03')).toBe('3 May 2021');
  });

  it('are months when they are whole months', () => {
    expect(period('2018-05-01', '2018-07-31')).toBe('May – Jul 2018');
    expect(period('2020-02-01', '2020-02-29')).toBe('Feb 2020');
    expect(period('2019-07-01', '2021-08-31')).toBe('Jul 2019 – Aug 2021');
    expect(period('2021-02-01', '2021-02-27')).toBe('1 – 27 Feb 2021');
  });
});
