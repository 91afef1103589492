import type { Coverage, Period } from '../../core/batches/coverage.ts';
import { formatDay, formatPeriod } from '../format.ts';
import { useWidth } from '../use-width.ts';
import styles from './batches.module.css';
import { type CoverageLane, coverageLanes, LANE_HEIGHT } from './coverage-lanes.ts';

interface CoverageStripProps {
  /** Of the batches that are on, in the order of the coverage. */
  readonly names: readonly string[];
  readonly coverage: Coverage;
  readonly period: Period;
}

/** A lane for each batch over the days they cover together, with gaps marked. */
export function CoverageStrip({ names, coverage, period }: CoverageStripProps) {
  const [box, width] = useWidth();
  const { lanes, gaps, height } = coverageLanes(names, coverage, period, width);
  return (
    <div ref={box}>
      <svg className={styles.strip} width="100%" height={height} role="img" aria-label={wordsOf(lanes)}>
        {gaps.map((gap) => (
          <rect key={gap.x} className={styles.gap} x={gap.x} y={0} width={gap.width} height={height} />
        ))}
        {lanes.map((lane) => (
          <rect
            key={lane.key}
            className={styles.lane}
            x={lane.x}
            y={lane.y}
            width={lane.width}
            height={LANE_HEIGHT}
            rx={2}
          />
        ))}
      </svg>
      <div className={styles.ends}>
        <span>{formatDay(period.fromDay)}</span>
        <span>{formatDay(period.toDay)}</span>
      </div>
    </div>
  );
}

function wordsOf(lanes: readonly CoverageLane[]): string {
  return lanes.map(({ name, period }) => `${name}: ${formatPeriod(period.fromDay, period.toDay)}`).join('; ');
}
