import type { SpatialTest } from '../../core/results.ts';
import { formatShare } from '../format.ts';
import panel from '../panel.module.css';
import styles from './risk.module.css';
import { elsewhereVerdict, fixed } from './risk-words.ts';
import { TestButton } from './TestButton.tsx';

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
  const lines = [
    {
      name: 'Held out',
      words: `${folds} parts in turn`,
      cells: rows.map(({ heldOut, foldPai: [least, most] }) => ({
        share: formatShare(heldOut.hitRate),
        pai: fixed(heldOut.pai),
        range: `${fixed(least)}–${fixed(most)}`,
      })),
    },
    {
      name: 'In sample',
      words: 'has seen all cells',
      cells: rows.map(({ inSample }) => ({
        share: formatShare(inSample.hitRate),
        pai: fixed(inSample.pai),
        range: null,
      })),
    },
  ];
  return (
    <>
      <p className={styles.verdict}>{elsewhereVerdict(test)}</p>
      <table className={styles.table}>
        <caption>
          Share of the offences in the first 1 to 10 % of the cells, under it PAI (1 is chance) and its range within the
          parts. {blocks} squares of {(blockM / 1000).toFixed(1)} km dealt into {folds} parts.
        </caption>
        <thead>
          <tr>
            <th scope="col">Cells</th>
            {rows.map(({ budgetPercent }) => (
              <th key={budgetPercent} scope="col" className={styles.number}>
                {budgetPercent} %
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, words, cells }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <span className={styles.sub}>{words}</span>
              </th>
              {cells.map(({ share, pai, range }, k) => (
                <td key={rows[k]?.budgetPercent} className={styles.number}>
                  {share}
                  <span className={styles.sub}>{pai}</span>
                  {range !== null && <span className={styles.sub}>{range}</span>}
                </td>
              ))}
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
