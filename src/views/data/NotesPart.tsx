import { ChevronRight } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { Note } from '../../core/ingest/report.ts';
import { cx } from '../cx.ts';
import { formatCount } from '../format.ts';
import panel from '../panel.module.css';
import styles from './data.module.css';

const kinds: readonly { readonly kind: Note['kind']; readonly title: string; readonly words: string }[] = [
  { kind: 'dropped', title: 'Dropped', words: 'Rows that count nowhere.' },
  { kind: 'doubted', title: 'Doubted', words: 'Rows that count, with something odd about them.' },
  { kind: 'info', title: 'Good to know', words: 'What was guessed or left out.' },
];

/** What the load noticed, by kind and reason, with examples as they stood in the file. */
export function NotesPart({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) {
    return (
      <section className={styles.part}>
        <h3 className={styles.partTitle}>Notes</h3>
        <p className={panel.small}>Nothing was dropped, doubted or guessed.</p>
      </section>
    );
  }
  return kinds.map(({ kind, title, words }) => {
    const those = notes.filter((note) => note.kind === kind);
    if (those.length === 0) return null;
    return (
      <section key={kind} className={styles.part} aria-label={title}>
        <h3 className={styles.partTitle}>{title}</h3>
        <p className={panel.small}>{words}</p>
        <div className={styles.notes}>
          {those.map((note) => (
            <NoteLine key={note.reason} note={note} />
          ))}
        </div>
      </section>
    );
  });
}

function NoteLine({ note }: { note: Note }) {
  const count = note.kind === 'info' ? '' : formatCount(note.count);
  if (note.examples.length === 0) {
    return (
      <p className={styles.note}>
        <span className={styles.reason}>{sentenceCase(note.reason)}</span>
        <span>{count}</span>
      </p>
    );
  }
  return (
    <Disclosure>
      <Heading className={cx(styles.noteHead)}>
        <Button slot="trigger" className={cx(styles.note)}>
          <ChevronRight size={14} aria-hidden />
          <span className={styles.reason}>{sentenceCase(note.reason)}</span>
          <span>{count}</span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul className={styles.examples}>
          {note.examples.map((example, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: examples may repeat and never reorder
            <li key={i}>
              <span className={styles.where}>
                {example.file}
                {example.line > 0 && `, line ${formatCount(example.line)}`}
              </span>
              {example.found}
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
