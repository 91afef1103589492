/** Draws the slide of two maps on a canvas, 16:9, for the picture file; every length a share of the height. */
import { paintLegend, paintWords, penFor, type SlideColours } from '../present/paint.ts';
import type { PairSlide } from './slide.ts';

const MARGIN = 0.035;
const GAP = 0.02;
const TOP = 0.115;
/** Over each map: its name and its figures. */
const NAMES = 0.085;
/** Under both: the legend, then the foot of every slide. */
const BOTTOM = 0.075 + 0.185;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes of the two maps on a slide of this size, in its pixels. */
export function paneBoxes(width: number, height: number): readonly [Box, Box] {
  const wide = Math.floor((width - (2 * MARGIN + GAP) * height) / 2);
  const box = (x: number): Box => ({
    x: Math.round(x),
    y: Math.round((TOP + NAMES) * height),
    width: wide,
    height: Math.round((1 - TOP - NAMES - BOTTOM) * height),
  });
  return [box(MARGIN * height), box(width - MARGIN * height - wide)];
}

/** Each map is stretched over its box; fonts must be loaded. */
export function paintPair(
  context: CanvasRenderingContext2D,
  slide: PairSlide,
  maps: readonly [CanvasImageSource, CanvasImageSource],
  colours: SlideColours,
  width: number,
  height: number,
): void {
  paintWords(context, { ...slide, period: slide.rest }, colours, width, height);
  const pen = penFor(context, height);
  const boxes = paneBoxes(width, height);
  for (const [k, side] of [slide.one, slide.other].entries()) {
    const box = boxes[k === 0 ? 0 : 1];
    context.drawImage(maps[k === 0 ? 0 : 1], box.x, box.y, box.width, box.height);
    pen.text(side.title, box.x, box.y - 0.05 * height, {
      size: 0.028,
      weight: 650,
      colour: colours.text,
      limit: box.width,
    });
    pen.text(side.figures.join(' · '), box.x, box.y - 0.017 * height, {
      size: 0.023,
      colour: colours.muted,
      limit: box.width,
    });
  }
  const left = MARGIN * height;
  paintLegend(context, slide.legend, colours, {
    left,
    right: left + 0.9 * height,
    bottom: (1 - 0.075) * height,
    height,
  });
}
