/**
 * From outlines drawn or typed to the polygons of a study area. Outlines are laid one over the other in their order:
 * each either adds its ground or cuts it out, so that a hole is an outline cut out of the one before, and an island in
 * the hole one more that adds again. What cannot be used is refused with a sentence.
 */
import { difference, featureCollection, polygon, simplify, area as turfArea, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { LonLat, StudyArea } from './area.ts';
import { rounded } from './metres.ts';

/** One outline: corners in order, the last not repeating the first. */
export interface Piece {
  readonly ring: readonly LonLat[];
  /** Takes its ground away from the outlines before it. */
  readonly cut: boolean;
}

export interface Shape {
  /** As in a study area; null when there is nothing that could be used. */
  readonly polygons: StudyArea['polygons'] | null;
  /** On the sphere, holes taken off; 0 without polygons. */
  readonly areaM2: number;
  /** Why it cannot be used, in a sentence; null when it can, and while nothing is drawn. */
  readonly fault: string | null;
}

/** Smaller ground than this holds no cell and no patrol: most likely a slip of the hand. */
const SMALLEST_M2 = 500;

/** An outline with more corners than this can be drawn by nobody and slows the map. */
export const MOST_CORNERS = 400;

type Ground = Feature<Polygon | MultiPolygon>;

/** The polygons that outlines make. */
export function shapeOf(pieces: readonly Piece[]): Shape {
  const none = (fault: string | null): Shape => ({ polygons: null, areaM2: 0, fault });
  if (pieces.length === 0) return none(null);
  const rings = pieces.map(({ ring }) => withoutRepeats(ring));
  for (const [k, ring] of rings.entries()) {
    const fault = faultOf(ring, pieces.length === 1 ? 'The outline' : `Outline ${k + 1}`);
    if (fault !== null) return none(fault);
  }
  // one simple outline needs no arithmetic: its corners stay as they were given
  const [only] = rings;
  if (rings.length === 1 && only && pieces[0]?.cut === false) return sized([[closed(anticlockwise(only))]]);
  let ground: Ground | null = null;
  for (const [k, ring] of rings.entries()) {
    const next = polygon([closed(anticlockwise(ring)).map(([lon, lat]) => [lon, lat])]);
    if (pieces[k]?.cut) ground = ground && difference(featureCollection<Polygon | MultiPolygon>([ground, next]));
    else ground = ground ? union(featureCollection<Polygon | MultiPolygon>([ground, next])) : next;
  }
  if (!ground) return none('Nothing is left: what was cut out covers all the rest – remove a cut or add ground.');
  const { type, coordinates } = ground.geometry;
  const found = type === 'Polygon' ? [coordinates] : coordinates;
  return sized(
    found.map((parts) =>
      parts.map((ring, i) => {
        const corners = opened(ring.map(([lon = 0, lat = 0]): LonLat => rounded([lon, lat])));
        return closed(i === 0 ? anticlockwise(corners) : anticlockwise(corners).reverse());
      }),
    ),
  );
}

/**
 * The outlines of an area, to change a copy of it. One with very many corners is thinned out until it can be handled.
 * @returns `toleranceM`: how far a corner left out may lie from the outline, 0 when all are there
 */
export function piecesOf(polygons: StudyArea['polygons']): { readonly pieces: Piece[]; readonly toleranceM: number } {
  // the largest first: an island in a hole must come after what the hole is cut from
  const bySize = polygons
    .map((rings) => ({ rings, size: Math.abs(signedArea(opened(rings[0] ?? []))) }))
    .sort((a, b) => b.size - a.size);
  const all = bySize.flatMap(({ rings }) =>
    rings.map((ring, i): Piece => ({ ring: opened(ring).map(rounded), cut: i > 0 })),
  );
  if (cornersOf(all) <= MOST_CORNERS) return { pieces: all, toleranceM: 0 };
  let toleranceM = 5;
  let thinned = all;
  while (toleranceM < 5000) {
    thinned = all
      .map((piece) => ({ ...piece, ring: thinnedRing(piece.ring, toleranceM) }))
      .filter(({ ring }) => ring.length >= 3);
    if (cornersOf(thinned) <= MOST_CORNERS) break;
    toleranceM *= 2;
  }
  return { pieces: thinned, toleranceM };
}

export function cornersOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { ring }) => sum + ring.length, 0);
}

function thinnedRing(ring: readonly LonLat[], toleranceM: number): LonLat[] {
  if (ring.length < 4) return [...ring];
  const feature = polygon([closed(ring).map(([lon, lat]) => [lon, lat])]);
  // a degree of longitude is shorter than one of latitude, so metres to the east are bounded as well
  const [simple = []] = simplify(feature, { tolerance: toleranceM / 111_320, highQuality: true }).geometry.coordinates;
  return opened(simple.map(([lon = 0, lat = 0]): LonLat => rounded([lon, lat])));
}

