import { hoursFrom, hoursOfWeek } from '../../state/own-definitions.ts';
import controls from '../controls/controls.module.css';
import { Toggle } from '../controls/Toggle.tsx';
import styles from './definition.module.css';
import { hourText } from './rule-words.ts';
import { Tick } from './Tick.tsx';

interface HoursFieldsProps {
  /** Hours of the week, 0 = Monday 00; null for all. */
  readonly list: readonly number[] | null;
  readonly onChange: (list: readonly number[] | null) => void;
}

const NIGHTS = { days: [4, 5], from: 19, to: 5 } as const;
const DAY_NAMES: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

/** Days of the week and the hours that begin on them; a night runs into the next day. */
export function HoursFields({ list, onChange }: HoursFieldsProps) {
  const hours = list === null ? null : (hoursFrom(list) ?? NIGHTS);
  const hour = (name: 'from' | 'to', label: string, at: NonNullable<typeof hours>) => (
    <label className={controls.field}>
      {label}
      <select
        className={controls.input}
        value={at[name]}
        onChange={(event) => onChange(hoursOfWeek({ ...at, [name]: Number(event.target.value) }))}
      >
        {HOURS.map((each) => (
          <option key={each} value={each}>
            {hourText(each)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div>
      <Toggle
        label="Certain hours only"
        words="Leaves out offences without a time of day."
        on={hours !== null}
        onChange={(on) => onChange(on ? hoursOfWeek(NIGHTS) : null)}
      />
      {hours !== null && (
        <>
          <fieldset className={styles.set}>
            <legend>Beginning on</legend>
            <div className={styles.days}>
              {DAY_NAMES.map((name, day) => (
                <Tick
                  key={name}
                  label={name}
                  on={hours.days.includes(day)}
                  onChange={(on) => {
                    const days = on
                      ? [...hours.days, day].sort((a, b) => a - b)
                      : hours.days.filter((other) => other !== day);
                    // without a day nothing would count and the hours would be lost
                    if (days.length > 0) onChange(hoursOfWeek({ ...hours, days }));
                  }}
                />
              ))}
            </div>
          </fieldset>
          <div className={controls.row}>
            {hour('from', 'From', hours)}
            {hour('to', 'To, next day if earlier', hours)}
          </div>
        </>
      )}
    </div>
  );
}
