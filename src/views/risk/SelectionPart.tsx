import type { ShownRtm } from '../../core/methods/rtm/results.ts';
import type { StepwisePath } from '../../core/methods/rtm/stepwise.ts';
import { formatCount } from '../format.ts';
import panel from '../panel.module.css';
import { CurvePlot, PathPlot } from './Charts.tsx';
import styles from './risk.module.css';
import { fateOf, operationalisationNames, stepWords, stopWords, variableWords } from './risk-words.ts';

/** How the variables were chosen, from all candidates to the last step. */
export function SelectionPart({ result }: { readonly result: ShownRtm }) {
  const { validation, candidates, selected, path } = result;
  const lambda = (k: number): string => (validation.lambda[k] ?? Number.NaN).toPrecision(3);
  const nameOf = (j: number): string => {
    const candidate = candidates[j];
    return candidate ? variableWords(candidate).replace(/^Many /, 'many ') : '';
  };
  const ratio = path.devianceRatio[validation.minIndex] ?? Number.NaN;
  return (
    <section className={styles.part} aria-label="How the variables were chosen">
      <h3 className={styles.partTitle}>How the variables were chosen</h3>
      <details className={styles.fold}>
        <summary>Cross-validation keeps {selected.length}</summary>
        <CurvePlot result={result} />
        <p className={panel.small}>
          Mean deviance on the cells left out, ± 1 standard error. It is least at λ min {lambda(validation.minIndex)},
          which keeps {selected.length} of {candidates.length} variables and explains {Math.round(ratio * 100)} % of the
          deviance; λ 1 SE, {lambda(validation.oneSeIndex)}, is the largest within one standard error of that.
        </p>
        <PathPlot result={result} />
        <p className={panel.small}>
          Coefficients as the penalty falls. Strong lines are the variables of the final model.
        </p>
      </details>
      <details className={styles.fold}>
        <summary>
          {candidates.length} candidates, {result.risks.length} in the model
        </summary>
        <Candidates result={result} />
        {result.notes.map((note) => (
          <p key={note} className={panel.small}>
            {note}
          </p>
        ))}
      </details>
      <Steps title="Steps of the Poisson model" path={result.steps.poisson} nameOf={nameOf} />
      <Steps title="Steps of the negative binomial model" path={result.steps.negativeBinomial} nameOf={nameOf} />
    </section>
  );
}

function Candidates({ result }: { readonly result: ShownRtm }) {
  const { candidates, path, validation } = result;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.listed} tabIndex={0} aria-label="Candidate variables">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Variable</th>
            <th scope="col" className={styles.number}>
              Cells
            </th>
            <th scope="col" className={styles.number}>
              At λ min
            </th>
            <th scope="col">What became of it</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ column, factor, operationalisation, extentM, cells }, j) => {
            const kept = path.coefficients[validation.minIndex * candidates.length + j] ?? 0;
            const fate = fateOf(result, j);
            return (
              <tr key={column} data-best={fate === 'In the model' || undefined}>
                <th scope="row">
                  {factor}
                  <span className={styles.sub}>
                    {operationalisationNames[operationalisation]} {extentM} m
                  </span>
                </th>
                <td className={styles.number}>{formatCount(cells)}</td>
                <td className={styles.number}>{kept > 0 ? kept.toFixed(3) : '0'}</td>
                <td>{fate}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface StepsProps {
  readonly title: string;
  readonly path: StepwisePath;
  readonly nameOf: (candidate: number) => string;
}

function Steps({ title, path, nameOf }: StepsProps) {
  return (
    <details className={styles.fold}>
      <summary>{title}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Change</th>
            <th scope="col" className={styles.number}>
              Tried next
            </th>
            <th scope="col" className={styles.number}>
              BIC
            </th>
          </tr>
        </thead>
        <tbody>
          {path.steps.map((step, k) => (
            <tr key={step.terms.join('+')}>
              <th scope="row">{stepWords(path, k, nameOf)}</th>
              <td className={styles.number}>{formatCount(step.tried.length)}</td>
              <td className={styles.number}>{step.bic.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={panel.small}>{stopWords(path, nameOf)}</p>
    </details>
  );
}
