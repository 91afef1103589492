import { Button } from 'react-aria-components';
import type { ChangeResult } from '../../core/results.ts';
import { cx } from '../cx.ts';
import { placeOf } from '../hotspots/place.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { formatRatio, fromTo, intervalWords, toldWords } from './change-words.ts';
import styles from './panel.module.css';

/** The cells that are coloured on the map, each a way to it. */
export function ClearestCells({ result }: { readonly result: ChangeResult }) {
  const store = useStore();
  const chosen = useSlice((state) => state.settings.cell);
  const { clearest, before, after, ratio, lo, hi } = result;
  const at = (column: Float64Array, index: number): number => column[index] ?? Number.NaN;
  return (
    <section className={styles.part} aria-labelledby="cells-title">
      <h3 id="cells-title" className={styles.partTitle}>
        Cells that stand out
      </h3>
      <p className={panel.small}>{toldWords(result)}</p>
      {clearest.length > 0 && (
        <table className={styles.table} aria-label="Cells that stand out, the clearest first">
          <thead>
            <tr>
              <th scope="col">Cell</th>
              <th scope="col">Offences</th>
              <th scope="col">Ratio, interval</th>
            </tr>
          </thead>
          <tbody>
            {clearest.map((cell) => (
              <tr key={cell.cell}>
                <th scope="row">
                  <Button
                    className={cx(styles.place)}
                    aria-pressed={cell.cell === chosen}
                    onPress={() =>
                      store.dispatch({ type: 'set', patch: { cell: cell.cell === chosen ? null : cell.cell } })
                    }
                  >
                    {placeOf(cell)}
                  </Button>
                </th>
                <td>{fromTo({ before: at(before, cell.index), after: at(after, cell.index) })}</td>
                <td>
                  <span className={styles.told}>{formatRatio(at(ratio, cell.index))}</span>
                  <span className={styles.under}>
                    {intervalWords({ lo: at(lo, cell.index), hi: at(hi, cell.index) })}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
