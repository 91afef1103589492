import { useDeferredValue, useMemo } from 'react';
import type { RiskView } from '../../core/methods/rtm/settings.ts';
import { figure } from '../../layers/legend.ts';
import { factorsUsed, modelOnScreen, type RiskModel } from '../../state/risk.ts';
import { Choices } from '../controls/Choices.tsx';
import controls from '../controls/controls.module.css';
import { NoOffences } from '../data/NoOffences.tsx';
import { plural } from '../format.ts';
import { MethodNote } from '../hotspots/MethodNote.tsx';
import { PlaceTable } from '../hotspots/PlaceTable.tsx';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { areaName, datasetOf, definitionName, periodWords, shownValue, wholeOf } from '../words.ts';
import { FactorsForm } from './FactorsForm.tsx';
import { HoldOutPart } from './HoldOutPart.tsx';
import { ModelForm } from './ModelForm.tsx';
import { ModelPart } from './ModelPart.tsx';
import { OtherAreaPart } from './OtherAreaPart.tsx';
import { priorityTop } from './priority.ts';
import { RiskCell } from './RiskCell.tsx';
import { RiskDownload } from './RiskDownload.tsx';
import { RunPart } from './RunPart.tsx';
import styles from './risk.module.css';
import { riskText, viewNames } from './risk-words.ts';
import { SelectionPart } from './SelectionPart.tsx';

/** Risk terrain: what this crime keeps near, how strongly, and where it comes together. */
export function RiskPanel() {
  const loaded = useSlice((state) => datasetOf(state) !== null);
  const model = useDeferredValue(useSlice(modelOnScreen));
  const running = useSlice((state) => state.risk.running !== null);
  return (
    <div className={panel.scroll} aria-busy={running}>
      <header>
        <h2 className={panel.title} tabIndex={-1}>
          Risk terrain
        </h2>
        <p className={panel.lead}>
          Which places does this crime keep near, how strongly, and where do they come together?
        </p>
      </header>
      {loaded ? (
        <>
          <section className={styles.part} aria-label="What the model is made of">
            <Outcome />
            <Factors open={model === null} />
            <ModelForm />
            <RunPart />
          </section>
          {model !== null && <Model model={model} />}
        </>
      ) : (
        <NoOffences />
      )}
      <div>
        <MethodNote text={riskText} />
      </div>
    </div>
  );
}

/** Folded once there is a model, so that this comes into sight. */
function Factors({ open }: { readonly open: boolean }) {
  const all = useSlice((state) => state.layers.files.reduce((sum, file) => sum + file.factors.length, 0));
  const used = useSlice((state) => factorsUsed(state).length);
  if (all === 0) return <FactorsForm />;
  return (
    <details className={styles.fold} open={open}>
      <summary>
        {used} of {plural(all, 'factor')} to choose from
      </summary>
      <FactorsForm />
    </details>
  );
}

/** What is to be explained: the number of offences of the view on screen. */
function Outcome() {
  const area = useSlice(areaName);
  const period = useSlice(periodWords);
  const definition = useSlice((state) => definitionName(state.settings));
  return (
    <p>
      <strong>Outcome:</strong> number of offences per cell, {definition}, {period}, {area}.
    </p>
  );
}

function Model({ model }: { readonly model: RiskModel }) {
  const { result } = model;
  return (
    <>
      <RiskCell model={model} />
      <Shown model={model} />
      <ModelPart result={result} />
      <SelectionPart result={result} />
      <HoldOutPart />
      <OtherAreaPart model={model} />
      <div className={controls.row}>
        <RiskDownload model={model} />
      </div>
    </>
  );
}

const views: readonly RiskView[] = ['score', 'priority', 'residual'];

/** What the map shows, and the cells to look at first. */
function Shown({ model }: { readonly model: RiskModel }) {
  const store = useStore();
  const risk = useSlice((state) => state.settings.risk);
  const mode = useSlice((state) => state.settings.mode);
  const grid = useSlice((state) => shownValue(state.grid));
  const hotspots = useSlice((state) => shownValue(state.hotspots));
  const top = useMemo(
    () =>
      grid !== null && hotspots?.value.length === grid.cells.length
        ? priorityTop(model, { grid, result: hotspots, mode })
        : [],
    [model, grid, hotspots, mode],
  );
  const choices = views.map((id) => ({ id, ...viewNames[id] }));
  return (
    <section className={styles.part} aria-label="On the map">
      <Choices<RiskView>
        label="On the map"
        choices={choices}
        value={risk.show}
        onChoose={(show) => store.dispatch({ type: 'set', patch: { risk: { ...risk, show } } })}
      />
      <details className={styles.fold}>
        <summary>Where risk and {wholeOf[mode]} come together</summary>
        {top.length === 0 ? (
          <p className={panel.small}>Nothing is recorded in these cells.</p>
        ) : (
          <PlaceTable
            caption={`Risk score × ${wholeOf[mode]} of the period, as multiples of the mean over the cells.`}
            heading="× mean"
            rows={top}
            words={figure}
          />
        )}
      </details>
    </section>
  );
}
