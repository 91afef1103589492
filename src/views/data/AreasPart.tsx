import type { AreaSet } from '../../state/app-state.ts';
import { plural } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import styles from './data.module.css';

const ORIGIN: Readonly<Record<AreaSet['origin'], string>> = {
  shipped: 'Approximate: drawn by hand from public coordinates. Open a GeoJSON file of polygons to use your own.',
  file: 'Open another GeoJSON file of polygons to replace them.',
  drawn:
    'Few of these offences lie in the areas that were open, so one was drawn around them. Open a GeoJSON file of polygons to use the real ones.',
};

/** Which study areas statistics are confined to, and how to bring one's own. */
export function AreasPart() {
  const areaSet = useSlice((state) => state.areaSet);
  return (
    <section className={styles.part} aria-label="Study areas">
      <h3 className={styles.partTitle}>Study areas</h3>
      {areaSet.areas.length === 0 ? (
        <p>None yet. Open a GeoJSON file of polygons: districts, towns or beats.</p>
      ) : (
        <>
          <p>
            {areaSet.name}: {plural(areaSet.areas.length, 'area')}
          </p>
          <p className={panel.small}>{ORIGIN[areaSet.origin]}</p>
        </>
      )}
    </section>
  );
}
