import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { DAYS, HOURS } from '../hotspots/hour-grid.ts';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import { type At, hourPresets, isPainted, painted, placeReached } from './hour-paint.ts';
import styles from './hours-filter.module.css';

/** Which hours of the week count: painted with the pointer or by keyboard, or one of the presets. */
export function HoursFilter() {
  const info = useSlice((state) => datasetOf(state)?.info ?? null);
  if (info === null) return <p className={controls.note}>Load offences to choose hours.</p>;
  if (!info.hasTimes) {
    return (
      <p className={controls.note}>
        {info.snapped
          ? 'Off: this source publishes months only, so no hour can be told from another.'
          : 'Off: no offence of these files has a time of day.'}
      </p>
    );
  }
  return <TimedHoursFilter />;
}

function TimedHoursFilter() {
  const store = useStore();
  const hours = useSlice((state) => state.settings.hours);
  const preset = hourPresets.find((candidate) => candidate.hours?.join() === hours?.join());
  return (
    <section aria-label="Hours of the week">
      <ToggleButtonGroup
        aria-label="Common hours"
        className={cx(controls.chips)}
        selectedKeys={preset ? [preset.id] : []}
        onSelectionChange={(keys) => {
          const chosen = hourPresets.find(({ id }) => keys.has(id));
          store.dispatch({ type: 'set', patch: { hours: chosen?.hours ?? null } });
        }}
      >
        {hourPresets.map(({ id, label }) => (
          <ToggleButton key={id} id={id} className={cx(controls.chip)}>
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <WeekGrid />
      <div className={styles.foot}>
        <p className={controls.note}>
          {hours === null
            ? 'Every hour counts. Paint the hours that shall: drag, or arrow keys and space; the heads take whole days and hours.'
            : `Only the ${hours.length} painted hours count, by the hour in which an offence began. Offences without a time of day are left out.`}
        </p>
        <Button
          className={cx(controls.link, styles.clear)}
          onPress={() => store.dispatch({ type: 'set', patch: { hours: null } })}
        >
          Every hour
        </Button>
      </div>
    </section>
  );
}

function WeekGrid() {
  const store = useStore();
  const hours = useSlice((state) => state.settings.hours);
  const grid = useRef<HTMLTableElement>(null);
  const gesture = useRef({ id: 0, from: null as At | null, before: hours });
  const [focused, setFocused] = useState<At>({ day: 0, hour: 0 });

  const paint = (from: At, to: At) =>
    store.dispatch({
      type: 'set',
      patch: { hours: painted(gesture.current.before, from, to) },
      merge: `hours-${gesture.current.id}`,
    });
  const begin = (at: At) => {
    gesture.current = { id: gesture.current.id + 1, from: at, before: hours };
    setFocused(at);
    paint(at, at);
  };
  const pointer = {
    onPointerDown: (event: PointerEvent) => {
      const at = placeUnder(event);
      if (event.button !== 0 || at === null) return;
      // a finger, too, paints on over the cells that it reaches
      event.preventDefault();
      begin(at);
    },
    onPointerMove: (event: PointerEvent) => {
      const { from } = gesture.current;
      const at = from === null ? null : placeUnder(event);
      if (from !== null && at !== null) paint(from, at);
    },
    onPointerUp: () => {
      gesture.current.from = null;
    },
    onPointerCancel: () => {
      gesture.current.from = null;
    },
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      begin(focused);
      gesture.current.from = null;
      return;
    }
    const to = placeReached(event.key, focused);
    if (to === null) return;
    event.preventDefault();
    setFocused(to);
    grid.current?.querySelector<HTMLElement>(`[data-at="${to.day},${to.hour}"]`)?.focus();
  };
  const place = (at: At, label: string) => ({
    'data-at': `${at.day},${at.hour}`,
    'aria-label': label,
    'aria-selected': isPainted(hours, at),
    tabIndex: at.day === focused.day && at.hour === focused.hour ? 0 : -1,
    onFocus: () => setFocused(at),
  });
  return (
    <table
      ref={grid}
      className={styles.grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells to paint are the grid of the ARIA practices
      role="grid"
      aria-label="Hours that count"
      aria-multiselectable
      onKeyDown={onKeyDown}
      {...pointer}
    >
      <thead>
        <tr>
          <th scope="col" className={styles.all} {...place({ day: -1, hour: -1 }, 'The whole week')}>
            All
          </th>
          {HOURS.map((hour) => (
            <th key={hour} scope="col" {...place({ day: -1, hour }, `${clock(hour)}:00 every day`)}>
              <span className={hour % 3 === 0 ? undefined : controls.visuallyHidden}>{clock(hour)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {DAYS.map((name, day) => (
          <tr key={name}>
            <th scope="row" {...place({ day, hour: -1 }, `${name}, all day`)}>
              {name}
            </th>
            {HOURS.map((hour) => (
              <td key={hour} {...place({ day, hour }, `${name} ${clock(hour)}:00`)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const clock = (hour: number): string => String(hour).padStart(2, '0');

/** The place of the grid under the pointer, wherever the gesture began. */
function placeUnder({ clientX, clientY }: PointerEvent): At | null {
  const cell = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-at]');
  const [day, hour] = (cell?.dataset.at ?? '').split(',').map(Number);
  return day === undefined || hour === undefined || Number.isNaN(day) ? null : { day, hour };
}
