import { definitions } from '../../core/offences/presets.ts';
import type { ComparisonResult } from '../../core/results.ts';
import { ownOf } from '../../state/own-definitions.ts';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { formatCount, formatValue } from '../format.ts';
import { useSlice, useStore } from '../store-context.ts';
import { definitionName, shownValue } from '../words.ts';
import styles from './definition.module.css';

const NONE = '';

/** Another definition beside the one that counts, over the same area and period. */
export function CompareDefinitions() {
  const store = useStore();
  const settings = useSlice((state) => state.settings);
  const available = useSlice((state) => ('value' in state.dataset ? state.dataset.value?.info.definitions : undefined));
  const other = useSlice((state) => state.compareWith);
  const slot = useSlice((state) => state.comparison);
  const current = ownOf(settings)?.id ?? settings.definition;
  const options = [...Object.values(definitions), ...settings.ownDefinitions].filter(({ id }) => id !== current);
  const answered = (id: string) =>
    Object.entries(available ?? {}).every(([key, a]) => key !== id || a.state !== 'unavailable');
  const chosen = options.find(({ id }) => id === other);
  const result = shownValue(slot);
  return (
    <div className={styles.editor}>
      <label className={controls.field}>
        Compare with
        <select
          className={controls.input}
          value={chosen?.id ?? NONE}
          onChange={(event) => store.dispatch({ type: 'compare-with', id: event.target.value || null })}
        >
          <option value={NONE}>Nothing</option>
          {options.map(({ id, name }) => (
            <option key={id} value={id} disabled={!answered(id)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {chosen !== undefined && slot.status === 'failed' && (
        <p className={controls.wrong} role="alert">
          {slot.message}
        </p>
      )}
      {chosen !== undefined && slot.status !== 'failed' && result !== null && (
        <Compared result={result} names={[definitionName(settings), chosen.name]} running={slot.status === 'running'} />
      )}
    </div>
  );
}

interface ComparedProps {
  readonly result: ComparisonResult;
  readonly names: readonly [string, string];
  readonly running: boolean;
}

function Compared({ result: { one, other, bothCount, bothTop }, names, running }: ComparedProps) {
  return (
    <div className={cx(running && styles.busy)} aria-busy={running} aria-live="polite">
      <table className={styles.compared}>
        <caption className={controls.visuallyHidden}>Both definitions in this area and period</caption>
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Offences in the cells</th>
            <td>{formatCount(one.count)}</td>
            <td>{formatCount(other.count)}</td>
          </tr>
          <tr>
            <th scope="row">Harm days</th>
            <td>{formatValue(one.harm, 'harm')}</td>
            <td>{formatValue(other.harm, 'harm')}</td>
          </tr>
          <tr>
            <th scope="row">Best-ranked cells</th>
            <td>{formatCount(one.top)}</td>
            <td>{formatCount(other.top)}</td>
          </tr>
        </tbody>
      </table>
      <p className={controls.note}>
        Both count {formatCount(bothCount)} of these offences and share {formatCount(bothTop)} of their best-ranked
        cells.
      </p>
    </div>
  );
}
