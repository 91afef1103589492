import { useDeferredValue } from 'react';
import { Button } from 'react-aria-components';
import type { HotspotResult } from '../../core/results.ts';
import controls from '../controls/controls.module.css';
import { FailureNote } from '../controls/FailureNote.tsx';
import { cx } from '../cx.ts';
import { DownloadForm } from '../data/DownloadForm.tsx';
import { NoOffences } from '../data/NoOffences.tsx';
import { plural } from '../format.ts';
import panel from '../panel.module.css';
import { measureTitle, questionOf } from '../settings/measure-choices.ts';
import { FirstHint } from '../shell/FirstHint.tsx';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf, scheduleWords, shownValue } from '../words.ts';
import { CellPanel } from './CellPanel.tsx';
import { Concentration } from './Concentration.tsx';
import { AreaHours } from './HoursPart.tsx';
import { accounting, concentration, limits, panelTitle } from './headline.ts';
import styles from './hotspots.module.css';
import { MethodNote } from './MethodNote.tsx';
import { MethodPanel, methodSlots } from './MethodPanel.tsx';
import { methodTexts } from './method-texts.ts';
import { RankedList } from './RankedList.tsx';
import { Stability } from './Stability.tsx';

export function HotspotsPanel({ onPrint }: { onPrint: (outside: boolean) => void }) {
  const slot = useSlice((state) => state.hotspots);
  const gridSlot = useSlice((state) => state.grid);
  const mode = useSlice((state) => state.settings.mode);
  const measure = useSlice((state) => state.settings.measure);
  const method = measure === 'value' || measure === 'gi-star' ? null : measure;
  const working = useSlice((state) => method !== null && state[methodSlots[method]].status === 'running');
  const cell = useSlice((state) => state.settings.cell);
  const latest = shownValue(slot);
  // the list is drawn in slices behind the map, so that no change holds up the page
  const result = useDeferredValue(latest);
  const running = working || latest !== result || slot.status === 'running' || gridSlot.status === 'running';
  const failed = slot.status === 'failed' ? slot : gridSlot.status === 'failed' ? gridSlot : null;
  return (
    <div className={cx(panel.panel, styles.hotspots, cell !== null && styles.withCell)} aria-busy={running}>
      {running && <div className={panel.working} role="progressbar" aria-label="Working" />}
      <section className={styles.ranked} aria-labelledby="ranked-title">
        {cell === null && <FirstHint />}
        <header className={panel.head}>
          <h2 id="ranked-title" className={panel.title} tabIndex={-1}>
            {method === null ? panelTitle(mode) : measureTitle(method)}
          </h2>
          <p className={panel.lead}>
            {method !== null ? questionOf(method) : result === null ? '' : concentration(result, mode)}
          </p>
          {result !== null && <Account result={result} />}
          {failed !== null && <FailureNote message={failed.message} proposal={failed.proposal} />}
        </header>
        {result === null ? (
          <Waiting failed={failed !== null} />
        ) : method === null ? (
          <Ranked result={result} onPrint={onPrint} />
        ) : (
          <MethodPanel method={method} hotspots={result} onPrint={onPrint} />
        )}
      </section>
      {cell !== null && <CellPanel />}
    </div>
  );
}

function Ranked({ result, onPrint }: { result: HotspotResult; onPrint: (outside: boolean) => void }) {
  const resolution = useSlice((state) => state.settings.resolution);
  const measure = useSlice((state) => state.settings.measure);
  if (result.top.length === 0) return <Nothing />;
  return (
    <>
      <RankedList top={result.top} />
      <div className={styles.foot}>
        <Stability result={result} />
        <Concentration />
        <AreaHours />
        <div className={controls.row}>
          <DownloadForm onPrint={onPrint} />
        </div>
        <MethodNote text={methodTexts[measure]} />
        <p className={panel.limits}>{limits(resolution)}</p>
      </div>
    </>
  );
}

const APPROXIMATE = 'The outlines are approximate, drawn by hand: open your own boundaries before quoting a figure.';

/** Where the offences went, and what the numbers cannot tell: over the list, before anyone reads a rank. */
function Account({ result }: { result: HotspotResult }) {
  const dropped = useSlice((state) => {
    const report = datasetOf(state)?.report;
    return report === undefined ? 0 : report.rows - report.kept;
  });
  const usual = useSlice(({ settings }) => settings.mode === 'count' || settings.schedule === 'cchi-2020');
  const weights = useSlice(scheduleWords);
  const approximate = useSlice((state) => state.areaSet.origin === 'shipped' && datasetOf(state)?.source === 'files');
  const [first, ...others] = approximate ? [...result.cautions, APPROXIMATE] : result.cautions;
  return (
    <>
      {usual || <p className={panel.small}>Weighed by {weights}</p>}
      <p className={panel.small}>{accounting(result, dropped).join(' · ')}</p>
      {first !== undefined && (
        <details className={styles.cautions}>
          <summary>
            {first}
            {others.length > 0 && <span className={styles.more}>{plural(others.length, 'more caution')}</span>}
          </summary>
          {others.map((caution) => (
            <p key={caution}>{caution}</p>
          ))}
        </details>
      )}
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

/** Before the first result: grey lines where the list will be, or what to do when nothing is on its way. */
function Waiting({ failed }: { failed: boolean }) {
  const dataset = useSlice((state) => state.dataset);
  if (dataset.status === 'idle' || (dataset.status === 'failed' && shownValue(dataset) === null)) {
    return <NoOffences />;
  }
  if (failed) return null;
  return (
    <div className={styles.skeleton}>
      <p className={panel.lead}>{dataset.status === 'running' ? 'Loading offences …' : 'Counting …'}</p>
      {[64, 52, 70, 44, 58, 48, 66, 40].map((percent) => (
        <svg key={percent} width="100%" height="31" aria-hidden>
          <rect y="11" width={`${percent}%`} height="9" rx="4" />
        </svg>
      ))}
    </div>
  );
}
