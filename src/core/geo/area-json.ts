/** Study areas as GeoJSON, to be kept or opened elsewhere. */
import type { StudyArea } from './area.ts';
import { isDrawn } from './drawn.ts';

/** A FeatureCollection with name, code and kind of each, one feature a line; drawn areas have no code. */
export function areasGeoJson(areas: readonly StudyArea[]): string {
  const features = areas.map((area) => {
    const { id, name, kind, polygons } = area;
    const [only] = polygons;
    return JSON.stringify({
      type: 'Feature',
      properties: { ...(isDrawn(area) || id === name ? {} : { code: id }), name, ...(kind ? { kind } : {}) },
      geometry:
        polygons.length === 1
          ? { type: 'Polygon', coordinates: only }
          : { type: 'MultiPolygon', coordinates: polygons },
    });
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}
