import { describe, expect, it } from 'vitest';
import type { SeriesResult } from '../../src/core/results.ts';
import { dayOfText } from '../../src/views/format.ts';
import { chosenOn, stepName, timelineModel } from '../../src/views/timeline/model.ts';

const day = (iso: string) => dayOfText(iso) ?? Number.NaN;
const first = day('2021-01-04');

/** Four weeks from Monday 4 January 2021; the third has no data. */
const series: SeriesResult = {
  unit: 'week',
  startDay: Int32Array.from([0, 7, 14, 21], (d) => first + d),
  endDay: Int32Array.from([6, 13, 20, 27], (d) => first + d),
  count: Float64Array.of(2, 4, Number.NaN, 0),
  value: Float64Array.of(10, 40, Number.NaN, 0),
};

const chosen = (fromDay: number | null, toDay: number | null) =>
  chosenOn(series, timelineModel(series, 280, 40), fromDay, toDay);

describe('timeline', () => {
  it('draws heights in proportion, the tallest full', () => {
    const { bars, maximum } = timelineModel(series, 280, 40);
    expect(maximum).toBe(40);
    expect(bars.map((bar) => bar.height)).toEqual([10, 40, 0, 0]);
  });

  it('knows where each of its days begins, and no others', () => {
    const { xOf } = timelineModel(series, 280, 40);
    expect([first - 1, first, first + 7, first + 27, first + 28].map(xOf)).toEqual([null, 0, 70, 270, null]);
  });

  it('tells a gap in the data from a week with nothing recorded', () => {
    const { bars } = timelineModel(series, 280, 40);
    expect(bars.map((bar) => bar.missing)).toEqual([false, false, true, false]);
  });

  it('knows the steps that the chosen period holds whole, all of them when every date is chosen', () => {
    const { first: from, last } = chosen(first + 7, first + 20);
    expect([from, last]).toEqual([1, 2]);
    expect(chosen(null, null)).toEqual({ first: 0, last: 3, stretch: null });
    const none = chosen(first + 8, first + 12);
    expect(none.last).toBeLessThan(none.first);
  });

  it('shades the chosen days even where they cut through a step', () => {
    expect(chosen(first + 7, first + 13).stretch).toEqual({ x: 70, width: 70 });
    expect(chosen(null, first + 3).stretch).toEqual({ x: 0, width: 40 });
  });

  it('shades nothing for a period outside the data', () => {
    expect(chosen(first - 90, first - 30).stretch).toBeNull();
    expect(chosen(first + 90, first + 93).stretch).toBeNull();
  });

  it('finds the step under the pointer, and the nearest one beyond the ends', () => {
    const { indexAt } = timelineModel(series, 280, 40);
    expect([indexAt(-5), indexAt(0), indexAt(69), indexAt(71), indexAt(279), indexAt(999)]).toEqual([0, 0, 0, 1, 3, 3]);
  });

  it('labels months without letting two labels touch', () => {
    const months: SeriesResult = {
      unit: 'month',
      startDay: Int32Array.from({ length: 26 }, (_, i) => Math.round(Date.UTC(2019, 6 + i, 1) / 86_400_000)),
      endDay: Int32Array.from({ length: 26 }, (_, i) => Math.round(Date.UTC(2019, 7 + i, 1) / 86_400_000) - 1),
      count: new Float64Array(26),
      value: new Float64Array(26),
    };
    for (const width of [320, 640, 1280, 2560]) {
      const xs = timelineModel(months, width, 40).ticks.map((tick) => tick.x);
      expect(xs.length).toBeGreaterThan(1);
      xs.slice(1).forEach((x, i) => {
        expect(x - (xs[i] ?? 0)).toBeGreaterThan(60);
      });
    }
  });

  it('stands for an empty or all-missing series without dividing by nothing', () => {
    const none = { ...series, startDay: new Int32Array(), endDay: new Int32Array(), value: new Float64Array() };
    expect(timelineModel(none, 280, 40).bars).toEqual([]);
    const gaps = { ...series, value: new Float64Array(4).fill(Number.NaN) };
    expect(timelineModel(gaps, 280, 40).maximum).toBe(0);
  });

  it('names a step by its unit', () => {
    expect(stepName(series, 0).replaceAll('\u00a0', ' ')).toBe('4 – 10 Jan 2021');
  });
});
