/** Which risk factor lies under the pointer, without asking the graphics card. */
import type { Factor } from '../core/geo/factor.ts';

/**
 * The last of the factors with a point, a line or an outline within reach, or a polygon around the place; null for none.
 * @param reachLon degrees of longitude that count as near, and `reachLat` of latitude
 */
export function factorAt(
  factors: readonly Factor[],
  lon: number,
  lat: number,
  reachLon: number,
  reachLat: number,
): Factor | null {
  return factors.findLast((factor) => isNear(factor, lon, lat, reachLon, reachLat)) ?? null;
}

function isNear(factor: Factor, lon: number, lat: number, reachLon: number, reachLat: number): boolean {
  if (factor.kind === 'points') {
    for (let v = 0; v < factor.count; v++) {
      const dx = ((factor.lon[v] as number) - lon) / reachLon;
      const dy = ((factor.lat[v] as number) - lat) / reachLat;
      if (dx * dx + dy * dy <= 1) return true;
    }
    return false;
  }
  for (let shape = 0; shape < factor.count; shape++) {
    let inside = false;
    const [first, end] = [factor.shapeStart[shape] as number, factor.shapeStart[shape + 1] as number];
    for (let part = first; part < end; part++) {
      for (let v = (factor.partStart[part] as number) + 1; v < (factor.partStart[part + 1] as number); v++) {
        // in units of the reach, from the place
        const ax = ((factor.lon[v - 1] as number) - lon) / reachLon;
        const ay = ((factor.lat[v - 1] as number) - lat) / reachLat;
        const bx = ((factor.lon[v] as number) - lon) / reachLon;
        const by = ((factor.lat[v] as number) - lat) / reachLat;
        if (distance2(ax, ay, bx, by) <= 1) return true;
        // even–odd rule
        if (ay > 0 !== by > 0 && 0 < ((bx - ax) * -ay) / (by - ay) + ax) inside = !inside;
      }
    }
    if (factor.kind === 'polygons' && inside) return true;
  }
  return false;
}

/** Square of the distance from the origin to a segment. */
function distance2(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const along = length2 > 0 ? Math.min(Math.max(-(ax * dx + ay * dy) / length2, 0), 1) : 0;
  const [x, y] = [ax + along * dx, ay + along * dy];
  return x * x + y * y;
}
