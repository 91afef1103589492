/** Where the bars and months of the strip under the map stand. Pure: a series and a width in, pixels out. */
import { scaleLinear } from '@visx/scale';
import type { SeriesResult } from '../../core/results.ts';
import { formatDay, formatMonth, formatPeriod, monthStart } from '../format.ts';

interface Bar {
  readonly index: number;
  readonly x: number;
  readonly width: number;
  /** 0 for a step without data. */
  readonly height: number;
  /** No data for this step: drawn as a gap, which is not the same as nothing recorded. */
  readonly missing: boolean;
}

export interface MonthTick {
  readonly day: number;
  readonly x: number;
  readonly label: string;
}

/** Part of the strip in pixels. */
interface Stretch {
  readonly x: number;
  readonly width: number;
}

/** Stands whatever period is chosen, so that choosing one draws little anew. */
export interface TimelineModel {
  readonly bars: readonly Bar[];
  readonly ticks: readonly MonthTick[];
  readonly maximum: number;
  /** Where a day begins; null for one that the strip does not show. */
  xOf(day: number): number | null;
  /** Where a span of days stands, cut to the strip. */
  spanOf(fromDay: number, toDay: number): Stretch;
  /** Index of the step at pixel x, held within the series. */
  indexAt(x: number): number;
}

/** Months between labels that read well. */
const STEPS = [1, 2, 3, 6, 12, 24] as const;
const LABEL_WIDTH = 72;

/** `height` is that of the tallest bar. */
export function timelineModel(series: SeriesResult, width: number, height: number): TimelineModel {
  const n = series.startDay.length;
  const firstDay = series.startDay[0] ?? 0;
  const endDay = (series.endDay[n - 1] ?? firstDay) + 1;
  const x = scaleLinear<number>({ domain: [firstDay, endDay], range: [0, width] });
  const maximum = series.value.filter((value) => !Number.isNaN(value)).reduce((a, b) => Math.max(a, b), 0);
  const y = scaleLinear<number>({ domain: [0, maximum || 1], range: [0, height] });
  const bars: Bar[] = [];
  for (let i = 0; i < n; i += 1) {
    const start = series.startDay[i] ?? firstDay;
    const value = series.value[i] ?? Number.NaN;
    const left = x(start);
    const right = x((series.endDay[i] ?? start) + 1);
    bars.push({
      index: i,
      x: left,
      // A hairline between bars as long as there is room for one.
      width: Math.max(right - left - (right - left > 3 ? 1 : 0), 0.5),
      height: Number.isNaN(value) ? 0 : y(value),
      missing: Number.isNaN(value),
    });
  }
  return {
    bars,
    ticks: monthTicks(firstDay, endDay, width).map((day) => ({ day, x: x(day), label: formatMonth(day) })),
    maximum,
    xOf: (day) => (day >= firstDay && day < endDay ? x(day) : null),
    spanOf: (from, to) => {
      const left = x(Math.max(from, firstDay));
      return { x: left, width: x(Math.min(to + 1, endDay)) - left };
    },
    indexAt: (at) => {
      const day = x.invert(Math.min(Math.max(at, 0), width));
      for (let i = n - 1; i > 0; i -= 1) if ((series.startDay[i] ?? 0) <= day) return i;
      return 0;
    },
  };
}

/** The chosen period on the strip: the steps that it holds whole, and the days in pixels. */
export interface Chosen {
  /** Index of the first and the last such step; none when the last is before the first. */
  readonly first: number;
  readonly last: number;
  /** Null when all of the strip is chosen, or nothing that it shows. */
  readonly stretch: Stretch | null;
}

/** `fromDay` and `toDay` are null where open. */
export function chosenOn(
  { startDay, endDay }: SeriesResult,
  model: TimelineModel,
  fromDay: number | null,
  toDay: number | null,
): Chosen {
  const n = startDay.length;
  if (fromDay === null && toDay === null) return { first: 0, last: n - 1, stretch: null };
  const first = fromDay === null ? 0 : startDay.findIndex((day) => day >= fromDay);
  const last = toDay === null ? n - 1 : endDay.findLastIndex((day) => day <= toDay);
  const stretch = model.spanOf(fromDay ?? startDay[0] ?? 0, toDay ?? endDay[n - 1] ?? 0);
  return { first: first < 0 ? n : first, last, stretch: stretch.width > 0 ? stretch : null };
}

function monthTicks(firstDay: number, endDay: number, width: number): readonly number[] {
  const months = (endDay - firstDay) / 30.44;
  const step = STEPS.find((s) => (width / Math.max(months, 1)) * s >= LABEL_WIDTH) ?? 24;
  const ticks: number[] = [];
  for (let day = monthStart(firstDay - 1, 1); day < endDay; day = monthStart(day, 1)) {
    // Steps counted from January, so that the labels of two files agree.
    const month = new Date(day * 86_400_000).getUTCMonth() + 12 * new Date(day * 86_400_000).getUTCFullYear();
    if (month % step === 0 && (endDay - day) * (width / (endDay - firstDay)) > LABEL_WIDTH - 8) ticks.push(day);
  }
  return ticks;
}

/** What step i is called: "week of 12 Apr 2021", "14 Apr 2021", "Apr 2021". */
export function stepName(series: SeriesResult, index: number): string {
  const start = series.startDay[index] ?? 0;
  const end = series.endDay[index] ?? start;
  if (series.unit === 'month') return formatMonth(start);
  return series.unit === 'day' ? formatDay(start) : formatPeriod(start, end);
}
