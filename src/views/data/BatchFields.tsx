import { Input, Label, TextField } from 'react-aria-components';
import { type Choice, Choices } from '../controls/Choices.tsx';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import type { BatchDraft } from './batch-draft.ts';
import styles from './batches.module.css';

const kinds: readonly Choice<BatchDraft['kind']>[] = [
  { id: 'none', title: 'Nothing in particular' },
  { id: 'key-date', title: 'A key date' },
  { id: 'fortnight', title: 'A fortnight' },
];

interface BatchFieldsProps {
  readonly draft: BatchDraft;
  readonly onChange: (draft: BatchDraft) => void;
}

/** Name, day of receipt and what a batch was received for. */
export function BatchFields({ draft, onChange }: BatchFieldsProps) {
  const field = (name: Exclude<keyof BatchDraft, 'kind'>, label: string) => (
    <TextField
      className={cx(controls.field)}
      value={draft[name]}
      onChange={(text) => onChange({ ...draft, [name]: text })}
    >
      <Label>{label}</Label>
      <Input className={cx(controls.input)} autoComplete="off" />
    </TextField>
  );
  return (
    <div className={styles.fields}>
      {field('name', 'Name')}
      {field('received', 'Received')}
      <Choices
        label="Received for"
        choices={kinds}
        value={draft.kind}
        onChoose={(kind) => onChange({ ...draft, kind })}
      />
      {draft.kind === 'key-date' && (
        <div className={controls.row}>
          {field('day', 'Key date')}
          {field('text', 'What it is')}
        </div>
      )}
      {draft.kind === 'fortnight' && (
        <div className={controls.row}>
          {field('from', 'From')}
          {field('to', 'To')}
        </div>
      )}
    </div>
  );
}
