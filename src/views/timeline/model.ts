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
  readonly selected: boolean;
}

interface MonthTick {
  readonly day: number;
  readonly x: number;
  readonly label: string;
}

export interface TimelineModel {
  readonly bars: readonly Bar[];
  readonly ticks: readonly MonthTick[];
  /** The chosen period in pixels; null when everything is chosen. */
  readonly selection: { readonly x: number; readonly width: number } | null;
  readonly maximum: number;
  /** Where a span of days stands, cut to the strip. */
  spanOf(fromDay: number, toDay: number): { readonly x: number; readonly width: number };
  /** Where a day begins; null for one that the strip does not show. */
  xOf(day: number): number | null;
  /** Index of the step at pixel x, held within the series. */
  indexAt(x: number): number;
}

/** Months between labels that read well. */
const STEPS = [1, 2, 3, 6, 12, 24] as const;
const LABEL_WIDTH = 72;

/** `fromDay` and `toDay` are the chosen period, null where open; `height` is that of the tallest bar. */
export function timelineModel(
  series: SeriesResult,
  width: number,
  height: number,
  fromDay: number | null,
  toDay: number | null,
): TimelineModel {
  const n = series.startDay.length;
  const firstDay = series.startDay[0] ?? 0;
  const endDay = (series.endDay[n - 1] ?? firstDay) + 1;
  const x = scaleLinear<number>({ domain: [firstDay, endDay], range: [0, width] });
  const maximum = series.value.filter((value) => !Number.isNaN(value)).reduce((a, b) => Math.max(a, b), 0);
  const y = scaleLinear<number>({ domain: [0, maximum || 1], range: [0, height] });
  const all = fromDay === null && toDay === null;
  const bars: Bar[] = [];
  for (let i = 0; i < n; i += 1) {
    const start = series.startDay[i] ?? firstDay;
    const end = series.endDay[i] ?? start;
    const value = series.value[i] ?? Number.NaN;
    const left = x(start);
    const right = x(end + 1);
    bars.push({
      index: i,
      x: left,
      // A hairline between bars as long as there is room for one.
      width: Math.max(right - left - (right - left > 3 ? 1 : 0), 0.5),
      height: Number.isNaN(value) ? 0 : y(value),
      missing: Number.isNaN(value),
      selected: !all && start >= (fromDay ?? start) && end <= (toDay ?? end),
    });
  }
  const spanOf = (from: number, to: number) => {
    const left = x(Math.max(from, firstDay));
    return { x: left, width: x(Math.min(to + 1, endDay)) - left };
  };
  const chosen = spanOf(fromDay ?? firstDay, toDay ?? endDay - 1);
  return {
    bars,
    ticks: monthTicks(firstDay, endDay, width).map((day) => ({ day, x: x(day), label: formatMonth(day) })),
    selection: all || chosen.width <= 0 ? null : chosen,
    spanOf,
    maximum,
    xOf: (day) => (day >= firstDay && day < endDay ? x(day) : null),
    indexAt: (at) => {
      const day = x.invert(Math.min(Math.max(at, 0), width));
      for (let i = n - 1; i > 0; i -= 1) if ((series.startDay[i] ?? 0) <= day) return i;
      return 0;
    },
  };
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
