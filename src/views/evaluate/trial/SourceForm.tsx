import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import type { TrialSource } from '../../../core/evaluation/trial-view.ts';
import { demoTrialFits, trialSourceOf, trialSources, trialViewed } from '../../../state/trial.ts';
import controls from '../../controls/controls.module.css';
import { cx } from '../../cx.ts';
import { formatPeriod } from '../../format.ts';
import panel from '../../panel.module.css';
import { useSlice, useStore } from '../../store-context.ts';
import styles from '../evaluate.module.css';

/** Whose result it is: the demo's, a file's, or that of the trial drawn here. */
export function SourceForm() {
  const store = useStore();
  const source = useSlice(trialSourceOf);
  const demo = useSlice(demoTrialFits);
  const own = useSlice((state) => state.trialFiles.own?.file.name ?? null);
  const drawn = useSlice((state) => state.settings.trial.drawn);
  const [wrong, setWrong] = useState('');
  const names: Readonly<Record<TrialSource, string | null>> = {
    demo: demo ? 'The demo’s trial (synthetic)' : null,
    file: own ?? (source === 'file' ? 'A file of place-days' : null),
    drawn: drawn && `Drawn here, ${formatPeriod(drawn.fromDay, drawn.toDay)}`,
  };
  const there = trialSources.filter((id) => names[id] !== null);
  const open = async (file: File | undefined) => {
    if (file) setWrong((await store.openPlaceDays(file)) ?? '');
  };
  return (
    <div className={styles.form}>
      {there.length > 0 && (
        <label className={controls.field}>
          Trial
          <select
            className={controls.input}
            value={source ?? ''}
            onChange={(event) => {
              const chosen = there.find((id) => id === event.target.value);
              if (chosen)
                store.dispatch({ type: 'set', patch: trialViewed(store.getState().settings, { source: chosen }) });
            }}
          >
            {source === null && <option value="">Choose one</option>}
            {there.map((id) => (
              <option key={id} value={id}>
                {names[id]}
              </option>
            ))}
          </select>
        </label>
      )}
      {source === null && (
        <p>
          A result needs place-days: a row for each place and day with who was drawn for patrol and what happened. Open
          them as a CSV, or draw a trial under Design and come back when its days are over.
        </p>
      )}
      {source === 'file' && own === null && (
        <p>This view was of a file of place-days, which is not kept. Open it again.</p>
      )}
      <div className={controls.row}>
        <FileTrigger acceptedFileTypes={['.csv', '.txt', '.tsv']} onSelect={(files) => void open(files?.[0])}>
          <Button className={cx(source === null ? controls.primary : controls.button)}>
            <FileUp size={15} aria-hidden />
            Open place-days
          </Button>
        </FileTrigger>
      </div>
      {source !== 'demo' && (
        <p className={panel.small}>
          Columns: place, date, assigned (0 or 1), count; and where there are any delivered_min, harm, buffer_count,
          buffer_harm. The file stays in this window and is not saved.
        </p>
      )}
      {wrong !== '' && (
        <p className={panel.failure} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
