import { AxisBottom } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { memo } from 'react';
import { cx } from '../cx.ts';
import type { MonthTick } from './model.ts';
import styles from './timeline.module.css';

interface StepBarProps {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly missing: boolean;
  readonly chosen: boolean;
  readonly hovered: boolean;
}

/** A step of the series; drawn anew only when something of it changes, as the period moves several times a second. */
export const StepBar = memo(function StepBar({ x, width, height, missing, chosen, hovered }: StepBarProps) {
  return (
    <Bar
      className={cx(styles.bar, chosen && styles.chosen, missing && styles.missing, hovered && styles.hovered)}
      x={x}
      y={missing ? -2 : -height}
      width={width}
      height={missing ? 2 : height}
    />
  );
});

export const MonthAxis = memo(function MonthAxis({ ticks, width }: { ticks: readonly MonthTick[]; width: number }) {
  return (
    <AxisBottom
      scale={scaleLinear<number>({ domain: [0, width], range: [0, width] })}
      tickValues={ticks.map((tick) => tick.x)}
      tickFormat={(_, index) => ticks[index]?.label ?? ''}
      hideAxisLine
      tickLength={4}
      axisClassName={cx(styles.axis)}
      tickLabelProps={{ className: cx(styles.tick), textAnchor: 'start', dx: 3, dy: 0 }}
    />
  );
});
