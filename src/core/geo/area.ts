/** A study area: named polygons in WGS84 that every statistic is confined to. */
import { area as turfArea } from '@turf/turf';
import { InputError } from '../errors.ts';

/** [lon, lat], WGS84 degrees. */
export type LonLat = readonly [number, number];

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

export interface StudyArea {
  /** Area code when the file has one ("E07000066"), else its name. Unique within a set. */
  readonly id: string;
  readonly name: string;
  /** What sort of area it is, as its file has it ("district"); 'drawn' for one drawn by hand (see drawn.ts). */
  readonly kind?: string;
  /** Polygons → rings (first outer, then holes) → closed positions. */
  readonly polygons: readonly (readonly (readonly LonLat[])[])[];
  readonly bounds: Bounds;
}

/** Several areas as one. Polygons that overlap stay as they are: cells and points in both still count once. */
export function unionOf(areas: readonly StudyArea[], name: string): StudyArea {
  const polygons = areas.flatMap((area) => area.polygons);
  return { id: name, name, polygons, bounds: boundsOf(polygons) };
}

/**
 * The area of that name or code, whatever the case of its letters.
 * @throws InputError naming the areas there are.
 */
export function pickArea(areas: readonly StudyArea[], nameOrId: string): StudyArea {
  const wanted = nameOrId.trim().toLowerCase();
  const found =
    areas.find((area) => area.name.toLowerCase() === wanted) ?? areas.find((area) => area.id.toLowerCase() === wanted);
  if (found) return found;
  const names = areas.slice(0, 30).map((area) => area.name);
  const rest = areas.length - names.length;
  throw new InputError(
    `No area is called "${nameOrId}" – choose one of ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
  );
}

/** Size on the sphere in m², holes taken off; ground under two overlapping polygons counts twice. */
export function areaM2(area: StudyArea): number {
  return turfArea({
    type: 'MultiPolygon',
    coordinates: area.polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))),
  });
}

/** Bounds of polygons' outer rings; [0, 0, 0, 0] when there are none. */
export function boundsOf(polygons: StudyArea['polygons']): Bounds {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const [outer = []] of polygons) {
    for (const [lon, lat] of outer) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return west <= east ? [west, south, east, north] : [0, 0, 0, 0];
}
