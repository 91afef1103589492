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
  const asked = useSlice((state) => state.gridWanted);
  const first = useSlice((state) => shownValue(state.patrol)?.cards[0]);
  if (first === undefined || first.gridRef === '') return null;
  const held = shownValue(slot);
  const wanted = asked !== null && asked.sha256 !== held?.sha256 ? asked.name : null;
  const exact = first.gridErrorM < 1;
  return (
    <details className={styles.exact} open={wanted !== null || undefined}>
      <summary>Grid references {exact ? 'exact to 0.1 m' : `within ${first.gridErrorM} m`}</summary>
      <p>
        {held === null
          ? 'With Ordnance Survey’s OSTN15_OSGM15_DataFile.txt, from their developer pack, they become exact.'
          : `By ${held.name}, ${formatCount(held.points)} points, until this page is closed.`}
      </p>
      {wanted !== null && (
        <p className={panel.cautions}>
          The project’s references were made with {wanted}: open it to get the same ones.
        </p>
      )}
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
      <p>
        {exact
          ? 'OSTN15 has a correction for every kilometre of Great Britain; between them it is in proportion to the distance from each. Out at sea it has none, and references are within 5 m there.'
          : 'Longitude and latitude are turned into the National Grid by one shift and turn for all of Great Britain (Helmert, seven parameters, EPSG:1314). Against Ordnance Survey’s 40 test points that is 2 m off on average, 5 m at most.'}{' '}
        Eight figures name a square of 10 m, ten one of 1 m. Source: Ordnance Survey 2016, Transformations and OSGM15
        user guide.
      </p>
      <p className={panel.limits}>
        Exact references do not make places exact: offences were put to an address at best.
      </p>
    </details>
  );
}
