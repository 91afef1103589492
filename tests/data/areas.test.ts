import { area, booleanPointInPolygon, featureCollection, intersect, kinks, point, polygon, union } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import { areas, districts, rowsOf } from './demo-files.ts';

/** Land area in km², public figures of the Office for National Statistics, rounded. */
const KM2: Readonly<Record<string, number>> = {
  E06000033: 42,
  E06000034: 163,
  E07000066: 110,
  E07000067: 612,
  E07000068: 153,
  E07000069: 45,
  E07000070: 339,
  E07000071: 329,
  E07000072: 339,
  E07000073: 30.5,
  E07000074: 359,
  E07000075: 169,
  E07000076: 338,
  E07000077: 641,
};

/** A well-known spot in each district: station or market place. */
const SPOTS: Readonly<Record<string, [number, number]>> = {
  E06000033: [0.7118, 51.537],
  E06000034: [0.3215, 51.476],
  E07000066: [0.4573, 51.5687],
  E07000067: [0.557, 51.8755],
  E07000068: [0.3, 51.6136],
  E07000069: [0.562, 51.544],
  E07000070: [0.4685, 51.7365],
  E07000071: [0.893, 51.9007],
  E07000072: [0.114, 51.6937],
  E07000073: [0.096, 51.769],
  E07000074: [0.677, 51.7317],
  E07000075: [0.7023, 51.5818],
  E07000076: [1.154, 51.794],
  E07000077: [0.2417, 52.023],
};

const shapes = areas.map((feature) => polygon(feature.geometry.coordinates, feature.properties));
const districtShapes = shapes.filter((shape) => shape.properties.kind === 'district');

describe('study areas', () => {
  test('there are 14 districts and the main towns, all labelled approximate, codes unique', () => {
    expect(districts).toHaveLength(14);
    expect(areas.length).toBeGreaterThanOrEqual(14 + 9);
    expect(areas.every((feature) => feature.properties.approximate)).toBe(true);
    expect(new Set(areas.map((feature) => feature.properties.code)).size).toBe(areas.length);
    expect(new Set(areas.map((feature) => feature.properties.name)).size).toBe(areas.length);
  });

  test('no outline crosses itself, and every ring is closed and anticlockwise', () => {
    for (const shape of shapes) {
      expect(kinks(shape).features, shape.properties.name).toHaveLength(0);
      const ring = shape.geometry.coordinates[0] ?? [];
      expect(ring[0]).toEqual(ring.at(-1));
      let twiceArea = 0;
      ring.slice(1).forEach(([x = 0, y = 0], i) => {
        const [lastX = 0, lastY = 0] = ring[i] ?? [];
        twiceArea += lastX * y - x * lastY;
      });
      expect(twiceArea, shape.properties.name).toBeGreaterThan(0);
    }
  });

  test('districts have their published area within a tenth and hold their own station or market place', () => {
    for (const shape of districtShapes) {
      const { code, name } = shape.properties;
      expect(area(shape) / 1e6 / (KM2[code] ?? 0), name).toBeGreaterThan(0.9);
      expect(area(shape) / 1e6 / (KM2[code] ?? 0), name).toBeLessThan(1.1);
      expect(booleanPointInPolygon(point(SPOTS[code] ?? [0, 0]), shape), name).toBe(true);
    }
  });

  test('districts neither overlap nor leave gaps: their areas add up to that of their union', () => {
    const whole = union(featureCollection(districtShapes));
    const sum = districtShapes.reduce((total, shape) => total + area(shape), 0);
    expect(whole && area(whole) / sum).toBeCloseTo(1, 3);
    // One outline without holes: a gap between districts would be a hole.
    expect(whole?.geometry.type).toBe('Polygon');
    expect(whole?.geometry.coordinates).toHaveLength(1);
  });

  test('every town lies within one district', () => {
    for (const town of shapes.filter((shape) => shape.properties.kind === 'town')) {
      const shares = districtShapes.map((district) => {
        const both = intersect(featureCollection([town, district]));
        return both ? area(both) / area(town) : 0;
      });
      expect(Math.max(...shares), town.properties.name).toBeGreaterThan(0.999);
    }
  });

  test('populations are those of the districts and sum to the 1.86 million of the police area', () => {
    const rows = rowsOf('populations.csv');
    expect(rows.map((row) => [row.code, row.name, Number(row.population)])).toEqual(
      districts.map(({ properties }) => [properties.code, properties.name, properties.population]),
    );
    const total = rows.reduce((sum, row) => sum + Number(row.population), 0);
    expect(total).toBeGreaterThan(1_820_000);
    expect(total).toBeLessThan(1_890_000);
  });
});
