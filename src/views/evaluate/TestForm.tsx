import { Button } from 'react-aria-components';
import type { DatasetInfo } from '../../core/results.ts';
import type { EvaluationView } from '../../core/settings.ts';
import { evaluationViewed, testDaysOf } from '../../state/evaluation.ts';
import controls from '../controls/controls.module.css';
import { DayInput, MonthInput } from '../controls/DayInput.tsx';
import { Toggle } from '../controls/Toggle.tsx';
import { cx } from '../cx.ts';
import panel from '../panel.module.css';
import { monthsOf } from '../period.ts';
import { useSlice, useStore } from '../store-context.ts';
import styles from './evaluate.module.css';

/** What is learnt from and what is tested on. */
export function TestForm({ info }: { readonly info: DatasetInfo }) {
  const store = useStore();
  const settings = useSlice((state) => state.settings);
  const factors = useSlice((state) => state.layers.files.length);
  const { evaluation } = settings;
  const days = testDaysOf(settings, info);
  const change = (patch: Partial<EvaluationView>) =>
    store.dispatch({ type: 'set', patch: evaluationViewed(store.getState().settings, patch) });
  const own = evaluation.trainToDay !== null || evaluation.testToDay !== null;
  const day = (label: string, value: number, onChange: (day: number) => void) =>
    info.hasDays ? (
      <DayInput label={label} value={value} onChange={onChange} />
    ) : (
      <MonthInput label={label} value={value} onChange={onChange} months={monthsOf(info)} />
    );
  return (
    <section className={styles.part} aria-label="Test">
      {typeof days !== 'string' && (
        <div className={controls.row}>
          {day('Learn up to', days.trainToDay, (trainToDay) => change({ trainToDay }))}
          {day('Test up to', days.testToDay, (testToDay) => change({ testToDay }))}
        </div>
      )}
      {own && (
        <Button className={cx(controls.link)} onPress={() => change({ trainToDay: null, testToDay: null })}>
          {evaluation.rolling
            ? 'Back to the last months'
            : info.hasDays
              ? 'Back to the last 28 days'
              : 'Back to the last month'}
        </Button>
      )}
      <Toggle
        label="Month by month"
        words="Each month is tested on all that was known before it."
        on={evaluation.rolling}
        onChange={(rolling) => change({ rolling })}
      />
      <Toggle
        label="Risk terrain too"
        words={
          factors > 0 ? 'A model is made for each test, as set in Risk. Takes longer.' : 'Open risk factors first.'
        }
        disabled={factors === 0}
        on={evaluation.withRisk && factors > 0}
        onChange={(withRisk) => change({ withRisk })}
      />
      {typeof days === 'string' && <p className={panel.failure}>{days}</p>}
    </section>
  );
}
