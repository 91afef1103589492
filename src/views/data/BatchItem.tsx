import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { BatchChange, BatchInfo } from '../../core/batches/batch.ts';
import controls from '../controls/controls.module.css';
import { Toggle } from '../controls/Toggle.tsx';
import { cx } from '../cx.ts';
import { formatCount } from '../format.ts';
import { BatchFields } from './BatchFields.tsx';
import { aboutBatch, draftOf, meaningOf } from './batch-draft.ts';
import styles from './batches.module.css';
import data from './data.module.css';
import { FilesTable } from './FilesTable.tsx';

interface BatchItemProps {
  readonly batch: BatchInfo;
  /** Whether there are others, so that it can be switched and removed. */
  readonly several: boolean;
  /** The only one that is on. */
  readonly last: boolean;
  readonly onChange: (change: BatchChange) => Promise<void>;
}

export function BatchItem({ batch, several, last, onChange }: BatchItemProps) {
  const { id, name, counts } = batch;
  return (
    <li className={styles.item} aria-label={name}>
      {several ? (
        <Toggle
          label={name}
          words={`${aboutBatch(batch)}${last ? '. The only one that is on.' : ''}`}
          on={batch.on}
          disabled={last}
          onChange={(on) => void onChange({ kind: 'set', id, patch: { on } })}
        />
      ) : (
        <p>
          <strong>{name}</strong>
          <span className={data.under}>{aboutBatch(batch)}</span>
        </p>
      )}
      {several && counts !== null && (
        <dl className={styles.counts}>
          <Count words="new" count={counts.new} />
          <Count words="updated" count={counts.updated} />
          <Count words="unchanged" count={counts.unchanged} />
          <Count words="repeated in it" count={counts.duplicate} />
        </dl>
      )}
      {several && counts === null && <p className={styles.off}>Off: {formatCount(batch.kept)} rows count nowhere.</p>}
      <Disclosure>
        <Heading className={cx(data.noteHead)}>
          <Button slot="trigger" className={cx(data.note)}>
            <ChevronRight size={14} aria-hidden />
            <span className={data.reason}>Name, dates and files</span>
          </Button>
        </Heading>
        <DisclosurePanel>
          <div className={styles.details}>
            <About key={`${name} ${aboutBatch(batch)}`} batch={batch} onChange={onChange} />
            <FilesTable files={batch.files} />
            {several && (
              <div>
                <Button
                  className={cx(controls.button)}
                  isDisabled={last}
                  onPress={() => void onChange({ kind: 'remove', id })}
                >
                  Remove this batch
                </Button>
              </div>
            )}
          </div>
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

function Count({ words, count }: { words: string; count: number }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{formatCount(count)}</dd>
    </div>
  );
}

function About({ batch, onChange }: Pick<BatchItemProps, 'batch' | 'onChange'>) {
  const [draft, setDraft] = useState(draftOf(batch));
  const [wrong, setWrong] = useState('');
  const save = () => {
    const meaning = meaningOf(draft);
    if (typeof meaning === 'string') {
      setWrong(meaning);
      return;
    }
    setWrong('');
    const { name, receivedDay, label } = meaning;
    // a day that stays the same moves nothing
    const patch = receivedDay === batch.receivedDay ? { name, label } : { name, label, receivedDay };
    void onChange({ kind: 'set', id: batch.id, patch });
  };
  return (
    <div className={styles.about}>
      <BatchFields draft={draft} onChange={setDraft} />
      <p className={controls.wrong} role="alert">
        {wrong}
      </p>
      <div>
        <Button className={cx(controls.button)} onPress={save}>
          Save
        </Button>
      </div>
    </div>
  );
}
