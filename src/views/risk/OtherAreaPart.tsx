import { Button } from 'react-aria-components';
import type { RelativeRisk } from '../../core/methods/rtm/results.ts';
import { isStale, modelOf, type RiskModel } from '../../state/risk.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatCount } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { areaName } from '../words.ts';
import styles from './risk.module.css';
import { intervalOf, operationalisationNames } from './risk-words.ts';

/** The models of two areas side by side, and classes of the map that both share. */
export function OtherAreaPart({ model }: { readonly model: RiskModel }) {
  const store = useStore();
  const risk = useSlice((state) => state.settings.risk);
  const areaId = useSlice((state) => state.settings.areaId);
  const areas = useSlice((state) => state.areaSet.areas);
  const name = useSlice(areaName);
  const busy = useSlice((state) => state.risk.running !== null);
  const others = areas.filter(({ id }) => id !== areaId);
  const other = others.find(({ id }) => id === risk.besideId) ?? null;
  const found = useSlice((state) => (other === null ? null : modelOf(state, other.id)));
  const stale = useSlice((state) => found !== null && isStale(state, found));
  if (others.length === 0) return null;
  const choose = (besideId: string | null) => store.dispatch({ type: 'set', patch: { risk: { ...risk, besideId } } });
  return (
    <section className={styles.part} aria-label="Compare with another area">
      <h3 className={styles.partTitle}>Compare with another area</h3>
      <label className={controls.field}>
        Other area
        <select
          className={controls.input}
          value={other?.id ?? ''}
          onChange={(event) => choose(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">None</option>
          {others.map((area) => (
            <option key={area.id} value={area.id}>
              {area.name}
            </option>
          ))}
        </select>
      </label>
      {other !== null && (
        <>
          <div className={controls.row}>
            {(found === null || stale) && (
              <Button className={cx(controls.button)} isDisabled={busy} onPress={() => void store.runRisk(other.id)}>
                Run for {other.name}
              </Button>
            )}
            {areaId !== null && (
              <Button
                className={cx(controls.link)}
                onPress={() =>
                  store.dispatch({
                    type: 'set',
                    patch: { areaId: other.id, risk: { ...risk, besideId: areaId } },
                  })
                }
              >
                Show {other.name} on the map
              </Button>
            )}
          </div>
          {found === null && (
            <p className={panel.small}>The same factors and settings, fitted to the offences of {other.name}.</p>
          )}
          {stale && <p className={styles.stale}>The model of {other.name} was made with older settings.</p>}
          {found !== null && <Both one={model} other={found} names={[name, other.name]} />}
        </>
      )}
    </section>
  );
}

interface BothProps {
  readonly one: RiskModel;
  readonly other: RiskModel;
  readonly names: readonly [string, string];
}

function Both({ one, other, names }: BothProps) {
  const factors = [...new Set([...one.result.risks, ...other.result.risks].map(({ factor }) => factor))];
  return (
    <>
      <table className={styles.table}>
        <caption>Relative risk values with 95 % intervals. A dash: the factor is not in that model.</caption>
        <thead>
          <tr>
            <th scope="col">Factor</th>
            {names.map((name) => (
              <th key={name} scope="col" className={styles.number}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {factors.map((factor) => (
            <tr key={factor}>
              <th scope="row">{factor}</th>
              {[one, other].map(({ key, result }) => (
                <Risk key={key} of={result.risks.find((risk) => risk.factor === factor)} />
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Offences</th>
            {[one, other].map(({ key, result }) => (
              <td key={key} className={styles.number}>
                {formatCount(result.observed.reduce((sum, count) => sum + count, 0))}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Cells</th>
            {[one, other].map(({ key, result }) => (
              <td key={key} className={styles.number}>
                {formatCount(result.rrs.length)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className={panel.limits}>
        The map’s classes are those of both areas together. Scores are multiples of each area’s own least cell, and a
        factor that is in one model only may have missed the other by chance: compare the intervals.
      </p>
    </>
  );
}

function Risk({ of }: { readonly of: RelativeRisk | undefined }) {
  if (of === undefined) return <td className={styles.number}>–</td>;
  return (
    <td className={styles.number}>
      {intervalOf(of)}
      <span className={styles.sub}>
        {operationalisationNames[of.operationalisation].toLowerCase()} {of.extentM} m
      </span>
    </td>
  );
}
