import { FilePlus, X } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import type { LogUse } from '../../../core/evaluation/visit-columns.ts';
import { filesOf, type LogFile } from '../../../state/visit-log.ts';
import controls from '../../controls/controls.module.css';
import { cx } from '../../cx.ts';
import panel from '../../panel.module.css';
import { useSlice, useStore } from '../../store-context.ts';
import styles from './log.module.css';
import { fileWords } from './log-words.ts';

/** The files of the log and the timetables beside it, what of them was left out, and the way to bring more. */
export function LogFiles() {
  const log = useSlice((state) => state.visitLog);
  const timetables = filesOf(log, 'timetable');
  return (
    <div className={styles.part}>
      <FileList label="Log" files={filesOf(log, 'log')} />
      {timetables.length > 0 && (
        <>
          <p className={panel.small}>Timetables that were given out, in place of the plan above:</p>
          <FileList label="Timetables" files={timetables} />
        </>
      )}
      {log.reading !== null && <p role="status">Reading {log.reading} …</p>}
      {log.failures.map((message) => (
        <p key={message} className={panel.failure} role="alert">
          {message}
        </p>
      ))}
      <div className={controls.row}>
        <OpenLog use="log" words={log.files.length === 0 ? 'Open a log' : 'Add files'} />
        {log.files.length > 0 && <OpenLog use="timetable" words="Open timetables" />}
      </div>
    </div>
  );
}

function FileList({ label, files }: { readonly label: string; readonly files: readonly LogFile[] }) {
  const store = useStore();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={label}>
      {files.map((file) => (
        <li key={file.id} className={styles.file}>
          <p>
            {file.name}
            <span className={panel.small}> {fileWords(file)}</span>
          </p>
          <Button
            className={cx(controls.icon)}
            aria-label={`Remove ${file.name}`}
            onPress={() => void store.removeVisitLog(file.name)}
          >
            <X size={16} aria-hidden />
          </Button>
          {file.notes.length > 0 && <p className={styles.notes}>{file.notes.join(' ')}</p>}
        </li>
      ))}
    </ul>
  );
}

function OpenLog({ use, words }: { readonly use: LogUse; readonly words: string }) {
  const store = useStore();
  return (
    <FileTrigger
      allowsMultiple
      acceptedFileTypes={use === 'log' ? ['.gpx', '.csv', '.tsv', '.txt'] : ['.csv', '.tsv', '.txt']}
      onSelect={(chosen) => chosen && void store.openVisitLogs([...chosen], use)}
    >
      <Button className={cx(controls.button)}>
        <FilePlus size={15} aria-hidden />
        {words}
      </Button>
    </FileTrigger>
  );
}
