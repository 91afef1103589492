/** The slide of two maps while presenting in Compare, and its picture. */
import { useMemo } from 'react';
import type { Theme } from '../../state/app-state.ts';
import { isComparing, sideStates } from '../../state/compare.ts';
import { fileName, saveFile } from '../download.ts';
import { pictureColours, pictureFile, SLIDE_HEIGHT, SLIDE_WIDTH } from '../present/use-slide-picture.ts';
import { useSlice, useStore } from '../store-context.ts';
import { paintPair, paneBoxes } from './paint-pair.ts';
import { boxesOf, type PairSlide, pairSlideOf } from './slide.ts';

export interface Pair {
  readonly slide: PairSlide | null;
  /** Saves the slide as a picture. */
  readonly save: () => void;
  /** Says that there is no page of it. */
  readonly noPage: () => void;
}

/** Null while not both of two maps and a presentation are on screen. */
export function usePair(theme: Theme, presenting: boolean): Pair | null {
  const store = useStore();
  const state = useSlice((whole) => (presenting && isComparing(whole) ? whole : null));
  return useMemo(() => {
    if (state === null) return null;
    const slide = pairSlideOf(state, theme);
    const tell = (kind: 'info' | 'error', message: string) =>
      store.dispatch({ type: 'toast', toast: { kind, message } });
    return {
      slide,
      save() {
        if (slide === null) return;
        drawPair(slide, store.getState(), theme).then(
          (picture) => saveFile(picture, fileName([slide.one.title, slide.other.title, slide.rest], 'png')),
          (error: unknown) =>
            tell('error', `The picture could not be drawn: ${error instanceof Error ? error.message : String(error)}`),
        );
      },
      noPage: () => tell('info', 'Two maps have no page of their own: save the picture (S) and print that.'),
    };
  }, [state, theme, store]);
}

async function drawPair(slide: PairSlide, state: Parameters<typeof sideStates>[0], theme: Theme): Promise<Blob> {
  const { snapshotMap } = await import('../map/snapshot.ts');
  const { one, other } = sideStates(state);
  const boxes = boxesOf(state);
  if (other === null || boxes === null) throw new Error('there is nothing beside it.');
  const { width, height } = paneBoxes(SLIDE_WIDTH, SLIDE_HEIGHT)[0];
  const options = { theme, pageHeight: SLIDE_HEIGHT };
  const left = await snapshotMap(width, height, 1, { ...options, state: one, bounds: boxes[0] });
  const right = await snapshotMap(width, height, 1, { ...options, state: other, bounds: boxes[1] });
  await document.fonts.load('700 24px "Inter Variable"');
  return pictureFile((context) =>
    paintPair(context, slide, [left, right], pictureColours(), SLIDE_WIDTH, SLIDE_HEIGHT),
  );
}
