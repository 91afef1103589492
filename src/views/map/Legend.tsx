/** What the colours mean: always on the map. */
import { type Ref, useState } from 'react';
import type { FactorKey } from '../../layers/factors.ts';
import type { LegendModel } from '../../layers/legend.ts';
import { FactorSwatch } from '../controls/FactorSwatch.tsx';
import { LineSwatch } from '../controls/LineSwatch.tsx';
import styles from './map.module.css';

export interface LegendProps {
  readonly model: LegendModel;
  /** The risk factors on the map. */
  readonly factors?: readonly FactorKey[];
  /** A sentence on merged hexagons, '' when each is a cell. */
  readonly note?: string;
  /** Makes new classes from what is on screen. */
  readonly onReClass?: () => void;
  readonly ref?: Ref<HTMLElement>;
}

/** More kinds than fit into a line by name. */
const MANY = 5;

export function Legend({ model, factors = [], note = '', onReClass, ref }: LegendProps) {
  const [folded, setFolded] = useState(isPhone);
  const classes = model.entries.filter(({ kind }) => kind === 'class');
  const others = model.entries.filter(({ kind }) => kind !== 'class');
  const [first, last] = model.ticks === 'swatches' ? (model.ends ?? ['Cold', 'Hot']) : [];
  return (
    <section
      ref={ref}
      className={styles.legend}
      aria-label="Legend"
      data-wide={model.ticks === 'edges' ? undefined : ''}
      data-folded={folded ? '' : undefined}
    >
      <header>
        <h2>
          {model.title}
          <span className={styles.unit}>, {model.unit}</span>
        </h2>
        <span className={styles.deeds}>
          {onReClass && !folded && (
            <button
              type="button"
              className={styles.deed}
              onClick={onReClass}
              title="Make new classes from what is on the map now"
            >
              Re-class
            </button>
          )}
          <button
            type="button"
            className={styles.deed}
            aria-expanded={!folded}
            aria-label={folded ? 'More of the legend' : 'Less of the legend'}
            onClick={() => setFolded(!folded)}
          >
            {folded ? 'More' : 'Less'}
          </button>
        </span>
      </header>
      {model.ticks === 'categories' && (
        <ul className={styles.categories} data-many={classes.length > MANY ? '' : undefined}>
          {classes.map(({ label, tick, colour }) => (
            <li key={label} className={styles.other} title={label}>
              <span className={styles.key} style={{ background: colour }} />
              <span>{label}</span>
              <span className={styles.cells}>{tick}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.scale}>
        {first !== undefined && (
          <p className={styles.end} aria-hidden="true">
            {first}
          </p>
        )}
        <ol className={styles.strip} data-ticks={model.ticks} hidden={model.ticks === 'categories'}>
          {classes.map(({ label, tick, colour }) => (
            <li key={label} title={label}>
              <span className={styles.swatch} style={{ background: colour }} />
              <span aria-hidden="true">{tick}</span>
              <span className={styles.spoken}>{label}</span>
            </li>
          ))}
        </ol>
        {last !== undefined && (
          <p className={styles.end} aria-hidden="true">
            {last}
          </p>
        )}
      </div>
      <ul className={styles.others}>
        {others.map(({ kind, label, colour }) => (
          <li key={label} className={styles.other}>
            <span className={styles.key} data-kind={kind} style={{ background: colour }} />
            {label}
          </li>
        ))}
      </ul>
      {model.lines && model.lines.length > 0 && (
        <ul className={styles.lines} aria-label={model.linesTitle ?? 'Patrol areas'}>
          <li aria-hidden="true">{model.linesTitle ?? 'Patrol areas'}</li>
          {model.lines.map((line) => (
            <li key={line.label} className={styles.other}>
              <LineSwatch line={line} />
              {line.label}
            </li>
          ))}
        </ul>
      )}
      {factors.length > 0 && (
        <ul className={styles.factors} aria-label="Risk factors">
          {factors.map((key) => (
            <li key={key.id} className={styles.other}>
              <FactorSwatch of={key} />
              {key.name}
            </li>
          ))}
        </ul>
      )}
      {note && <p className={styles.note}>{note}</p>}
    </section>
  );
}

/** A phone's map has no room for more than the colours, until more is asked for. */
function isPhone(): boolean {
  return window.matchMedia('(max-width: 600px)').matches;
}
