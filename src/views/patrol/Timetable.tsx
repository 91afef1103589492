import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { PlannedStop, ShiftPlan } from '../../core/patrol/plan.ts';
import { stopName, wayColour } from '../../layers/ways.ts';
import { areaOfCell, busyHours, type Patrol, stopsOf } from '../../state/patrol.ts';
import { cx } from '../cx.ts';
import { useSlice, useStore } from '../store-context.ts';
import { useTheme } from '../use-theme.ts';
import styles from './patrol.module.css';
import { cardName, clockWords, shortName } from './patrol-words.ts';

/** Height of a minute, so that a visit of a quarter of an hour holds a line of text. */
const MINUTE_PX = 1.25;

/** Pairs side by side, time downwards, visits as blocks over the hours in which the areas are busy. */
export function Timetable({ patrol, plan }: { readonly patrol: Patrol; readonly plan: ShiftPlan }) {
  const hours = useMemo(() => busyHours(patrol), [patrol]);
  const pairs = useMemo(() => stopsOf(patrol).map((stops, pair) => ({ pair, stops })), [patrol]);
  const first = hours[0]?.minute ?? 0;
  const height = hours.length * 60 * MINUTE_PX;
  return (
    <figure className={styles.figure}>
      <div
        className={styles.timetable}
        style={{ gridTemplateColumns: `40px repeat(${pairs.length}, minmax(56px, 1fr))` }}
      >
        <span />
        {pairs.map(({ pair }) => (
          <PairHead key={pair} pair={pair} />
        ))}
        <div className={styles.clock} style={{ height }} aria-hidden>
          {hours.map(({ minute }) => (
            <span key={minute} style={{ top: (minute - first) * MINUTE_PX }}>
              {clockWords(minute)}
            </span>
          ))}
        </div>
        {pairs.map(({ pair, stops }) => (
          <ul key={pair} className={styles.lane} style={{ height }} aria-label={`Visits of pair ${pair + 1}`}>
            <li aria-hidden className={styles.shades}>
              {hours.map(({ minute, busy }) => (
                <span key={minute} style={{ height: 60 * MINUTE_PX, opacity: busy }} />
              ))}
            </li>
            {stops.map((stop, at) => (
              <Visit
                key={stop.fromMinute}
                patrol={patrol}
                stop={stop}
                at={at}
                top={(stop.fromMinute - first) * MINUTE_PX}
              />
            ))}
          </ul>
        ))}
      </div>
      <figcaption className={styles.under}>Darker: hours in which the areas visited are busier.</figcaption>
      <Table patrol={patrol} plan={plan} />
    </figure>
  );
}

function PairHead({ pair }: { readonly pair: number }) {
  const colour = wayColour(pair, useTheme());
  return (
    <span className={styles.pair} style={{ borderColor: colour }}>
      Pair {pair + 1}
    </span>
  );
}

interface VisitProps {
  readonly patrol: Patrol;
  readonly stop: PlannedStop;
  /** Its place among those of its pair. */
  readonly at: number;
  readonly top: number;
}

function Visit({ patrol, stop, at, top }: VisitProps) {
  const store = useStore();
  const card = patrol.cards[stop.area];
  const chosen = useSlice((state) => card !== undefined && areaOfCell([card], state.settings.cell) !== null);
  const colour = wayColour(stop.pair, useTheme());
  if (card === undefined) return null;
  const times = `${clockWords(stop.fromMinute)} to ${clockWords(stop.toMinute)}`;
  const cell = card.cells[0] ?? null;
  return (
    <li className={styles.visit} style={{ top, height: (stop.toMinute - stop.fromMinute) * MINUTE_PX }}>
      <Button
        className={cx(styles.block)}
        style={{ borderColor: colour }}
        aria-pressed={chosen}
        aria-label={`${times}: ${card.rank} ${cardName(card)}, stop ${at + 1}`}
        onHoverStart={() => store.dispatch({ type: 'hover', index: card.indices[0] ?? null })}
        onHoverEnd={() => store.dispatch({ type: 'hover', index: null })}
        onPress={() => store.dispatch({ type: 'set', patch: { cell: chosen ? null : cell }, merge: 'area' })}
      >
        <strong>{card.rank}</strong> {shortName(card)}
      </Button>
    </li>
  );
}

/** The same in words, for those who do not see the picture or want the ways. */
function Table({ patrol, plan }: { readonly patrol: Patrol; readonly plan: ShiftPlan }) {
  return (
    <details className={styles.more}>
      <summary>The timetable as a table</summary>
      <table className={styles.table} aria-label="Timetable">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Stop</th>
            <th scope="col">Area</th>
            <th scope="col">Way</th>
          </tr>
        </thead>
        <tbody>
          {stopsOf({ plan }).flatMap((stops) =>
            stops.map((stop, at) => {
              const card = patrol.cards[stop.area];
              return (
                <tr key={`${stop.pair} ${stop.fromMinute}`}>
                  <td>
                    {clockWords(stop.fromMinute)}–{clockWords(stop.toMinute)}
                  </td>
                  <td>{stopName(stop.pair, at)}</td>
                  <th scope="row">
                    {card?.rank} {card && cardName(card)}
                  </th>
                  <td>{stop.wayMin > 0 ? `${stop.wayMin} min` : '–'}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </details>
  );
}
