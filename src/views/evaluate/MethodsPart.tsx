import { Download } from 'lucide-react';
import { useDeferredValue } from 'react';
import { Button } from 'react-aria-components';
import type { DatasetInfo } from '../../core/results.ts';
import { type EvaluationView, evaluatedMethods, evaluationBudgets } from '../../core/settings.ts';
import { type Evaluation, evaluationOnScreen, evaluationViewed, testDaysOf } from '../../state/evaluation.ts';
import controls from '../controls/controls.module.css';
import { ProposalButton } from '../controls/FailureNote.tsx';
import { LongJob } from '../controls/LongJob.tsx';
import { Segments } from '../controls/Segments.tsx';
import { cx } from '../cx.ts';
import { NoOffences } from '../data/NoOffences.tsx';
import { MethodNote } from '../hotspots/MethodNote.tsx';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import { MeasuresTable, RatesTable } from './AccuracyTables.tsx';
import { CaptureChart } from './CaptureChart.tsx';
import styles from './evaluate.module.css';
import { besides, evaluateText, fewWords, testedName, testedWords, verdict } from './evaluate-words.ts';
import { TestForm } from './TestForm.tsx';
import { useEvaluationDownload } from './use-evaluation-download.ts';

/** Whether the maps would have said where the next offences were, beside plain counting. */
export function MethodsPart() {
  const info = useSlice((state) => datasetOf(state)?.info ?? null);
  return (
    <>
      {info === null ? <NoOffences /> : <Loaded info={info} />}
      <div className={styles.notes}>
        <MethodNote text={evaluateText} />
      </div>
    </>
  );
}

function Loaded({ info }: { readonly info: DatasetInfo }) {
  const store = useStore();
  const possible = useSlice((state) => typeof testDaysOf(state.settings, info) !== 'string');
  const found = useDeferredValue(
    useSlice((state) => (possible ? (evaluationOnScreen(state)?.evaluation ?? null) : null)),
  );
  const stale = useSlice((state) => evaluationOnScreen(state)?.stale ?? true);
  const running = useSlice((state) => state.evaluating.running);
  if (!info.hasDates) {
    return <p>These offences have no dates, so nothing can be held against what came after.</p>;
  }
  return (
    <>
      <TestForm info={info} />
      {running !== null && (
        <LongJob words="Testing the methods" done={running.done} onCancel={() => store.cancelEvaluation()} />
      )}
      {possible && running === null && <Failure stale={stale} />}
      {found !== null && <Found evaluation={found} stale={stale} />}
    </>
  );
}

/** What went wrong, or that it was given up, and the way on. */
function Failure({ stale }: { readonly stale: boolean }) {
  const store = useStore();
  const failure = useSlice((state) => state.evaluating.failure);
  const grid = useSlice((state) => (state.grid.status === 'failed' ? state.grid : null));
  if (failure === null || !stale) return null;
  const proposal = grid?.proposal;
  return (
    <div className={failure.message === '' ? styles.stopped : panel.failure} role="alert">
      <p>{failure.message === '' ? 'The test was cancelled.' : (grid?.message ?? failure.message)}</p>
      {proposal === undefined ? (
        <Button className={cx(controls.button)} onPress={() => store.retryEvaluation()}>
          Test again
        </Button>
      ) : (
        <ProposalButton proposal={proposal} />
      )}
    </div>
  );
}

function Found({ evaluation, stale }: { readonly evaluation: Evaluation; readonly stale: boolean }) {
  const view = useSlice((state) => state.settings.evaluation);
  const info = useSlice((state) => datasetOf(state)?.info);
  const download = useEvaluationDownload();
  const { result, query } = evaluation;
  const few = fewWords(result);
  const also = besides(result, view);
  const firstDay = Math.max(query.fromDay ?? Number.NEGATIVE_INFINITY, info?.fromDay ?? Number.NEGATIVE_INFINITY);
  return (
    <>
      <section className={styles.part} aria-label="Result">
        {stale && <p className={styles.stopped}>These are the figures of the settings before.</p>}
        <p className={styles.verdict} aria-live="polite">
          {verdict(result, view)}
        </p>
        {also !== '' && <p>{also}</p>}
        {few !== '' && <p className={panel.small}>{few}</p>}
        <p className={panel.small}>{testedWords(result, firstDay)}</p>
        <ViewForm evaluation={evaluation} />
        <CaptureChart result={result} view={view} />
        <RatesTable result={result} view={view} />
        <MeasuresTable result={result} view={view} />
      </section>
      <ul className={panel.cautions} aria-label="Cautions">
        {result.cautions.map((caution) => (
          <li key={caution}>{leftOut(caution)}</li>
        ))}
      </ul>
      <div className={controls.row}>
        <Button className={cx(controls.button)} onPress={() => void download(evaluation)}>
          <Download size={15} aria-hidden />
          Download the figures
        </Button>
      </div>
    </>
  );
}

/** A caution names a method as tables do. */
function leftOut(caution: string): string {
  const method = evaluatedMethods.find((name) => caution.startsWith(`${name} is left out`));
  return method === undefined ? caution : caution.replace(method, testedName(method));
}

/** What the sentence, the chart and the map show. */
function ViewForm({ evaluation }: { readonly evaluation: Evaluation }) {
  const store = useStore();
  const view = useSlice((state) => state.settings.evaluation);
  const change = (patch: Partial<EvaluationView>) =>
    store.dispatch({ type: 'set', patch: evaluationViewed(store.getState().settings, patch), merge: 'evaluated' });
  const known = evaluation.result.methods.map(({ method }) => method);
  return (
    <div className={styles.form}>
      <label className={controls.field}>
        Method on the map
        <select
          className={controls.input}
          value={known.includes(view.method) ? view.method : 'prior-count'}
          onChange={(event) => {
            const method = evaluatedMethods.find((each) => each === event.target.value);
            if (method !== undefined) change({ method });
          }}
        >
          {known.map((method) => (
            <option key={method} value={method}>
              {testedName(method)}
            </option>
          ))}
        </select>
      </label>
      <Segments
        label="Cells patrolled"
        choices={evaluationBudgets.map((budget) => ({ id: budget, name: `${budget} %` }))}
        value={view.budgetPercent}
        onChoose={(budgetPercent) => change({ budgetPercent })}
      />
      <Segments
        label="Hits counted in"
        choices={[
          { id: 'harm' as const, name: 'Harm' },
          { id: 'offences' as const, name: 'Offences' },
        ]}
        value={view.of}
        onChoose={(of) => change({ of })}
      />
    </div>
  );
}
