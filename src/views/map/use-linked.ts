/** Two maps that keep one scale, and where they show the same ground, one centre too. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import type { Bounds } from '../../core/geo/area.ts';

export interface Linked {
  readonly one: MapLibreMap | null;
  readonly other: MapLibreMap | null;
  /** What each shall show when it is fitted; null for nothing. */
  readonly boundsOne: Bounds | null;
  readonly boundsOther: Bounds | null;
  /** Both look at the same place. */
  readonly sameCentre: boolean;
  /** Fits again when it changes. */
  readonly fitRequest: number;
  /** A picture for a wall is fitted again whenever its size changes; others until they are moved. */
  readonly present: boolean;
}

const MAX_ZOOM = 16;

export function useLinked({ one, other, boundsOne, boundsOther, sameCentre, fitRequest, present }: Linked): void {
  useEffect(() => {
    if (!one || !other) return;
    // moving the second map tells of a move too
    let following = false;
    const lead = (from: MapLibreMap, to: MapLibreMap) => (): void => {
      if (following) return;
      following = true;
      follow(from, to, sameCentre);
      following = false;
    };
    const listeners = [
      [one, lead(one, other)],
      [other, lead(other, one)],
    ] as const;
    for (const [map, listener] of listeners) map.on('move', listener);
    return () => {
      for (const [map, listener] of listeners) map.off('move', listener);
    };
  }, [one, other, sameCentre]);

  const [west1, south1, east1, north1] = boundsOne ?? none;
  const [west2, south2, east2, north2] = boundsOther ?? none;
  // biome-ignore lint/correctness/useExhaustiveDependencies: fitRequest asks for it again
  useEffect(() => {
    if (!one || !other) return;
    let fitted = '';
    const refit = (): void => {
      fitBoth(one, [west1, south1, east1, north1], other, [west2, south2, east2, north2]);
      fitted = cameraText(one);
    };
    // after the maps have taken the size of their new frames
    const later = setTimeout(() => {
      for (const map of [one, other]) map.resize();
      refit();
    });
    // a view that was moved by hand since stays where it is
    const resized = (): void => {
      if (present || cameraText(one) === fitted) refit();
    };
    for (const map of [one, other]) map.on('resize', resized);
    return () => {
      clearTimeout(later);
      for (const map of [one, other]) map.off('resize', resized);
    };
  }, [one, other, west1, south1, east1, north1, west2, south2, east2, north2, fitRequest, present]);
}

function cameraText(map: MapLibreMap): string {
  const { lng, lat } = map.getCenter();
  return [map.getZoom(), lng, lat].map((value) => value.toFixed(7)).join();
}

const none: Bounds = [0, 0, 0, 0];

function follow(from: MapLibreMap, to: MapLibreMap, sameCentre: boolean): void {
  const centre = from.getCenter();
  if (sameCentre) to.jumpTo({ center: centre, zoom: from.getZoom() });
  else to.jumpTo({ zoom: zoomOfSameScale(from.getZoom(), centre.lat, to.getCenter().lat) });
}

/** A metre is as long on both screens: Web Mercator stretches it by 1 / cos(latitude). */
export function zoomOfSameScale(zoom: number, latitude: number, otherLatitude: number): number {
  return zoom + Math.log2(cosine(otherLatitude) / cosine(latitude));
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

/** Shows both in the scale of the one that needs more room. */
function fitBoth(one: MapLibreMap, boundsOne: Bounds, other: MapLibreMap, boundsOther: Bounds): void {
  const a = cameraOf(one, boundsOne);
  const b = cameraOf(other, boundsOther);
  if (!a || !b) return;
  const asOne = zoomOfSameScale(b.zoom, b.center[1], a.center[1]);
  const zoom = Math.min(a.zoom, asOne);
  one.jumpTo({ center: a.center, zoom });
  other.jumpTo({ center: b.center, zoom: zoomOfSameScale(zoom, a.center[1], b.center[1]) });
  // the second move has led the first map by a hair
  one.jumpTo({ center: a.center, zoom });
}

function cameraOf(map: MapLibreMap, [west, south, east, north]: Bounds) {
  const { clientWidth, clientHeight } = map.getContainer();
  const edge = Math.round(Math.min(clientWidth, clientHeight) * 0.07);
  // the words over the map at the top, whose map it is below
  const words = Math.min(48, Math.round(clientHeight * 0.12));
  const padding = { left: edge, right: edge, top: edge + words, bottom: edge + words / 2 };
  const camera = map.cameraForBounds([west, south, east, north], { padding, maxZoom: MAX_ZOOM });
  const at = camera?.center;
  if (!at || !('lng' in at)) return null;
  const center: [number, number] = [at.lng, at.lat];
  return { center, zoom: camera.zoom ?? MAX_ZOOM };
}
