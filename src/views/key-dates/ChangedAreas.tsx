import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ChangedArea, ChangeResult } from '../../core/results.ts';
import { badgeOf, lineKey, stateNames } from '../../layers/marked-areas.ts';
import controls from '../controls/controls.module.css';
import { LineSwatch } from '../controls/LineSwatch.tsx';
import { cx } from '../cx.ts';
import { formatValue } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import { useTheme } from '../use-theme.ts';
import { areaPlace, formatRatio, fromTo, intervalWords, isTold } from './change-words.ts';
import styles from './panel.module.css';

const SHOWN = 8;

/** Where to go first, and every patrol area of either window with what became of it. */
export function ChangedAreas({ result }: { readonly result: ChangeResult }) {
  const first = result.first.flatMap((at) => result.areas[at] ?? []);
  if (result.areas.length === 0) {
    return <p>No place holds enough offences in either window to make a patrol area of at least five.</p>;
  }
  return (
    <>
      <section className={styles.part} aria-labelledby="first-title">
        <h3 id="first-title" className={styles.partTitle}>
          Patrol this first
        </h3>
        <ol className={styles.first}>
          {first.map((area) => (
            <li key={badgeOf(area)}>
              <span className={styles.badge}>{badgeOf(area)}</span>
              <PlaceButton area={area} />
              <span className={styles.under}>{whyWords(area)}</span>
            </li>
          ))}
        </ol>
        {first.length === 0 && (
          <p>No patrol area stands after the date: nothing calls for officers more than the rest.</p>
        )}
      </section>
      <AreaTable areas={result.areas} />
    </>
  );
}

/** "New · 9 offences, 6 of them in night-time-economy hours". */
function whyWords({ state, after, night }: ChangedArea): string {
  const hours = night === null || after === 0 ? '' : `, ${night.after} in night-time hours`;
  return `${stateNames[state]} · ${after} offences from the date on${hours}`;
}

function AreaTable({ areas }: { readonly areas: ChangeResult['areas'] }) {
  const [all, setAll] = useState(false);
  const shown = all ? areas : areas.slice(0, SHOWN);
  return (
    <section className={styles.part} aria-labelledby="areas-title">
      <h3 id="areas-title" className={styles.partTitle}>
        Patrol areas before and after
      </h3>
      <StateCounts areas={areas} />
      <table className={styles.table} aria-label="Patrol areas before and after">
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col">Offences</th>
            <th scope="col">Ratio, interval</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((area) => (
            <Row key={badgeOf(area)} area={area} />
          ))}
        </tbody>
      </table>
      {areas.length > SHOWN && (
        <div>
          <Button className={cx(controls.link)} onPress={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${areas.length}`}
          </Button>
        </div>
      )}
    </section>
  );
}

/** How many of each, with the line that outlines them on the map. */
function StateCounts({ areas }: { readonly areas: ChangeResult['areas'] }) {
  const theme = useTheme();
  return (
    <ul className={styles.states}>
      {(['new', 'emerging', 'lasting', 'cooling'] as const).map((state) => (
        <li key={state}>
          <LineSwatch line={lineKey(state, '', theme)} />
          {areas.filter((area) => area.state === state).length} {stateNames[state].toLowerCase()}
        </li>
      ))}
    </ul>
  );
}

function Row({ area }: { readonly area: ChangedArea }) {
  const { total, night, otherHours } = area;
  return (
    <tr data-state={area.state}>
      <th scope="row">
        <span className={styles.badge}>{badgeOf(area)}</span>
        <PlaceButton area={area} />
        <span className={styles.under}>
          Harm {formatValue(total.harmBefore, 'harm')} → {formatValue(total.harmAfter, 'harm')}
        </span>
        {night !== null && otherHours !== null && (
          <span className={styles.under}>
            Night {fromTo(night)}, other hours {fromTo(otherHours)}
          </span>
        )}
      </th>
      <td>{fromTo(total)}</td>
      <td>
        <span className={isTold(total) ? styles.told : undefined}>{formatRatio(total.ratio)}</span>
        <span className={styles.under}>{intervalWords(total)}</span>
      </td>
    </tr>
  );
}

/** Chooses the area's first cell, which brings it into view on the map. */
function PlaceButton({ area }: { readonly area: ChangedArea }) {
  const store = useStore();
  const { cells, indices } = area.place;
  const [cell = null] = cells;
  const chosen = useSlice((state) => state.settings.cell === cell);
  const hover = (index: number | null) => store.dispatch({ type: 'hover', index });
  return (
    <Button
      className={cx(styles.place)}
      aria-pressed={chosen}
      onHoverStart={() => hover(indices[0] ?? null)}
      onHoverEnd={() => hover(null)}
      onPress={() => store.dispatch({ type: 'set', patch: { cell: chosen ? null : cell } })}
    >
      {areaPlace(area)}
    </Button>
  );
}
