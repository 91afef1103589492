/** Where the lanes of the strip of periods stand. Pure: coverage and a width in, pixels out. */
import type { Coverage, Period } from '../../core/batches/coverage.ts';

export const LANE_HEIGHT = 8;
const LANE_STEP = 12;

export interface CoverageLane {
  readonly key: number;
  readonly name: string;
  readonly period: Period;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface CoverageLanes {
  readonly lanes: readonly CoverageLane[];
  readonly gaps: readonly { readonly x: number; readonly width: number }[];
  readonly height: number;
}

export function coverageLanes(
  names: readonly string[],
  { batches, gaps }: Coverage,
  period: Period,
  width: number,
): CoverageLanes {
  const days = period.toDay - period.fromDay + 1;
  const x = (day: number): number => (Math.min(Math.max(day - period.fromDay, 0), days) / days) * width;
  const span = ({ fromDay, toDay }: Period) => ({ x: x(fromDay), width: Math.max(x(toDay + 1) - x(fromDay), 2) });
  const lanes = batches.flatMap((batch, i) =>
    batch.period === null
      ? []
      : [{ key: i, name: names[i] ?? '', period: batch.period, y: i * LANE_STEP, ...span(batch.period) }],
  );
  return {
    lanes,
    gaps: gaps.map(span),
    height: Math.max(batches.length * LANE_STEP - (LANE_STEP - LANE_HEIGHT), LANE_HEIGHT),
  };
}
