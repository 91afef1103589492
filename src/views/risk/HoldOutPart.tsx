import { Button } from 'react-aria-components';
import type { MethodAccuracy, ValidationResult } from '../../core/results.ts';
import { lastQuarter, riskKeyOf } from '../../state/risk.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatPeriod, formatShare } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import styles from './risk.module.css';
import { fixed, methodName, testedWords, verdict } from './risk-words.ts';

/** Whether the model foretells better than counting, on days that it has not seen. */
export function HoldOutPart() {
  const store = useStore();
  const info = useSlice((state) => datasetOf(state)?.info ?? null);
  const settings = useSlice((state) => state.settings);
  const test = useSlice((state) => {
    const key = state.risk.tests.length === 0 ? '' : riskKeyOf(state);
    return state.risk.tests.find((each) => each.key === key)?.result ?? null;
  });
  const busy = useSlice((state) => state.risk.running !== null);
  if (info === null) return null;
  const split = lastQuarter(settings, info);
  return (
    <section className={styles.part} aria-label="Does it foretell?">
      <h3 className={styles.partTitle}>Does it foretell?</h3>
      {test !== null ? (
        <Tested test={test} fromDay={Math.max(settings.fromDay ?? info.fromDay, info.fromDay)} />
      ) : split === null ? (
        <p className={panel.small}>
          {info.hasDates
            ? 'The period is too short to hold a quarter of it out: at least 28 days, or several months, are needed.'
            : 'These offences have no dates, so nothing can be held out.'}
        </p>
      ) : (
        <>
          <p>
            Fit the model again without {formatPeriod(split.trainToDay + 1, split.testToDay)} and hold it, beside prior
            counts, kernel density and Gi*, against what came then.
          </p>
          <div className={controls.row}>
            <Button className={cx(controls.button)} isDisabled={busy} onPress={() => void store.testRisk()}>
              Test it
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Tested({ test, fromDay }: { readonly test: ValidationResult; readonly fromDay: number }) {
  const budgets = [...new Set(test.rows.map(({ budgetPercent }) => budgetPercent))];
  const methods = [...new Set(test.rows.map(({ method }) => method))];
  const at = (method: string, budget: number) =>
    test.rows.find((row) => row.method === method && row.budgetPercent === budget);
  const best = (budget: number) => Math.max(...methods.map((method) => at(method, budget)?.hitRate ?? 0));
  return (
    <>
      <p className={styles.verdict}>{verdict(test)}</p>
      <table className={styles.table}>
        <caption>
          Share of the offences in the first 1 to 10 % of the cells, under it PAI (1 is chance). Best in bold.{' '}
          {testedWords(test, fromDay)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Method</th>
            {budgets.map((budget) => (
              <th key={budget} scope="col" className={styles.number}>
                {budget} %
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {methods.map((method) => (
            <tr key={method}>
              <th scope="row">{methodName(method)}</th>
              {budgets.map((budget) => (
                <Accuracy key={budget} of={at(method, budget)} best={best(budget)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {test.cautions.map((caution) => (
        <p key={caution} className={panel.small}>
          {caution}
        </p>
      ))}
      <p className={panel.limits}>
        One quarter is one draw: the order may turn in another. Kernel density has its usual bandwidth for the whole
        area, which is wide.
      </p>
    </>
  );
}

function Accuracy({ of, best }: { readonly of: MethodAccuracy | undefined; readonly best: number }) {
  if (of === undefined) return <td className={styles.number}>–</td>;
  const share = formatShare(of.hitRate);
  return (
    <td className={styles.number}>
      {of.hitRate === best ? <strong>{share}</strong> : share}
      <span className={styles.sub}>{fixed(of.pai)}</span>
    </td>
  );
}
