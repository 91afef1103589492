import { FilePlus } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import type { Factor } from '../../core/geo/factor.ts';
import type { OpenFactors } from '../../core/project/layers.ts';
import { factorKey } from '../../layers/factors.ts';
import type { Theme } from '../../state/app-state.ts';
import controls from '../controls/controls.module.css';
import { FactorSwatch } from '../controls/FactorSwatch.tsx';
import { cx } from '../cx.ts';
import { formatCount } from '../format.ts';
import panel from '../panel.module.css';
import { useSlice, useStore } from '../store-context.ts';
import { useTheme } from '../use-theme.ts';
import styles from './data.module.css';
import { FactorMenu } from './FactorMenu.tsx';
import layers from './layers.module.css';

const KIND: Readonly<Record<Factor['kind'], readonly [string, string]>> = {
  points: ['point', 'points'],
  lines: ['line', 'lines'],
  polygons: ['polygon', 'polygons'],
};

/** The places that may draw offences: what is open, what of it is on the map, and how to bring more. */
export function FactorsPart() {
  const store = useStore();
  const theme = useTheme();
  const files = useSlice((state) => state.layers.files);
  const fetching = useSlice((state) => state.layers.demo === 'loading');
  return (
    <section className={styles.part} aria-label="Risk factors">
      <h3 className={styles.partTitle}>Risk factors</h3>
      {files.length === 0 && !fetching && (
        <p>None yet. Open layers of places that may draw offences, such as pubs, bus stops or parks.</p>
      )}
      {files.length === 0 && fetching && <p role="status">Fetching the layers of the demo …</p>}
      {files.length > 0 && (
        <>
          <p className={panel.small}>Tick one to see it on the map.</p>
          <ul className={layers.list}>
            {files.map((file) => (
              <FactorFile key={file.name} file={file} theme={theme} />
            ))}
          </ul>
        </>
      )}
      <div className={styles.open}>
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={['.geojson', '.json', '.csv', '.tsv', '.txt']}
          onSelect={(chosen) => chosen && void store.addFactors([...chosen])}
        >
          <Button className={cx(controls.button)}>
            <FilePlus size={15} aria-hidden />
            Add risk factors
          </Button>
        </FileTrigger>
        <p className={panel.small}>
          Points, lines or polygons as GeoJSON, or points as CSV with coordinate columns. A layer is only as whole as
          its source: a place that is missing from it counts as if there were none.
        </p>
      </div>
    </section>
  );
}

function FactorFile({ file, theme }: { file: OpenFactors; theme: Theme }) {
  const several = file.factors.length > 1;
  return (
    <li className={layers.file}>
      {several && (
        <p className={panel.small}>
          {file.name}
          {file.splitBy !== null && `, by ${file.splitBy}`}
        </p>
      )}
      <ul aria-label={several ? file.name : undefined}>
        {file.factors.map((factor) => (
          <FactorRow key={factor.id} file={file} factor={factor} theme={theme} />
        ))}
      </ul>
      {file.notes.length > 0 && <p className={panel.small}>{file.notes.join(' ')}</p>}
    </li>
  );
}

function FactorRow({ file, factor, theme }: { file: OpenFactors; factor: Factor; theme: Theme }) {
  const store = useStore();
  const onMap = useSlice((state) => state.layers.onMap.find(({ id }) => id === factor.id) ?? null);
  const swatch = onMap
    ? factorKey({ factor, colour: onMap.colour }, theme)
    : { kind: factor.kind, colour: 'var(--control-edge)', hollow: true };
  return (
    <li className={layers.row}>
      <label className={layers.tick}>
        <input
          type="checkbox"
          checked={onMap !== null}
          onChange={(event) => store.showFactor(factor.id, event.target.checked)}
        />
        <FactorSwatch of={swatch} />
        <span className={layers.name}>{factor.name}</span>
        <span className={layers.count}>
          {formatCount(factor.count)} {KIND[factor.kind][factor.count === 1 ? 0 : 1]}
        </span>
      </label>
      <FactorMenu file={file} factor={factor} />
    </li>
  );
}
