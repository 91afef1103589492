import type { Patrol } from '../../state/patrol.ts';
import panel from '../panel.module.css';
import styles from './patrol.module.css';
import { holdsWords, sizeWords } from './patrol-words.ts';

/** What the areas hold of the whole, in one sentence. */
export function Holds({ patrol }: { readonly patrol: Patrol }) {
  return (
    <section aria-label="What the areas hold">
      <p className={styles.holds} aria-live="polite">
        {holdsWords(patrol)}
      </p>
      {patrol.cards.length > 0 && <p className={panel.small}>{sizeWords(patrol)}</p>}
    </section>
  );
}
