import { useState } from 'react';
import type { BatchChange, BatchKey } from '../../core/batches/batch.ts';
import type { Coverage, Period } from '../../core/batches/coverage.ts';
import { type Choice, Choices } from '../controls/Choices.tsx';
import controls from '../controls/controls.module.css';
import { formatPeriod, plural } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import { BatchItem } from './BatchItem.tsx';
import styles from './batches.module.css';
import { CoverageStrip } from './CoverageStrip.tsx';
import data from './data.module.css';
import { WhatChangedPart } from './WhatChangedPart.tsx';

const keys: readonly Choice<BatchKey>[] = [
  {
    id: 'offence-start-place',
    title: 'The same offence, start and place',
    words: 'Place to about a metre. Of three alike and later four alike, three are known again and one is new.',
  },
  { id: 'none', title: 'Not at all', words: 'Every row without an id is new.' },
];

/** The loads that the offences are made of, what they are to each other, and the days that they cover. */
export function BatchesPart() {
  const store = useStore();
  const list = useSlice((state) => state.batches);
  const dataset = useSlice(datasetOf);
  const [wrong, setWrong] = useState('');
  if (list === null || dataset === null || dataset.source === 'demo') return null;
  const change = async (next: BatchChange) => setWrong((await store.changeBatches(next)) ?? '');
  const { batches, coverage } = list;
  const several = batches.length > 1;
  const on = batches.filter((batch) => batch.on);
  return (
    <>
      <section className={data.part} aria-label="Batches">
        <h3 className={data.partTitle}>Batches</h3>
        {several ? (
          <p>
            {plural(dataset.info.rows, 'offence')} in the{' '}
            {on.length === batches.length ? 'batches' : 'batches that are on'} together
          </p>
        ) : (
          <p className={panel.small}>Open the next extract over it: the two are then told apart and can be switched.</p>
        )}
        <ul className={styles.list}>
          {batches.map((batch) => (
            <BatchItem
              key={batch.id}
              batch={batch}
              several={several}
              last={batch.on && on.length === 1}
              onChange={change}
            />
          ))}
        </ul>
        <p className={controls.wrong} role="alert">
          {wrong}
        </p>
        {several && (
          <p className={panel.small}>
            New, updated and unchanged are told by offence id against the batches received before. A later extract that
            lacks a column empties it in the offences that it updates.
          </p>
        )}
        {list.keyMatters && (
          <Choices
            label="Offences without an id are known again by"
            choices={keys}
            value={list.key}
            onChoose={(key) => void change({ kind: 'key', key })}
          />
        )}
      </section>
      {coverage.together.period !== null && (
        <section className={data.part} aria-label="Periods covered">
          <h3 className={data.partTitle}>Periods covered</h3>
          <CoverageStrip names={on.map((batch) => batch.name)} coverage={coverage} period={coverage.together.period} />
          <p>{gapWords(coverage)}</p>
          {coverage.gaps.length > 0 && <Periods periods={coverage.gaps} />}
          {coverage.overlaps.length > 0 && (
            <p className={panel.small}>Covered by more than one batch: {coverage.overlaps.map(words).join(', ')}.</p>
          )}
          <p className={panel.small}>{ruleWords(coverage)}</p>
        </section>
      )}
      <WhatChangedPart />
    </>
  );
}

function Periods({ periods }: { periods: readonly Period[] }) {
  return (
    <ul className={styles.periods}>
      {periods.map((period) => (
        <li key={period.fromDay}>
          {words(period)} ({plural(period.toDay - period.fromDay + 1, 'day')})
        </li>
      ))}
    </ul>
  );
}

const words = (period: Period): string => formatPeriod(period.fromDay, period.toDay);

function gapWords({ gaps, together }: Coverage): string {
  const covered = together.period === null ? '' : words(together.period);
  if (gaps.length === 0) return `${covered}, without a gap.`;
  return `${covered}, with ${gaps.length === 1 ? 'a gap' : plural(gaps.length, 'gap')}:`;
}

function ruleWords({ unit, gapDays, together }: Coverage): string {
  const strays =
    together.strays === 0
      ? ''
      : ` ${plural(together.strays, 'offence lies', 'offences lie')} before or after and ${together.strays === 1 ? 'counts' : 'count'} all the same.`;
  if (unit === 'month') return `A month without an offence is called a gap.${strays}`;
  return `${plural(gapDays ?? 0, 'day')} or more without an offence counts as a gap: at this average rate chance makes one less than once in a million. A quiet place has quiet weeks, so a short file may still be missing.${strays}`;
}
