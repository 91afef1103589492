/** The 20 patrol areas of the Southend trial: clusters of four H3 cells (about 54 thousand m²) on main streets. */
import { cellsToMultiPolygon, cellToLatLng, gridDisk, gridRing, latLngToCell } from 'h3-js';
import type { Position } from '../areas/borders.ts';
import { isInside, rounded } from './geometry.ts';

/** H3 resolution of the demo's cells. */
export const RESOLUTION = 10;

/** Worst first. The streets are real; what happens on them here is invented. */
const SPOTS: readonly (readonly [name: string, lon: number, lat: number])[] = [
  ['High Street', 0.714, 51.5375],
  ['Marine Parade', 0.7205, 51.535],
  ['Southchurch Road', 0.7235, 51.5425],
  ['Victoria Avenue', 0.7095, 51.544],
  ['Hamlet Court Road', 0.6945, 51.54],
  ['London Road', 0.7035, 51.5405],
  ['Queensway', 0.7175, 51.5447],
  ['York Road', 0.7222, 51.5395],
  ['Eastern Esplanade', 0.7345, 51.5335],
  ['Western Esplanade', 0.7042, 51.5365],
  ['Sutton Road', 0.7225, 51.5488],
  ['Broadway', 0.653, 51.5435],
  ['Woodgrange Drive', 0.744, 51.5395],
  ['Ness Road', 0.789, 51.5335],
  ['Bournemouth Park Road', 0.732, 51.5462],
  ['Rayleigh Road', 0.661, 51.5685],
  ['Westborough Road', 0.696, 51.546],
  ['Prince Avenue', 0.69, 51.558],
  ['Eastern Avenue', 0.737, 51.5505],
  ['Campfield Road', 0.7945, 51.529],
];

export interface PatrolArea {
  readonly name: string;
  /** Index cells, the centre first; contiguous. */
  readonly cells: readonly string[];
  readonly centre: Position;
  /** Closed outer ring of the merged cells. */
  readonly ring: readonly Position[];
}

/** Four neighbouring cells at each spot, all with their centre inside the outline and in no area before. */
export function layPatrolAreas(outline: readonly Position[]): PatrolArea[] {
  const taken = new Set<string>();
  return SPOTS.map(([name, lon, lat]) => {
    const centre = latLngToCell(lat, lon, RESOLUTION);
    const free = (cell: string) => {
      const [cellLat, cellLon] = cellToLatLng(cell);
      return isInside([cellLon, cellLat], outline) && !taken.has(cell);
    };
    // The six neighbours, each beside the next.
    const ring = gridRing(centre, 1);
    const triples = ring.map((_, i) => [0, 1, 2].map((step) => ring[(i + step) % 6] as string));
    const triple = triples.find((cells) => cells.every(free));
    if (!free(centre) || !triple) throw new Error(`No room for a patrol area at ${name}: move its spot.`);
    const cells = [centre, ...triple];
    // Neither the cells nor their neighbours may go to another area: areas stay apart.
    for (const cell of cells) for (const near of gridDisk(cell, 1)) taken.add(near);
    const outer = cellsToMultiPolygon(cells, true)[0]?.[0] ?? [];
    return { name, cells, centre: [lon, lat], ring: outer.map(([x, y]) => rounded([x as number, y as number], 6)) };
  });
}
