import type { RiskSettings } from '../../core/methods/rtm/settings.ts';
import controls from '../controls/controls.module.css';
import { NumberInput } from '../controls/NumberInput.tsx';
import { cx } from '../cx.ts';
import { useSlice, useStore } from '../store-context.ts';
import styles from './risk.module.css';

const ALPHAS = [0.05, 0.25, 0.5, 0.75, 1];

/** Distances and how the variables are chosen. */
export function ModelForm() {
  const store = useStore();
  const risk = useSlice((state) => state.settings.risk);
  const set = (patch: Partial<RiskSettings>) => store.dispatch({ type: 'set', patch: { risk: { ...risk, ...patch } } });
  const alphas = ALPHAS.includes(risk.alpha) ? ALPHAS : [...ALPHAS, risk.alpha].sort((a, b) => a - b);
  return (
    <details className={styles.fold}>
      <summary>
        Distances up to {risk.maxBlocks * risk.blockM} m, {risk.folds} folds, α {risk.alpha}
      </summary>
      <div className={styles.form}>
        <NumberInput
          label="Block length, m"
          value={risk.blockM}
          least={10}
          most={5000}
          onChange={(blockM) => set({ blockM })}
        />
        <Select
          label="Distances up to"
          value={String(risk.maxBlocks)}
          options={[1, 2, 3, 4].map((n) => [String(n), n === 1 ? '1 block' : `${n} blocks`])}
          onChange={(value) => set({ maxBlocks: Number(value) })}
        />
        <Select
          label="In steps of"
          value={risk.increment}
          options={[
            ['half', 'half a block'],
            ['whole', 'a block'],
          ]}
          onChange={(value) => set({ increment: value === 'whole' ? 'whole' : 'half' })}
        />
        <Select
          label="Variables"
          value={risk.operationalisation}
          options={[
            ['both', 'near and many'],
            ['proximity', 'near only'],
            ['density', 'many only'],
          ]}
          onChange={(value) =>
            set({ operationalisation: value === 'proximity' || value === 'density' ? value : 'both' })
          }
        />
        <NumberInput label="Folds" value={risk.folds} least={3} most={1000} onChange={(folds) => set({ folds })} />
        <Select
          label="α, 1 is the lasso"
          value={String(risk.alpha)}
          options={alphas.map((alpha) => [String(alpha), String(alpha)])}
          onChange={(value) => set({ alpha: Number(value) })}
        />
        <NumberInput
          label="Seed of the folds"
          value={risk.seed}
          least={0}
          most={9_999_999}
          onChange={(seed) => set({ seed })}
        />
      </div>
    </details>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label className={cx(controls.field)}>
      {label}
      <select className={controls.input} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
