import { Download } from 'lucide-react';
import { Activity, memo, useDeferredValue } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import type { IngestReport } from '../../core/ingest/report.ts';
import type { Dataset } from '../../state/app-state.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatCount, formatPeriod, plural } from '../format.ts';
import { ReadingsPart } from '../mapping/ReadingsPart.tsx';
import panel from '../panel.module.css';
import { ProjectPart } from '../project/ProjectPart.tsx';
import { ProjectStanding } from '../project/ProjectStanding.tsx';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import { AreasPart } from './AreasPart.tsx';
import { BatchesPart } from './BatchesPart.tsx';
import styles from './data.module.css';
import { FactorsPart } from './FactorsPart.tsx';
import { FilesTable } from './FilesTable.tsx';
import { NotesPart } from './NotesPart.tsx';
import { OpenButton } from './OpenButton.tsx';
import { PopulationsPart } from './PopulationsPart.tsx';
import { StreetsPart } from './StreetsPart.tsx';
import { useDownloads } from './use-downloads.ts';

/** While a load runs only its progress is shown: the rest would be drawn over and over, and mostly to be replaced. */
export function DataPanel() {
  const slot = useSlice((state) => state.dataset);
  const name = useSlice((state) => datasetOf(state)?.name ?? null);
  const loading = useDeferredValue(slot.status === 'running');
  return (
    <div className={panel.scroll}>
      <header>
        <h2 className={panel.title} tabIndex={-1}>
          Data
        </h2>
        <WhatLeaves />
      </header>
      <OpenFiles />
      <ProjectStanding />
      {slot.status === 'running' && <Loading />}
      {slot.status === 'failed' && (
        <div className={panel.failure} role="alert">
          <p>{slot.message}</p>
          {name !== null && <p className={panel.small}>{name} is still loaded.</p>}
        </div>
      )}
      <Activity mode={loading ? 'hidden' : 'visible'}>
        <Held />
      </Activity>
    </div>
  );
}

/** All that is held, part by part. */
const Held = memo(function Held() {
  const store = useStore();
  // drawn when there is time: at the end of a load the hotspots take its place anyway
  const dataset = useDeferredValue(useSlice(datasetOf));
  return (
    <>
      {dataset === null ? <NothingLoaded /> : <Loaded dataset={dataset} />}
      <AreasPart />
      <FactorsPart />
      <PopulationsPart />
      <ProjectPart />
      <ReadingsPart />
      <StreetsPart />
      <section className={styles.part}>
        <div className={controls.row}>
          {dataset?.source !== 'demo' && (
            <Button className={cx(controls.button)} onPress={() => void store.openDemo()}>
              {dataset === null ? 'Open the demo' : 'Back to the demo'}
            </Button>
          )}
          {dataset !== null && (
            <Button className={cx(controls.button)} onPress={() => void store.clearEverything()}>
              Clear everything
            </Button>
          )}
        </div>
        <p className={panel.small}>
          Clearing forgets offences, areas, settings and what this browser remembers of the app.
        </p>
      </section>
    </>
  );
});

/** Streets of a server are the one thing that sends anything; while they are on, it is said here too. */
function WhatLeaves() {
  const streets = useSlice((state) => state.streets);
  const hosts = streets.status === 'ready' && streets.value.kind === 'online' ? streets.value.hosts : [];
  return (
    <p className={panel.lead}>
      {hosts.length === 0
        ? 'Everything stays in this browser. Nothing is sent anywhere.'
        : `Offences stay in this browser. ${hosts.join(', ')} learns which part of the map you look at.`}
    </p>
  );
}

const OpenFiles = memo(function OpenFiles() {
  return (
    <div className={styles.open}>
      <OpenButton />
      <p className={panel.small}>
        or drop them anywhere on this window. Offences as CSV, TSV, Excel, GeoJSON points, police.uk JSON, Parquet, or a
        ZIP of these; study areas as GeoJSON polygons, risk factors as points or lines, populations as CSV, streets as
        PMTiles, logs of patrols as GPX or CSV. Several at once are one load.
      </p>
    </div>
  );
});

