import { useDeferredValue } from 'react';
import { isCompared } from '../../state/compare.ts';
import { FailureNote } from '../controls/FailureNote.tsx';
import { NoOffences } from '../data/NoOffences.tsx';
import panel from '../panel.module.css';
import { measureTitle } from '../settings/measure-choices.ts';
import { useSlice } from '../store-context.ts';
import { datasetOf, shownValue, valueHeading } from '../words.ts';
import { BothLists } from './BothLists.tsx';
import { Figures } from './Figures.tsx';
import { HourDifference } from './HourDifference.tsx';
import { Method } from './Method.tsx';
import { SaveSides } from './SaveSides.tsx';
import { SidesForm } from './SidesForm.tsx';

/** Two areas, or two periods of one area, in numbers. */
export function ComparePanel() {
  const loaded = useSlice((state) => datasetOf(state) !== null);
  const slot = useSlice((state) => state.sides);
  const other = useSlice((state) => state.otherSide);
  const result = useDeferredValue(shownValue(slot));
  const running = slot.status === 'running' || other.status === 'running';
  return (
    <div className={panel.scroll} aria-busy={running}>
      {running && <div className={panel.working} role="progressbar" aria-label="Working" />}
      <header>
        <h2 className={panel.title}>Side by side</h2>
        <p className={panel.lead}>How do two areas differ, or one area in two periods?</p>
      </header>
      {loaded ? (
        <>
          <SidesForm />
          <OnTheMaps />
          <Failure />
          {result === null ? (
            slot.status !== 'failed' && slot.status !== 'idle' && <p className={panel.lead}>Counting both sides …</p>
          ) : (
            <>
              <Figures result={result} />
              <BothLists />
              <HourDifference result={result} />
              <SaveSides />
              <Method />
            </>
          )}
        </>
      ) : (
        <NoOffences />
      )}
    </div>
  );
}

/** What the maps show, where that is not as in Hotspots or wants a word. */
function OnTheMaps() {
  const { measure, methods, mode } = useSlice((state) => state.settings);
  if (measure === 'kde') {
    return (
      <p className={panel.small}>
        Density of both sides with one bandwidth{methods.bandwidthM === 'auto' ? ', that of the left one,' : ''} and one
        set of classes.
      </p>
    );
  }
  if (isCompared(measure)) return null;
  return (
    <p className={panel.small}>
      {measureTitle(measure === 'emerging' ? 'emerging' : 'near-repeat')} belongs to one period and area: both maps show
      the {valueHeading[mode].toLowerCase()} recorded.
    </p>
  );
}

function Failure() {
  const sides = useSlice((state) => state.sides);
  const other = useSlice((state) => state.otherSide);
  const own = useSlice((state) => state.hotspots);
  const failed = [own, other, sides].find((slot) => slot.status === 'failed');
  if (failed?.status !== 'failed') return null;
  return <FailureNote message={failed.message} proposal={failed.proposal} />;
}
