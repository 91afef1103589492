import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wgs84ToBng } from '../../../src/core/geo/bng.ts';
import { factorsOf, nameFromFile } from '../../../src/core/geo/factor.ts';
import { readFactorJson } from '../../../src/core/geo/factor-json.ts';
import { factorPoints, partsOf } from '../../../src/core/geo/factor-points.ts';

const feature = (type: string, coordinates: unknown, properties: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const factors = (json: unknown, splitBy: string | null = null) => factorsOf(readFactorJson(json, 'a.geojson'), splitBy);
const only = (json: unknown) => {
  const [factor, ...more] = factors(json);
  if (!factor || more.length > 0) throw new Error(`${more.length + 1} factors`);
  return factor;
};

/** About 111 m wide and high near the equator. */
const SQUARE = [
  [0.001, 0.001],
  [0.002, 0.001],
  [0.002, 0.002],
  [0.001, 0.002],
  [0.001, 0.001],
];

describe('risk factors from GeoJSON', () => {
  it('reads points and multipoints as one factor of points', () => {
    const factor = only(
      collection(
        feature('Point', [0.1, 51.5]),
        feature('MultiPoint', [
          [0.2, 51.6],
          [0.3, 51.7],
        ]),
      ),
    );
    expect(factor).toMatchObject({ id: 'a.geojson', name: 'A', kind: 'points', count: 3 });
    expect([...factor.lon]).toEqual([0.1, 0.2, 0.3]);
    expect([...factor.lat]).toEqual([51.5, 51.6, 51.7]);
    expect(factor.partStart.length + factor.shapeStart.length).toBe(0);
  });

  it('reads each line of a multi-line as a line', () => {
    const line = [
      [0, 1],
      [1, 1],
    ];
    const factor = only(collection(feature('LineString', line), feature('MultiLineString', [line, [...line, [2, 2]]])));
    expect(factor).toMatchObject({ kind: 'lines', count: 3 });
    expect([...factor.partStart]).toEqual([0, 2, 4, 7]);
    expect(partsOf(factor, 2)).toEqual([
      [
        [0, 1],
        [1, 1],
        [2, 2],
      ],
    ]);
  });

  it('keeps the holes of polygons with their polygon and closes open rings', () => {
    const hole = SQUARE.slice(0, -1).map(([x = 0, y = 0]) => [x / 2 + 0.00075, y / 2 + 0.00075]);
    const factor = only(collection(feature('Polygon', [SQUARE, hole]), feature('MultiPolygon', [[SQUARE], [SQUARE]])));
    expect(factor).toMatchObject({ kind: 'polygons', count: 3 });
    expect([...factor.shapeStart]).toEqual([0, 2, 3, 4]);
    expect([...factor.partStart]).toEqual([0, 5, 10, 15, 20]);
  });

  it('makes a factor of each kind of shape in a mixed file', () => {
    const mixed = collection(feature('Point', [1, 1]), {
      type: 'Feature',
      geometry: {
        type: 'GeometryCollection',
        geometries: [feature('Polygon', [SQUARE]).geometry, feature('Point', [2, 2]).geometry],
      },
    });
    expect(factors(mixed).map(({ id, name, count }) => [id, name, count])).toEqual([
      ['a.geojson#points', 'A (points)', 2],
      ['a.geojson#polygons', 'A (polygons)', 1],
    ]);
  });

  it('splits by a text property with few distinct values, the most frequent first', () => {
    const file = collection(
      feature('Point', [1, 1], { sort: 'Bar', name: 'a', code: '1', n: 5 }),
      feature('Point', [2, 1], { sort: ' Pub ', name: 'b', code: '2', n: 5 }),
      feature('Point', [3, 1], { sort: 'Pub', name: 'c', code: '1', n: 6 }),
      feature('Point', [4, 1], { sort: null }),
    );
    const read = readFactorJson(file, 'venues.geojson');
    // names differ in every feature, codes are numbers
    expect(read.fields.map(({ name, values }) => [name, values])).toEqual([['sort', ['Pub', 'Bar']]]);
    expect(factorsOf(read, 'sort').map(({ id, name, count }) => [id, name, count])).toEqual([
      ['venues.geojson#sort=Pub', 'Pub', 2],
      ['venues.geojson#sort=Bar', 'Bar', 1],
      ['venues.geojson#sort=', 'No sort', 1],
    ]);
    expect(factorsOf(read, 'nothing of the kind').map(({ count }) => count)).toEqual([4]);
  });

  it('counts what has no shape in notes', () => {
    const read = readFactorJson(
      collection(
        feature('Point', [1, 1]),
        { type: 'Feature', geometry: null },
        feature('Point', ['1', 1]),
        feature('Point', [0, 0]),
        feature('Point', [4e6, 1]),
        feature('Polygon', [[[1, 1]]]),
      ),
      'a.geojson',
    );
    expect(read.shapes).toHaveLength(1);
    expect(read.notes).toEqual([
      '1 feature without a geometry, left out.',
      '2 shapes without usable coordinates, left out.',
      '2 shapes at 0/0 or outside the coordinate system, left out.',
    ]);
  });

  it('reads British National Grid by the crs member or by the values', () => {
    const [easting, northing] = wgs84ToBng(0.71, 51.54);
    const bng = (crs?: string) => ({
      ...collection(feature('Point', [easting, northing])),
      ...(crs ? { crs: { type: 'name', properties: { name: crs } } } : {}),
    });
    for (const json of [bng(), bng('urn:ogc:def:crs:EPSG::27700')]) {
      const { lon, lat } = only(json);
      expect(lon[0]).toBeCloseTo(0.71, 6);
      expect(lat[0]).toBeCloseTo(51.54, 6);
    }
    expect(readFactorJson(bng(), 'a').notes[0]).toContain('British National Grid by their values');
    expect(() => readFactorJson(bng('EPSG:3857'), 'a.geojson')).toThrow(/“?"?EPSG:3857.*save it in WGS84/);
    const mercator = collection(feature('Point', [-9.7e6, 5.1e6]));
    expect(() => readFactorJson(mercator, 'a.geojson')).toThrow(/neither WGS84 nor British National Grid/);
  });

  it('says what it found where there is no shape', () => {
    expect(() => readFactorJson({ a: 1 }, 'x.json')).toThrow('x.json holds no risk factor');
    expect(() => readFactorJson(collection(), 'x.json')).toThrow('has no features');
    expect(() => readFactorJson(collection(feature('Point', [0, 0])), 'x.json')).toThrow('all are at 0/0');
  });

  it('names a factor after its file', () => {
    expect(['bus-stops.geojson', 'busStops.csv', 'ATMs.json', 'a_b c.GeoJSON', '.csv'].map(nameFromFile)).toEqual([
      'Bus stops',
      'Bus stops',
      'ATMs',
      'A b c',
      '.csv',
    ]);
  });

  it('survives any JSON with features or an InputError', () => {
    const geometry = fc.record({
      type: fc.constantFrom(
        'Point',
        'MultiPoint',
        'LineString',
        'Polygon',
        'MultiPolygon',
        'toString',
        'GeometryCollection',
      ),
      coordinates: fc.jsonValue(),
      geometries: fc.jsonValue(),
    });
    const any = fc.oneof(
      fc.jsonValue(),
      fc
        .array(fc.record({ type: fc.constant('Feature'), geometry, properties: fc.jsonValue() }))
        .map((f) => collection(...f)),
    );
    fc.assert(
      fc.property(any, (json) => {
        try {
          for (const factor of factorsOf(readFactorJson(json, 'a'), null)) expect(factor.count).toBeGreaterThan(0);
        } catch (error) {
          expect((error as Error).name).toBe('InputError');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a factor as points', () => {
  it('leaves points as they are', () => {
    const factor = only(collection(feature('Point', [1, 2])));
    expect(factorPoints(factor, 50)).toEqual({ lon: factor.lon, lat: factor.lat });
  });

  it('walks a line with equal steps no longer than the spacing, both ends in', () => {
    // 0.001° at the equator is 111.2 m: three steps of 37 m
    const factor = only(
      collection(
        feature('LineString', [
          [0.001, 0.001],
          [0.002, 0.001],
        ]),
      ),
    );
    const { lon } = factorPoints(factor, 50);
    expect([...lon].map((x) => Math.round(x * 1e6))).toEqual([1000, 1333, 1667, 2000]);
  });

  it('fills a polygon with a grid and outlines it, leaving holes empty', () => {
    const full = factorPoints(only(collection(feature('Polygon', [SQUARE]))), 12);
    // 10 steps a side; 9 or 10 rows of a grid inside
    expect(full.lon.length).toBeGreaterThan(40 + 80);
    expect(full.lon.length).toBeLessThan(40 + 101);
    const hole = [
      [0.0011, 0.0011],
      [0.0019, 0.0011],
      [0.0019, 0.0019],
      [0.0011, 0.0019],
      [0.0011, 0.0011],
    ];
    const { lon, lat } = factorPoints(only(collection(feature('Polygon', [SQUARE, hole]))), 12);
    const deepInside = [...lon].filter(
      (x, i) => x > 0.0012 && x < 0.0018 && (lat[i] ?? 0) > 0.0012 && (lat[i] ?? 0) < 0.0018,
    );
    expect(deepInside).toEqual([]);
  });

  it('covers a polygon smaller than the spacing by its corners', () => {
    expect(factorPoints(only(collection(feature('Polygon', [SQUARE]))), 500).lon.length).toBe(4);
  });

  it('refuses a polygon that would take millions of points', () => {
    const world = [
      [-170, -80],
      [170, -80],
      [170, 80],
      [-170, 80],
      [-170, -80],
    ];
    expect(() => factorPoints(only(collection(feature('Polygon', [world]))), 10)).toThrow(/covers too much ground/);
  });
});
