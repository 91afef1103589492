import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import type { ScheduleId } from '../../core/settings.ts';
import { type Choice, Choices } from '../controls/Choices.tsx';
import styles from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatCount, plural } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf, scheduleName, shownValue } from '../words.ts';

/** What the harm modes weigh by: the schedules that ship, or a CSV of one's own. */
export function ScheduleForm() {
  const store = useStore();
  const schedule = useSlice((state) => state.settings.schedule);
  const own = useSlice((state) => state.ownSchedule);
  const without = useSlice((state) => shownValue(state.withoutWeight));
  const rows = useSlice((state) => datasetOf(state)?.info.rows ?? 0);
  const choice = (id: ScheduleId): Choice<ScheduleId> => {
    const words = coverage(without?.[id] ?? null, rows);
    return { id, title: scheduleName(id, own), ...(words === '' ? {} : { words }) };
  };
  const choices = [choice('cchi-2020'), choice('ons-css'), ...(own === null ? [] : [choice('own')])];
  return (
    <>
      <Choices
        label="Weights"
        choices={choices}
        value={schedule}
        onChoose={(id) => store.dispatch({ type: 'set', patch: { schedule: id } })}
      />
      <OpenWeights />
    </>
  );
}

/** How many of the loaded offences a schedule leaves without a weight. */
function coverage(without: number | null, rows: number): string {
  if (without === null || rows === 0) return '';
  if (without === 0) return 'Every loaded offence has a weight.';
  const verb = without === 1 ? 'has' : 'have';
  return `${plural(without, 'loaded offence')} of ${formatCount(rows)} ${verb} no weight and ${without === 1 ? 'adds' : 'add'} no harm.`;
}

/** Picks a CSV; what is wrong with it, or which of its rows could not be used, stands below. */
function OpenWeights() {
  const store = useStore();
  const own = useSlice((state) => state.ownSchedule);
  const [wrong, setWrong] = useState('');
  const open = async (file: File | undefined) => {
    if (file !== undefined) setWrong((await store.openSchedule(file)) ?? '');
  };
  return (
    <div className={styles.group}>
      <FileTrigger acceptedFileTypes={['.csv', '.txt', '.tsv']} onSelect={(files) => void open(files?.[0])}>
        <Button className={cx(styles.button)}>
          <FileUp size={15} aria-hidden />
          {own === null ? 'Open weights of your own' : 'Open other weights'}
        </Button>
      </FileTrigger>
      <p className={styles.note}>
        A CSV with the columns “offence” or “code”, and “days”; “low” and “high” if you have them.
      </p>
      <p className={styles.wrong} role="alert">
        {wrong}
      </p>
      {own !== null && own.notes.length > 0 && (
        <details className={styles.note}>
          <summary>
            {plural(own.notes.length, 'note')} on {own.name}
          </summary>
          <ul>
            {own.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
