import type { WddView } from '../../../core/evaluation/trial-view.ts';
import { wddViewed } from '../../../state/trial.ts';
import controls from '../../controls/controls.module.css';
import { Toggle } from '../../controls/Toggle.tsx';
import { useStore } from '../../store-context.ts';
import { AmountInput } from './AmountInput.tsx';
import styles from './wdd.module.css';

/** What of the rows counts. */
export function WddOptions({ view }: { readonly view: WddView }) {
  const store = useStore();
  const change = (patch: Partial<WddView>) =>
    store.dispatch({ type: 'set', patch: wddViewed(store.getState().settings, patch) });
  const { periods } = view;
  const length = (at: 0 | 1, label: string) => (
    <div className={controls.field}>
      <span aria-hidden>{label}</span>
      <AmountInput
        label={label}
        value={periods?.[at] ?? 1}
        whole={false}
        onChange={(value) => {
          if (value === null || value <= 0) return;
          const [before, after] = periods ?? [1, 1];
          change({ periods: at === 0 ? [value, after] : [before, value] });
        }}
      />
    </div>
  );
  return (
    <div>
      <Toggle
        label="Areas around"
        words="Where offences may have moved to."
        on={view.displacement}
        onChange={(displacement) => change({ displacement })}
      />
      <Toggle
        label="Unequal periods"
        words="The time before is longer or shorter than the time after."
        on={periods !== null}
        onChange={(on) => change({ periods: on ? [1, 1] : null })}
      />
      {periods !== null && (
        <div className={styles.lengths}>
          {length(0, 'Length before')}
          {length(1, 'Length after')}
        </div>
      )}
      <Toggle
        label="Unequal areas"
        words="Each area has a size of its own, in any unit."
        on={view.sizes}
        onChange={(sizes) => change({ sizes })}
      />
      <Toggle
        label="By harm"
        words="Rows are kinds of offence, added up by their days of harm."
        on={view.harm}
        onChange={(harm) => change({ harm })}
      />
    </div>
  );
}
