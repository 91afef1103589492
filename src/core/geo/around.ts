/**
 * A study area drawn around the offences themselves, for when none of the areas at hand holds them. A last resort: cells
 * beyond the outermost offences are missing rather than zero, so everything looks a little more concentrated than it is.
 */
import { convex, multiPoint } from '@turf/turf';
import { InputError } from '../errors.ts';
import { sortedQuantile } from '../stats/quantile.ts';
import { boundsOf, type LonLat, type StudyArea } from './area.ts';

/** The id by which such an area is known. */
export const AROUND_ID = 'around-the-offences';

/** Offences farther out than all but this share, to each side, do not stretch the area: a typing error is no town. */
const TAIL = 0.005;
const MOST_POINTS = 50_000;

/** Convex hull of the places (WGS84 degrees); those that are not numbers are left out. */
export function areaAround(lon: Float64Array, lat: Float64Array): StudyArea {
  const every = Math.ceil(lon.length / MOST_POINTS);
  const points: [number, number][] = [];
  for (let row = 0; row < lon.length; row += every) {
    const [x, y] = [lon[row] ?? Number.NaN, lat[row] ?? Number.NaN];
    if (Number.isFinite(x) && Number.isFinite(y)) points.push([x, y]);
  }
  const [west, east] = inner(points.map(([x]) => x));
  const [south, north] = inner(points.map(([, y]) => y));
  const kept = points.filter(([x, y]) => x >= west && x <= east && y >= south && y <= north);
  const hull = kept.length > 0 ? convex(multiPoint(kept)) : null;
  if (!hull) throw new InputError('The offences lie on one spot or line – open a GeoJSON file with the study area.');
  const ring = (hull.geometry.coordinates[0] ?? []).map(([x = 0, y = 0]): LonLat => [x, y]);
  return { id: AROUND_ID, name: 'Around the offences', polygons: [[ring]], bounds: boundsOf([[ring]]) };
}

function inner(values: readonly number[]): [number, number] {
  const sorted = Float64Array.from(values).sort();
  return [sortedQuantile(sorted, TAIL), sortedQuantile(sorted, 1 - TAIL)];
}
