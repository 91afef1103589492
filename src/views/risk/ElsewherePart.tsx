import type { SpatialTest } from '../../core/results.ts';
import { formatShare } from '../format.ts';
import panel from '../panel.module.css';
import styles from './risk.module.css';
import { elsewhereVerdict, fixed } from './risk-words.ts';
import { TestButton } from './TestButton.tsx';

const NBSP = '\u00a0';

/** Without dates nothing can be held back for later: parts of the area are held out instead. */
export function ElsewherePart({ test }: { readonly test: SpatialTest | null }) {
  return (
    <section className={styles.part} aria-label="Does it hold elsewhere?">
      <h3 className={styles.partTitle}>Does it hold elsewhere?</h3>
      {test === null ? (
        <>
          <p>
            These offences have no dates, so nothing can be held back for later. Instead, hold a fifth of the area out
            at a time, fit the model to the rest, and see whether it finds the offences of the part it has not seen.
          </p>
          <TestButton />
        </>
      ) : (
        <Tested test={test} />
      )}
    </section>
  );
}

function Tested({ test }: { readonly test: SpatialTest }) {
  const { folds, blocks, blockM, rows } = test;
  return (
    <>
      <p className={styles.verdict}>{elsewhereVerdict(test)}</p>
      <table className={styles.table}>
        <caption>
          Share of the offences in the first 1 to 10{NBSP}% of the cells, under it PAI (1 is chance) and its range
          within the parts. {blocks} squares {(blockM / 1000).toFixed(1)}
          {NBSP}km wide were dealt into {folds} parts. Cells of the same score share a budget evenly.
        </caption>
        <thead>
          <tr>
            <th scope="col">First cells</th>
            <th scope="col" className={styles.number}>
              Held out
              <span className={styles.sub}>each part in turn</span>
            </th>
            <th scope="col" className={styles.number}>
              In sample
              <span className={styles.sub}>has seen all cells</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ budgetPercent, heldOut, inSample, foldPai: [least, most] }) => (
            <tr key={budgetPercent}>
              <th scope="row">
                {budgetPercent}
                {NBSP}%
              </th>
              <td className={styles.number}>
                {formatShare(heldOut.hitRate)}
                <span className={styles.sub}>
                  {fixed(heldOut.pai)} ({fixed(least)}–{fixed(most)})
                </span>
              </td>
              <td className={styles.number}>
                {formatShare(inSample.hitRate)}
                <span className={styles.sub}>{fixed(inSample.pai)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={panel.limits}>
        This says whether the factors carry over to other places at the same time. It does not say whether the model
        foretells better than counting: for that, offences need dates. In sample is no test.
      </p>
    </>
  );
}
