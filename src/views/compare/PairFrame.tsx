import { SlideLegend } from '../present/PresentFrame.tsx';
import present from '../present/present.module.css';
import styles from './panes.module.css';
import type { PairSlide } from './slide.ts';

/** The words around two maps while presenting: one title, one legend. */
export function PairFrame({ slide }: { slide: PairSlide | null }) {
  if (slide === null)
    return <p className={present.waiting}>Nothing to present yet: the figures are still being counted.</p>;
  return (
    <>
      <header className={present.head}>
        <h1 className={present.title}>{slide.title}</h1>
        <p className={present.period}>{slide.rest}</p>
      </header>
      <section className={styles.wallLegend} aria-label="Legend of both maps">
        <SlideLegend legend={slide.legend} />
      </section>
      <footer className={present.foot}>
        <p>{slide.source}</p>
        <p className={present.marking}>{slide.marking}</p>
        <p>{slide.definition}</p>
      </footer>
    </>
  );
}
