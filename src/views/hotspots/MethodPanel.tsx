import type { HotspotResult } from '../../core/results.ts';
import type { Measure } from '../../core/settings.ts';
import { onGrid } from '../../state/methods.ts';
import controls from '../controls/controls.module.css';
import { DownloadForm } from '../data/DownloadForm.tsx';
import panel from '../panel.module.css';
import { refusalWords } from '../settings/measure-choices.ts';
import { useSlice } from '../store-context.ts';
import { shownValue } from '../words.ts';
import { Concentration } from './Concentration.tsx';
import { DensityForm, DensityTable } from './DensityPart.tsx';
import { EmergingForm, EmergingTable } from './EmergingPart.tsx';
import { AreaHours } from './HoursPart.tsx';
import { MethodNote } from './MethodNote.tsx';
import { methodTexts } from './method-texts.ts';
import styles from './methods.module.css';
import { NearRepeatForm, NearRepeatTables } from './NearRepeatPart.tsx';

export type MapMethod = Exclude<Measure, 'value' | 'gi-star'>;

/** Under the heading while the map shows a method: how it is set, its numbers, and how far they carry. */
export function MethodPanel({
  method,
  hotspots,
  onPrint,
}: {
  readonly method: MapMethod;
  readonly hotspots: HotspotResult;
  readonly onPrint: (outside: boolean) => void;
}) {
  const slot = useSlice((state) => state[methodSlots[method]]);
  const refused = useSlice((state) => refusalWords(state, method));
  const failure = slot.status === 'failed' ? slot.message : null;
  return (
    <div className={styles.method}>
      {refused === null && <div className={styles.form}>{forms[method]}</div>}
      {(failure ?? refused) !== null && (
        <p className={panel.failure} role="alert">
          {failure ?? refused} The map shows what was recorded meanwhile.
        </p>
      )}
      {failure === null && refused === null && <Tables method={method} hotspots={hotspots} />}
      <Concentration />
      <AreaHours />
      <div className={controls.row}>
        <DownloadForm key={method} onPrint={onPrint} />
      </div>
      <MethodNote text={methodTexts[method]} />
    </div>
  );
}

/** Where each method's result stands in the state. */
export const methodSlots = { kde: 'kde', emerging: 'emerging', 'near-repeat': 'nearRepeat' } as const;

const forms = { kde: <DensityForm />, emerging: <EmergingForm />, 'near-repeat': <NearRepeatForm /> } as const;

function Tables({ method, hotspots }: { readonly method: MapMethod; readonly hotspots: HotspotResult }) {
  const kde = useSlice((state) => onGrid(state.kde, state.gridKey));
  const emerging = useSlice((state) => onGrid(state.emerging, state.gridKey));
  const nearRepeat = useSlice((state) => onGrid(state.nearRepeat, state.gridKey));
  const grid = useSlice((state) => shownValue(state.grid));
  if (method === 'kde' && kde !== null) return <DensityTable of={kde} />;
  if (method === 'emerging' && emerging !== null && grid !== null) {
    return <EmergingTable result={emerging.result} hotspots={hotspots} cells={grid.cells} />;
  }
  if (method === 'near-repeat' && nearRepeat !== null) return <NearRepeatTables result={nearRepeat.result} />;
  return <p className={panel.lead}>{WAITING[method]}</p>;
}

const WAITING: Readonly<Record<MapMethod, string>> = {
  kde: 'Adding up the hills …',
  emerging: 'Comparing the steps …',
  'near-repeat': 'Counting and shuffling pairs …',
};
