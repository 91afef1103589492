import type { FactorUse } from '../../core/methods/rtm/settings.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatCount } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import styles from './risk.module.css';

/** Which factors the model may choose from, made into which variables, and which are on the map. */
export function FactorsForm() {
  const store = useStore();
  const files = useSlice((state) => state.layers.files);
  const onMap = useSlice((state) => state.layers.onMap);
  const fetching = useSlice((state) => state.layers.demo === 'loading');
  const risk = useSlice((state) => state.settings.risk);
  const factors = files.flatMap((file) => file.factors);
  if (factors.length === 0) {
    return fetching ? (
      <p role="status">Fetching the layers of the demo …</p>
    ) : (
      <div>
        <p>No risk factors are open. Add layers of places, such as pubs or bus stops, under Data.</p>
        <button type="button" className={controls.link} onClick={() => store.dispatch({ type: 'mode', mode: 'data' })}>
          Go to Data
        </button>
      </div>
    );
  }
  const setUse = (id: string, use: FactorUse | null) => {
    const { [id]: _, ...others } = risk.uses;
    const uses = use === null ? others : { ...others, [id]: use };
    store.dispatch({ type: 'set', patch: { risk: { ...risk, uses } } });
  };
  const either = { both: 'Both', proximity: 'Near', density: 'Many' }[risk.operationalisation];
  return (
    <table className={cx(styles.table, styles.factors)}>
      <caption>
        Tick those that the model may choose from. Near: a place within the distance. Many: more of them than usual.
      </caption>
      <thead>
        <tr>
          <th scope="col">Factor</th>
          <th scope="col">Variables</th>
          <th scope="col">On map</th>
        </tr>
      </thead>
      <tbody>
        {factors.map(({ id, name, count }) => {
          const use = risk.uses[id];
          const shown = onMap.some((each) => each.id === id);
          return (
            <tr key={id}>
              <th scope="row">
                <label className={styles.factor}>
                  <input
                    type="checkbox"
                    checked={use !== 'off'}
                    onChange={(event) => setUse(id, event.target.checked ? null : 'off')}
                  />
                  <span>
                    {name} <span className={styles.count}>{formatCount(count)}</span>
                  </span>
                </label>
              </th>
              <td>
                <select
                  className={cx(controls.input, styles.use)}
                  aria-label={`Variables of ${name}`}
                  disabled={use === 'off'}
                  value={use === undefined || use === 'off' ? '' : use}
                  onChange={({ target }) =>
                    setUse(id, target.value === 'proximity' || target.value === 'density' ? target.value : null)
                  }
                >
                  <option value="">{either}</option>
                  <option value="proximity">Near only</option>
                  <option value="density">Many only</option>
                </select>
              </td>
              <td>
                <label className={styles.seen}>
                  <span className={controls.visuallyHidden}>{name} on the map</span>
                  <input
                    type="checkbox"
                    checked={shown}
                    onChange={(event) => store.showFactor(id, event.target.checked)}
                  />
                </label>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
