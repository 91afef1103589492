import type { RefObject } from 'react';
import { SlideLegend, SlideList } from '../present/PresentFrame.tsx';
import type { Slide } from '../present/slide.ts';
import { pageMapSize } from '../present/use-slide-picture.ts';
import styles from './print.module.css';

/** The slide as one A4 landscape page; `map` is the canvas that a picture of the map is drawn into before printing. */
export function SlidePage({ slide, map }: { slide: Slide | null; map: RefObject<HTMLCanvasElement | null> }) {
  if (slide === null) return null;
  return (
    <article className={styles.slidePage} aria-hidden>
      <p className={styles.slideMarking}>{slide.marking}</p>
      <header className={styles.slideHead}>
        <h1>{slide.title}</h1>
        <p>{slide.period}</p>
      </header>
      <canvas ref={map} className={styles.slideMap} width={pageMapSize.width} height={pageMapSize.height} />
      <div className={styles.slideSide}>
        <SlideList slide={slide} />
        <SlideLegend legend={slide.legend} />
        <p className={styles.small}>{slide.limits}</p>
      </div>
      <footer className={styles.slideFoot}>
        <p>{slide.source}</p>
        <p className={styles.slideMarking}>{slide.marking}</p>
        <p>{slide.definition}</p>
      </footer>
    </article>
  );
}
