import { Button } from 'react-aria-components';
import type { PlacedCell } from '../../core/results.ts';
import { cx } from '../cx.ts';
import { formatCount } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import styles from './methods.module.css';
import { placeOf } from './place.ts';

interface PlaceTableProps {
  readonly caption: string;
  readonly heading: string;
  readonly rows: readonly PlacedCell[];
  readonly words: (value: number) => string;
}

/** The cells that a map numbers, each a way to it. */
export function PlaceTable({ caption, heading, rows, words }: PlaceTableProps) {
  const store = useStore();
  const cell = useSlice((state) => state.settings.cell);
  const hover = (index: number | null) => store.dispatch({ type: 'hover', index });
  return (
    <table className={styles.places} onPointerLeave={() => hover(null)}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">Place</th>
          <th scope="col" className={styles.number}>
            {heading}
          </th>
          <th scope="col" className={styles.number}>
            In the cell
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.cell} data-chosen={row.cell === cell || undefined} onPointerEnter={() => hover(row.index)}>
            <td className={styles.rank}>{row.rank}</td>
            <th scope="row">
              <Button
                className={cx(styles.place)}
                aria-pressed={row.cell === cell}
                onPress={() =>
                  store.dispatch({
                    type: 'set',
                    patch: { cell: row.cell === cell ? null : row.cell },
                    merge: 'rank-step',
                  })
                }
              >
                {placeOf(row)}
              </Button>
            </th>
            <td className={styles.number}>{words(row.value)}</td>
            <td className={styles.number}>{formatCount(row.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
