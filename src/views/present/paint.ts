/** Draws a slide on a canvas, 16:9, for the picture file: the same model as the screen, every length a share of the height. */
import type { LegendModel } from '../../layers/legend.ts';
import { paintKeys, placedKeys } from './paint-keys.ts';
import type { Slide } from './slide.ts';

/** The canvas side of the colour tokens. */
export interface SlideColours {
  readonly ground: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly edge: string;
}

/** Shares of the height; text is never smaller than 1/45. */
const TEXT = 0.024;
const TITLE = 0.046;
const LEAST_TITLE = 0.03;
const MARGIN = 0.035;
const HEAD = 0.115;
const FOOT = 0.075;
const LIST_WIDTH = 0.56;

/** Height of a line of a listed legend, in hundredths of the slide's. */
const LINE = 2.9;

/** Box of the map on a slide of this size, in its pixels. */
export function mapBox(width: number, height: number) {
  const x = MARGIN * height;
  const y = HEAD * height;
  return {
    x,
    y,
    width: Math.round(width - (LIST_WIDTH + 2 * MARGIN) * height - x),
    height: Math.round((1 - HEAD - FOOT) * height),
  };
}

/** `map` is stretched over `mapBox`; fonts must be loaded. */
export function paintSlide(
  context: CanvasRenderingContext2D,
  slide: Slide,
  map: CanvasImageSource,
  colours: SlideColours,
  width: number,
  height: number,
): void {
  paintWords(context, slide, colours, width, height);
  const right = width - MARGIN * height;
  const box = mapBox(width, height);
  context.drawImage(map, box.x, box.y, box.width, box.height);
  paintList(context, slide, colours, { left: width - (LIST_WIDTH + MARGIN) * height, right, top: box.y, height });
  paintLegend(context, slide.legend, colours, {
    left: width - (LIST_WIDTH + MARGIN) * height,
    right,
    bottom: box.y + box.height,
    height,
  });
}

/** The ground, and what stands over and under the maps of any slide. */
export function paintWords(
  context: CanvasRenderingContext2D,
  slide: Pick<Slide, 'title' | 'period' | 'source' | 'marking' | 'definition'>,
  colours: SlideColours,
  width: number,
  height: number,
): void {
  const pen = penFor(context, height);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, height);

  // Head: the message left, when right.
  const base = 0.074 * height;
  const left = MARGIN * height;
  const right = width - left;
  const periodWidth = pen.text(slide.period, right, base, { size: 0.028, colour: colours.muted, align: 'right' });
  const limit = right - periodWidth - 0.03 * height - left;
  const wide = pen.width(slide.title, { size: TITLE, weight: 700 });
  // a long message in smaller type, before it would be cut
  const size = wide > limit ? Math.max(LEAST_TITLE, (TITLE * limit) / wide - 0.0005) : TITLE;
  pen.text(slide.title, left, base, { size, weight: 700, colour: colours.text, limit });

  // Foot: source, marking, definition.
  const foot = height * (1 - FOOT / 2 + TEXT / 3);
  const third = (width - 2 * MARGIN * height) / 3;
  pen.text(slide.source, left, foot, { size: TEXT, colour: colours.muted, limit: third });
  pen.text(slide.marking, width / 2, foot, {
    size: TEXT,
    weight: 650,
    colour: colours.text,
    align: 'center',
    limit: third,
  });
  pen.text(slide.definition, right, foot, { size: TEXT, colour: colours.muted, align: 'right', limit: third });
}

interface TextStyle {
  readonly size: number;
  readonly colour: string;
  readonly weight?: number;
  readonly align?: CanvasTextAlign;
  /** Longest width in pixels; longer text ends in an ellipsis. */
  readonly limit?: number;
}

export function penFor(context: CanvasRenderingContext2D, height: number) {
  const setFont = ({ weight, size }: Pick<TextStyle, 'weight' | 'size'>): void => {
    context.font = `${weight ?? 400} ${size * height}px "Inter Variable", sans-serif`;
  };
  return {
    /** How wide the whole line would be. */
    width(words: string, style: Pick<TextStyle, 'weight' | 'size'>): number {
      setFont(style);
      return context.measureText(words).width;
    },
    /** Draws one line and returns how wide it became. */
    text(words: string, x: number, y: number, style: TextStyle): number {
      setFont(style);
      context.fillStyle = style.colour;
      context.textAlign = style.align ?? 'left';
      const shown = fitted(context, words, style.limit ?? Number.POSITIVE_INFINITY);
      context.fillText(shown, x, y);
      return context.measureText(shown).width;
    },
  };
}

