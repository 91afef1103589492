import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ShownDose } from '../../../state/visit-log.ts';
import controls from '../../controls/controls.module.css';
import { Segments } from '../../controls/Segments.tsx';
import { cx } from '../../cx.ts';
import evaluate from '../../evaluate/evaluate.module.css';
import { formatCount, formatShare } from '../../format.ts';
import panel from '../../panel.module.css';
import { useSlice, useStore } from '../../store-context.ts';
import styles from './log.module.css';
import { areaLabel, clockWords, dayLabel } from './log-words.ts';
import { daysOf } from './strip.ts';

type TableName = 'area' | 'day' | 'outside';

/** The numbers of the strip and the map: by area, by day, and the visits outside the plan. */
export function DoseTables({ shown }: { readonly shown: ShownDose }) {
  const [table, setTable] = useState<TableName>('area');
  return (
    <div className={styles.part}>
      <Segments
        label="Show"
        choices={[
          { id: 'area' as const, name: 'By area' },
          { id: 'day' as const, name: 'By day' },
          { id: 'outside' as const, name: 'Not planned' },
        ]}
        value={table}
        onChoose={setTable}
      />
      {table === 'area' && <ByArea shown={shown} />}
      {table === 'day' && <ByDay shown={shown} />}
      {table === 'outside' && <Outside shown={shown} />}
    </div>
  );
}

interface Numbers {
  readonly plannedVisits: number;
  readonly madeOfPlanned: number;
  readonly visits: number;
  readonly minutes: number;
}

function Head({ first }: { readonly first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">Planned</th>
        <th scope="col">Made</th>
        <th scope="col">Share</th>
        <th scope="col">Other</th>
        <th scope="col">Min</th>
      </tr>
    </thead>
  );
}

function Cells({ plannedVisits, madeOfPlanned, visits, minutes }: Numbers) {
  return (
    <>
      <td>{formatCount(plannedVisits)}</td>
      <td>{formatCount(madeOfPlanned)}</td>
      <td>{formatShare(madeOfPlanned / plannedVisits)}</td>
      <td>{formatCount(visits - madeOfPlanned)}</td>
      <td>{formatCount(Math.round(minutes))}</td>
    </>
  );
}

function ByArea({ shown: { dose, query } }: { readonly shown: ShownDose }) {
  return (
    <table className={evaluate.table}>
      <caption>
        Visits planned, made of those, their share, others, and minutes with an officer there. A click shows the area on
        the map.
      </caption>
      <Head first="Area" />
      <tbody>
        {query.places.map((place, area) => {
          const row = dose.report.byArea[area];
          return (
            <tr key={place.rank}>
              <th scope="row">
                <PlaceButton words={areaLabel(place)} cell={place.cells[0] ?? null} />
              </th>
              {row && <Cells {...row} />}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Of all areas, or of one: with that every square of the strip can be read. */
function ByDay({ shown: { dose, query } }: { readonly shown: ShownDose }) {
  const [chosen, setChosen] = useState('');
  const area = chosen === '' ? null : query.places.findIndex(({ rank }) => String(rank) === chosen);
  const nothing = { plannedVisits: 0, madeOfPlanned: 0, visits: 0, minutes: 0 };
  const rowOf = (day: number): Numbers => {
    if (area === null) return dose.report.byDay.find((row) => row.day === day) ?? nothing;
    const row = dose.report.byAreaAndDay.find((each) => each.area === area && each.day === day);
    return row ? { ...row, madeOfPlanned: Math.min(row.visits, row.plannedVisits) } : nothing;
  };
  return (
    <>
      <label className={controls.field}>
        Area
        <select className={controls.input} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">All areas</option>
          {query.places.map((place) => (
            <option key={place.rank} value={place.rank}>
              {areaLabel(place)}
            </option>
          ))}
        </select>
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} aria-label="Visits by day" tabIndex={0}>
        <table className={evaluate.table}>
          <caption>Visits planned, made of those, their share, others, and minutes with an officer there.</caption>
          <Head first="Day" />
          <tbody>
            {daysOf(dose).map((day) => (
              <tr key={day}>
                <th scope="row">{dayLabel(day)}</th>
                <Cells {...rowOf(day)} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Outside({ shown: { dose, query } }: { readonly shown: ShownDose }) {
  const { newestOutside, outside } = dose;
  if (outside === 0) return <p className={panel.small}>No visit lay outside the plan.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label="Visits outside the plan" tabIndex={0}>
      <table className={evaluate.table}>
        <caption>
          {outside > newestOutside.length
            ? `The newest ${newestOutside.length} of ${formatCount(outside)} visits beyond those planned.`
            : 'Visits beyond those planned, the newest first.'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col">When</th>
            <th scope="col">Min</th>
            <th scope="col">Who</th>
          </tr>
        </thead>
        <tbody>
          {newestOutside.map((stay) => {
            const place = query.places[stay.area];
            return (
              <tr key={`${stay.from} ${stay.area} ${stay.unit}`}>
                <th scope="row">{place && <PlaceButton words={areaLabel(place)} cell={place.cells[0] ?? null} />}</th>
                <td>
                  {dayLabel(stay.day)} {clockWords(stay.minuteOfDay)}
                </td>
                <td>{formatCount(Math.round(stay.minutes))}</td>
                <td>{stay.unit}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Chooses the area's first cell, which brings it into view on the map. */
function PlaceButton({ words, cell }: { readonly words: string; readonly cell: string | null }) {
  const store = useStore();
  const chosen = useSlice((state) => cell !== null && state.settings.cell === cell);
  return (
    <Button
      className={cx(styles.place)}
      aria-pressed={chosen}
      onPress={() => store.dispatch({ type: 'set', patch: { cell: chosen ? null : cell } })}
    >
      {words}
    </Button>
  );
}
