import { type RefObject, useCallback, useRef } from 'react';
import type { Theme } from '../../state/app-state.ts';
import { fileName, saveFile } from '../download.ts';
import { useStore } from '../store-context.ts';
import { areaName } from '../words.ts';
import { mapBox, paintSlide, type SlideColours } from './paint.ts';
import type { Slide } from './slide.ts';

/** Loaded with the map, not before. */
const snapshotMap: typeof import('../map/snapshot.ts').snapshotMap = async (...args) =>
  (await import('../map/snapshot.ts')).snapshotMap(...args);

export const SLIDE_WIDTH = 1920;
export const SLIDE_HEIGHT = 1080;
/** The page's map, large enough for A4 at about 200 dots per inch. */
const PAGE_MAP = { width: 1100, height: 1050 } as const;
/** Of the whole page at that scale, by which the map's text is sized. */
const PAGE_HEIGHT = 1250;

/** Saves the slide as a 1920 × 1080 picture, or prints it with a picture of the map, since WebGL prints blank. */
export function useSlidePicture(
  slide: Slide | null,
  theme: Theme,
): {
  readonly save: () => void;
  readonly print: () => void;
  readonly pageMap: RefObject<HTMLCanvasElement | null>;
} {
  const store = useStore();
  const pageMap = useRef<HTMLCanvasElement>(null);
  const report = useCallback(
    (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      store.dispatch({ type: 'toast', toast: { kind: 'error', message: `The picture could not be drawn: ${why}` } });
    },
    [store],
  );

  const save = () => {
    if (slide === null) return;
    const box = mapBox(SLIDE_WIDTH, SLIDE_HEIGHT);
    const name = fileName([areaName(store.getState()), slide.period], 'png');
    Promise.all([
      snapshotMap(box.width, box.height, 1, { state: store.getState(), theme, pageHeight: SLIDE_HEIGHT }),
      document.fonts.load('700 24px "Inter Variable"'),
    ])
      .then(([map]) => drawn(slide, map))
      .then((picture) => saveFile(picture, name))
      .catch(report);
  };

  const print = () => {
    snapshotMap(PAGE_MAP.width, PAGE_MAP.height, 1, {
      state: store.getState(),
      theme: 'light',
      pageHeight: PAGE_HEIGHT,
    })
      .then((map) => {
        const context = pageMap.current?.getContext('2d');
        context?.drawImage(map, 0, 0, PAGE_MAP.width, PAGE_MAP.height);
        window.print();
      })
      .catch(report);
  };

  return { save, print, pageMap };
}

export const pageMapSize = PAGE_MAP;

function drawn(slide: Slide, map: CanvasImageSource): Promise<Blob> {
  return pictureFile((context) => paintSlide(context, slide, map, pictureColours(), SLIDE_WIDTH, SLIDE_HEIGHT));
}

/** A picture of a slide's size as a PNG. */
export async function pictureFile(paint: (context: CanvasRenderingContext2D) => void): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = SLIDE_WIDTH;
  canvas.height = SLIDE_HEIGHT;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser gives no 2D canvas.');
  paint(context);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (picture === null) throw new Error('this browser could not make a PNG of it.');
  return picture;
}

/** The colours of the theme on screen. */
export function pictureColours(): SlideColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ground: token('--ground'),
    text: token('--text'),
    muted: token('--muted'),
    accent: token('--accent'),
    edge: token('--edge'),
  };
}
