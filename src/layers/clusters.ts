/** The offences of one cell as points; those that would overlap are drawn as one with their number. */
import type { FeatureCollection, Point } from 'geojson';
import Supercluster from 'supercluster';
import type { CellDetail } from '../core/results.ts';

export type OffenceClusters = Supercluster<Record<string, never>, Record<string, never>>;

export function clusterOffences(offences: CellDetail['offences']): OffenceClusters {
  const index = new Supercluster<Record<string, never>, Record<string, never>>({
    radius: 28,
    maxZoom: 18,
    minPoints: 2,
  });
  return index.load(
    offences.map(({ lon, lat }) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  );
}

/** Points and clusters at a zoom, each with its `count` and the count as `text`. */
export function clustersAt(index: OffenceClusters, zoom: number): FeatureCollection<Point> {
  // Snapped offences share a point at any zoom: beyond the last level Supercluster would stack them one on another.
  const level = Math.min(18, Math.max(0, Math.floor(zoom)));
  return {
    type: 'FeatureCollection',
    features: index.getClusters([-180, -85, 180, 85], level).map(({ geometry, properties }) => {
      const count = 'point_count' in properties ? (properties.point_count as number) : 1;
      return { type: 'Feature', properties: { count, text: count.toLocaleString('en-GB') }, geometry };
    }),
  };
}
