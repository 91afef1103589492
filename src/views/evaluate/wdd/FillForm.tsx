import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { WddZone } from '../../../core/evaluation/trial-view.ts';
import type { DatasetInfo } from '../../../core/results.ts';
import { wddZones } from '../../../state/trial.ts';
import controls from '../../controls/controls.module.css';
import { DayInput } from '../../controls/DayInput.tsx';
import { NumberInput } from '../../controls/NumberInput.tsx';
import { cx } from '../../cx.ts';
import methods from '../../hotspots/methods.module.css';
import panel from '../../panel.module.css';
import { useSlice, useStore } from '../../store-context.ts';
import { datasetOf, definitionName } from '../../words.ts';
import styles from '../evaluate.module.css';
import { zoneNames } from './wdd-words.ts';

/** Counts a row from the offences loaded, by study areas; without days or with one area the reason why not. */
export function FillForm() {
  const info = useSlice((state) => datasetOf(state)?.info ?? null);
  const areas = useSlice((state) => state.areaSet.areas.length);
  if (info === null) return null;
  if (!info.hasDays || info.snapped || areas < 2) {
    const why =
      areas < 2
        ? 'there is only one study area: open or draw another as its comparison.'
        : 'they are dated by month, and counts before and after a day need days.';
    return <p className={panel.small}>Rows cannot be counted from the loaded offences: {why}</p>;
  }
  return (
    <details className={methods.note}>
      <summary>Count a row from the loaded offences</summary>
      <Filling info={info} />
    </details>
  );
}

const WINDOW = 28;

function Filling({ info }: { readonly info: DatasetInfo }) {
  const store = useStore();
  const areas = useSlice((state) => state.areaSet.areas);
  const shown = useSlice((state) => state.settings.areaId);
  const definition = useSlice((state) => definitionName(state.settings));
  const [day, setDay] = useState(Math.round((info.fromDay + info.toDay) / 2));
  const [beforeDays, setBefore] = useState(WINDOW);
  const [afterDays, setAfter] = useState(WINDOW);
  const first = areas.find(({ id }) => id === shown)?.id ?? areas[0]?.id ?? null;
  const [zones, setZones] = useState<Readonly<Record<WddZone, string | null>>>({
    treatment: first,
    control: areas.find(({ id }) => id !== first)?.id ?? null,
    treatmentDisplacement: null,
    controlDisplacement: null,
  });
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const chosen = wddZones.flatMap((zone) => zones[zone] ?? []);
  const half = (zones.treatmentDisplacement === null) !== (zones.controlDisplacement === null);
  const problem =
    new Set(chosen).size < chosen.length
      ? 'Each area can stand once.'
      : half
        ? 'Give an area around both, or around neither.'
        : '';
  const count = async () => {
    setBusy(true);
    setWrong((await store.fillWdd({ day, beforeDays, afterDays, zones })) ?? '');
    setBusy(false);
  };
  return (
    <div className={styles.form}>
      {wddZones.map((zone) => (
        <label key={zone} className={controls.field}>
          {zoneNames[zone]}
          <select
            className={controls.input}
            value={zones[zone] ?? ''}
            onChange={(event) => setZones({ ...zones, [zone]: event.target.value === '' ? null : event.target.value })}
          >
            {zone !== 'treatment' && zone !== 'control' && <option value="">None</option>}
            {areas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <div className={controls.row}>
        <DayInput label="Begins on" value={day} onChange={setDay} />
        <NumberInput label="Days before" value={beforeDays} least={1} most={366} onChange={setBefore} />
        <NumberInput label="Days after" value={afterDays} least={1} most={366} onChange={setAfter} />
      </div>
      <p className={panel.small}>
        {definition}, in the study areas that are loaded. Draw others under Data for smaller places.
      </p>
      {(problem || wrong) && (
        <p className={panel.failure} role="alert">
          {problem || wrong}
        </p>
      )}
      <div className={controls.row}>
        <Button className={cx(controls.button)} isDisabled={busy || problem !== ''} onPress={() => void count()}>
          {busy ? 'Counting …' : 'Count this row'}
        </Button>
      </div>
    </div>
  );
}
