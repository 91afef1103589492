import { Download, FileUp, RotateCcw, Table2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, FileTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { keyDatesName, keyDatesOf, keyDatesReset } from '../../state/key-dates.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { saveFile } from '../download.ts';
import { plural } from '../format.ts';
import panel from '../panel.module.css';
import shell from '../shell/shell.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { KeyDateRows } from './KeyDateRows.tsx';
import styles from './key-dates.module.css';

/** The list of key dates: what it is, and the table behind it to edit, replace, save and put back. */
export function KeyDatesTable() {
  const [open, setOpen] = useState(false);
  const name = useSlice((state) => keyDatesName(state.settings));
  const count = useSlice((state) => keyDatesOf(state.settings).length);
  return (
    <section className={styles.part} aria-label="List of key dates">
      <p>
        {name}
        <span className={styles.count}>{plural(count, 'key date')}</span>
      </p>
      <Button className={cx(controls.button)} onPress={() => setOpen(true)}>
        <Table2 size={16} aria-hidden />
        Edit the list
      </Button>
      <ModalOverlay className={cx(shell.overlay)} isOpen={open} onOpenChange={setOpen} isDismissable>
        <Modal className={cx(styles.sheet)}>
          <Dialog className={cx(styles.dialog)}>
            <header className={styles.head}>
              <Heading slot="title" className={cx(shell.sheetTitle)}>
                Key dates
              </Heading>
              <p className={styles.muted}>
                {name}, {plural(count, 'key date')}
              </p>
            </header>
            <KeyDateRows />
            <Foot onDone={() => setOpen(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </section>
  );
}

function Foot({ onDone }: { onDone: () => void }) {
  const store = useStore();
  const own = useSlice((state) => state.settings.keyDates !== null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const open = async (file: File) => {
    const read = await store.openKeyDates(file);
    setWrong(typeof read === 'string' ? read : null);
    setNotes(typeof read === 'string' ? [] : read.notes);
  };
  return (
    <footer className={styles.foot}>
      <div role="alert">
        {wrong !== null && <p className={controls.wrong}>{wrong}</p>}
        {notes.length > 0 && (
          <ul className={panel.cautions} aria-label="Rows not read as written">
            {notes.slice(0, 5).map((note) => (
              <li key={note}>{note}</li>
            ))}
            {notes.length > 5 && <li>And {plural(notes.length - 5, 'row')} more.</li>}
          </ul>
        )}
      </div>
      <p className={panel.small}>
        A restriction or an easing step with an end shades the timeline from its first to its last day. “not verified”:
        no page that says so was read. “planned date”: the page gives the date as planned.
      </p>
      <div className={styles.actions}>
        <FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={(files) => files?.[0] && void open(files[0])}>
          <Button className={cx(controls.button)}>
            <FileUp size={16} aria-hidden />
            Import CSV
          </Button>
        </FileTrigger>
        <Button
          className={cx(controls.button)}
          onPress={() => saveFile(new Blob([store.keyDatesFile()], { type: 'text/csv' }), 'harmscape-key-dates.csv')}
        >
          <Download size={16} aria-hidden />
          Export CSV
        </Button>
        <Button
          className={cx(controls.button)}
          isDisabled={!own}
          onPress={() => store.dispatch({ type: 'set', patch: keyDatesReset })}
        >
          <RotateCcw size={16} aria-hidden />
          Back to the shipped list
        </Button>
        <Button className={cx(controls.primary, styles.done)} onPress={onDone}>
          Done
        </Button>
      </div>
    </footer>
  );
}
