import { polygon, area as turfArea } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, type LonLat } from '../../../src/core/geo/area.ts';
import { containsOf } from '../../../src/core/geo/contains.ts';
import { cornersOf, MOST_CORNERS, type Piece, piecesOf, shapeOf } from '../../../src/core/geo/draw.ts';
import { circleAround } from '../../../src/core/geo/metres.ts';

const box = (west: number, south: number, side: number): LonLat[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
];
const add = (ring: readonly LonLat[]): Piece => ({ ring, cut: false });
const cut = (ring: readonly LonLat[]): Piece => ({ ring, cut: true });
const km2 = (pieces: readonly Piece[]): number => shapeOf(pieces).areaM2 / 1e6;
const inside = (pieces: readonly Piece[], lon: number, lat: number): boolean => {
  const polygons = shapeOf(pieces).polygons ?? [];
  return containsOf({ id: '', name: '', polygons, bounds: boundsOf(polygons) })(lon, lat);
};

describe('outlines become a study area', () => {
  it('one outline keeps its corners, closed and anticlockwise', () => {
    const clockwise = [...box(0.7, 51.5, 0.01)].reverse();
    const { polygons, fault } = shapeOf([add(clockwise)]);
    expect(fault).toBeNull();
    const ring = polygons?.[0]?.[0] ?? [];
    expect(ring).toHaveLength(5);
    expect(ring[0]).toEqual(ring[4]);
    expect(new Set(ring.map(String))).toEqual(
      new Set(clockwise.map(([x, y]) => String([x, y].map((v) => Math.round(v * 1e7) / 1e7)))),
    );
  });

  it('a hundredth of a degree square at 51.5° north is 0.77 km²', () => {
    // 0.01° = 1.112 km to the north and 1.112 × cos 51.505° = 0.692 km to the east
    expect(km2([add(box(0.7, 51.5, 0.01))])).toBeCloseTo(0.77, 2);
  });

  it('outlines apart are a multipolygon, overlapping ones count their ground once', () => {
    expect(shapeOf([add(box(0.7, 51.5, 0.01)), add(box(0.75, 51.5, 0.01))]).polygons).toHaveLength(2);
    const overlapping = [add(box(0.7, 51.5, 0.01)), add(box(0.705, 51.5, 0.01))];
    expect(shapeOf(overlapping).polygons).toHaveLength(1);
    expect(km2(overlapping)).toBeCloseTo(1.5 * km2([add(box(0.7, 51.5, 0.01))]), 3);
  });

  it('a cut inside is a hole, and an outline after it an island in the hole', () => {
    const holed = [add(box(0.7, 51.5, 0.03)), cut(box(0.71, 51.51, 0.01))];
    expect(shapeOf(holed).polygons?.map((rings) => rings.length)).toEqual([2]);
    expect(inside(holed, 0.715, 51.515)).toBe(false);
    const island = [...holed, add(box(0.713, 51.513, 0.004))];
    expect(inside(island, 0.715, 51.515)).toBe(true);
    expect(inside(island, 0.711, 51.511)).toBe(false);
  });

  it('refuses what cannot be used, in a sentence', () => {
    const faultOf = (...pieces: Piece[]) => shapeOf(pieces).fault;
    expect(faultOf(add([]))).toBe('The outline has no corners – it needs at least 3.');
    expect(faultOf(add(box(0.7, 51.5, 0.01).slice(0, 2)))).toContain('2 corners');
    const bow: LonLat[] = [
      [0.7, 51.5],
      [0.71, 51.51],
      [0.71, 51.5],
      [0.7, 51.51],
    ];
    expect(faultOf(add(box(0.7, 51.5, 0.1)), cut(bow))).toBe(
      'Outline 2 crosses itself: its side 1–2 meets its side 3–4 – move or remove one of their corners.',
    );
    expect(faultOf(add([...box(0.7, 51.5, 0.01).slice(0, 2), [0.705, 51.5]]))).toContain('crosses itself');
    expect(faultOf(add(box(0.7, 51.5, 0.0001)))).toMatch(/only \d+ m² – draw at least 500 m²/);
    expect(faultOf(add(box(0.7, 51.5, 0.01)), cut(box(0.69, 51.49, 0.03)))).toContain('Nothing is left');
    expect(faultOf(add([...box(0.7, 51.5, 0.01), [200, 5]]))).toContain('off the map');
    expect(shapeOf([])).toEqual({ polygons: null, areaM2: 0, fault: null });
  });

  it('repeated corners are taken as one', () => {
    const [a, b, c, d] = box(0.7, 51.5, 0.01) as [LonLat, LonLat, LonLat, LonLat];
    expect(shapeOf([add([a, a, b, c, c, d, a])])).toEqual(shapeOf([add([a, b, c, d])]));
  });

  it('ground added and cut never exceeds its parts, and every result can be changed again without loss', () => {
    const piece = fc
      .tuple(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 2, max: 12 }),
        fc.boolean(),
      )
      .map(([x, y, side, isCut]) => ({ ring: box(0.7 + x / 1000, 51.5 + y / 1000, side / 1000), cut: isCut }));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
        const shape = shapeOf(pieces);
        if (!shape.polygons) return;
        const most = pieces.filter((p) => !p.cut).reduce((sum, p) => sum + km2([p]), 0);
        expect(shape.areaM2 / 1e6).toBeLessThanOrEqual(most * (1 + 1e-6));
        const again = shapeOf(piecesOf(shape.polygons).pieces);
        if (again.fault === null) expect(again.areaM2 / shape.areaM2).toBeCloseTo(1, 5);
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});

describe('outlines of an area to be changed', () => {
  it('an island inside a hole comes after the hole, whatever the order in the file', () => {
    const closed = (ring: LonLat[]): LonLat[] => [...ring, ring[0] as LonLat];
    const around = [closed(box(0.7, 51.5, 0.03)), closed(box(0.71, 51.51, 0.01))];
    const island = [closed(box(0.713, 51.513, 0.004))];
    const { pieces } = piecesOf([island, around]);
    expect(pieces.map((p) => p.cut)).toEqual([false, true, false]);
    expect(inside(pieces, 0.715, 51.515)).toBe(true);
  });

  it('thins out an outline of thousands of corners and says by how much', () => {
    const wavy = Array.from({ length: 5000 }, (_, k): LonLat => {
      const angle = (2 * Math.PI * k) / 5000;
      const radius = 0.05 + 0.002 * Math.sin(40 * angle);
      return [0.7 + radius * Math.cos(angle), 51.6 + radius * Math.sin(angle)];
    });
    const ring = [...wavy, wavy[0] as LonLat];
    const { pieces, toleranceM } = piecesOf([[ring]]);
    expect(cornersOf(pieces)).toBeLessThanOrEqual(MOST_CORNERS);
    expect(toleranceM).toBeGreaterThan(0);
    const whole = turfArea(polygon([ring.map(([x, y]) => [x, y])]));
    expect(shapeOf(pieces).areaM2 / whole).toBeCloseTo(1, 1);
  });
});

describe('a circle in metres', () => {
  it('has the area of its radius, here and in the north of Scotland', () => {
    for (const centre of [
      [0.71, 51.54],
      [-3.1, 58.6],
    ] as const) {
      expect(km2([add(circleAround(centre, 1000))]) / Math.PI).toBeCloseTo(0.998, 2);
    }
  });
});
