import type { LegendModel } from '../../layers/legend.ts';
import { LineSwatch } from '../controls/LineSwatch.tsx';
import { cx } from '../cx.ts';
import styles from './present.module.css';
import type { Slide } from './slide.ts';

/** The words around the map while presenting; the map itself is the app's own, moved into the gap. */
export function PresentFrame({ slide }: { slide: Slide | null }) {
  if (slide === null)
    return <p className={styles.waiting}>Nothing to present yet: the figures are still being counted.</p>;
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title}>{slide.title}</h1>
        <p className={styles.period}>{slide.period}</p>
      </header>
      <section className={styles.side} aria-label="Highest cells">
        <SlideList slide={slide} />
        <SlideLegend legend={slide.legend} />
      </section>
      <footer className={styles.foot}>
        <p>{slide.source}</p>
        <p className={styles.marking}>{slide.marking}</p>
        <p>{slide.definition}</p>
      </footer>
    </>
  );
}

export function SlideList({ slide }: { slide: Slide }) {
  return (
    <table className={cx(styles.list, slide.legend.ticks === 'categories' && styles.inWords)}>
      <colgroup>
        <col className={styles.rankColumn} />
        <col />
        <col className={styles.figureColumn} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {slide.listTitle}
          </th>
          <th scope="col" className={styles.figure}>
            {slide.valueHeading}
          </th>
        </tr>
      </thead>
      <tbody>
        {slide.rows.map((row) => (
          <tr key={row.rank}>
            <td className={styles.rank}>{row.rank}</td>
            <td className={styles.place}>
              <span className={styles.placeName}>{row.place}</span>
            </td>
            <td className={styles.figure}>{row.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SlideLegend({ legend }: { legend: LegendModel }) {
  const classes = legend.entries.filter((entry) => entry.kind === 'class');
  const others = legend.entries.filter((entry) => entry.kind !== 'class');
  return (
    <figure className={styles.legend} aria-label="Legend">
      <figcaption>
        <strong>{legend.title}</strong> <span className={styles.unit}>{legend.unit}</span>
      </figcaption>
      {legend.ticks === 'categories' && (
        <ul className={styles.categories}>
          {classes.map((entry) => (
            <li key={entry.label}>
              <Swatch colour={entry.colour} small />
              <span>{entry.short ?? entry.label}</span>
              <span className={styles.cells}>{entry.tick}</span>
            </li>
          ))}
        </ul>
      )}
      <ul
        className={cx(styles.classes, legend.ticks === 'swatches' && styles.centred)}
        hidden={legend.ticks === 'categories'}
      >
        {classes.map((entry) => (
          <li key={entry.label} aria-label={entry.label}>
            <Swatch colour={entry.colour} />
            <span aria-hidden>{entry.tick}</span>
          </li>
        ))}
      </ul>
      <ul className={styles.others}>
        {others.map((entry) => (
          <li key={entry.label}>
            <Swatch colour={entry.colour} small />
            {entry.label}
          </li>
        ))}
        {legend.lines && legend.lines.length > 0 && <li>{legend.linesTitle ?? 'Patrol areas'}:</li>}
        {legend.lines?.map((line) => (
          <li key={line.label} className={styles.line}>
            <LineSwatch line={line} />
            {line.label}
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Colours come from the palette as SVG fills, so that they print without "background graphics" too. */
function Swatch({ colour, small = false }: { colour: string; small?: boolean }) {
  return (
    <svg
      className={cx(styles.swatch, small && styles.smallSwatch)}
      preserveAspectRatio="none"
      viewBox="0 0 10 10"
      aria-hidden
    >
      <rect width="10" height="10" fill={colour} />
    </svg>
  );
}
