import type { CrossoverResult } from '../../../core/evaluation/crossover.ts';
import { formatCount, formatP, formatValue } from '../../format.ts';
import styles from '../evaluate.module.css';
import { intervalOf, type Measured, perHundred } from './trial-words.ts';

/** The change of each measure with its interval and p. */
export function ChangesTable({ rows }: { readonly rows: readonly Measured[] }) {
  return (
    <table className={styles.table}>
      <caption>Change with patrol, 95 % interval, and p of drawing the lots again.</caption>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Change</th>
          <th scope="col">p</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            <td>
              {row.figure}
              <span className={styles.under}>{intervalOf(row)}</span>
            </td>
            <td>{formatP(row.p)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What happened on the days with and without patrol. */
export function ArmsTable({ result }: { readonly result: CrossoverResult }) {
  const { count, harm, buffer, placeDays } = result;
  const columns: readonly (readonly [name: string, treated: string, control: string])[] = [
    ['Place-days', formatCount(placeDays.treated), formatCount(placeDays.control)],
    ['Offences', formatCount(count.treated.events), formatCount(count.control.events)],
    [
      'per 100 place-days',
      perHundred(count.treated.events, placeDays.treated),
      perHundred(count.control.events, placeDays.control),
    ],
    ...(harm
      ? ([
          ['Days of harm', formatValue(harm.treated, 'harm'), formatValue(harm.control, 'harm')],
          [
            'days per 100 place-days',
            perHundred(harm.treated, placeDays.treated),
            perHundred(harm.control, placeDays.control),
          ],
        ] as const)
      : []),
    ...(buffer.count
      ? ([
          ['Offences around', formatCount(buffer.count.treated.events), formatCount(buffer.count.control.events)],
        ] as const)
      : []),
  ];
  return (
    <table className={styles.table}>
      <caption>By what was drawn.</caption>
      <thead>
        <tr>
          <th scope="col">In the places</th>
          <th scope="col">With patrol</th>
          <th scope="col">Without</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(([name, treated, control]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{treated}</td>
            <td>{control}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
