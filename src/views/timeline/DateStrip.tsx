import { Group } from '@visx/group';
import { useCallback, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Restriction } from '../../core/offences/key-dates.ts';
import type { SeriesResult } from '../../core/results.ts';
import { bankHolidays, type DayMark, datesShown, districtOf, keyDatesHere } from '../../state/key-dates.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatCount, formatValue } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import { useWidth } from '../use-width.ts';
import { periodWords, valueHeading } from '../words.ts';
import { BatchTicks } from './BatchTicks.tsx';
import { KeyDateMarks } from './KeyDateMarks.tsx';
import { chosenOn, stepName, timelineModel } from './model.ts';
import { daysOf, type Strip } from './moves.ts';
import { Phases } from './Phases.tsx';
import { PlayButton } from './PlayButton.tsx';
import { MonthAxis, StepBar } from './StepBar.tsx';
import styles from './timeline.module.css';
import { useDragToChoose, useKeysToMove } from './use-choose.ts';

const PHASE_HEIGHT = 6;
const BARS_TOP = PHASE_HEIGHT + 2;
const BAR_HEIGHT = 34;
const AXIS_HEIGHT = 20;
const PLOT_HEIGHT = BARS_TOP + BAR_HEIGHT + AXIS_HEIGHT;

/** The bars of a series with rules in force and key dates above them, and the period chosen of it. */
export function DateStrip({ series }: { series: SeriesResult }) {
  const store = useStore();
  const period = useSlice(periodWords);
  const mode = useSlice((state) => state.settings.mode);
  const fromDay = useSlice((state) => state.settings.fromDay);
  const toDay = useSlice((state) => state.settings.toDay);
  const [box, width] = useWidth();
  const [hovered, setHovered] = useState<number | null>(null);
  const model = useMemo(() => timelineModel(series, width, BAR_HEIGHT), [series, width]);
  const chosen = chosenOn(series, model, fromDay, toDay);
  const strip = useMemo(() => stripOf(series), [series]);
  const { district, phases, marks } = useDates(strip);
  const drag = useDragToChoose(series, model, setHovered);
  const keys = useKeysToMove(strip);
  const open = fromDay === null && toDay === null;
  const choose = useCallback(
    ({ keyDates: [first] }: DayMark) => first && store.dispatch({ type: 'set', patch: daysOf(first, strip) }),
    [store, strip],
  );
  return (
    <>
      <div className={styles.head}>
        <PlayButton strip={strip} />
        <h2 className={styles.title}>
          {valueHeading[mode]} per {series.unit}
        </h2>
        <p className={styles.reading}>
          {hovered === null ? period : readingOf(series, hovered, mode)}
          {hovered !== null && <span className={styles.aside}>{aboutDays(series, hovered, phases)}</span>}
        </p>
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
        <KeyDateMarks marks={marks} xOf={model.xOf} onChoose={choose} />
        <div
          className={styles.slider}
          role="slider"
          tabIndex={0}
          aria-label={`Period on the timeline of ${valueHeading[mode].toLowerCase()} per ${series.unit}, restrictions of ${district ?? 'all districts'}`}
          aria-description="Arrow keys move the period by a day or a month, with Control by its own length, with Shift they move its end."
          aria-valuemin={strip.fromDay}
          aria-valuemax={strip.toDay}
          aria-valuenow={Math.min(Math.max(fromDay ?? strip.fromDay, strip.fromDay), strip.toDay)}
          aria-valuetext={period}
          {...keys}
        >
          <svg width={width} height={PLOT_HEIGHT} aria-hidden {...drag}>
            {chosen.stretch !== null && (
              <rect
                className={styles.selection}
                x={chosen.stretch.x}
                width={chosen.stretch.width}
                height={BARS_TOP + BAR_HEIGHT}
              />
            )}
            <Phases phases={phases} model={model} height={PHASE_HEIGHT} />
            <Group top={PHASE_HEIGHT + 1}>
              <BatchTicks xOf={model.xOf} />
            </Group>
            <Group top={BARS_TOP + BAR_HEIGHT}>
              {model.bars.map((bar) => (
                <StepBar
                  key={bar.index}
                  {...bar}
                  chosen={bar.index >= chosen.first && bar.index <= chosen.last}
                  hovered={bar.index === hovered}
                />
              ))}
              <MonthAxis ticks={model.ticks} width={width} />
            </Group>
          </svg>
        </div>
      </div>
    </>
  );
}

function stripOf({ unit, startDay, endDay }: SeriesResult): Strip {
  return { fromDay: startDay[0] ?? 0, toDay: endDay.at(-1) ?? 0, months: unit === 'month' };
}

/** Phases and key dates of the district that is on screen. */
function useDates({ fromDay, toDay }: Strip) {
  const list = useSlice(keyDatesHere);
  const areas = useSlice((state) => state.areaSet.areas);
  const areaId = useSlice((state) => state.settings.areaId);
  return useMemo(() => {
    const district = districtOf(list, areas, areaId);
    return { district: district?.name ?? null, ...datesShown(list, district?.id ?? null, fromDay, toDay) };
  }, [list, areas, areaId, fromDay, toDay]);
}

/** What held and which days were no working days in a step: "Step 2: shops …; Easter Monday". */
function aboutDays({ startDay, endDay }: SeriesResult, index: number, phases: readonly Restriction[]): string {
  const [from, to] = [startDay[index] ?? 0, endDay[index] ?? 0];
  const held = phases.filter((phase) => phase.fromDay <= to && phase.toDay >= from).map(({ label }) => label);
  // a month holds too many to be worth their room
  const holidays = to - from > 7 ? [] : bankHolidays.filter(({ day }) => day >= from && day <= to);
  return [...new Set(held), ...holidays.map(({ name }) => name)].join('; ');
}

function readingOf(series: SeriesResult, index: number, mode: 'harm' | 'sqrt-harm' | 'count'): string {
  const value = series.value[index] ?? Number.NaN;
  const count = series.count[index] ?? Number.NaN;
  const name = stepName(series, index);
  if (Number.isNaN(value)) return `${name}: no data`;
  if (mode === 'count') return `${name}: ${formatCount(count)} offences`;
  return `${name}: ${formatValue(value, mode)} from ${formatCount(count)} offences`;
}
