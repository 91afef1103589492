import { describe, expect, it } from 'vitest';
import { emergingCategories } from '../../src/core/methods/emerging-categories.ts';
import type { PlacedCell } from '../../src/core/results.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { hotShareWords, nextOfKind, trendWords } from '../../src/views/hotspots/emerging-words.ts';
import { concentrationSentence } from '../../src/views/hotspots/headline.ts';
import { busiestHour, heatLevel, hourFigure, spanWords } from '../../src/views/hotspots/hour-grid.ts';
import { bandsInWords, distanceBand, standsOut, timeBand } from '../../src/views/hotspots/knox-words.ts';
import { pictureOf } from '../../src/views/map/picture.ts';
import { nextShown } from '../../src/views/map/shown.ts';
import { slideOf } from '../../src/views/present/slide.ts';
import { measureChoices } from '../../src/views/settings/measure-choices.ts';
import { state } from './fixture.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const hot = emergingCategories.indexOf('new-hot');
const sporadic = emergingCategories.indexOf('sporadic-hot');

const place = (index: number, rank: number, value: number, name: string): PlacedCell => ({
  ...{ index, rank, value, place: name, cell: `8a19${index + 1}`, lon: 0.7, lat: 51.5, count: 2, gridRef: '' },
});
const onMap: AppState = {
  ...state,
  gridKey: 'g',
  kde: {
    status: 'ready',
    value: {
      gridKey: 'g',
      classesKey: 'kde:harm:quartic:300',
      mode: 'harm',
      kernel: 'quartic',
      result: {
        density: Float64Array.of(5, 900, 20, 0),
        bandwidthM: 300,
        peaks: [place(1, 1, 900, 'On or near Pier')],
        breaks: [0, 10, 100],
      },
    },
  },
  emerging: {
    status: 'ready',
    value: {
      gridKey: 'g',
      result: {
        category: Uint8Array.of(sporadic, 0, hot, 0),
        inCategory: Uint32Array.from(emergingCategories, (_, code) =>
          code === 0 ? 2 : Number(code === hot || code === sporadic),
        ),
        trendZ: Float64Array.of(2.2, 0, -0.5, Number.NaN),
        trendP: Float64Array.of(0.028, 1, 0.6, Number.NaN),
        hotShare: Float64Array.of(0.4, 0, 0.1, 0),
        coldShare: new Float64Array(4),
        lastZ: Float64Array.of(3, 0, 3, 0),
        unit: 'days',
        startDay: Int32Array.of(0, 28),
        endDay: Int32Array.of(27, 55),
        covered: Uint8Array.of(1, 1),
        inSteps: 9,
        outsideSteps: 0,
        cautions: [],
      },
    },
  },
};
const showing = (measure: AppState['settings']['measure'], change: Partial<AppState> = {}): AppState => ({
  ...onMap,
  ...change,
  settings: { ...onMap.settings, measure },
});
const pictureFor = (of: AppState) => {
  const shown = nextShown(null, of);
  if (!shown) throw new Error('the fixture has a result');
  return pictureOf(of, shown, 'light');
};

describe('the map of density', () => {
  it('has its own classes and numbers, and a new set of classes when asked', () => {
    const picture = pictureFor(showing('kde'));
    expect([...picture.paint.classes]).toEqual([1, 3, 2, 0]);
    expect(picture.top.map(({ index }) => index)).toEqual([1]);
    expect(picture.reClassed?.['kde:harm:quartic:300']).toEqual([0, 10, 100]);
    expect(picture.about(1)).toMatchObject({ rank: '1', place: 'Pier', lines: ['900 days of harm per km²'] });
  });

  it('is the hotspots until there is one for these cells', () => {
    expect(pictureFor(showing('kde', { gridKey: 'other' })).legend.title).toBe('Harm');
    expect(pictureFor(showing('kde', { kde: { status: 'failed', message: 'no' } })).legend.title).toBe('Harm');
    expect(pictureFor(showing('near-repeat')).legend.title).toBe('Harm');
  });

  it('stands beside another in Compare too', () => {
    expect(pictureFor(showing('kde', { mode: 'compare' })).legend.title).toBe('Density');
  });
});

describe('the map of emerging hot spots', () => {
  it('names kind, steps and trend under the pointer', () => {
    const about = pictureFor(showing('emerging')).about(0);
    expect(about.place).toBe('Sporadic hot spot');
    expect(plain(about.lines[1] ?? '')).toBe('Hot in 40 % of the steps');
    expect(plain(about.quiet)).toBe('Trend up (p = 0.028)');
    expect(pictureFor(showing('emerging')).about(1).place).toBe('No pattern');
  });

  it('numbers the cells of a pattern by their rank, of the kind that stands alone only', () => {
    expect(pictureFor(showing('emerging')).top.map(({ rank }) => rank)).toEqual([1, 3]);
    expect(pictureFor(showing('emerging', { highlight: hot })).top.map(({ rank }) => rank)).toEqual([3]);
  });
});