function sized(polygons: StudyArea['polygons']): Shape {
  const coordinates = polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])));
  const areaM2 = turfArea({ type: 'MultiPolygon', coordinates });
  if (areaM2 >= SMALLEST_M2) return { polygons, areaM2, fault: null };
  const found = `${Math.round(areaM2)} m²`;
  return { polygons: null, areaM2, fault: `The area is only ${found} – draw at least ${SMALLEST_M2} m².` };
}

/** What is wrong with an outline, in a sentence; null when nothing is. */
function faultOf(ring: readonly LonLat[], name: string): string | null {
  if (ring.length < 3) {
    const has = ring.length === 0 ? 'no corners' : ring.length === 1 ? '1 corner' : `${ring.length} corners`;
    return `${name} has ${has} – it needs at least 3.`;
  }
  if (ring.length > 20_000) return `${name} has ${ring.length} corners – open it from a file instead.`;
  const off = ring.find(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 85));
  if (off) return `${name} has a corner off the map (${off[0]}, ${off[1]}) – correct or remove it.`;
  const met = crossingOf(ring);
  if (!met) return null;
  const side = (k: number): string => `${k + 1}–${((k + 1) % ring.length) + 1}`;
  return `${name} crosses itself: its side ${side(met[0])} meets its side ${side(met[1])} – move or remove one of their corners.`;
}

/** The first two sides that meet although they are no neighbours, or that fold back on one another; null for none. */
function crossingOf(ring: readonly LonLat[]): [number, number] | null {
  const n = ring.length;
  const corner = (k: number): LonLat => ring[k % n] ?? [0, 0];
  for (let i = 0; i < n; i++) {
    const [a, b] = [corner(i), corner(i + 1)];
    const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
    for (let j = i + 1; j < n; j++) {
      const [c, d] = [corner(j), corner(j + 1)];
      if (Math.max(c[0], d[0]) < west || Math.min(c[0], d[0]) > east) continue;
      if (j === i + 1 || (i === 0 && j === n - 1)) {
        const [before, shared, after] = j === i + 1 ? [a, b, d] : [c, a, b];
        if (foldsBack(before, shared, after)) return [i, j];
      } else if (meet(a, b, c, d)) return [i, j];
    }
  }
  return null;
}

/** Twice the signed area of a triangle: above 0 when it turns left. */
function turn(a: LonLat, b: LonLat, c: LonLat): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function meet(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (((abc > 0 && abd < 0) || (abc < 0 && abd > 0)) && ((cda > 0 && cdb < 0) || (cda < 0 && cdb > 0))) return true;
  const on = (p: LonLat, q: LonLat, r: LonLat): boolean =>
    Math.min(p[0], q[0]) <= r[0] &&
    r[0] <= Math.max(p[0], q[0]) &&
    Math.min(p[1], q[1]) <= r[1] &&
    r[1] <= Math.max(p[1], q[1]);
  return (
    (abc === 0 && on(a, b, c)) || (abd === 0 && on(a, b, d)) || (cda === 0 && on(c, d, a)) || (cdb === 0 && on(c, d, b))
  );
}

function foldsBack(before: LonLat, shared: LonLat, after: LonLat): boolean {
  if (turn(before, shared, after) !== 0) return false;
  return (shared[0] - before[0]) * (after[0] - shared[0]) + (shared[1] - before[1]) * (after[1] - shared[1]) < 0;
}

function withoutRepeats(ring: readonly LonLat[]): LonLat[] {
  const kept: LonLat[] = [];
  for (const corner of ring.map(rounded)) {
    const before = kept.at(-1);
    if (corner[0] !== before?.[0] || corner[1] !== before[1]) kept.push(corner);
  }
  return opened(kept);
}

function opened(ring: readonly LonLat[]): LonLat[] {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1] ? ring.slice(0, -1) : [...ring];
}

function closed(ring: readonly LonLat[]): LonLat[] {
  const [first] = ring;
  return first ? [...ring, first] : [];
}

/** Shoelace sum in degrees²; above 0 when anticlockwise. */
function signedArea(ring: readonly LonLat[]): number {
  return ring.reduce((sum, [x, y], k) => {
    const [nextX, nextY] = ring[(k + 1) % ring.length] ?? [0, 0];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

function anticlockwise(ring: readonly LonLat[]): LonLat[] {
  return signedArea(ring) < 0 ? [...ring].reverse() : [...ring];
}
