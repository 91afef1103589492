import { memo, useState } from 'react';
import type { HoursResult } from '../../core/results.ts';
import controls from '../controls/controls.module.css';
import { formatCount, plural } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import { datasetOf, shownValue } from '../words.ts';
import { HourGrid } from './HourGrid.tsx';
import { type HourReading, hourReadings, spanWords } from './hour-grid.ts';
import { MethodNote } from './MethodNote.tsx';
import { hoursText } from './method-texts.ts';
import styles from './methods.module.css';

/** The hours of the whole area, under the list. */
export const AreaHours = memo(function AreaHours() {
  const slot = useSlice((state) => state.hours);
  const timed = useSlice((state) => datasetOf(state)?.info.hasTimes ?? false);
  const snapped = useSlice((state) => datasetOf(state)?.info.snapped ?? false);
  const found = shownValue(slot);
  return (
    <section className={styles.part} aria-label="Hours of the week" aria-busy={slot.status === 'running'}>
      <h3 className={styles.partTitle}>Hours of the week, whole area</h3>
      {!timed || snapped ? (
        <p className={panel.small}>
          {snapped
            ? 'Not shown: this source publishes months only, so hours and weekdays cannot be read from it.'
            : 'Not shown: no offence of these files carries a time of day.'}
        </p>
      ) : slot.status === 'failed' ? (
        <p className={panel.failure}>{slot.message}</p>
      ) : found === null ? (
        <p className={panel.small}>Reading the hours …</p>
      ) : (
        <>
          <WeekHours of={found} />
          <MethodNote text={hoursText} />
        </>
      )}
    </section>
  );
});

/** A week of hours, by one of the readings of spans. */
export function WeekHours({ of }: { readonly of: HoursResult }) {
  const [reading, setReading] = useState<HourReading>('aoristic');
  const { valuesOf, words } = hourReadings[reading];
  return (
    <>
      <label className={controls.field}>
        An offence counts
        <select
          className={controls.input}
          value={reading}
          onChange={(event) => setReading(event.target.value as HourReading)}
        >
          {(Object.keys(hourReadings) as HourReading[]).map((id) => (
            <option key={id} value={id}>
              {hourReadings[id].title}
            </option>
          ))}
        </select>
      </label>
      <HourGrid hourOfWeek={valuesOf(of)} rates={reading === 'smoothed'} />
      <p className={panel.small}>
        {words} {plural(of.offences, 'offence')}
        {of.withEnd > 0 && `, ${formatCount(of.withEnd)} with an end; mean span ${spanWords(of.meanSpanMinutes)}`}
        {of.longSpans > 0 && `; ${formatCount(of.longSpans)} of more than a week spread evenly`}
        {of.withoutTime > 0 && `; ${formatCount(of.withoutTime)} without a time left out`}.
      </p>
    </>
  );
}