function Loading() {
  const store = useStore();
  const progress = useSlice((state) => state.loadProgress);
  return (
    <ProgressBar
      className={cx(styles.progress)}
      aria-label="Loading"
      value={(progress?.fraction ?? 0) * 100}
      isIndeterminate={progress === null}
    >
      {({ percentage }) => (
        <>
          <div className={styles.progressHead}>
            <span>
              {progress === null || progress.rows === 0 ? 'Reading …' : `${plural(progress.rows, 'row')} read`}
            </span>
            <Button className={cx(controls.link)} onPress={() => store.cancelLoad()}>
              Cancel
            </Button>
          </div>
          <svg className={styles.progressTrack} width="100%" height="4" aria-hidden>
            <rect className={styles.progressBar} width={`${percentage ?? 0}%`} height="4" />
          </svg>
        </>
      )}
    </ProgressBar>
  );
}

function NothingLoaded() {
  const reopening = useSlice((state) => state.reopening);
  const waiting = useSlice((state) => state.project?.status === 'waiting');
  if (waiting) return null;
  return (
    <section className={styles.part}>
      <h3 className={styles.partTitle}>{reopening ? 'Open the files again' : 'No offences loaded'}</h3>
      {reopening && (
        <p>
          This address holds the settings of a view, never its offences. Open the same files and the view is as it was.
        </p>
      )}
      <p>
        A file needs a place for every row: longitude and latitude, or easting and northing. Date, offence, domestic,
        public place and the like are used when they are there.
      </p>
    </section>
  );
}

function Loaded({ dataset }: { dataset: Dataset }) {
  const { report, info } = dataset;
  const several = useSlice((state) => (state.batches?.batches.length ?? 0) > 1);
  return (
    <>
      <section className={styles.part} aria-label="What was loaded">
        <h3 className={styles.partTitle}>{dataset.name}</h3>
        <p>{accountOf(report)}</p>
        <p className={panel.small}>
          {info.hasDates ? formatPeriod(info.fromDay, info.toDay) : 'No dates'}
          {info.hasDates && !info.hasTimes && ', no times of day'}
        </p>
        {!several && <FilesTable files={report.files} />}
      </section>
      <BatchesPart />
      {info.snapped && <SnappedBanner />}
      <Categories report={report} />
      <NotesPart notes={report.notes} />
      {report.notes.length > 0 && <NotesDownload />}
    </>
  );
}

/** "53,804 rows: 53,653 kept, 151 dropped". */
function accountOf(report: IngestReport): string {
  return `${plural(report.rows, 'row')}: ${formatCount(report.kept)} kept, ${formatCount(report.rows - report.kept)} dropped`;
}

/** What data.police.uk's way of publishing takes away. */
function SnappedBanner() {
  return (
    <section className={panel.cautions} aria-label="Snapped data">
      <p>
        <strong>Snapped data.</strong> Dates are months and places are moved to the nearest of a fixed set of map
        points, so hours, days and exact places cannot be read from it.
      </p>
      <p>
        Its categories are not offences: one category mixes grave and slight ones, so its harm is a typical weight and
        no sum of what happened. Views by hour are off.
      </p>
    </section>
  );
}

const MOST_CATEGORIES = 8;

function Categories({ report }: { report: IngestReport }) {
  const rows = [...report.categories].slice(0, MOST_CATEGORIES);
  if (rows.length === 0) return null;
  const others = report.categories.size - rows.length;
  return (
    <section className={styles.part} aria-label="Offences in the file">
      <h3 className={styles.partTitle}>Offences in the file</h3>
      <table className={styles.table}>
        <tbody>
          {rows.map(([title, count]) => (
            <tr key={title}>
              <th scope="row">{title || 'No offence named'}</th>
              <td>{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 && <p className={panel.small}>and {plural(others, 'other')}</p>}
    </section>
  );
}

function NotesDownload() {
  const download = useDownloads();
  return (
    <div>
      <Button className={cx(controls.button)} onPress={() => void download('notes', { format: 'csv', outside: false })}>
        <Download size={15} aria-hidden />
        Notes as CSV
      </Button>
    </div>
  );
}
