// biome-ignore-all lint/style/noNonNullAssertion: bands and edges stay within the arrays that were sized for them
/**
 * Is a place inside an area? Even-odd rule on plain lon/lat, polygon by polygon: a place is inside when a line from it to
 * the east crosses the polygon's rings (holes included) an odd number of times, in any of the polygons.
 *
 * Edges are straight in lon/lat, as the file draws them. A place exactly on an edge belongs to one side only, so that
 * neighbouring areas never share it.
 */
import type { StudyArea } from './area.ts';

type Polygon = StudyArea['polygons'][number];

/** A test for many places (lon, lat in WGS84 degrees); false for NaN. Looks only at the edges level with the place. */
export function containsOf(area: StudyArea): (lon: number, lat: number) => boolean {
  const tests = area.polygons.map(containsOfPolygon);
  const [west, south, east, north] = area.bounds;
  return (lon, lat) => {
    // Also false for NaN.
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return false;
    for (const test of tests) if (test(lon, lat)) return true;
    return false;
  };
}

function containsOfPolygon(polygon: Polygon): (lon: number, lat: number) => boolean {
  const edges = edgesOf(polygon);
  const count = edges.length / 4;
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let e = 0; e < count; e++) {
    south = Math.min(south, edges[4 * e + 1]!);
    north = Math.max(north, edges[4 * e + 3]!);
  }
  // Bands of latitude, each with the edges that reach into it; four edges a band on average.
  const bands = Math.min(Math.max(Math.ceil(count / 4), 1), 4096);
  const perDegree = north > south ? bands / (north - south) : 0;
  const bandOf = (lat: number): number => Math.min(Math.max(Math.floor((lat - south) * perDegree), 0), bands - 1);
  const starts = new Uint32Array(bands + 1);
  for (let e = 0; e < count; e++) {
    for (let b = bandOf(edges[4 * e + 1]!); b <= bandOf(edges[4 * e + 3]!); b++) starts[b + 1]! += 1;
  }
  for (let b = 0; b < bands; b++) starts[b + 1]! += starts[b]!;
  const items = new Uint32Array(starts[bands]!);
  const next = starts.slice();
  for (let e = 0; e < count; e++) {
    for (let b = bandOf(edges[4 * e + 1]!); b <= bandOf(edges[4 * e + 3]!); b++) {
      items[next[b]!] = e;
      next[b]! += 1;
    }
  }

  return (lon, lat) => {
    if (!(lat >= south && lat < north)) return false;
    const band = bandOf(lat);
    let inside = false;
    for (let k = starts[band]!; k < starts[band + 1]!; k++) {
      const e = 4 * items[k]!;
      const lowLat = edges[e + 1]!;
      const highLat = edges[e + 3]!;
      if (lat < lowLat || lat >= highLat) continue;
      const crossing = edges[e]! + ((edges[e + 2]! - edges[e]!) * (lat - lowLat)) / (highLat - lowLat);
      if (lon < crossing) inside = !inside;
    }
    return inside;
  };
}

/** Edges of all rings as [lon, lat, lon, lat], the southern end first; level ones are never crossed and left out. */
function edgesOf(polygon: Polygon): Float64Array {
  const edges: number[] = [];
  for (const ring of polygon) {
    for (let k = 1; k < ring.length; k++) {
      const [lonA, latA] = ring[k - 1]!;
      const [lonB, latB] = ring[k]!;
      if (latA < latB) edges.push(lonA, latA, lonB, latB);
      else if (latB < latA) edges.push(lonB, latB, lonA, latA);
    }
  }
  return Float64Array.from(edges);
}
