import { Button } from 'react-aria-components';
import type { PatrolCard } from '../../core/patrol/cards.ts';
import { areaOfCell, type Patrol } from '../../state/patrol.ts';
import { cx } from '../cx.ts';
import { formatShare, plural } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import styles from './patrol.module.css';
import { cardName, peakWords } from './patrol-words.ts';

/** The areas by rank; a press selects one here and on the map. */
export function AreaList({ patrol }: { readonly patrol: Patrol }) {
  const chosen = useSlice((state) => areaOfCell(patrol.cards, state.settings.cell));
  if (patrol.cards.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="patrol-areas-title">
      <h3 id="patrol-areas-title" className={styles.partTitle}>
        Patrol areas
      </h3>
      <ol className={styles.areas}>
        {patrol.cards.map((card) => (
          <li key={card.rank} data-chosen={chosen === card ? '' : undefined}>
            <AreaButton card={card} chosen={chosen === card} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Chooses the area's first cell, which brings it into view on the map. */
function AreaButton({ card, chosen }: { readonly card: PatrolCard; readonly chosen: boolean }) {
  const store = useStore();
  const { cells, indices, rank, count, share } = card;
  const hover = (index: number | null) => store.dispatch({ type: 'hover', index });
  const peaks = peakWords(card);
  return (
    <Button
      className={cx(styles.area)}
      aria-pressed={chosen}
      onHoverStart={() => hover(indices[0] ?? null)}
      onHoverEnd={() => hover(null)}
      onPress={() => store.dispatch({ type: 'set', patch: { cell: chosen ? null : (cells[0] ?? null) } })}
    >
      <span className={styles.rank}>{rank}</span>
      <span>
        <span className={styles.name}>{cardName(card)}</span>
        <span className={styles.under}>
          {plural(count, 'offence')} · {formatShare(share)}
          {peaks !== '' && ` · ${peaks}`}
        </span>
      </span>
    </Button>
  );
}
