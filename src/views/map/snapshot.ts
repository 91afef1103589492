/** The map as a picture: drawn a second time out of sight, at any size, for PNG and for paper. */
import type { Bounds } from '../../core/geo/area.ts';
import { attribution, fonts, wallText } from '../../layers/basemap.ts';
import { wallNote } from '../../layers/legend.ts';
import { paletteOf, type Theme } from '../../layers/palette.ts';
import { creditOf } from '../../layers/streets.ts';
import type { AppState } from '../../state/app-state.ts';
import { createMap } from './map-instance.ts';
import { pictureOf } from './picture.ts';
import { createScene } from './scene.ts';
import { nextShown } from './shown.ts';
import { showStreets } from './streets.ts';
import { fitTo } from './use-map.ts';
import { areasOf, boundsOf } from './view.ts';

export interface SnapshotOptions {
  readonly state: AppState;
  readonly theme: Theme;
  /** Height of the whole page or slide in the same CSS pixels, by which text is sized; the picture's own by default. */
  readonly pageHeight?: number;
  /** What to fit, in place of the study area. */
  readonly bounds?: Bounds;
}

/** A picture that has not come by then never will: a lost graphics context, a machine without WebGL. */
const patienceMs = 60_000;

/**
 * Draws the study area of a state, fitted, with hexagons, patrol areas, place names and rank numbers.
 *
 * @param width CSS pixels; the canvas is `width × pixelRatio` wide
 * @throws Error when the picture cannot be drawn
 */
export async function snapshotMap(
  width: number,
  height: number,
  pixelRatio: number,
  { state, theme, pageHeight = height, bounds: wanted }: SnapshotOptions,
): Promise<HTMLCanvasElement> {
  const container = document.createElement('div');
  // Out of sight but laid out: a map in a hidden element has no size.
  Object.assign(container.style, {
    position: 'fixed',
    left: '-20000px',
    top: '0',
    width: `${width}px`,
    height: `${height}px`,
  });
  container.setAttribute('aria-hidden', 'true');
  container.inert = true;
  document.body.append(container);
  let isDrawn = false;
  const text = wallText(pageHeight);
  const { map, overlay } = createMap(container, {
    theme,
    text,
    interactive: false,
    forSnapshot: true,
    pixelRatio,
    onDrawn: () => {
      isDrawn = true;
    },
  });
  try {
    await once((done) => map.once('load', done));
    const areas = areasOf(state.areaSet.areas, state.settings.areaId);
    const bounds = wanted ?? boundsOf(areas);
    if (bounds) fitTo(map, bounds, null);
    const shown = nextShown(null, state);
    const picture = shown && pictureOf(state, shown, theme);
    isDrawn = false;
    const scene = createScene(map, overlay, () => undefined);
    scene.update({
      theme,
      areas,
      outlines: picture?.marks ? [] : state.outlines,
      marks: picture?.marks ?? [],
      ways: picture?.ways ?? [],
      grid: picture?.grid ?? null,
      paint: picture?.paint ?? null,
      top: picture?.top ?? [],
      selected: null,
      hovered: null,
      offences: [],
      factors: [],
      badges: true,
      scale: text.scale,
    });
    const streets = state.streets.status === 'ready' ? state.streets.value : null;
    if (streets) showStreets(map, streets, theme, text, () => undefined);
    map.triggerRepaint();
    await once((done) => map.on('idle', () => isDrawn && done()));
    const hexLevel = picture?.grid.levels[scene.level()];
    const note =
      picture && hexLevel ? wallNote(scene.level(), picture.grid.cells.length / hexLevel.n, picture.stands) : '';
    const drawing = copyOf(map.getCanvas());
    const owners = [attribution, ...(streets ? [creditOf(streets)] : [])].join(' · ');
    caption(drawing, note, owners, (pageHeight / 45) * pixelRatio, theme);
    return drawing;
  } finally {
    map.remove();
    container.remove();
  }
}

function once(listen: (done: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('The map could not be drawn as a picture. – Try again.')),
      patienceMs,
    );
    listen(() => {
      clearTimeout(late);
      resolve();
    });
  });
}

/** The drawing surface dies with its map: the picture is taken over to a canvas of its own. */
function copyOf(source: HTMLCanvasElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = source.width;
  canvas.height = source.height;
  canvas.getContext('2d')?.drawImage(source, 0, 0);
  return canvas;
}

/** What the picture must say of itself, in its lower left corner: merged hexagons, and whose map it is. */
function caption(picture: HTMLCanvasElement, note: string, owners: string, px: number, theme: Theme): void {
  const context = picture.getContext('2d');
  if (!context) return;
  const { label, halo } = paletteOf(theme);
  const margin = px * 0.5;
  context.fillStyle = label;
  context.strokeStyle = halo;
  context.lineJoin = 'round';
  const line = (text: string, size: number, bottom: number): void => {
    context.font = `500 ${size}px "${fonts.text}"`;
    context.lineWidth = size / 4;
    context.strokeText(text, margin, bottom);
    context.fillText(text, margin, bottom);
  };
  line(owners, px * 0.65, picture.height - margin);
  if (note) line(note, px, picture.height - margin - px);
}
