/** In which of several sets of cells does a place lie? */
import { getResolution, latLngToCell } from './h3.ts';

/** The index of the set that holds the place (the first, when several do), −1 for none. Sets may differ in resolution. */
export function setFinder(sets: readonly (readonly string[])[]): (lon: number, lat: number) => number {
  const setOf = new Map<string, number>();
  sets.forEach((cells, i) => {
    for (const cell of cells) if (!setOf.has(cell)) setOf.set(cell, i);
  });
  const resolutions = [...new Set([...setOf.keys()].map(getResolution))];
  return (lon, lat) => {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return -1;
    let first = -1;
    for (const resolution of resolutions) {
      const found = setOf.get(latLngToCell(lat, lon, resolution)) ?? -1;
      if (found >= 0 && (first < 0 || found < first)) first = found;
    }
    return first;
  };
}
