import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { accepted, movesOf, type Patrol } from '../../state/patrol.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { useSlice, useStore } from '../store-context.ts';
import styles from './patrol.module.css';
import { movesWords, moveWords } from './patrol-words.ts';

/** What a new batch, period or definition changed since the areas were last looked at, until that is taken as known. */
export function MovedPart({ patrol }: { readonly patrol: Patrol }) {
  const store = useStore();
  const view = useSlice((state) => state.settings.patrol);
  const current = useSlice((state) => state.patrol.status === 'ready');
  const moves = useMemo(() => movesOf({ patrol: view }, patrol), [view, patrol]);
  const told = moves.filter((move) => moveWords(move) !== '');
  if (told.length === 0) return null;
  return (
    <section className={styles.moved} aria-labelledby="patrol-moved-title">
      <h3 id="patrol-moved-title" className={styles.partTitle}>
        What moved since you last looked
      </h3>
      <p>{movesWords(moves)}</p>
      <details>
        <summary>Area by area</summary>
        <ul className={styles.moves}>
          {told.map((move) => (
            <li key={`${move.rankBefore} ${move.rankAfter}`} data-state={move.state}>
              <span>
                {move.rankAfter ?? '–'} {move.name}
              </span>
              <span className={styles.under}>{moveWords(move)}</span>
            </li>
          ))}
        </ul>
      </details>
      <div>
        <Button
          className={cx(controls.button)}
          isDisabled={!current}
          onPress={() => store.dispatch({ type: 'set', patch: accepted(store.getState().settings, patrol) })}
        >
          Take these areas as known
        </Button>
      </div>
    </section>
  );
}
