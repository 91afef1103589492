import type { KnoxTable as Knox } from '../../core/results.ts';
import controls from '../controls/controls.module.css';
import { formatP } from '../format.ts';
import { distanceBand, standsOut, timeBand } from './knox-words.ts';
import styles from './methods.module.css';

const two = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const below = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });
const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumSignificantDigits: 2 });

const short = (pairs: number): string => (pairs < 999.5 ? below : compact).format(pairs);

/** Pairs by distance and days between: the ratio to chance, how many there are and would be, and p. */
export function KnoxTable({ of }: { readonly of: Knox }) {
  const columns = of.timeEdgesDays.map((_, band) => band);
  return (
    <table className={styles.knox}>
      <caption>
        Times as many pairs as by chance, how many are seen and would be expected, and p. Marked: more than chance, p at
        most 0.05.
      </caption>
      <thead>
        <tr>
          <td />
          {columns.map((band) => (
            <th key={band} scope="col">
              {timeBand(of, band)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.distanceEdgesM.map((edge, row) => (
          <tr key={edge}>
            <th scope="row">{distanceBand(of, row)}</th>
            {columns.map((band) => {
              const entry = row * columns.length + band;
              const ratio = of.ratio[entry] ?? Number.NaN;
              const out = standsOut(of, entry);
              return (
                <td key={band} data-out={out || undefined}>
                  <strong>{Number.isNaN(ratio) ? '–' : two.format(ratio)}</strong>
                  {out && <span className={controls.visuallyHidden}>, stands out</span>}
                  <span>{short(of.observed[entry] ?? 0)} seen</span>
                  <span>{short(of.expected[entry] ?? 0)} exp.</span>
                  <span>p {formatP(of.p[entry] ?? Number.NaN)}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
