import { Download, Printer } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { HotspotResult } from '../../core/results.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { useDownloads } from '../data/use-downloads.ts';
import panel from '../panel.module.css';
import { FirstHint } from '../shell/FirstHint.tsx';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf, shownValue } from '../words.ts';
import { CellPanel } from './CellPanel.tsx';
import { accounting, concentration, limits, panelTitle } from './headline.ts';
import styles from './hotspots.module.css';
import { RankedList } from './RankedList.tsx';

export function HotspotsPanel({ onPrint }: { onPrint: () => void }) {
  const slot = useSlice((state) => state.hotspots);
  const gridSlot = useSlice((state) => state.grid);
  const mode = useSlice((state) => state.settings.mode);
  const cell = useSlice((state) => state.settings.cell);
  const result = shownValue(slot);
  const running = slot.status === 'running' || gridSlot.status === 'running';
  const failed = slot.status === 'failed' ? slot.message : gridSlot.status === 'failed' ? gridSlot.message : null;
  return (
    <div className={cx(panel.panel, styles.hotspots, cell !== null && styles.withCell)} aria-busy={running}>
      {running && <div className={panel.working} role="progressbar" aria-label="Working" />}
      <section className={styles.ranked} aria-labelledby="ranked-title">
        {cell === null && <FirstHint />}
        <header className={panel.head}>
          <h2 id="ranked-title" className={panel.title} tabIndex={-1}>
            {panelTitle(mode)}
          </h2>
          <p className={panel.lead}>{result === null ? <Waiting /> : concentration(result, mode)}</p>
          {failed !== null && (
            <p className={panel.failure} role="alert">
              {failed}
            </p>
          )}
        </header>
        {result === null ? <Skeleton show={failed === null} /> : <Ranked result={result} onPrint={onPrint} />}
      </section>
      {cell !== null && <CellPanel />}
    </div>
  );
}

function Ranked({ result, onPrint }: { result: HotspotResult; onPrint: () => void }) {
  const resolution = useSlice((state) => state.settings.resolution);
  const cautions = result.cautions;
  const dropped = useSlice((state) => {
    const report = datasetOf(state)?.report;
    return report === undefined ? 0 : report.rows - report.kept;
  });
  if (result.top.length === 0) return <Nothing />;
  return (
    <>
      <RankedList top={result.top} />
      <div className={styles.foot}>
        <div className={controls.row}>
          <Downloads onPrint={onPrint} />
        </div>
        {cautions.length > 0 && (
          <ul className={panel.cautions} aria-label="Cautions">
            {cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
        )}
        <p className={panel.small}>{accounting(result, dropped).join(' · ')}</p>
        <p className={panel.limits}>{limits(resolution)}</p>
      </div>
    </>
  );
}

function Downloads({ onPrint }: { onPrint: () => void }) {
  const download = useDownloads();
  return (
    <>
      <Button className={cx(controls.button)} onPress={() => download('ranked')}>
        <Download size={15} aria-hidden />
        Ranked list
      </Button>
      <Button className={cx(controls.button)} onPress={() => download('hotspots')}>
        <Download size={15} aria-hidden />
        All cells
      </Button>
      <Button className={cx(controls.button)} onPress={onPrint}>
        <Printer size={15} aria-hidden />
        Print
      </Button>
    </>
  );
}

function Nothing() {
  const store = useStore();
  const narrowed = useSlice((state) => state.settings.fromDay !== null || state.settings.toDay !== null);
  return (
    <div className={panel.empty}>
      <p>
        Nothing was recorded here under these settings. A longer period, another area or a wider definition may help.
      </p>
      {narrowed && (
        <Button
          className={cx(controls.button)}
          onPress={() => store.dispatch({ type: 'set', patch: { fromDay: null, toDay: null } })}
        >
          Show all dates
        </Button>
      )}
    </div>
  );
}

function Waiting() {
  const loading = useSlice((state) => state.dataset.status);
  return (
    <>{loading === 'running' ? 'Loading offences …' : loading === 'ready' ? 'Counting …' : 'No offences loaded'}</>
  );
}

/** Grey lines where the list will be. */
function Skeleton({ show }: { show: boolean }) {
  if (!show) return null;
  return (
    <div className={styles.skeleton} aria-hidden>
      {[64, 52, 70, 44, 58, 48, 66, 40].map((percent) => (
        <svg key={percent} width="100%" height="31" aria-hidden>
          <rect y="11" width={`${percent}%`} height="9" rx="4" />
        </svg>
      ))}
    </div>
  );
}
