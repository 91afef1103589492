import { Button } from 'react-aria-components';
import type { PatrolCard } from '../../core/patrol/cards.ts';
import { areaOfCell, type Patrol } from '../../state/patrol.ts';
import { cx } from '../cx.ts';
import { formatShare, plural } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import { ChosenArea } from './ChosenArea.tsx';
import styles from './patrol.module.css';
import { cardName, handWords, peakWords } from './patrol-words.ts';

/** The areas by rank; a press selects one here and on the map, and opens what can be done to it. */
export function AreaList({ patrol }: { readonly patrol: Patrol }) {
  const cell = useSlice((state) => state.settings.cell);
  const chosen = areaOfCell(patrol.cards, cell);
  if (patrol.cards.length === 0) return null;
  const beyond = new Set(patrol.plan?.dropped ?? []);
  return (
    <section className={styles.part} aria-labelledby="patrol-areas-title">
      <h3 id="patrol-areas-title" className={styles.partTitle}>
        Patrol areas
      </h3>
      <ol className={styles.areas} aria-label="Patrol areas by rank">
        {patrol.cards.map((card, i) => (
          <li key={card.rank} data-chosen={chosen === card ? '' : undefined}>
            <AreaButton card={card} chosen={chosen === card} patrol={patrol} beyond={beyond.has(i)} />
            {chosen === card && <ChosenArea card={card} patrol={patrol} cell={cell ?? ''} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface AreaButtonProps {
  readonly card: PatrolCard;
  readonly chosen: boolean;
  readonly patrol: Patrol;
  /** Beyond the cap of the plan. */
  readonly beyond: boolean;
}

/** Chooses the area's first cell, which brings it into view on the map. */
function AreaButton({ card, chosen, patrol, beyond }: AreaButtonProps) {
  const store = useStore();
  const { cells, indices, rank, count, share } = card;
  const hover = (index: number | null) => store.dispatch({ type: 'hover', index });
  const peaks = peakWords(card);
  const hand = handWords(card, patrol);
  return (
    <Button
      className={cx(styles.area)}
      aria-expanded={chosen}
      onHoverStart={() => hover(indices[0] ?? null)}
      onHoverEnd={() => hover(null)}
      onPress={() =>
        store.dispatch({ type: 'set', patch: { cell: chosen ? null : (cells[0] ?? null) }, merge: 'area' })
      }
    >
      <span className={styles.rank}>{rank}</span>
      <span>
        <span className={styles.name}>{cardName(card)}</span>
        {hand !== '' && <span className={styles.tag}>{hand}</span>}
        {beyond && <span className={styles.tag}>not visited</span>}
        <span className={styles.under}>
          {plural(count, 'offence')} · {formatShare(share)}
        </span>
        {peaks !== '' && <span className={styles.under}>{peaks}</span>}
      </span>
    </Button>
  );
}
