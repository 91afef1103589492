import { Download, Plus, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { defaultSettings } from '../../../state/defaults.ts';
import { emptyWddRow, MOST_WDD_ROWS, wddShown, wddViewed } from '../../../state/trial.ts';
import controls from '../../controls/controls.module.css';
import { cx } from '../../cx.ts';
import { fileName, saveFile } from '../../download.ts';
import { MethodNote } from '../../hotspots/MethodNote.tsx';
import panel from '../../panel.module.css';
import { useSlice, useStore } from '../../store-context.ts';
import styles from '../evaluate.module.css';
import { FillForm } from './FillForm.tsx';
import { WddOptions } from './WddOptions.tsx';
import { WddResults } from './WddResults.tsx';
import { WddRowForm } from './WddRowForm.tsx';
import { wddText } from './wdd-words.ts';

/** Whether offences fell by more where something was done, and whether they only moved. */
export function WddPart({ onPrint }: { readonly onPrint: () => void }) {
  const store = useStore();
  const wdd = useSlice((state) => state.settings.wdd);
  const result = useMemo(() => wddShown({ wdd }), [wdd]);
  const example = wdd.rows === defaultSettings.wdd.rows;
  const setRows = (rows: typeof wdd.rows) =>
    store.dispatch({ type: 'set', patch: wddViewed(store.getState().settings, { rows }) });
  return (
    <>
      <WddResults view={wdd} result={result} example={example} />
      <section className={styles.part} aria-label="Counts">
        {wdd.rows.map((row, at) => (
          // rows have nothing but their place to be known by
          // biome-ignore lint/suspicious/noArrayIndexKey: typed fields must keep their row
          <WddRowForm key={at} row={row} at={at} view={wdd} outcome={result.rows[at]} />
        ))}
        <div className={controls.row}>
          <Button
            className={cx(controls.button)}
            isDisabled={wdd.rows.length >= MOST_WDD_ROWS}
            onPress={() => setRows(example ? [emptyWddRow] : [...wdd.rows, emptyWddRow])}
          >
            <Plus size={15} aria-hidden />
            {example ? 'Type counts of your own' : 'Add a row'}
          </Button>
          {!example && (
            <Button
              className={cx(controls.button)}
              onPress={() => store.dispatch({ type: 'set', patch: { wdd: defaultSettings.wdd } })}
            >
              Back to the example
            </Button>
          )}
        </div>
        <WddOptions view={wdd} />
      </section>
      <FillForm />
      <Takeaway onPrint={onPrint} />
      <div className={styles.notes}>
        <MethodNote text={wddText} />
      </div>
    </>
  );
}

function Takeaway({ onPrint }: { readonly onPrint: () => void }) {
  const store = useStore();
  const save = (format: 'csv' | 'json') => {
    const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
    saveFile(new Blob([store.wddFile(format)], { type }), fileName(['displacement'], format));
  };
  return (
    <div className={styles.form}>
      <div className={controls.row}>
        <Button className={cx(controls.button)} onPress={() => save('csv')}>
          <Download size={15} aria-hidden />
          CSV
        </Button>
        <Button className={cx(controls.button)} onPress={() => save('json')}>
          <Download size={15} aria-hidden />
          JSON
        </Button>
        <Button className={cx(controls.button)} onPress={onPrint}>
          <Printer size={15} aria-hidden />
          Print
        </Button>
      </div>
      <p className={panel.small}>For the force: small counts are not hidden.</p>
    </div>
  );
}
