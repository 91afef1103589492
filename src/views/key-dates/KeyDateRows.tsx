import { Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { KeyDate, KeyDateKind } from '../../core/offences/key-dates.ts';
import { keyDateAdded, keyDateChanged, keyDateRemoved, keyDatesOf } from '../../state/key-dates.ts';
import controls from '../controls/controls.module.css';
import { IconButton } from '../controls/IconButton.tsx';
import { cx } from '../cx.ts';
import { useSlice, useStore } from '../store-context.ts';
import { cellText, changeOf, kindWords, type TextCell } from './key-date-cells.ts';
import styles from './key-dates.module.css';

const columns: readonly (readonly [TextCell, string])[] = [
  ['from', 'From'],
  ['to', 'To'],
  ['label', 'What'],
  ['area', 'Districts'],
  ['source', 'Source'],
  ['remark', 'Remark'],
];

/** Every key date as a row of fields; what is typed counts when the field is left or Enter is pressed. */
export function KeyDateRows() {
  const store = useStore();
  const list = useSlice((state) => keyDatesOf(state.settings));
  const body = useRef<HTMLDivElement>(null);
  const [wrong, setWrong] = useState<string | null>(null);

  const add = () => {
    // the day after the last one: the row then stands at the end, where it is looked for
    const fromDay = Math.max(18_262, ...list.map((keyDate) => keyDate.fromDay)) + 1;
    const row = {
      fromDay,
      toDay: null,
      kind: 'event',
      areas: null,
      label: 'New key date',
      source: '',
      remark: '',
    } as const;
    store.dispatch({ type: 'set', patch: keyDateAdded(store.getState().settings, row) });
    setTimeout(() => {
      const last = body.current?.querySelector<HTMLInputElement>('tbody tr:last-child input');
      last?.focus();
      last?.select();
    });
  };
  return (
    <div ref={body} className={styles.body}>
      <table className={styles.table} aria-label="Key dates">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">What</th>
            <th scope="col">Kind</th>
            <th scope="col">Districts</th>
            <th scope="col">Source</th>
            <th scope="col">Remark</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {list.map((keyDate) => (
            <Row key={keyDate.id} keyDate={keyDate} setWrong={setWrong} />
          ))}
        </tbody>
      </table>
      <div className={styles.under}>
        <Button className={cx(controls.button)} onPress={add}>
          <Plus size={16} aria-hidden />
          Add a key date
        </Button>
        <p className={styles.wrong} role="alert">
          {wrong}
        </p>
      </div>
    </div>
  );
}

interface RowProps {
  readonly keyDate: KeyDate;
  readonly setWrong: (sentence: string | null) => void;
}

function Row({ keyDate, setWrong }: RowProps) {
  const store = useStore();
  const change = (patch: Partial<Omit<KeyDate, 'id'>>) =>
    store.dispatch({ type: 'set', patch: keyDateChanged(store.getState().settings, keyDate.id, patch) });
  const cell = ([name, heading]: readonly [TextCell, string]) => (
    <td key={name} className={styles[name]}>
      <Cell
        // a change from elsewhere (undo, another field) replaces what stands in the field
        key={cellText(keyDate, name)}
        label={`${heading}, ${keyDate.label}`}
        keyDate={keyDate}
        cell={name}
        onChange={change}
        setWrong={setWrong}
      />
    </td>
  );
  const [from, to, what, ...others] = columns.map(cell);
  return (
    <tr>
      {from}
      {to}
      {what}
      <td className={styles.kind}>
        <select
          className={styles.field}
          aria-label={`Kind, ${keyDate.label}`}
          value={keyDate.kind}
          onChange={(event) => change({ kind: event.target.value as KeyDateKind })}
        >
          {Object.entries(kindWords).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </td>
      {others}
      <td>
        <IconButton
          icon={Trash2}
          label={`Remove ${keyDate.label}`}
          onPress={() => store.dispatch({ type: 'set', patch: keyDateRemoved(store.getState().settings, keyDate.id) })}
        />
      </td>
    </tr>
  );
}

interface CellProps extends RowProps {
  readonly label: string;
  readonly cell: TextCell;
  readonly onChange: (patch: Partial<Omit<KeyDate, 'id'>>) => void;
}

function Cell({ label, keyDate, cell, onChange, setWrong }: CellProps) {
  const was = cellText(keyDate, cell);
  const [text, setText] = useState(was);
  const [invalid, setInvalid] = useState(false);
  const finish = () => {
    if (text === was) {
      setInvalid(false);
      return;
    }
    const change = changeOf(keyDate, cell, text);
    setInvalid(typeof change === 'string');
    setWrong(typeof change === 'string' ? change : null);
    if (typeof change !== 'string') onChange(change);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish();
    if (event.key === 'Escape' && text !== was) {
      event.stopPropagation();
      setText(was);
      setInvalid(false);
      setWrong(null);
    }
  };
  return (
    <input
      className={styles.field}
      aria-label={label}
      aria-invalid={invalid}
      title={text}
      value={text}
      autoComplete="off"
      onChange={(event) => setText(event.target.value)}
      onBlur={finish}
      onKeyDown={onKeyDown}
    />
  );
}
