import { useMemo } from 'react';
import type { DrawnTrial } from '../../../core/evaluation/trial-view.ts';
import { lotsOf } from '../../../state/trial.ts';
import { formatDay } from '../../format.ts';
import methods from '../../hotspots/methods.module.css';
import trial from './trial.module.css';

const WIDTH = 304;
const LEFT = 22;
const ROW = 10;
const FOOT = 18;

/** Places as rows, days as columns, the drawn ones filled. */
export function LotsStrip({ drawn }: { readonly drawn: DrawnTrial }) {
  const treated = useMemo(() => lotsOf(drawn), [drawn]);
  const days = treated.length;
  const wide = (WIDTH - LEFT) / days;
  const gap = wide > 2 ? 0.5 : 0;
  const pathOf = (place: number): string =>
    treated
      .map((lots, day) =>
        lots.includes(place)
          ? `M${(LEFT + day * wide).toFixed(2)} ${place * ROW + 1} h${(wide - gap).toFixed(2)} v8 h${(gap - wide).toFixed(2)} Z`
          : '',
      )
      .join('');
  const height = drawn.places.length * ROW;
  return (
    <svg
      className={trial.lots}
      viewBox={`0 0 ${WIDTH} ${height + FOOT}`}
      role="img"
      aria-label="Places by rank down, days across, filled where patrol was drawn; the table below lists them by day"
    >
      <rect className={trial.ground} x={LEFT} y={0} width={WIDTH - LEFT} height={height} />
      {drawn.places.map(({ name }, place) => (
        <g key={name}>
          {place % 5 === 0 && (
            <text x={LEFT - 5} y={place * ROW + 9} textAnchor="end">
              {place + 1}
            </text>
          )}
          <path className={trial.drawnDays} d={pathOf(place)}>
            <title>{`${place + 1} ${name}`}</title>
          </path>
        </g>
      ))}
      <text x={LEFT} y={height + 14}>
        {formatDay(drawn.fromDay)}
      </text>
      <text x={WIDTH} y={height + 14} textAnchor="end">
        {formatDay(drawn.toDay)}
      </text>
    </svg>
  );
}

/** The same day by day. */
export function LotsTable({ drawn }: { readonly drawn: DrawnTrial }) {
  const treated = useMemo(() => lotsOf(drawn), [drawn]);
  const byDay = treated.map((lots, at) => ({ day: drawn.fromDay + at, lots }));
  return (
    <details className={methods.note}>
      <summary>Who is patrolled on which day</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={trial.scroll} aria-label="Places by day" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Places</th>
            </tr>
          </thead>
          <tbody>
            {byDay.map(({ day, lots }) => (
              <tr key={day}>
                <th scope="row">{formatDay(day)}</th>
                <td>{lots.map((place) => `${place + 1} ${drawn.places[place]?.name ?? ''}`).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
