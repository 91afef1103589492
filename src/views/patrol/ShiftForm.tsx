import { Dices } from 'lucide-react';
import { Button } from 'react-aria-components';
import { weekdayOf } from '../../core/offences/time.ts';
import { type Patrol, patrolLimits, patrolViewed } from '../../state/patrol.ts';
import controls from '../controls/controls.module.css';
import { DayInput } from '../controls/DayInput.tsx';
import { NumberInput } from '../controls/NumberInput.tsx';
import { Segments } from '../controls/Segments.tsx';
import { useTyped } from '../controls/use-typed.ts';
import { cx } from '../cx.ts';
import { useSlice, useStore } from '../store-context.ts';
import styles from './patrol.module.css';
import { clockWords, minuteOfText, weekdays } from './patrol-words.ts';

/** When the shift is and who is on it. */
export function ShiftForm({ patrol }: { readonly patrol: Patrol }) {
  const store = useStore();
  const view = useSlice((state) => state.settings.patrol);
  const change = (patch: Partial<typeof view>) =>
    store.dispatch({ type: 'set', patch: patrolViewed(store.getState().settings, patch) });
  const number = (label: string, key: 'pairs' | 'visitMin' | 'visitsPerArea' | 'apartMin' | 'seed') => {
    const [least, most] = patrolLimits[key];
    return (
      <NumberInput
        label={label}
        value={view[key]}
        least={least}
        most={Math.min(most, 9_999_999)}
        onChange={(value) => change({ [key]: value })}
      />
    );
  };
  return (
    <div className={styles.form}>
      <div className={controls.row}>
        <label className={controls.field}>
          Weekday
          <select
            className={controls.input}
            value={weekdayOf(patrol.day)}
            onChange={(event) => change({ day: null, weekday: Number(event.target.value) })}
          >
            {weekdays.map((name, weekday) => (
              <option key={name} value={weekday}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <DayInput label="Date" value={patrol.day} onChange={(day) => change({ day })} />
      </div>
      <div className={controls.row}>
        <ClockInput label="From" value={view.fromMinute} onChange={(fromMinute) => change({ fromMinute })} />
        <ClockInput label="To" value={view.toMinute} onChange={(toMinute) => change({ toMinute })} />
        {number('Pairs', 'pairs')}
      </div>
      <div className={controls.row}>
        {number('Minutes a visit', 'visitMin')}
        {number('Visits an area', 'visitsPerArea')}
      </div>
      <Segments
        label="Between areas"
        choices={[
          { id: 'drive' as const, name: 'By car' },
          { id: 'walk' as const, name: 'On foot' },
        ]}
        value={view.moving}
        onChoose={(moving) => change({ moving })}
      />
      <details className={styles.more}>
        <summary>More of the plan</summary>
        <div className={styles.form}>
          <div className={controls.row}>
            <NumberInput
              label="First areas only (0: all)"
              value={view.mostAreas ?? 0}
              least={0}
              most={patrolLimits.mostAreas[1]}
              onChange={(most) => change({ mostAreas: most === 0 ? null : most })}
            />
            {number('Minutes between visits', 'apartMin')}
          </div>
          {number('Seed of chance', 'seed')}
        </div>
      </details>
      <div>
        <Button className={cx(controls.button)} onPress={() => change({ seed: (view.seed + 1) % 10_000_000 })}>
          <Dices size={15} aria-hidden />
          Draw again
        </Button>
      </div>
    </div>
  );
}

interface ClockInputProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (minute: number) => void;
}

/** A time of day, taken when the field is left or Enter pressed. */
function ClockInput({ label, value, onChange }: ClockInputProps) {
  const read = (text: string) => minuteOfText(text) ?? undefined;
  const { wrong, field } = useTyped({ value, write: clockWords, read, onChange });
  return (
    <label className={controls.field}>
      {label}
      <input className={controls.input} autoComplete="off" inputMode="numeric" {...field} />
      {wrong && (
        <span className={controls.wrong} role="alert">
          Write a time as 20:00
        </span>
      )}
    </label>
  );
}
