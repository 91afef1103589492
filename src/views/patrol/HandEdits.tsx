import { Undo2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Patrol } from '../../state/patrol.ts';
import { madeByHand, withoutEdit } from '../../state/patrol-edits.ts';
import controls from '../controls/controls.module.css';
import { IconButton } from '../controls/IconButton.tsx';
import { cx } from '../cx.ts';
import panel from '../panel.module.css';
import styles from './patrol.module.css';
import { editWords, elsewhereWords } from './patrol-words.ts';
import { useEdits } from './use-edits.ts';

/** What was done by hand, each to be taken back by itself, in whatever order. */
export function HandEdits({ patrol }: { readonly patrol: Patrol }) {
  const { possible, edit } = useEdits(patrol);
  const made = madeByHand(patrol);
  if (made.length === 0 && patrol.elsewhere === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="patrol-hand-title">
      <h3 id="patrol-hand-title" className={styles.partTitle}>
        Done by hand
      </h3>
      <ul className={styles.made}>
        {made.map((one) => (
          <li key={one.position}>
            <span>
              {editWords(one)}
              {one.idle !== '' && <span className={styles.idle}>{one.idle}</span>}
            </span>
            <IconButton
              label={`Take back: ${editWords(one)}`}
              icon={Undo2}
              disabled={!possible}
              onPress={() => edit((edits) => withoutEdit(edits, one.position))}
            />
          </li>
        ))}
      </ul>
      {patrol.elsewhere > 0 && <p className={panel.small}>{elsewhereWords(patrol.elsewhere)}</p>}
      {made.length > 1 && (
        <div>
          <Button
            className={cx(controls.link)}
            isDisabled={!possible}
            onPress={() => edit((edits) => edits.filter((_, at) => !made.some(({ position }) => position === at)))}
          >
            Take all of them back
          </Button>
        </div>
      )}
    </section>
  );
}
