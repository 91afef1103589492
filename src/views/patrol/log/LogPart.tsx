import { ChevronRight, Download } from 'lucide-react';
import { useDeferredValue, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { ShownDose } from '../../../state/visit-log.ts';
import controls from '../../controls/controls.module.css';
import { cx } from '../../cx.ts';
import { MethodNote } from '../../hotspots/MethodNote.tsx';
import panel from '../../panel.module.css';
import { useSlice, useStore } from '../../store-context.ts';
import { shownValue } from '../../words.ts';
import { DoseStrip } from './DoseStrip.tsx';
import { DoseTables } from './DoseTables.tsx';
import { LogFiles } from './LogFiles.tsx';
import { LogForm } from './LogForm.tsx';
import styles from './log.module.css';
import { aboutLog, besides, headline, logText } from './log-words.ts';
import { useDoseDownload } from './use-dose-download.ts';

/** What was patrolled, from tracks or visits written down, against what was planned. */
export function LogPart() {
  const store = useStore();
  const open = useSlice((state) => state.visitLog.open);
  const reading = useSlice((state) => state.visitLog.reading !== null);
  const part = useRef<HTMLElement>(null);
  // files that were dropped anywhere are read here, far below the plan
  useEffect(() => {
    if (reading) part.current?.scrollIntoView({ block: 'nearest' });
  }, [reading]);
  return (
    <section ref={part} className={styles.log} aria-labelledby="visit-log-title">
      <h3>
        <Button
          className={cx(styles.head)}
          aria-expanded={open}
          onPress={() => store.dispatch({ type: 'visit-log', change: { open: !open } })}
        >
          <ChevronRight size={16} aria-hidden />
          <span id="visit-log-title" className={styles.title}>
            Visit log
          </span>
        </Button>
      </h3>
      {open && <Open />}
    </section>
  );
}

function Open() {
  const empty = useSlice((state) => !state.visitLog.files.some(({ use }) => use === 'log'));
  const slot = useSlice((state) => state.visitDose);
  const shown = useDeferredValue(empty ? null : shownValue(slot));
  return (
    <div className={styles.body} aria-busy={!empty && slot.status === 'running'}>
      <p className={panel.lead}>Did the patrols go where, and as often as, they were planned?</p>
      {empty && (
        <p className={panel.small}>
          Open tracks (GPX, or CSV with time, longitude, latitude and callsign) or visits written down (CSV with area,
          start and end). Several files are one log.
        </p>
      )}
      <LogFiles />
      {!empty && slot.status === 'failed' && (
        <p className={panel.failure} role="alert">
          {slot.message}
        </p>
      )}
      {!empty && shown === null && slot.status !== 'failed' && <p role="status">Looking for visits …</p>}
      {shown !== null && <Found shown={shown} />}
      <p className={panel.small}>
        Where officers were is personal data: it stays in this tab, in no project file and no address, and is gone with
        the tab or with “Clear everything”.
      </p>
      <div className={styles.part}>
        <MethodNote text={logText} />
      </div>
    </div>
  );
}

function Found({ shown }: { readonly shown: ShownDose }) {
  const download = useDoseDownload();
  const { dose, query } = shown;
  const also = besides(dose, query.places, query.settings.leastMin);
  return (
    <>
      <LogForm shown={shown} />
      <div className={styles.part}>
        <p className={styles.verdict} aria-live="polite">
          {headline(dose)}
        </p>
        {also !== '' && <p>{also}</p>}
        <p className={panel.small}>{aboutLog(dose)}</p>
      </div>
      {dose.cautions.length > 0 && (
        <ul className={panel.cautions} aria-label="Cautions about the log">
          {dose.cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      )}
      <DoseStrip shown={shown} />
      <DoseTables shown={shown} />
      <div className={controls.row}>
        <Button className={cx(controls.button)} onPress={() => void download(shown)}>
          <Download size={15} aria-hidden />
          Minutes by area and day
        </Button>
      </div>
    </>
  );
}
