import { Download, Pencil, PenTool, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { StudyArea } from '../../core/geo/area.ts';
import type { AreaSet } from '../../state/app-state.ts';
import { isDrawn, newDrawing } from '../../state/drawing.ts';
import controls from '../controls/controls.module.css';
import { IconButton } from '../controls/IconButton.tsx';
import { cx } from '../cx.ts';
import { fileName, saveFile } from '../download.ts';
import draw from '../draw/draw.module.css';
import { plural } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { AreasAsFactor } from './AreasAsFactor.tsx';
import styles from './data.module.css';

const ORIGIN: Readonly<Record<AreaSet['origin'], string>> = {
  shipped: 'Approximate: drawn by hand from public coordinates. Open a GeoJSON file of polygons to use your own.',
  file: 'Open another GeoJSON file of polygons to replace them.',
  drawn:
    'Few of these offences lie in the areas that were open, so one was drawn around them. Open a GeoJSON file of polygons to use the real ones.',
};

/** Which study areas statistics are confined to, how to bring one's own, and how to draw them. */
export function AreasPart() {
  const store = useStore();
  const areaSet = useSlice((state) => state.areaSet);
  const areaId = useSlice((state) => state.settings.areaId);
  const missing = useSlice((state) => state.missingAreas);
  const others = areaSet.areas.filter((area) => !isDrawn(area));
  const drawn = areaSet.areas.filter(isDrawn);
  const chosen = others.find(({ id }) => id === areaId);
  const save = () => {
    const file = new Blob([store.areasFile()], { type: 'application/geo+json' });
    saveFile(file, fileName(['study-areas'], 'geojson'));
  };
  return (
    <section className={styles.part} aria-label="Study areas">
      <h3 className={styles.partTitle}>Study areas</h3>
      {missing !== null && <p>They came from {missing}: open it again too.</p>}
      {others.length > 0 ? (
        <>
          <p>
            {areaSet.name}: {plural(others.length, 'area')}
          </p>
          <p className={panel.small}>{ORIGIN[areaSet.origin]}</p>
        </>
      ) : (
        missing === null && <p>Open a GeoJSON file of polygons: districts, towns or beats. Or draw one.</p>
      )}
      <NameField areaSet={areaSet} />
      {drawn.length > 0 && (
        <ul className={draw.list} aria-label="Drawn areas">
          {drawn.map((area) => (
            <DrawnArea key={area.id} area={area} />
          ))}
        </ul>
      )}
      <div className={controls.row}>
        <Button
          className={cx(controls.button)}
          onPress={() => store.dispatch({ type: 'drawing', drawing: newDrawing(areaSet.areas) })}
        >
          <PenTool size={15} aria-hidden />
          Draw an area
        </Button>
        {chosen && (
          <Button className={cx(controls.button)} onPress={() => void store.changeArea(chosen.id)}>
            Change a copy of {chosen.name}
          </Button>
        )}
        <AreasAsFactor />
        {areaSet.areas.length > 0 && (
          <Button className={cx(controls.button)} onPress={save}>
            <Download size={15} aria-hidden />
            Areas as GeoJSON
          </Button>
        )}
      </div>
    </section>
  );
}

/** Which property of the file holds the names, where it has several to choose from. */
function NameField({ areaSet: { naming, origin } }: { areaSet: AreaSet }) {
  const store = useStore();
  if (origin !== 'file' || !naming || naming.fields.length < 2) return null;
  return (
    <label className={controls.field}>
      Name from
      <select
        className={controls.input}
        value={naming.field}
        onChange={(event) => void store.nameAreasBy(event.target.value)}
      >
        {naming.field === '' && <option value="">none of them</option>}
        {naming.fields.map((field) => (
          <option key={field} value={field}>
            {field}
          </option>
        ))}
      </select>
    </label>
  );
}

function DrawnArea({ area }: { area: StudyArea }) {
  const store = useStore();
  const drawnAreas = useSlice((state) => state.settings.drawnAreas);
  const areaId = useSlice((state) => state.settings.areaId);
  const rename = (name: string) => {
    const renamed = drawnAreas.map((old) => (old.id === area.id ? { ...old, name } : old));
    store.dispatch({ type: 'set', patch: { drawnAreas: renamed }, merge: `rename ${area.id}` });
  };
  const remove = () => {
    const rest = drawnAreas.filter(({ id }) => id !== area.id);
    store.dispatch({ type: 'set', patch: { drawnAreas: rest, ...(areaId === area.id ? { areaId: null } : {}) } });
  };
  return (
    <li>
      <input
        className={controls.input}
        aria-label={`Name of ${area.name}`}
        value={area.name}
        maxLength={100}
        onChange={(event) => rename(event.target.value)}
      />
      <IconButton icon={Pencil} label={`Change ${area.name}`} onPress={() => void store.changeArea(area.id)} />
      <IconButton icon={Trash2} label={`Delete ${area.name}`} onPress={remove} />
    </li>
  );
}
