import type { MethodAccuracy, ValidationResult } from '../../core/results.ts';
import { lastQuarter, riskKeyOf } from '../../state/risk.ts';
import { formatPeriod, formatShare } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import { datasetOf } from '../words.ts';
import { ElsewherePart } from './ElsewherePart.tsx';
import styles from './risk.module.css';
import { fixed, methodName, testedWords, verdict } from './risk-words.ts';
import { TestButton } from './TestButton.tsx';

/** Whether the model foretells better than counting, on days that it has not seen; without dates, on other places. */
export function HoldOutPart() {
  const info = useSlice((state) => datasetOf(state)?.info ?? null);
  const settings = useSlice((state) => state.settings);
  const test = useSlice((state) => {
    const key = state.risk.tests.length === 0 ? '' : riskKeyOf(state);
    return state.risk.tests.find((each) => each.key === key) ?? null;
  });
  if (info === null) return null;
  if (!info.hasDates) return <ElsewherePart test={test?.kind === 'elsewhere' ? test.result : null} />;
  const split = lastQuarter(settings, info);
  return (
    <section className={styles.part} aria-label="Does it foretell?">
      <h3 className={styles.partTitle}>Does it foretell?</h3>
      {test?.kind === 'later' ? (
        <Tested test={test.result} fromDay={Math.max(settings.fromDay ?? info.fromDay, info.fromDay)} />
      ) : split === null ? (
        <p className={panel.small}>
          The period is too short to hold a quarter of it out: at least 28 days, or several months, are needed.
        </p>
      ) : (
        <>
          <p>
            Fit the model again without {formatPeriod(split.trainToDay + 1, split.testToDay)} and hold it, beside prior
            counts, kernel density and Gi*, against what came then.
          </p>
          <TestButton />
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
