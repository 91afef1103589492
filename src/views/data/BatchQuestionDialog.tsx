import { type SubmitEvent, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { BatchQuestion } from '../../state/batches.ts';
import { type Choice, Choices } from '../controls/Choices.tsx';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { plural } from '../format.ts';
import panel from '../panel.module.css';
import shell from '../shell/shell.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { BatchFields } from './BatchFields.tsx';
import { draftOf, meaningOf } from './batch-draft.ts';
import styles from './batches.module.css';

type Way = 'add' | 'replace';

const ways: readonly Choice<Way>[] = [
  {
    id: 'add',
    title: 'Add as a new batch',
    words:
      'Offences that are there already are brought up to date, the others join them. It can be switched off again.',
  },
  { id: 'replace', title: 'Replace what is loaded', words: 'The batches loaded so far are forgotten.' },
];

/** Asks, when files are opened over others, whether they join them. */
export function BatchQuestionDialog() {
  const store = useStore();
  const question = useSlice((state) => state.batchQuestion);
  return (
    <ModalOverlay
      className={cx(shell.overlay)}
      isOpen={question !== null}
      onOpenChange={(open) => open || store.answerBatchQuestion(null)}
    >
      <Modal className={cx(shell.modal)}>
        <Dialog className={cx(styles.dialog)}>
          <Heading slot="title" className={cx(shell.sheetTitle)}>
            Offences are loaded already
          </Heading>
          {question !== null && <Question key={question.name} question={question} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Question({ question }: { question: BatchQuestion }) {
  const store = useStore();
  const [way, setWay] = useState<Way>('add');
  const [draft, setDraft] = useState(draftOf(question));
  const [wrong, setWrong] = useState('');
  const load = (event: SubmitEvent) => {
    event.preventDefault();
    const meaning = meaningOf(draft);
    if (typeof meaning === 'string') setWrong(meaning);
    else store.answerBatchQuestion({ ...meaning, join: way === 'add' });
  };
  return (
    <form className={styles.form} onSubmit={load}>
      <p className={panel.small}>
        {question.files.length <= 3 ? question.files.join(', ') : plural(question.files.length, 'file')}
      </p>
      <Choices label="These files" choices={ways} value={way} onChoose={setWay} />
      <BatchFields draft={draft} onChange={setDraft} />
      <p className={controls.wrong} role="alert">
        {wrong}
      </p>
      <div className={styles.end}>
        <Button className={cx(controls.button)} onPress={() => store.answerBatchQuestion(null)}>
          Cancel
        </Button>
        <Button type="submit" className={cx(controls.primary)}>
          {way === 'add' ? 'Add' : 'Replace'}
        </Button>
      </div>
    </form>
  );
}
