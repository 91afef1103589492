import { boundsOf, type LonLat, type StudyArea } from '../../../src/core/geo/area.ts';

/** Corners of a closed rectangle, counter-clockwise. */
export function rectangle(west: number, south: number, east: number, north: number): LonLat[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

export function areaOf(name: string, ...polygons: LonLat[][][]): StudyArea {
  return { id: name, name, polygons, bounds: boundsOf(polygons) };
}
