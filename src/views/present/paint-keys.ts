/** The keys under a slide's legend on a canvas: colours that are no class, and outlines, in as many lines as they need. */
import type { LegendEntry, LegendModel } from '../../layers/legend.ts';
import type { LineKey } from '../../layers/marked-areas.ts';

/** Of the legend's text, as a share of the slide's height. */
const SIZE = 0.0225;
/** In hundredths of the height. */
const LINE = 2.9;
const SWATCH = 2;
const DASH = 4.5;
const GAP = 0.8;
const APART = 2.4;

type Key = LegendEntry | LineKey | { readonly label: string };

interface PlacedKey {
  readonly key: Key;
  readonly x: number;
  readonly line: number;
}

/** Where each key stands, and how much higher than one line they are together, in pixels. */
export function placedKeys(context: CanvasRenderingContext2D, legend: LegendModel, wide: number, height: number) {
  const u = height / 100;
  context.font = `400 ${SIZE * height}px "Inter Variable", sans-serif`;
  const lines: readonly Key[] = legend.lines?.length
    ? [{ label: `${legend.linesTitle ?? 'Patrol areas'}:` }, ...legend.lines]
    : [];
  const keys: readonly Key[] = [...legend.entries.filter(({ kind }) => kind !== 'class'), ...lines];
  const placed: PlacedKey[] = [];
  let x = 0;
  let line = 0;
  for (const key of keys) {
    const own = besideText(key) * u + context.measureText(key.label).width;
    if (x > 0 && x + own > wide) {
      x = 0;
      line += 1;
    }
    placed.push({ key, x, line });
    x += own + APART * u;
  }
  return { placed, extra: line * LINE * u };
}

/** @param top of the first line */
export function paintKeys(
  context: CanvasRenderingContext2D,
  placed: readonly PlacedKey[],
  at: { readonly left: number; readonly top: number; readonly height: number },
  colour: string,
): void {
  const u = at.height / 100;
  for (const { key, x, line } of placed) {
    const left = at.left + x;
    const top = at.top + line * LINE * u;
    if (isLine(key)) drawLine(context, key, left, top + (SWATCH / 2) * u, u);
    else if ('colour' in key) {
      context.fillStyle = key.colour;
      context.fillRect(left, top, SWATCH * u, SWATCH * u);
      context.strokeStyle = colour;
      context.strokeRect(left, top, SWATCH * u, SWATCH * u);
    }
    context.font = `400 ${SIZE * at.height}px "Inter Variable", sans-serif`;
    context.fillStyle = colour;
    context.textAlign = 'left';
    context.fillText(key.label, left + besideText(key) * u, top + 1.8 * u);
  }
}

function drawLine(
  context: CanvasRenderingContext2D,
  { colour, width, dash }: LineKey,
  x: number,
  y: number,
  u: number,
) {
  // as wide beside the text as on the map
  const px = width * 0.17 * u;
  context.strokeStyle = colour;
  context.lineWidth = px;
  context.setLineDash(dash.map((part) => part * px));
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + DASH * u, y);
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 1;
}

/** Room for the swatch or the line. */
function besideText(key: Key): number {
  if (isLine(key)) return DASH + GAP;
  return 'colour' in key ? SWATCH + GAP : 0;
}

function isLine(key: Key): key is LineKey {
  return 'dash' in key;
}
