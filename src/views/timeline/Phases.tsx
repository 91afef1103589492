import { memo } from 'react';
import type { Restriction } from '../../core/offences/key-dates.ts';
import { formatPeriod } from '../format.ts';
import type { TimelineModel } from './model.ts';
import styles from './timeline.module.css';

/** Rules in force as a thin row over the bars: restrictions darker than easing, hatched where districts differ. */
export const Phases = memo(function Phases({
  phases,
  model,
  height,
}: {
  phases: readonly Restriction[];
  model: TimelineModel;
  height: number;
}) {
  return (
    <g className={styles.phases}>
      <defs>
        <pattern id="differs" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="6" />
        </pattern>
      </defs>
      {phases.map((phase) => {
        const { x, width } = model.spanOf(phase.fromDay, phase.toDay);
        return (
          <rect
            key={`${phase.fromDay} ${phase.label}`}
            className={styles[phase.kind]}
            x={x}
            // a hair between phases that follow each other
            width={Math.max(width - 1, 0.5)}
            height={height}
          >
            <title>{`${phase.label}, ${formatPeriod(phase.fromDay, phase.toDay)}`}</title>
          </rect>
        );
      })}
    </g>
  );
});
