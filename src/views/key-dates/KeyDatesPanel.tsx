import type { ChangeResult, DatasetInfo } from '../../core/results.ts';
import { changeAt, chosenKeyDate, type KeyDateChange } from '../../state/key-date-view.ts';
import { keyDatesHere } from '../../state/key-dates.ts';
import controls from '../controls/controls.module.css';
import { FailureNote } from '../controls/FailureNote.tsx';
import { cx } from '../cx.ts';
import { DownloadForm } from '../data/DownloadForm.tsx';
import { NoOffences } from '../data/NoOffences.tsx';
import { formatPeriod } from '../format.ts';
import { MethodNote } from '../hotspots/MethodNote.tsx';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import { ChangedAreas } from './ChangedAreas.tsx';
import { ChangeNumbers } from './ChangeNumbers.tsx';
import { ClearestCells } from './ClearestCells.tsx';
import { KeyDateCard } from './KeyDateCard.tsx';
import { KeyDateList } from './KeyDateList.tsx';
import { KeyDatesTable } from './KeyDatesTable.tsx';
import { keyDateText, OUTSIDE_WORDS } from './key-date-text.ts';
import styles from './panel.module.css';
import { WindowsForm } from './WindowsForm.tsx';

/** What changed at a key date: the date, its windows, the numbers, and where to patrol first. */
export function KeyDatesPanel() {
  const info = useSlice((state) => datasetOf(state)?.info ?? null);
  const running = useSlice((state) => state.keyDateChanges.status === 'running');
  return (
    <div className={cx(panel.scroll, styles.panel)} aria-busy={running}>
      {running && <div className={panel.working} role="progressbar" aria-label="Working" />}
      <header>
        <h2 className={panel.title} tabIndex={-1}>
          Key dates
        </h2>
        <p className={panel.lead}>What changed, and where, when the rules changed?</p>
      </header>
      {info === null ? <NoOffences /> : info.hasDates ? <Dated info={info} /> : <Undated />}
      <KeyDatesTable />
    </div>
  );
}

function Undated() {
  return <p>These offences have no dates, so nothing can be told before a key date from what came after it.</p>;
}

function Dated({ info }: { readonly info: DatasetInfo }) {
  const keyDate = useSlice(chosenKeyDate);
  const change = useSlice((state) => (keyDate === null ? null : changeAt(state, keyDate.id)));
  const status = useSlice((state) => state.keyDateChanges.status);
  const elsewhere = useSlice((state) => keyDatesHere(state).length === 0 && state.settings.keyDates === null);
  if (keyDate === null && elsewhere) {
    return (
      <p>
        The key dates that come with the app are England’s, and this area lies elsewhere. Open a list of your own below,
        or add dates to it.
      </p>
    );
  }
  if (keyDate === null) {
    return (
      <>
        <p>
          No key date of this area lies within the data, {formatPeriod(info.fromDay, info.toDay)}. Add one of your own
          to the list below, or load a period around one.
        </p>
        <KeyDateList chosen={null} />
      </>
    );
  }
  return (
    <>
      <KeyDateCard keyDate={keyDate} />
      <WindowsForm months={!info.hasDays} />
      <Change change={change} pending={status === 'running' || status === 'idle'} />
      <KeyDateList chosen={keyDate} />
    </>
  );
}

/** The numbers, or why there are none; those of the date looked at before never stand under the name of another. */
function Change({ change, pending }: { readonly change: KeyDateChange | null; readonly pending: boolean }) {
  const grid = useSlice((state) => (state.grid.status === 'failed' ? state.grid : null));
  if (change === null) {
    return pending ? <p className={panel.lead}>Comparing the windows …</p> : null;
  }
  if (change.result !== null) return <Found result={change.result} />;
  return <FailureNote message={grid?.message ?? change.message} proposal={grid?.proposal} />;
}

function Found({ result }: { readonly result: ChangeResult }) {
  return (
    <>
      <ChangeNumbers result={result} />
      <ChangedAreas result={result} />
      <ClearestCells result={result} />
      <ul className={panel.cautions} aria-label="Cautions">
        {result.cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
      <div className={controls.row}>
        <DownloadForm only={{ id: 'change', title: 'Change of every cell', outside: OUTSIDE_WORDS }} />
      </div>
      <MethodNote text={keyDateText} />
    </>
  );
}
