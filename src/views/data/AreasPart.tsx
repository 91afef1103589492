import { plural } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice } from '../store-context.ts';
import styles from './data.module.css';

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
          <p className={panel.small}>
            {areaSet.approximate
              ? 'Approximate: drawn by hand from public coordinates. Open a GeoJSON file of polygons to use your own.'
              : 'Open another GeoJSON file of polygons to replace them.'}
          </p>
        </>
      )}
    </section>
  );
}
