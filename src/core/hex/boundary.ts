import { cellsToMultiPolygon, cellToBoundary } from './h3.ts';

/** Closed ring of a cell as [lon, lat], counter-clockwise. */
export function boundaryOf(cell: string): [number, number][] {
  return cellToBoundary(cell, true).map(([lon, lat]) => [lon, lat]);
}

/** Outline of a set of cells as polygons of closed rings (the outer one first) of [lon, lat]. */
export function outlineOf(cells: readonly string[]): [number, number][][][] {
  return cellsToMultiPolygon([...cells], true).map((polygon) =>
    polygon.map((ring) => ring.map(([lon = Number.NaN, lat = Number.NaN]) => [lon, lat])),
  );
}
