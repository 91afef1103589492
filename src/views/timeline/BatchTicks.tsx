import type { BatchInfo } from '../../core/batches/batch.ts';
import { aboutBatch } from '../data/batch-draft.ts';
import { useSlice } from '../store-context.ts';
import styles from './timeline.module.css';

/** A tick for each batch that is on, at the day that it was received for or came on, where the strip shows it. */
export function BatchTicks({ xOf }: { xOf: (day: number) => number | null }) {
  const list = useSlice((state) => state.batches);
  const batches = list?.batches ?? [];
  if (batches.length < 2) return null;
  return batches.map((batch) => {
    const day = dayOf(batch);
    const x = day === null || !batch.on ? null : xOf(day);
    return (
      x !== null && (
        <path key={batch.id} className={styles.batch} d={`M${x - 4},0h8l-4,6z`}>
          <title>{`${batch.name}. ${aboutBatch(batch)}`}</title>
        </path>
      )
    );
  });
}

function dayOf({ label, receivedDay }: BatchInfo): number | null {
  if (label === null) return receivedDay;
  return label.kind === 'key-date' ? label.day : label.fromDay;
}
