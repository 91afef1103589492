import type { AppState } from '../../state/app-state.ts';
import { useSlice } from '../store-context.ts';
import { datasetOf, shownValue } from '../words.ts';
import { DateStrip } from './DateStrip.tsx';
import styles from './timeline.module.css';

/** Offences over time with rules in force and key dates; dragging, arrow keys and playing choose a period. */
export function Timeline() {
  const series = useSlice((state) => shownValue(state.series));
  const status = useSlice((state) => state.series.status);
  const empty = useSlice(emptyWords);
  return (
    <section className={styles.timeline} aria-label="Timeline" aria-busy={status === 'running'}>
      {series !== null && series.startDay.length > 0 ? (
        <DateStrip series={series} />
      ) : (
        <p className={styles.empty}>{empty}</p>
      )}
    </section>
  );
}

/** What stands in the strip while there are no bars. */
function emptyWords(state: AppState): string {
  const info = datasetOf(state)?.info;
  if (state.series.status === 'failed') return state.series.message;
  if (info === undefined) return state.dataset.status === 'running' ? 'Loading offences …' : 'No offences loaded';
  return info.hasDates ? 'Counting over time …' : 'This file has no dates, so there is nothing to show over time.';
}
