import { AxisBottom } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { SeriesResult } from '../../core/results.ts';
import type { AppState } from '../../state/app-state.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatCount, formatValue } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import { useWidth } from '../use-width.ts';
import { datasetOf, periodWords, shownValue, valueHeading } from '../words.ts';
import { BatchTicks } from './BatchTicks.tsx';
import { stepName, type TimelineModel, timelineModel } from './model.ts';
import styles from './timeline.module.css';

const BAR_HEIGHT = 40;
const AXIS_HEIGHT = 20;

/** Offences over time; dragging across the bars chooses a period, as the period picker does by keyboard. */
export function Timeline() {
  const series = useSlice((state) => shownValue(state.series));
  const status = useSlice((state) => state.series.status);
  const empty = useSlice(emptyWords);
  return (
    <section className={styles.timeline} aria-label="Timeline" aria-busy={status === 'running'}>
      {series !== null && series.startDay.length > 0 ? (
        <Strip series={series} />
      ) : (
        <p className={styles.empty}>{empty}</p>
      )}
    </section>
  );
}

/** What stands in the strip while there are no bars. */
function emptyWords(state: AppState): string {
  const info = datasetOf(state)?.info;
  if (state.series.status === 'failed') return state.series.message;
  if (info === undefined) return state.dataset.status === 'running' ? 'Loading offences …' : 'No offences loaded';
  return info.hasDates ? 'Counting over time …' : 'This file has no dates, so there is nothing to show over time.';
}

function Strip({ series }: { series: SeriesResult }) {
  const store = useStore();
  const period = useSlice(periodWords);
  const mode = useSlice((state) => state.settings.mode);
  const fromDay = useSlice((state) => state.settings.fromDay);
  const toDay = useSlice((state) => state.settings.toDay);
  const [box, width] = useWidth();
  const [hovered, setHovered] = useState<number | null>(null);
  const model = useMemo(
    () => timelineModel(series, width, BAR_HEIGHT, fromDay, toDay),
    [series, width, fromDay, toDay],
  );
  const drag = useDragToChoose(series, model, setHovered);
  const open = fromDay === null && toDay === null;
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {valueHeading[mode]} per {series.unit}
        </h2>
        <p className={styles.reading}>{hovered === null ? period : readingOf(series, hovered, mode)}</p>
        {!open && (
          <Button
            className={cx(controls.link, styles.clear)}
            onPress={() => store.dispatch({ type: 'set', patch: { fromDay: null, toDay: null } })}
          >
            All dates
          </Button>
        )}
      </div>
      <div ref={box} className={styles.plot}>
        <svg
          width={width}
          height={BAR_HEIGHT + AXIS_HEIGHT}
          role="img"
          aria-label={`${valueHeading[mode]} per ${series.unit}; chosen: ${period}. Choose a period with the Period control.`}
          {...drag}
        >
          {model.selection !== null && (
            <rect
              className={styles.selection}
              x={model.selection.x}
              width={model.selection.width}
              height={BAR_HEIGHT}
            />
          )}
          <BatchTicks xOf={model.xOf} />
          <Group top={BAR_HEIGHT}>
            {model.bars.map((bar) => (
              <Bar
                key={bar.index}
                className={cx(
                  styles.bar,
                  (bar.selected || open) && styles.chosen,
                  bar.missing && styles.missing,
                  bar.index === hovered && styles.hovered,
                )}
                x={bar.x}
                y={bar.missing ? -2 : -bar.height}
                width={bar.width}
                height={bar.missing ? 2 : bar.height}
              />
            ))}
            <AxisBottom
              scale={scaleLinear<number>({ domain: [0, width], range: [0, width] })}
              tickValues={model.ticks.map((tick) => tick.x)}
              tickFormat={(_, index) => model.ticks[index]?.label ?? ''}
              hideAxisLine
              tickLength={4}
              axisClassName={cx(styles.axis)}
              tickLabelProps={{ className: cx(styles.tick), textAnchor: 'start', dx: 3, dy: 0 }}
            />
          </Group>
        </svg>
      </div>
    </>
  );
}

function readingOf(series: SeriesResult, index: number, mode: 'harm' | 'sqrt-harm' | 'count'): string {
  const value = series.value[index] ?? Number.NaN;
  const count = series.count[index] ?? Number.NaN;
  const name = stepName(series, index);
  if (Number.isNaN(value)) return `${name}: no data`;
  if (mode === 'count') return `${name}: ${formatCount(count)} offences`;
  return `${name}: ${formatValue(value, mode)} from ${formatCount(count)} offences`;
}

/** Pointer handlers: press, drag and release choose whole steps; every step of one drag is a single undo. */
function useDragToChoose(series: SeriesResult, model: TimelineModel, setHovered: (index: number | null) => void) {
  const store = useStore();
  const gesture = useRef({ id: 0, anchor: null as number | null });
  const indexOf = (event: PointerEvent<SVGSVGElement>) =>
    model.indexAt(event.clientX - event.currentTarget.getBoundingClientRect().left);
  const choose = (a: number, b: number) => {
    const fromDay = series.startDay[Math.min(a, b)] ?? null;
    const toDay = series.endDay[Math.max(a, b)] ?? null;
    store.dispatch({ type: 'set', patch: { fromDay, toDay }, merge: `timeline-${gesture.current.id}` });
  };
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      gesture.current = { id: gesture.current.id + 1, anchor: indexOf(event) };
      choose(indexOf(event), indexOf(event));
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const index = indexOf(event);
      setHovered(index);
      if (gesture.current.anchor !== null) choose(gesture.current.anchor, index);
    },
    onPointerUp: () => {
      gesture.current.anchor = null;
    },
    onPointerCancel: () => {
      gesture.current.anchor = null;
    },
    onPointerLeave: () => setHovered(null),
  };
}
