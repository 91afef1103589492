import type { KdeKernel } from '../../core/methods/kde.ts';
import { densityUnit } from '../../layers/density.ts';
import type { KdeOnGrid } from '../../state/methods.ts';
import controls from '../controls/controls.module.css';
import { NumberInput } from '../controls/NumberInput.tsx';
import { formatCount } from '../format.ts';
import panel from '../panel.module.css';
import { Tick } from '../settings/Tick.tsx';
import { useSlice, useStore } from '../store-context.ts';
import { PlaceTable } from './PlaceTable.tsx';

/** How wide the hills of the density are. */
export function DensityForm() {
  const store = useStore();
  const methods = useSlice((state) => state.settings.methods);
  const { bandwidthM, kernel } = methods;
  const used = useSlice((state) => ('value' in state.kde ? state.kde.value?.result.bandwidthM : undefined));
  const set = (patch: Partial<typeof methods>) =>
    store.dispatch({ type: 'set', patch: { methods: { ...methods, ...patch } } });
  return (
    <>
      <div className={controls.row}>
        {bandwidthM !== 'auto' && (
          <NumberInput
            label="Bandwidth, metres"
            value={bandwidthM}
            least={25}
            most={100_000}
            onChange={(metres) => set({ bandwidthM: metres })}
          />
        )}
        <label className={controls.field}>
          Kernel
          <select
            className={controls.input}
            value={kernel}
            onChange={(event) => set({ kernel: event.target.value as KdeKernel })}
          >
            <option value="quartic">Quartic</option>
            <option value="gaussian">Gaussian</option>
          </select>
        </label>
      </div>
      <Tick
        label="Bandwidth by the rule"
        on={bandwidthM === 'auto'}
        onChange={(on) => set({ bandwidthM: on ? 'auto' : Math.min(100_000, Math.max(25, Math.round(used ?? 300))) })}
      />
      {bandwidthM === 'auto' && used !== undefined && (
        <p className={panel.small}>
          The rule gives {formatCount(used)} m. It suits one hump; over a whole force it smooths away every street.
        </p>
      )}
    </>
  );
}

export function DensityTable({ of: { result, mode } }: { readonly of: KdeOnGrid }) {
  const unit = densityUnit(mode);
  return result.peaks.length === 0 ? (
    <p className={panel.small}>Nothing was recorded within reach of any cell.</p>
  ) : (
    <PlaceTable
      caption={`The densest places: cells denser than all around them, with the ${unit} and the offences of the cell itself.`}
      heading="Per km²"
      rows={result.peaks}
      words={formatCount}
    />
  );
}
