import type { HotspotResult, RankedCell, StabilityResult } from '../../core/results.ts';
import { formatCount } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import { shownValue } from '../words.ts';
import styles from './hotspots.module.css';
import { placeOf } from './place.ts';
import { stabilityWords } from './stability-words.ts';

/** Under the ranked list: how far the best-ranked cells depend on the weights. Counts have no weights to vary. */
export function Stability({ result }: { result: HotspotResult }) {
  const counting = useSlice((state) => state.settings.mode === 'count');
  const stable = useSlice((state) => shownValue(state.stability));
  if (counting || stable === null || stable.rows.length === 0) return null;
  // each answer comes by itself: rows of another picture than the list's are not shown with its places
  const together = stable.rows.every(({ index }, k) => result.top[k]?.index === index);
  if (!together) return null;
  const words = stabilityWords(stable);
  if (stable.ranged === 0) return <p className={panel.small}>{words}</p>;
  return (
    <details className={styles.stability}>
      <summary>{words}</summary>
      <Ranks rows={stable.rows} top={result.top} />
    </details>
  );
}

function Ranks({ rows, top }: { rows: StabilityResult['rows']; top: readonly RankedCell[] }) {
  const rank = (place: number | null) => (place === null ? 'none' : formatCount(place));
  const limit = rows.length;
  const far = (place: number | null) => (place === null || place > limit ? '' : undefined);
  return (
    <>
      <table className={styles.byOffence}>
        <caption>Rank when every offence takes its low, default or high weight</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col" className={styles.number}>
              Low
            </th>
            <th scope="col" className={styles.number}>
              Default
            </th>
            <th scope="col" className={styles.number}>
              High
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, k) => {
            const cell = top[k];
            return (
              <tr key={row.index}>
                <th scope="row">{cell === undefined ? '' : placeOf(cell)}</th>
                <td className={styles.number} data-out={far(row.low)}>
                  {rank(row.low)}
                </td>
                <td className={styles.number}>{rank(row.rank)}</td>
                <td className={styles.number} data-out={far(row.high)}>
                  {rank(row.high)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={panel.small}>
        Bold: out of the top {limit}. Weights have a range where a title covers several offences. A place that stays may
        still be nothing unusual: read Gi* with it.
      </p>
    </>
  );
}
