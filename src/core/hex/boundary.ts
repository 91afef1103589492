import { cellToBoundary } from './h3.ts';

/** Closed ring of a cell as [lon, lat], counter-clockwise. */
export function boundaryOf(cell: string): [number, number][] {
  return cellToBoundary(cell, true).map(([lon, lat]) => [lon, lat]);
}
