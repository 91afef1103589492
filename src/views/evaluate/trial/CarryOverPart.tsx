import type { CarryOverClass } from '../../../core/evaluation/carry-over.ts';
import type { CrossoverResult } from '../../../core/evaluation/crossover.ts';
import { formatCount, plural } from '../../format.ts';
import methods from '../../hotspots/methods.module.css';
import panel from '../../panel.module.css';
import styles from '../evaluate.module.css';
import trial from './trial.module.css';
import { changeOf, intervalOf, perHundred, sinceWords } from './trial-words.ts';

/** Whether a patrol still works on the days after it. */
export function CarryOverPart({ result }: { readonly result: CrossoverResult }) {
  const { sincePatrol, inARow, leftOut } = result.carryOver;
  return (
    <section className={styles.part} aria-label="Days since a patrol">
      <h3 className={methods.partTitle}>How long does a patrol last?</h3>
      <DecayChart classes={sincePatrol} />
      <table className={styles.table}>
        <caption>By days since the place was last drawn, against the other days without patrol.</caption>
        <Head first="Last patrol" />
        <tbody>
          {sincePatrol.map((of, k) => (
            <Row key={of.days} name={sinceWords(of, k === sincePatrol.length - 1)} of={of} />
          ))}
        </tbody>
      </table>
      <details className={methods.note}>
        <summary>Days in a row with patrol</summary>
        <table className={styles.table}>
          <caption>Against all days without patrol.</caption>
          <Head first="In a row" />
          <tbody>
            {inARow.map((of, k) => (
              <Row
                key={of.days}
                name={`${plural(of.days, 'day')}${k === inARow.length - 1 ? ' or more' : ''}`}
                of={of}
              />
            ))}
          </tbody>
        </table>
      </details>
      <p className={panel.small}>
        {plural(leftOut, 'place-day')} before a first patrol {leftOut === 1 ? 'is' : 'are'} left out. Of so many classes
        with few offences one looks good by chance.
      </p>
    </section>
  );
}

function Head({ first }: { readonly first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">Offences</th>
        <th scope="col">per 100</th>
        <th scope="col">Change</th>
      </tr>
    </thead>
  );
}

function Row({ name, of }: { readonly name: string; readonly of: CarryOverClass }) {
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={styles.under}>{plural(of.placeDays, 'place-day')}</span>
      </th>
      <td>{formatCount(of.count)}</td>
      <td>{perHundred(of.count, of.placeDays)}</td>
      <td>
        {changeOf(of.ratio)}
        <span className={styles.under}>{intervalOf(of)}</span>
      </td>
    </tr>
  );
}

const WIDTH = 304;
const HEIGHT = 112;
const BOTTOM = 92;
const TOP = 16;

/** Offences per 100 place-days by days since a patrol, the day itself set apart. */
export function DecayChart({ classes }: { readonly classes: readonly CarryOverClass[] }) {
  const rates = classes.map(({ count, placeDays }) => (placeDays > 0 ? (100 * count) / placeDays : 0));
  const most = Math.max(...rates, 1e-9);
  const slot = WIDTH / classes.length;
  return (
    <svg
      className={trial.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="Offences per 100 place-days by days since the last patrol; the table below has the numbers"
    >
      {rates.map((rate, k) => {
        const days = classes[k]?.days ?? k;
        const height = ((BOTTOM - TOP) * rate) / most;
        const middle = k * slot + slot / 2;
        return (
          <g key={days}>
            <rect
              className={k === 0 ? trial.own : trial.other}
              x={k * slot + 6}
              y={BOTTOM - height}
              width={slot - 12}
              height={height}
            />
            <text x={middle} y={BOTTOM - height - 4} textAnchor="middle">
              {perHundred(classes[k]?.count ?? 0, classes[k]?.placeDays ?? 0)}
            </text>
            <text x={middle} y={BOTTOM + 14} textAnchor="middle">
              {k === 0 ? 'patrol' : `${days}${k === rates.length - 1 ? '+' : ''} ${days === 1 ? 'day' : 'days'}`}
            </text>
          </g>
        );
      })}
      <path className={trial.axis} d={`M0 ${BOTTOM} H${WIDTH}`} />
    </svg>
  );
}
