import { ChevronLeft, ChevronRight, FileUp } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import type { KeyDate } from '../../core/offences/key-dates.ts';
import type { AppState } from '../../state/app-state.ts';
import { hasSides, keyDateBeside, keyDatesInView, keyDateViewed } from '../../state/key-date-view.ts';
import controls from '../controls/controls.module.css';
import { IconButton } from '../controls/IconButton.tsx';
import { cx } from '../cx.ts';
import { formatDay, formatPeriod, plural } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import { kindWords } from './key-date-cells.ts';
import styles from './panel.module.css';

const MOST_NAMES = 4;

/** The chosen key date, with those before and after it one press away. */
export function KeyDateCard({ keyDate }: { readonly keyDate: KeyDate }) {
  const store = useStore();
  const before = useSlice((state) => keyDateBeside(state, -1));
  const after = useSlice((state) => keyDateBeside(state, 1));
  const place = useSlice((state) => placeWords(state, keyDate));
  const districts = useSlice((state) => districtWords(state, keyDate));
  const demo = useSlice((state) => datasetOf(state)?.source === 'demo');
  const go = (to: KeyDate | null) => {
    if (to === null) return;
    store.dispatch({ type: 'set', patch: keyDateViewed(store.getState().settings, { id: to.id }), merge: 'key-date' });
  };
  const open = (files: FileList | null) => {
    const label = { kind: 'key-date', day: keyDate.fromDay, text: keyDate.label } as const;
    if (files) void store.openFiles([...files], label);
  };
  return (
    <section className={styles.card} aria-label="Chosen key date">
      <header className={styles.cardHead}>
        <IconButton
          icon={ChevronLeft}
          label="Key date before"
          keys="["
          disabled={before === null}
          onPress={() => go(before)}
        />
        <div className={styles.cardDate} aria-live="polite">
          <h3>{formatDay(keyDate.fromDay)}</h3>
          <p className={styles.under}>{place}</p>
        </div>
        <IconButton
          icon={ChevronRight}
          label="Next key date"
          keys="]"
          disabled={after === null}
          onPress={() => go(after)}
        />
      </header>
      <p className={styles.cardLabel}>{keyDate.label}</p>
      <p className={panel.small}>
        {kindWords[keyDate.kind]}
        {keyDate.toDay !== null && `, ${formatPeriod(keyDate.fromDay, keyDate.toDay)}`} · {districts}
      </p>
      <p className={panel.small}>
        Source: {keyDate.source || 'none given'}
        {keyDate.remark !== '' && <span className={styles.remark}> ({keyDate.remark})</span>}
      </p>
      <div>
        <FileTrigger allowsMultiple onSelect={open}>
          <Button className={cx(controls.button)}>
            <FileUp size={15} aria-hidden />
            Add data for this key date
          </Button>
        </FileTrigger>
        {demo && <p className={panel.small}>Files opened over the demo take its place.</p>}
      </div>
    </section>
  );
}

function placeWords(state: AppState, { id }: KeyDate): string {
  const info = datasetOf(state)?.info;
  const list = keyDatesInView(state).filter((keyDate) => info && hasSides(keyDate, info));
  const at = list.findIndex((keyDate) => keyDate.id === id);
  return at < 0 ? 'no data on both sides' : `${at + 1} of ${list.length} with data`;
}

function districtWords({ areaSet }: AppState, { areas }: KeyDate): string {
  if (areas === null) return 'all districts';
  const names = areas.map((code) => areaSet.areas.find((area) => area.id === code)?.name ?? code);
  if (names.length <= MOST_NAMES) return names.join(', ');
  return `${names.slice(0, MOST_NAMES).join(', ')} and ${plural(names.length - MOST_NAMES, 'district')} more`;
}