describe('words of emerging hot spots', () => {
  it('a trend counts below one in ten', () => {
    expect(trendWords(-3, 0.1)).toBe('No trend');
    expect(plain(trendWords(-3, 0.0001))).toBe('Trend down (p < 0.001)');
    expect(trendWords(Number.NaN, Number.NaN)).toBe('No trend can be told');
    expect(plain(hotShareWords({ hotShare: Float64Array.of(0.3), coldShare: Float64Array.of(0.2) }, 0, false))).toBe(
      'Cold in 20 % of the steps',
    );
  });

  it('the next cell of a kind follows by rank and begins anew after the last', () => {
    const category = Uint8Array.of(2, 1, 2, 2);
    const rank = Uint32Array.of(4, 1, 2, 3);
    expect(nextOfKind(category, rank, 2, null)).toBe(2);
    expect(nextOfKind(category, rank, 2, 2)).toBe(3);
    expect(nextOfKind(category, rank, 2, 0)).toBe(2);
    expect(nextOfKind(category, rank, 9, null)).toBeNull();
  });
});

describe('the Knox table in words', () => {
  const knox = {
    distanceEdgesM: [1, 100, 200],
    timeEdgesDays: [7, 14],
    ratio: Float64Array.of(1.5, 1.2, 2, 1, 0.9, 1),
    p: Float64Array.of(0.01, 0.05, 0.2, 0.5, 0.9, 0.5),
    offences: 9,
    pairs: 9,
    observed: new Float64Array(6),
    expected: new Float64Array(6),
    poissonP: new Float64Array(6),
  };

  it('names the bands', () => {
    expect([0, 1, 2].map((band) => distanceBand(knox, band))).toEqual(['Same place', 'To 100 m', '100–200 m']);
    expect([0, 1].map((band) => timeBand(knox, band))).toEqual(['0–7 days', '8–14 days']);
  });

  it('finds where pairs are most above chance, at 5 % only', () => {
    expect([0, 1, 2].map((entry) => standsOut(knox, entry))).toEqual([true, true, false]);
    expect(bandsInWords(knox)).toBe(
      'Pairs stand out most at the same place, 0–7 days apart: 1.5 times as many as chance.',
    );
    const within = { ...knox, p: Float64Array.of(1, 1, 0.01, 1, 1, 1) };
    expect(bandsInWords(within)).toContain('most within 100 m, 0–7 days apart: 2 times');
    expect(bandsInWords({ ...knox, p: new Float64Array(6).fill(1) })).toContain(
      'one offence does not make the next likelier',
    );
  });
});

describe('slides of the methods', () => {
  it('tell the densest place', () => {
    const slide = slideOf(showing('kde'), 'light');
    expect(slide?.title).toBe('Southend-on-Sea: harm densest around Pier');
    expect(slide?.listTitle).toBe('Densest places');
    expect(slide?.rows).toMatchObject([{ rank: '1', place: 'Pier', value: '900' }]);
  });

  it('tell the kinds of hot cells, and carry their legend', () => {
    const slide = slideOf(showing('emerging'), 'light');
    expect(slide?.title).toBe('Southend-on-Sea: 1 new and 1 sporadic hot cells');
    expect(slide?.rows.map(({ rank, value }) => [rank, value])).toEqual([
      ['1', 'Sporadic'],
      ['3', 'New'],
    ]);
    expect(slide?.legend.ticks).toBe('categories');
  });
});

describe('what the map can show', () => {
  it('stands there disabled with the reason where the data do not allow it', () => {
    if (state.dataset.status !== 'ready') throw new Error('the fixture is loaded');
    const info = { ...state.dataset.value.info, snapped: true, hasDays: false };
    const choices = measureChoices(info, { ...state.settings, fromDay: null, toDay: null });
    expect(choices.filter(({ disabled }) => disabled).map(({ id }) => id)).toEqual(['near-repeat']);
    expect(measureChoices(info, state.settings).find(({ id }) => id === 'emerging')?.why).toContain('Ten months');
  });
});

describe('concentration and hours', () => {
  it('say how few cells hold a quarter, and what chance would need', () => {
    const holding = [{ share: 0.25, cells: 0.004, byChance: 0.012 }];
    expect(plain(concentrationSentence({ holding }, 'harm'))).toBe(
      '25 % of harm in 0.4 % of the cells; by chance 1.2 %',
    );
    expect(concentrationSentence({ holding: [] }, 'count')).toBe('No offences to be concentrated');
  });

  it('spans are told in minutes, hours or days', () => {
    expect([5.4, 100, 4_700].map((minutes) => plain(spanWords(minutes)))).toEqual(['5 minutes', '2 hours', '3 days']);
  });

  it('rates have two figures and no least maximum', () => {
    expect(hourFigure(0.05234, true)).toBe('0.052');
    expect(heatLevel(0.05, 0.05, 0)).toBe(5);
    const week = new Float64Array(168).fill(Number.NaN);
    week[5 * 24 + 22] = 0.5;
    expect(plain(busiestHour(week, true))).toBe('Most in one hour: 0.5, Sat 22:00');
  });
});
