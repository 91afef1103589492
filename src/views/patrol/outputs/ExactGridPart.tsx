import { FileUp } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import controls from '../../controls/controls.module.css';
import { cx } from '../../cx.ts';
import { formatCount } from '../../format.ts';
import panel from '../../panel.module.css';
import { useSlice, useStore } from '../../store-context.ts';
import { shownValue } from '../../words.ts';
import styles from './outputs.module.css';

/** How exact the grid references are, and the file that makes them exact; nothing outside Great Britain. */
export function ExactGridPart() {
  const store = useStore();
  const slot = useSlice((state) => state.exactGrid);
  const first = useSlice((state) => shownValue(state.patrol)?.cards[0]);
  if (first === undefined || first.gridRef === '') return null;
  const held = shownValue(slot);
  return (
    <div className={styles.exact}>
      <p className={panel.small}>
        {held === null
          ? 'Grid references are within 5 m, usually 2 m. With Ordnance Survey’s OSTN15 file they are exact.'
          : `Grid references are exact to 0.1 m, by ${held.name} with ${formatCount(held.points)} points, until this page is closed. Points far out at sea are not in it.`}
      </p>
      {slot.status === 'failed' && (
        <p className={panel.failure} role="alert">
          {slot.message}
        </p>
      )}
      <div className={controls.row}>
        <FileTrigger
          acceptedFileTypes={['.txt', '.csv']}
          onSelect={(files) => files?.[0] && void store.openExactGrid(files[0])}
        >
          <Button className={cx(controls.button)} isDisabled={slot.status === 'running'}>
            <FileUp size={15} aria-hidden />
            {slot.status === 'running' ? 'Reading …' : held === null ? 'Open OSTN15 file' : 'Other OSTN15 file'}
          </Button>
        </FileTrigger>
        {held !== null && (
          <Button className={cx(controls.button)} onPress={() => void store.removeExactGrid()}>
            Remove
          </Button>
        )}
      </div>
      <details className={styles.how}>
        <summary>How grid references are worked out</summary>
        <p>
          Longitude and latitude are turned into the National Grid by one shift and turn for all of Great Britain
          (Helmert, seven parameters, EPSG:1314). Against Ordnance Survey’s 40 test points that is 2 m off on average
          and 5 m at most. OSTN15 has a correction for every kilometre in its place: open OSTN15_OSGM15_DataFile.txt of
          their developer pack. Eight figures name a square of 10 m, ten one of 1 m.
        </p>
        <p>Ordnance Survey 2016, Transformations and OSGM15 user guide.</p>
      </details>
      <p className={panel.limits}>
        Exact references do not make places exact: the file says where offences were put, to an address at best.
      </p>
    </div>
  );
}
