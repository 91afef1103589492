import type { MappingTrial } from '../../core/ingest/try-mapping.ts';
import { hasPlace, type MappingStep } from '../../state/mapping-step.ts';
import { formatCount, plural } from '../format.ts';
import styles from './mapping.module.css';

/** How many rows would be kept as things stand, and why others would not. */
export function Outcome({ step }: { step: MappingStep }) {
  const { trial } = step;
  const value = 'value' in trial ? trial.value : undefined;
  return (
    <div className={styles.outcome} role="status" aria-busy={trial.status === 'running'}>
      {!hasPlace(step) ? (
        <p>Choose both columns of the place: nothing can be kept without them.</p>
      ) : trial.status === 'failed' ? (
        <p className={styles.bad}>{trial.message}</p>
      ) : value === undefined ? (
        <p>Counting …</p>
      ) : (
        <Counts trial={value} />
      )}
    </div>
  );
}

function Counts({ trial }: { trial: MappingTrial }) {
  const { kept, rows, cut, dropped, doubted } = trial;
  const unread = doubted.find(({ reason }) => reason === 'offence not recognised');
  const reasons = [
    ...dropped.map(({ reason, count }) => `${formatCount(count)} dropped: ${reason}`),
    ...(unread ? [`${formatCount(unread.count)} kept without harm: ${unread.reason}`] : []),
  ];
  return (
    <>
      <p>
        <strong>{formatCount(kept)}</strong> of {cut ? 'the first ' : ''}
        {plural(rows, 'row')} would be kept
      </p>
      {reasons.length > 0 && <p className={styles.words}>{reasons.join(' · ')}</p>}
    </>
  );
}
