import type { ChangeResult, ChangeTotal } from '../../core/results.ts';
import { formatCount, formatValue } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import { areaName } from '../words.ts';
import { formatRatio, intervalWords, isTold, totalSentence, windowsWords } from './change-words.ts';
import styles from './panel.module.css';

/** The area as a whole: a sentence, and the same apart for the hours of the night-time economy. */
export function ChangeNumbers({ result }: { readonly result: ChangeResult }) {
  const area = useSlice(areaName);
  const { total, night, otherHours, windows } = result;
  return (
    <section className={styles.part} aria-label="Change of the area">
      <p className={styles.windows}>{windowsWords(windows)}</p>
      <p>{totalSentence(area, result)}</p>
      <table className={styles.table} aria-label="Offences before and after, by hours">
        <thead>
          <tr>
            <th scope="col">Hours</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col">Ratio, interval</th>
          </tr>
        </thead>
        <tbody>
          <Line name="All" of={total} />
          {night !== null && <Line name="Night-time economy" of={night} />}
          {otherHours !== null && <Line name="Other hours" of={otherHours} />}
          <tr>
            <th scope="row">Days of harm</th>
            <td>{formatValue(total.harmBefore, 'harm')}</td>
            <td>{formatValue(total.harmAfter, 'harm')}</td>
            <td className={styles.quiet}>no interval</td>
          </tr>
        </tbody>
      </table>
      <p className={panel.small}>
        {night === null
          ? 'No offence has a time of day, so hours cannot be told apart. '
          : 'Night-time economy: Friday and Saturday 19:00 to 05:00. '}
      </p>
    </section>
  );
}

function Line({ name, of }: { readonly name: string; readonly of: ChangeTotal }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatCount(of.before)}</td>
      <td>{formatCount(of.after)}</td>
      <td>
        <span className={isTold(of) ? styles.told : undefined}>{formatRatio(of.ratio)}</span>
        <span className={styles.under}>{intervalWords(of)}</span>
      </td>
    </tr>
  );
}
