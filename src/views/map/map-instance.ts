/** A MapLibre map of our basemap, and the deck.gl overlay that draws hexagons inside it. */

import { MapLibreOverlay } from '@deck.gl/maplibre';
import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { type BasemapUrls, basemapStyle, fonts, type TextSettings } from '../../layers/basemap.ts';
import type { Theme } from '../../layers/palette.ts';

setWorkerUrl(workerUrl);

/** Essex: what an empty map shows. */
const home = [-0.05, 51.44, 1.35, 52.12] as const;

const file = (name: string): string => new URL(`${import.meta.env.BASE_URL}basemap/${name}`, document.baseURI).href;
const urls: BasemapUrls = { sea: file('sea.json'), places: file('places.json'), stations: file('stations.json') };

/**
 * The families that the style names. MapLibre reads the weight from a family's name and leaves the rest to the page, so
 * each is Inter's variable font under a name of its own.
 */
let registered: Promise<unknown> | null = null;
function registerFonts(): Promise<unknown> {
  registered ??= Promise.all(
    Object.values(fonts).map((family) => {
      const face = new FontFace(family, `url("${interUrl}")`, { weight: '100 900' });
      document.fonts.add(face);
      return face.load();
    }),
  );
  return registered;
}

export interface MapInstance {
  readonly map: MapLibreMap;
  readonly overlay: MapLibreOverlay;
}

export interface MapOptions {
  readonly theme: Theme;
  readonly text: TextSettings;
  readonly interactive: boolean;
  /** Keeps the picture readable after it was drawn; costs speed. */
  readonly forSnapshot?: boolean;
  readonly pixelRatio?: number;
  /** After each drawing of the hexagons. */
  readonly onDrawn: () => void;
}

export function createMap(container: HTMLElement, options: MapOptions): MapInstance {
  // Labels drawn before the font is there would stay in a fallback: the fonts load beside the map's own start.
  void registerFonts().catch(() => undefined);
  const map = new MapLibreMap({
    container,
    style: basemapStyle(options.theme, urls, options.text),
    bounds: [...home],
    interactive: options.interactive,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    minZoom: 4,
    maxZoom: 18,
    fadeDuration: options.forSnapshot ? 0 : 120,
    canvasContextAttributes: { antialias: true, preserveDrawingBuffer: options.forSnapshot ?? false },
    ...(options.pixelRatio === undefined ? {} : { pixelRatio: options.pixelRatio }),
    locale: { 'Map.Title': 'Map. Arrow keys pan, plus and minus zoom. The ranked list holds the same cells.' },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const overlay: MapLibreOverlay = new MapLibreOverlay({
    interleaved: true,
    layers: [],
    onAfterRender: options.onDrawn,
  });
  map.addControl(overlay);
  return { map, overlay };
}

/** Gives every layer the colours of a theme and the text of a desk or a wall; sources, camera and hexagons stay. */
export function restyle(map: MapLibreMap, theme: Theme, text: TextSettings): void {
  for (const layer of basemapStyle(theme, urls, text).layers) {
    if (!map.getLayer(layer.id)) continue;
    for (const [name, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, name as never, value as never);
    }
    const size = layer.type === 'symbol' ? layer.layout?.['text-size'] : undefined;
    // Setting the same size again would lay all names out anew.
    if (size !== undefined && !same(size, map.getLayoutProperty(layer.id, 'text-size'))) {
      map.setLayoutProperty(layer.id, 'text-size', size);
    }
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
