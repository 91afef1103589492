import type { ShownRtm } from '../../core/methods/rtm/results.ts';
import { formatCount } from '../format.ts';
import panel from '../panel.module.css';
import styles from './risk.module.css';
import { decimals, fixed, operationalisationNames } from './risk-words.ts';

/** The model in words, its relative risks as RTMDx lays them out, and the two families of counts. */
export function ModelPart({ result }: { readonly result: ShownRtm }) {
  return (
    <>
      <section className={styles.part} aria-label="The model">
        <h3 className={styles.partTitle} tabIndex={-1}>
          The model
        </h3>
        <Risks result={result} />
        <div className={styles.sentences}>
          {result.summary.map((sentence) => (
            <p key={sentence} className={panel.small}>
              {sentence}
            </p>
          ))}
        </div>
      </section>
      <Families result={result} />
    </>
  );
}

function Risks({ result }: { readonly result: ShownRtm }) {
  const { risks, steps, chosen } = result;
  const { fit } = steps[chosen];
  if (risks.length === 0) return <p>No factor goes with more offences than cells have anyway.</p>;
  return (
    <table className={styles.table} aria-label="Relative risk values">
      <caption>The strongest first, with 95 % intervals. In RTMDx’s terms.</caption>
      <thead>
        <tr>
          <th scope="col">
            Name
            <span className={styles.sub}>Type, operationalization, spatial influence</span>
          </th>
          <th scope="col" className={styles.number}>
            Coefficient
          </th>
          <th scope="col" className={styles.number}>
            Relative
            <br />
            risk value
          </th>
        </tr>
      </thead>
      <tbody>
        {risks.map((risk) => (
          <tr key={risk.candidate}>
            <th scope="row">
              {risk.factor}
              <span className={styles.sub}>
                Rate, {operationalisationNames[risk.operationalisation].toLowerCase()}, {risk.extentM} m
              </span>
            </th>
            <td className={styles.number}>{decimals(risk.coefficient, 4)}</td>
            <td className={styles.number}>
              {fixed(risk.rrv)}
              <span className={styles.sub}>
                {fixed(risk.lo)} – {fixed(risk.hi)}
              </span>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">
            Intercept
            <span className={styles.sub}>Rate</span>
          </th>
          <td className={styles.number}>{decimals(fit.coefficients[0] ?? Number.NaN, 4)}</td>
          <td />
        </tr>
        {chosen === 'negativeBinomial' && (
          <tr>
            <th scope="row">
              Theta (NB2)
              <span className={styles.sub}>Overdispersion</span>
            </th>
            <td className={styles.number}>{fixed(fit.theta)}</td>
            <td />
          </tr>
        )}
      </tbody>
    </table>
  );
}

const FAMILIES = [
  ['poisson', 'Poisson'],
  ['negativeBinomial', 'Negative binomial'],
] as const;

function Families({ result }: { readonly result: ShownRtm }) {
  return (
    <section className={styles.part} aria-label="Poisson or negative binomial">
      <h3 className={styles.partTitle}>Poisson or negative binomial</h3>
      <table className={styles.table}>
        <caption>The lower BIC is taken.</caption>
        <thead>
          <tr>
            <th scope="col">Family</th>
            <th scope="col" className={styles.number}>
              Variables
            </th>
            <th scope="col" className={styles.number}>
              Log-likelihood
            </th>
            <th scope="col" className={styles.number}>
              BIC
            </th>
          </tr>
        </thead>
        <tbody>
          {FAMILIES.map(([family, name]) => {
            const { fit } = result.steps[family];
            return (
              <tr key={family} data-best={family === result.chosen || undefined}>
                <th scope="row">
                  {name}
                  {family === result.chosen && <span className={styles.sub}>taken</span>}
                </th>
                <td className={styles.number}>{formatCount(fit.terms.length)}</td>
                <td className={styles.number}>{decimals(fit.logLik, 1)}</td>
                <td className={styles.number}>{decimals(fit.bic, 1)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
