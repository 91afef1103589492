/** The life of the map on screen: made with its container, told what to show, taken down with it. */
import {
  AttributionControl,
  type CameraOptions,
  type Map as MapLibreMap,
  type MapMouseEvent,
  ScaleControl,
} from 'maplibre-gl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Bounds } from '../../core/geo/area.ts';
import type { Streets } from '../../core/geo/streets.ts';
import { deskText, type TextSettings, wallText } from '../../layers/basemap.ts';
import { createMap, type MapInstance, type MapOptions, restyle } from './map-instance.ts';
import { createScene, type Hit, type Scene, type SceneInput } from './scene.ts';
import { showStreets, takesStreets } from './streets.ts';

export interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly hit: Hit | null;
  /** Name of the risk factor there; '' for none. */
  readonly factor: string;
}

export interface MapHandlers {
  readonly onPointer: (pointer: Pointer | null) => void;
  readonly onPick: (hit: Hit) => void;
  readonly onReady: () => void;
  /** The streets shown cannot be read, in a sentence. */
  readonly onStreetsFailed: (message: string) => void;
}

export interface LiveMap {
  readonly map: MapLibreMap;
  readonly scene: Scene;
}

/** Text of the desk, or of a wall whose picture fills the window. */
const textFor = (container: HTMLElement, present: boolean): TextSettings =>
  present ? wallText(Math.max(container.clientHeight, window.innerHeight)) : deskText;

export function scaleFor(container: HTMLElement | null, present: boolean): number {
  return present && container ? textFor(container, true).scale : 1;
}

/**
 * @returns the map once its style is there, the level of hexagons on screen, and whether this browser cannot draw a map
 */
export function useMap(
  container: RefObject<HTMLDivElement | null>,
  input: SceneInput,
  streets: Streets | null,
  present: boolean,
  handlers: MapHandlers,
): { live: LiveMap | null; level: number; failed: boolean } {
  const [live, setLive] = useState<LiveMap | null>(null);
  const [level, setLevel] = useState(0);
  const [failed, setFailed] = useState(false);
  const latest = useRef({ input, handlers });
  latest.current = { input, handlers };
  // Ready means: drawn since the last change, and nothing left to load.
  const isDrawn = useRef(false);
  // Where the analyst was looking before a presentation took the map's place.
  const camera = useRef<CameraOptions | null>(null);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    element.dataset.ready = 'false';
    isDrawn.current = false;
    setLevel(0);
    const made = tryToCreate(element, {
      theme: latest.current.input.theme,
      text: textFor(element, present),
      interactive: !present,
      onDrawn: () => {
        isDrawn.current = true;
      },
    });
    setFailed(made === null);
    if (!made) return;
    const { map, overlay } = made;
    if (!present && camera.current) map.jumpTo(camera.current);
    const scene = createScene(map, overlay, setLevel);
    if (!present) {
      map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 110 }), 'bottom-right');
      map.addControl(new AttributionControl({ compact: false }), 'bottom-right');
      listen(map, scene, () => latest.current.handlers);
    }
    map.on('movestart', () => {
      element.dataset.ready = 'false';
    });
    map.on('idle', () => {
      if (!isDrawn.current) return;
      const { lng, lat } = map.getCenter();
      element.dataset.zoom = map.getZoom().toFixed(4);
      element.dataset.centre = `${lng.toFixed(6)},${lat.toFixed(6)}`;
      element.dataset.level = String(scene.level());
      if (element.dataset.ready === 'true') return;
      element.dataset.ready = 'true';
      latest.current.handlers.onReady();
    });
    map.on('load', () => setLive({ map, scene }));
    const resized = new ResizeObserver(() => {
      map.resize();
      if (present) restyle(map, latest.current.input.theme, textFor(element, true));
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      setLive(null);
      if (!present) camera.current = { center: map.getCenter(), zoom: map.getZoom() };
      map.remove();
    };
  }, [container, present]);

  useEffect(() => {
    if (!live || !container.current) return;
    container.current.dataset.ready = 'false';
    isDrawn.current = false;
    live.scene.update(input);
    live.map.triggerRepaint();
  }, [live, input, container]);

  useEffect(() => {
    if (live && container.current) restyle(live.map, input.theme, textFor(container.current, present));
  }, [live, input.theme, present, container]);

  const { theme } = input;
  // After the scene: the overlay finds its places among the layers only while no source is loading.
  useEffect(() => {
    const element = container.current;
    // a map taken down in this same change takes nothing, and took its streets along
    if (!live || !element || !streets || !takesStreets(live.map)) return;
    element.dataset.ready = 'false';
    const remove = showStreets(live.map, streets, theme, textFor(element, present), (message) =>
      latest.current.handlers.onStreetsFailed(message),
    );
    return () => {
      element.dataset.ready = 'false';
      if (takesStreets(live.map)) remove();
    };
  }, [live, streets, theme, present, container]);

  return { live, level, failed };
}

/** Without WebGL 2 there is no map: null, and the rest of the app goes on. */
function tryToCreate(element: HTMLElement, options: MapOptions): MapInstance | null {
  try {
    return createMap(element, options);
  } catch {
    element.replaceChildren();
    return null;
  }
}

function listen(map: MapLibreMap, scene: Scene, handlers: () => MapHandlers): void {
  map.on('mousemove', ({ point, lngLat }: MapMouseEvent) => {
    const hit = map.isMoving() ? null : scene.hit(lngLat.lng, lngLat.lat);
    const factor = map.isMoving() ? '' : scene.factorAt(lngLat.lng, lngLat.lat);
    map.getCanvas().style.cursor = hit ? 'pointer' : '';
    handlers().onPointer(hit || factor ? { x: point.x, y: point.y, hit, factor } : null);
  });
  map.on('mouseout', () => handlers().onPointer(null));
  map.on('movestart', () => handlers().onPointer(null));
  map.on('click', ({ lngLat }) => {
    const hit = scene.hit(lngLat.lng, lngLat.lat);
    if (hit) handlers().onPick(hit);
  });
}

/** Shows the bounds as large as they go beside or above a legend in the lower left corner. */
export function fitTo(map: MapLibreMap, bounds: Bounds, legend: { width: number; height: number } | null): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const edge = Math.round(Math.min(clientWidth, clientHeight) * 0.07);
  const around = { top: edge, bottom: edge, left: edge, right: edge };
  const choices = legend
    ? [
        { ...around, bottom: legend.height + edge },
        { ...around, left: legend.width + edge },
      ]
    : [around];
  const box: [number, number, number, number] = [...bounds];
  const cameras = choices
    .filter(({ left, right, top, bottom }) => left + right < clientWidth && top + bottom < clientHeight)
    .map((padding) => map.cameraForBounds(box, { padding, maxZoom: 16 }))
    .filter((camera) => camera !== undefined)
    .sort((a, b) => (b.zoom ?? 0) - (a.zoom ?? 0));
  const best = cameras[0] ?? map.cameraForBounds(box, { padding: 0, maxZoom: 16 });
  if (best) map.jumpTo(best);
}