function fitted(context: CanvasRenderingContext2D, words: string, limit: number): string {
  if (context.measureText(words).width <= limit) return words;
  let kept = words.length - 1;
  while (kept > 1 && context.measureText(`${words.slice(0, kept)}…`).width > limit) kept -= 1;
  return `${words.slice(0, kept).trimEnd()}…`;
}

function paintList(
  context: CanvasRenderingContext2D,
  slide: Slide,
  colours: SlideColours,
  at: { left: number; right: number; top: number; height: number },
): void {
  const pen = penFor(context, at.height);
  const row = 0.052 * at.height;
  const placeAt = at.left + 0.055 * at.height;
  pen.text(slide.valueHeading, at.right, at.top + 0.024 * at.height, {
    size: TEXT,
    colour: colours.muted,
    align: 'right',
  });
  pen.text(slide.listTitle, at.left, at.top + 0.024 * at.height, { size: TEXT, colour: colours.muted });
  slide.rows.forEach((line, i) => {
    const base = at.top + 0.04 * at.height + row * (i + 0.68);
    pen.text(line.rank, at.left, base, { size: 0.028, weight: 700, colour: colours.accent });
    const figure = pen.text(line.value, at.right, base, { size: 0.028, colour: colours.text, align: 'right' });
    pen.text(line.place, placeAt, base, {
      size: 0.028,
      colour: colours.text,
      limit: at.right - figure - 0.02 * at.height - placeAt,
    });
    context.fillStyle = colours.edge;
    context.fillRect(
      at.left,
      at.top + 0.04 * at.height + row * (i + 1),
      at.right - at.left,
      Math.max(1, at.height / 1080),
    );
  });
}

export function paintLegend(
  context: CanvasRenderingContext2D,
  legend: LegendModel,
  colours: SlideColours,
  at: { left: number; right: number; bottom: number; height: number },
): void {
  const pen = penFor(context, at.height);
  const u = at.height / 100;
  const classes = legend.entries.filter((entry) => entry.kind === 'class');
  const wide = at.right - at.left;
  const { placed, extra } = placedKeys(context, legend, wide, at.height);
  const listed = legend.ticks === 'categories' ? Math.ceil(classes.length / 2) * LINE : null;
  const top = at.bottom - (listed === null ? 17.5 : 11 + listed) * u - extra;
  pen.text(legend.title, at.left, top + 2.4 * u, { size: TEXT, weight: 650, colour: colours.text });
  wrapped(context, legend.unit, wide, `400 ${TEXT * at.height}px "Inter Variable", sans-serif`)
    .slice(0, 2)
    .forEach((line, i) => {
      pen.text(line, at.left, top + (5.4 + 2.8 * i) * u, { size: TEXT, colour: colours.muted });
    });
  const swatch = wide / Math.max(classes.length, 1);
  classes.forEach((entry, i) => {
    if (listed !== null) {
      // two columns, filled row by row, as on the screen
      const left = at.left + (i % 2) * (wide / 2 + 1.5 * u);
      const line = top + (8 + Math.floor(i / 2) * LINE) * u;
      context.fillStyle = entry.colour;
      context.fillRect(left, line, 2 * u, 2 * u);
      pen.text(entry.short ?? entry.label, left + 2.8 * u, line + 1.8 * u, { size: 0.0225, colour: colours.muted });
      const end = left + wide / 2 - 1.5 * u;
      pen.text(entry.tick, end, line + 1.8 * u, { size: 0.0225, colour: colours.muted, align: 'right' });
      return;
    }
    context.fillStyle = entry.colour;
    context.fillRect(at.left + i * swatch, top + 9.4 * u, swatch, 2 * u);
    const centred = legend.ticks === 'swatches';
    pen.text(entry.tick, at.left + (i + (centred ? 0.5 : 0)) * swatch, top + 14 * u, {
      size: 0.0225,
      colour: colours.muted,
      align: centred ? 'center' : 'left',
    });
  });
  const last = listed === null ? 15.6 : 9 + listed;
  paintKeys(context, placed, { left: at.left, top: top + last * u, height: at.height }, colours.muted);
}

function wrapped(context: CanvasRenderingContext2D, words: string, limit: number, font: string): readonly string[] {
  context.font = font;
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && context.measureText(longer).width > limit) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
