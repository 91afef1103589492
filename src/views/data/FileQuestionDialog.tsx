import { type SubmitEvent, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { FileAnswer, FileQuestion } from '../../state/layers.ts';
import { type Choice, Choices } from '../controls/Choices.tsx';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { Tick } from '../settings/Tick.tsx';
import shell from '../shell/shell.module.css';
import { useSlice, useStore } from '../store-context.ts';
import layers from './layers.module.css';

const answers: readonly Choice<FileAnswer>[] = [
  { id: 'factors', title: 'Risk factors', words: 'Places that may draw offences: pubs, bus stops, empty houses.' },
  { id: 'offences', title: 'Offences', words: 'One a row, without a date or a title: all count alike.' },
];

/** Asks what places are that have neither a date nor an offence. */
export function FileQuestionDialog() {
  const store = useStore();
  const question = useSlice((state) => state.layers.question);
  const several = question !== null && question.files.length > 1;
  return (
    <ModalOverlay
      className={cx(shell.overlay)}
      isOpen={question !== null}
      onOpenChange={(open) => open || store.answerFileKind(null, false)}
    >
      <Modal className={cx(shell.modal)}>
        <Dialog className={cx(layers.dialog)}>
          <Heading slot="title" className={cx(shell.sheetTitle)}>
            {several ? 'What are these files?' : 'What is this file?'}
          </Heading>
          {question !== null && <Question key={question.files.join('/')} question={question} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Question({ question }: { question: FileQuestion }) {
  const store = useStore();
  const [answer, setAnswer] = useState<FileAnswer>('factors');
  const [remember, setRemember] = useState(true);
  const { files, rememberable } = question;
  const names = files.length <= 3 ? files.join(', ') : `${files.slice(0, 2).join(', ')} and ${files.length - 2} more`;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    store.answerFileKind(answer, remember);
  };
  return (
    <form className={layers.form} onSubmit={submit}>
      <p className={layers.names}>
        {names} {files.length === 1 ? 'holds' : 'hold'} places, but neither a date nor an offence.
      </p>
      <Choices
        label={files.length === 1 ? 'It is' : 'They are'}
        choices={answers}
        value={answer}
        onChoose={setAnswer}
      />
      {rememberable && (
        <Tick label="The same for files with these columns from now on" on={remember} onChange={setRemember} />
      )}
      <div className={layers.end}>
        <Button className={cx(controls.button)} onPress={() => store.answerFileKind(null, false)}>
          Leave out
        </Button>
        <Button type="submit" className={cx(controls.primary)}>
          Open
        </Button>
      </div>
    </form>
  );
}
