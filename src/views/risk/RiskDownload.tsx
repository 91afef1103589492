import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { isStale, type RiskModel } from '../../state/risk.ts';
import { type Choice, Choices } from '../controls/Choices.tsx';
import controls from '../controls/controls.module.css';
import { cx } from '../cx.ts';
import { fileName, saveFile } from '../download.ts';
import { useSlice, useStore } from '../store-context.ts';
import { areaName, periodWords } from '../words.ts';

type What = 'risks' | 'cells' | 'model';
type Format = 'csv' | 'geojson' | 'parquet';

const whats: readonly Choice<What>[] = [
  { id: 'risks', title: 'Relative risk values', words: 'RTMDx’s table, as CSV.' },
  { id: 'cells', title: 'All cells', words: 'Score, expected and recorded offences of each.' },
  { id: 'model', title: 'The whole model', words: 'Both models, every step, the penalised fit, as JSON.' },
];

const formats: readonly Choice<Format>[] = [
  { id: 'csv', title: 'CSV', words: 'For a spreadsheet.' },
  { id: 'geojson', title: 'GeoJSON', words: 'For a map: the hexagons as polygons.' },
  { id: 'parquet', title: 'Parquet', words: 'For R, Python or a database.' },
];

const NAMES: Readonly<Record<What, string>> = { risks: 'relative risks', cells: 'risk cells', model: 'risk model' };

const MEDIA = {
  csv: 'text/csv;charset=utf-8',
  geojson: 'application/geo+json',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json',
} as const;

/** The model to take away; not while it is of older settings. */
export function RiskDownload({ model }: { readonly model: RiskModel }) {
  const store = useStore();
  const stale = useSlice((state) => isStale(state, model));
  const [what, setWhat] = useState<What>('risks');
  const [format, setFormat] = useState<Format>('csv');
  const save = async () => {
    const as = what === 'model' ? 'json' : what === 'risks' ? 'csv' : format;
    const state = store.getState();
    try {
      const bytes = await store.riskFile(model, what, as);
      const parts = [areaName(state), periodWords(state), NAMES[what]];
      saveFile(new Blob([bytes], { type: MEDIA[as] }), fileName(parts, as));
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The file could not be written.';
      store.dispatch({ type: 'toast', toast: { kind: 'error', message } });
    }
  };
  return (
    <DialogTrigger>
      <Button className={cx(controls.button)} isDisabled={stale}>
        <Download size={15} aria-hidden />
        Download the model
      </Button>
      <Popover className={cx(controls.popover)} placement="top start" offset={4}>
        <Dialog className={cx(controls.dialog)} aria-label="Download the model">
          {({ close }) => (
            <>
              <Choices label="What" choices={whats} value={what} onChoose={setWhat} />
              {what === 'cells' && <Choices label="File" choices={formats} value={format} onChoose={setFormat} />}
              <p className={controls.note}>For the force: recorded numbers of each cell, small ones too.</p>
              <div className={cx(controls.row, controls.steps)}>
                <Button
                  className={cx(controls.primary)}
                  onPress={() => {
                    close();
                    void save();
                  }}
                >
                  <Download size={15} aria-hidden />
                  Download
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
