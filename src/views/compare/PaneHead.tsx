import { useSlice } from '../store-context.ts';
import { shownValue } from '../words.ts';
import { useSideNames } from './names.ts';
import styles from './panes.module.css';
import { sideFigures } from './slide.ts';

/** Over each of the two maps: which side it is, and its figures. */
export function PaneHead({ side }: { side: 'one' | 'other' }) {
  const names = useSideNames();
  const sides = useSlice((state) => shownValue(state.sides));
  const failed = useSlice((state) => {
    const slot = side === 'one' ? state.hotspots : state.otherSide;
    return slot.status === 'failed' ? slot.message : null;
  });
  const { title, rest } = names[side];
  const rates = sides?.[side] ?? null;
  return (
    <header className={styles.head}>
      <h2 className={styles.headTitle}>
        {title} <span>{rest}</span>
      </h2>
      {failed !== null && <p className={styles.headFigures}>{failed}</p>}
      {failed === null && (
        <p className={styles.headFigures}>
          {rates === null ? 'Counting …' : sideFigures(rates).map((figure) => <span key={figure}>{figure}</span>)}
        </p>
      )}
    </header>
  );
}
