import { LONGEST_GAP, LONGEST_LEAST, type LogView } from '../../../core/settings.ts';
import type { ShownDose } from '../../../state/visit-log.ts';
import controls from '../../controls/controls.module.css';
import { NumberInput } from '../../controls/NumberInput.tsx';
import { Segments } from '../../controls/Segments.tsx';
import panel from '../../panel.module.css';
import { useSlice, useStore } from '../../store-context.ts';
import styles from './log.module.css';
import { clockWords, planDayChoices } from './log-words.ts';

const DAY_STARTS = [0, 180, 240, 300, 360, 420] as const;

/** What makes a stay, and on which days the plan counts. */
export function LogForm({ shown }: { readonly shown: ShownDose }) {
  const store = useStore();
  const view = useSlice((state) => state.settings.log);
  const change = (patch: Partial<LogView>) =>
    store.dispatch({ type: 'set', patch: { log: { ...store.getState().settings.log, ...patch } }, merge: 'log' });
  const starts = [...new Set<number>([...DAY_STARTS, view.dayStartMinute])].sort((a, b) => a - b);
  const { dayStartMinute } = shown.dose;
  return (
    <div className={styles.part}>
      {!shown.dose.byTimetables && (
        <Segments
          label="The plan counts on"
          choices={planDayChoices(shown.query.shift.day)}
          value={view.planDays}
          onChoose={(planDays) => change({ planDays })}
        />
      )}
      <div className={controls.row}>
        <NumberInput
          label="Gap that ends a stay, min"
          value={view.gapMin}
          least={1}
          most={LONGEST_GAP}
          onChange={(gapMin) => change({ gapMin })}
        />
        <NumberInput
          label="A visit is at least, min"
          value={view.leastMin}
          least={1}
          most={LONGEST_LEAST}
          onChange={(leastMin) => change({ leastMin })}
        />
      </div>
      <label className={controls.field}>
        A day begins at
        <select
          className={controls.input}
          value={view.dayStartMinute}
          onChange={(event) => change({ dayStartMinute: Number(event.target.value) })}
        >
          {starts.map((minute) => (
            <option key={minute} value={minute}>
              {minute === 0 ? 'midnight' : `${clockWords(minute)}, so that a night is one day`}
            </option>
          ))}
        </select>
      </label>
      {dayStartMinute < view.dayStartMinute && (
        <p className={panel.small}>The shift begins earlier: days begin with it at {clockWords(dayStartMinute)}.</p>
      )}
    </div>
  );
}
