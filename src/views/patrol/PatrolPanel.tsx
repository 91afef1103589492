import { useDeferredValue } from 'react';
import type { Patrol } from '../../state/patrol.ts';
import { FailureNote } from '../controls/FailureNote.tsx';
import { cx } from '../cx.ts';
import { NoOffences } from '../data/NoOffences.tsx';
import { MethodNote } from '../hotspots/MethodNote.tsx';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import { datasetOf, shownValue } from '../words.ts';
import { AddPart } from './AddPart.tsx';
import { AreaList } from './AreaList.tsx';
import { AreasForm } from './AreasForm.tsx';
import { HandEdits } from './HandEdits.tsx';
import { Holds } from './Holds.tsx';
import { LogPart } from './log/LogPart.tsx';
import { MovedPart } from './MovedPart.tsx';
import { OutputsPart } from './outputs/OutputsPart.tsx';
import { PlanPart } from './PlanPart.tsx';
import styles from './patrol.module.css';
import { patrolText } from './patrol-text.ts';

/** Where to patrol, and who visits which area when. */
export function PatrolPanel() {
  const loaded = useSlice((state) => datasetOf(state) !== null);
  const running = useSlice((state) => state.patrol.status === 'running');
  return (
    <div className={cx(panel.scroll, styles.panel)} aria-busy={running}>
      {running && <div className={panel.working} role="progressbar" aria-label="Working" />}
      <header>
        <h2 className={panel.title} tabIndex={-1}>
          Patrol
        </h2>
        <p className={panel.lead}>Where should officers walk on the next shift, and who goes where when?</p>
      </header>
      {loaded ? <Loaded /> : <NoOffences />}
    </div>
  );
}

function Loaded() {
  const latest = useSlice((state) => shownValue(state.patrol));
  const patrol = useDeferredValue(latest);
  return (
    <>
      <Failure />
      {patrol === null ? <Waiting /> : <Found patrol={patrol} />}
      <OutputsPart />
      {patrol !== null && <LogPart />}
      <MethodNote text={patrolText} />
    </>
  );
}

/** What went wrong, and the way on. */
function Failure() {
  const grid = useSlice((state) => (state.grid.status === 'failed' ? state.grid : null));
  const failed = useSlice((state) => (state.patrol.status === 'failed' ? state.patrol : null));
  if (failed === null) return null;
  return <FailureNote message={grid?.message ?? failed.message} proposal={grid?.proposal} />;
}

function Waiting() {
  const failed = useSlice((state) => state.patrol.status === 'failed');
  return failed ? null : <p className={panel.lead}>Growing patrol areas from the worst cells …</p>;
}

function Found({ patrol }: { readonly patrol: Patrol }) {
  return (
    <>
      <div>
        <Holds patrol={patrol} />
        <AreasForm patrol={patrol} />
      </div>
      <MovedPart patrol={patrol} />
      <PlanPart patrol={patrol} />
      <AreaList patrol={patrol} />
      <AddPart patrol={patrol} />
      <HandEdits patrol={patrol} />
      {patrol.cautions.length > 0 && (
        <ul className={panel.cautions} aria-label="Cautions">
          {patrol.cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      )}
    </>
  );
}
