import { describe, expect, it } from 'vitest';
import { halvesOf } from '../../src/state/halves.ts';
import { paneBoxes } from '../../src/views/compare/paint-pair.ts';
import { aroundKeyDate, periodSuggestions } from '../../src/views/compare/periods.ts';
import { boxesOf } from '../../src/views/compare/slide.ts';
import { differenceLevel, differenceSentence, ratioHeadline, ratioSentence } from '../../src/views/compare/words.ts';
import { zoomOfSameScale } from '../../src/views/map/use-linked.ts';
import { state } from './fixture.ts';

const told = { one: 'Basildon', other: 'Chelmsford', per: 'per km²' };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a comparison in words', () => {
  it('says the ratio, its interval and whether chance would do', () => {
    expect(plain(ratioSentence({ ratio: 0.294, lo: 0.25, hi: 0.34, p: 1e-9 }, told))).toBe(
      'Per km², Chelmsford has 0.29 times the offences of Basildon (95 % interval 0.25 to 0.34, p < 0.001). That is less than chance would give.',
    );
    expect(ratioSentence({ ratio: 1.2, lo: 0.9, hi: 1.6, p: 0.2 }, told)).toContain('Chance alone could give');
    expect(ratioSentence({ ratio: 1.2, lo: 1.1, hi: 1.6, p: 0.01 }, told)).toContain('more than chance');
  });

  it('has words for nothing on either side and for nothing on the first', () => {
    const none = { ratio: Number.NaN, lo: Number.NaN, hi: Number.NaN, p: Number.NaN };
    expect(ratioSentence(none, told)).toContain('nothing can be compared');
    const infinite = { ratio: Number.POSITIVE_INFINITY, lo: 2.5, hi: Number.POSITIVE_INFINITY, p: 0.01 };
    expect(ratioSentence(infinite, told)).toContain('at least 2.50 times');
    expect(ratioHeadline(none, told)).toBe('');
  });

  it('a slide makes no headline of what chance could give', () => {
    expect(ratioHeadline({ ratio: 1.2, lo: 0.9, hi: 1.6, p: 0.2 }, told)).toBe(
      'Basildon and Chelmsford: no clear difference per km²',
    );
    expect(ratioHeadline({ ratio: 1.2, lo: 1.1, hi: 1.6, p: 0.01 }, told)).toBe(
      'Chelmsford has 1.20 times the offences of Basildon per km²',
    );
  });

  it('names the six hours in which each side has most more', () => {
    const difference = new Float64Array(168);
    difference.fill(0.5, 4 * 24 + 20, 5 * 24 + 2);
    difference.fill(-0.5, 24 + 9, 24 + 15);
    expect(differenceSentence({ difference }, 'Basildon', 'Chelmsford')).toBe(
      'Of its own week Chelmsford has most more on Fri 20:00–02:00 (3.0 points), Basildon on Tue 09:00–15:00 (3.0 points).',
    );
    expect(differenceLevel(-0.5, 0.5)).toBe(-5);
    expect(differenceLevel(0.5, 0)).toBe(0);
  });
});

describe('the other period', () => {
  const info = {
    ...(state.dataset.status === 'ready' ? state.dataset.value.info : never()),
    fromDay: 18_262,
    toDay: 18_992,
  };

  it('before, after and a year before are offered as far as the file has them', () => {
    // 1 to 28 May 2021
    const names = periodSuggestions({ fromDay: 18_748, toDay: 18_775 }, info).map(({ name }) => name);
    expect(names).toEqual(['Period before', 'Period after', 'A year before']);
    expect(periodSuggestions({ fromDay: 18_262, toDay: 18_271 }, info).map(({ name }) => name)).toEqual([
      'Period after',
    ]);
  });

  it('a view of all dates is parted in two stretches of equal length, whole months where there are only months', () => {
    expect(halvesOf({ ...info, fromDay: 18_000, toDay: 18_010 })).toEqual({
      fromDay: 18_001,
      toDay: 18_005,
      beside: { kind: 'period', fromDay: 18_006, toDay: 18_010 },
    });
    // May to July 2018
    expect(halvesOf({ ...info, snapped: true, fromDay: 17_652, toDay: 17_743 })).toEqual({
      fromDay: 17_683,
      toDay: 17_712,
      beside: { kind: 'period', fromDay: 17_713, toDay: 17_743 },
    });
    expect(halvesOf({ ...info, snapped: true, fromDay: 17_652, toDay: 17_660 })).toBeNull();
  });

  it('a key date stands between as many days before as from it on', () => {
    const patch = aroundKeyDate(18_729, { fromDay: 18_000, toDay: 18_027 }, info);
    expect(patch).toEqual({
      fromDay: 18_701,
      toDay: 18_728,
      beside: { kind: 'period', fromDay: 18_729, toDay: 18_756 },
    });
  });
});

describe('two maps in one scale', () => {
  it('a metre is as long at 50° as at 60° north', () => {
    const zoom = zoomOfSameScale(10, 50, 60);
    const metres = (z: number, lat: number) => Math.cos((lat * Math.PI) / 180) / 2 ** z;
    expect(metres(zoom, 60)).toBeCloseTo(metres(10, 50), 12);
    expect(zoomOfSameScale(zoom, 60, 50)).toBeCloseTo(10, 12);
  });

  it('the boxes of a picture are of one size in metres, each around its own area', () => {
    const areas = [
      { id: 'a', name: 'A', polygons: [], bounds: [0, 51, 0.5, 51.2] as const },
      { id: 'b', name: 'B', polygons: [], bounds: [0, 53, 0.3, 53.6] as const },
    ];
    const settings = { ...state.settings, areaId: 'a', beside: { kind: 'area', areaId: 'b' } } as const;
    const [a, b] = boxesOf({ ...state, settings, areaSet: { ...state.areaSet, areas } }) ?? never();
    expect(a[3] - a[1]).toBeCloseTo(b[3] - b[1], 12);
    const width = (box: typeof a) => (box[2] - box[0]) * Math.cos((((box[1] + box[3]) / 2) * Math.PI) / 180);
    expect(width(a)).toBeCloseTo(width(b), 12);
    expect(a[0]).toBeLessThanOrEqual(0);
    expect(b[3]).toBeGreaterThanOrEqual(53.6 - 1e-9);
  });

  it('the maps of a slide are as wide as each other and do not touch', () => {
    const [one, other] = paneBoxes(1920, 1080);
    expect(one.width).toBe(other.width);
    expect(one.x + one.width).toBeLessThan(other.x);
    expect(other.x + other.width).toBeLessThanOrEqual(1920);
  });
});

function never(): never {
  throw new Error('The fixture is loaded.');
}
