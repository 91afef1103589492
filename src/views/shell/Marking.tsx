import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { LOADED_MARKING } from '../../state/defaults.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf, markingOf } from '../words.ts';
import styles from './shell.module.css';

const COMMON = ['OFFICIAL', LOADED_MARKING] as const;
const LONGEST = 60;

/** The protective marking: fixed on the demo, which must say what it is; the user's to edit on their own files. */
export function Marking() {
  const marking = useSlice(markingOf);
  const own = useSlice((state) => datasetOf(state)?.source === 'files');
  if (marking === '') return null;
  if (!own) return <p className={styles.marking}>{marking}</p>;
  return (
    <DialogTrigger>
      <Button className={cx(styles.marking, styles.markingButton)} aria-label={`Marking: ${marking}. Change it`}>
        {marking}
      </Button>
      <Popover className={cx(controls.popover)} placement="bottom end" offset={4}>
        <Dialog className={cx(controls.dialog)} aria-label="Marking">
          {({ close }) => <MarkingForm marking={marking} close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function MarkingForm({ marking, close }: { marking: string; close: () => void }) {
  const store = useStore();
  const [draft, setDraft] = useState(marking);
  const take = (text: string) => {
    store.dispatch({ type: 'marking', marking: text.trim() });
    close();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take(draft);
      }}
    >
      <div className={controls.chips}>
        {COMMON.map((text) => (
          <Button key={text} className={cx(controls.chip)} onPress={() => take(text)}>
            {text}
          </Button>
        ))}
      </div>
      <label className={controls.field}>
        Marking on every screen, slide and page
        <input
          className={controls.input}
          value={draft}
          maxLength={LONGEST}
          onChange={(event) => setDraft(event.target.value)}
        />
      </label>
      <div className={styles.formEnd}>
        <Button type="submit" className={cx(controls.primary)}>
          Use it
        </Button>
      </div>
    </form>
  );
}
