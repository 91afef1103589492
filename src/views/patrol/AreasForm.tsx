import { type Patrol, patrolLimits, patrolViewed } from '../../state/patrol.ts';
import controls from '../controls/controls.module.css';
import { NumberInput } from '../controls/NumberInput.tsx';
import { useSlice, useStore } from '../store-context.ts';
import styles from './patrol.module.css';

/** How the areas are grown. */
export function AreasForm({ patrol }: { readonly patrol: Patrol }) {
  const store = useStore();
  const view = useSlice((state) => state.settings.patrol);
  const change = (patch: Partial<typeof view>) =>
    store.dispatch({ type: 'set', patch: patrolViewed(store.getState().settings, patch) });
  const number = (label: string, key: 'areas' | 'maxAreaM2' | 'minCount' | 'spacingM', value: number) => {
    const [least, most] = patrolLimits[key];
    return (
      <NumberInput
        label={label}
        value={value}
        least={least}
        most={Math.min(most, 9_999_999)}
        onChange={(next) => change({ [key]: next })}
      />
    );
  };
  return (
    <details className={styles.more}>
      <summary>How many, how large</summary>
      <div className={styles.form}>
        <div className={controls.row}>
          {number('Areas at most', 'areas', view.areas)}
          {number('Offences at least', 'minCount', view.minCount)}
        </div>
        <div className={controls.row}>
          {number('Largest size, m²', 'maxAreaM2', view.maxAreaM2 ?? Math.ceil(patrol.maxAreaM2))}
          {number('Apart, m', 'spacingM', view.spacingM)}
        </div>
      </div>
    </details>
  );
}
