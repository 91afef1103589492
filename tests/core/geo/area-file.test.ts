import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { parseAreas } from '../../../src/core/geo/area-file.ts';
import { areasGeoJson } from '../../../src/core/geo/area-json.ts';
import { wgs84ToBng } from '../../../src/core/geo/bng.ts';
import { containsOf } from '../../../src/core/geo/contains.ts';
import { runs } from '../../runs.ts';
import { rectangle } from '../hex/areas.ts';

const square = rectangle(0.6, 51.5, 0.8, 51.6);
const polygon = (ring: unknown = square) => ({ type: 'Polygon', coordinates: [ring] });
const feature = (properties: unknown, geometry: unknown = polygon(), id?: unknown) => ({
  type: 'Feature',
  ...(id === undefined ? {} : { id }),
  properties,
  geometry,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const parse = (json: unknown) => parseAreas(json, 'areas.geojson');
const messageOf = (json: unknown) => {
  try {
    parse(json);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
};

describe('names and codes of areas', () => {
  it('are read as ONS writes them', () => {
    const { areas, nameField, notes } = parse(
      collection(
        feature({ AREACD: 'E07000066', AREANM: 'Basildon' }),
        feature({ AREACD: 'E07000070', AREANM: 'Chelmsford' }),
      ),
    );
    expect(areas.map(({ id, name }) => [id, name])).toEqual([
      ['E07000066', 'Basildon'],
      ['E07000070', 'Chelmsford'],
    ]);
    expect(nameField).toBe('AREANM');
    expect(notes).toEqual([]);
  });

  it.each([
    [{ FID: 7, LAD21CD: 'E07000066', LAD21NM: 'Basildon', LAD21NMW: 'B' }, 'E07000066', 'Basildon'],
    [{ lsoa11cd: 'E01021245', lsoa11nm: 'Basildon 001A' }, 'E01021245', 'Basildon 001A'],
    [{ WARD_NAME: 'Laindon Park', CODE: 'W1' }, 'W1', 'Laindon Park'],
    [{ name: 'Loop', title: 'ignored' }, 'Loop', 'Loop'],
    [{ title: '  Two \n lines ' }, 'Two lines', 'Two lines'],
    [{ code: 12, name: 5 }, '12', '5'],
    [{ LSOA21CD: 'E01021245' }, 'E01021245', 'E01021245'],
    [{ Id: 0 }, '0', 'Area 1'],
    [{}, 'Area 1', 'Area 1'],
    [null, 'Area 1', 'Area 1'],
  ])('%j → %s, %s', (properties, id, name) => {
    const [area] = parse(collection(feature(properties))).areas;
    expect([area?.id, area?.name]).toEqual([id, name]);
  });

  it('number the unnamed, and fall back where one of many has no name', () => {
    const json = collection(feature({ name: 'A' }), feature({ name: 'B' }), feature({ name: ' ' }));
    expect(parse(json).areas.map((area) => area.name)).toEqual(['A', 'B', 'Area 3']);
    expect(parse(collection(feature({}), feature({}))).areas.map((area) => area.name)).toEqual(['Area 1', 'Area 2']);
  });

  it('take the id of a feature for its code', () => {
    const [area] = parse(collection(feature({ name: 'Town' }, polygon(), 'X9'))).areas;
    expect([area?.id, area?.name]).toEqual(['X9', 'Town']);
  });

  it('that are the same join features to one area; the same code with another name stays apart', () => {
    const east = polygon(rectangle(1, 51.5, 1.1, 51.6));
    const { areas, notes } = parse(
      collection(
        feature({ name: 'Town', code: 'T' }),
        feature({ name: 'Town', code: 'T' }, east),
        feature({ name: 'Other', code: 'T' }),
      ),
    );
    expect(areas.map(({ id, name, polygons }) => [id, name, polygons.length])).toEqual([
      ['T', 'Town', 2],
      ['T (2)', 'Other', 1],
    ]);
    expect(areas[0]?.bounds).toEqual([0.6, 51.5, 1.1, 51.6]);
    expect(notes).toEqual(['1 feature of the same name and code joined to one area each.']);
  });
});

describe('shapes of areas', () => {
  it('come from collections, single features and bare geometries', () => {
    const multi = { type: 'MultiPolygon', coordinates: [[square], [rectangle(1, 51.5, 1.1, 51.6)]] };
    for (const json of [
      polygon(),
      multi,
      feature({}),
      { type: 'GeometryCollection', geometries: [polygon(), multi] },
    ]) {
      expect(parse(json).areas).toHaveLength(1);
    }
    expect(parse(multi).areas[0]?.polygons).toHaveLength(2);
  });

  it('are closed when they are open, and keep their holes and third coordinates out', () => {
    const open = [...square.slice(0, 4)].map(([x, y]) => [x, y, 12]);
    const hole = rectangle(0.68, 51.54, 0.72, 51.56);
    const [area] = parse({ type: 'Polygon', coordinates: [open, hole] }).areas;
    expect(area?.polygons[0]?.[0]).toEqual(square);
    expect(area && containsOf(area)(0.7, 51.55)).toBe(false);
    expect(area && containsOf(area)(0.65, 51.55)).toBe(true);
  });

  it('that are no polygons or have no usable outline are left out with a note', () => {
    const { areas, notes } = parse(
      collection(
        feature({ name: 'Good' }),
        feature({ name: 'Station' }, { type: 'Point', coordinates: [0.7, 51.5] }),
        feature({ name: 'Short' }, polygon(square.slice(0, 2))),
        feature({ name: 'NaN' }, polygon([[0, Number.NaN], ...square])),
        feature({ name: 'Text' }, polygon([['0.7', '51.5'], ...square])),
        feature({ name: 'None' }, null),
        feature({ name: 'Holed' }, { type: 'Polygon', coordinates: [square, [[1, 2]]] }),
      ),
    );
    expect(areas.map((area) => area.name)).toEqual(['Good', 'Holed']);
    expect(notes).toEqual([
      '1 shape not a polygon, left out.',
      '3 polygons without a usable outline, left out.',
      '1 hole without a usable outline, filled in.',
    ]);
  });

  it('that cross themselves are taken as they are', () => {
    const bow = [square[0], square[2], square[1], square[3], square[0]];
    expect(parse(polygon(bow)).areas).toHaveLength(1);
  });

  it('that are missing altogether are an error that says what was found', () => {
    expect(messageOf({ type: 'Point', coordinates: [0, 0] })).toBe(
      'areas.geojson holds no study area: it has no polygons – give a GeoJSON file of polygons.',
    );
    expect(messageOf([1, 2])).toMatch(/it is not GeoJSON/);
    expect(messageOf(collection())).toMatch(/no study area/);
    expect(messageOf(polygon([[0, 0]]))).toMatch(/its polygons have no usable outline/);
  });
});

describe('coordinates of areas', () => {
  const named = (name: unknown, geometry: unknown = polygon()) => ({
    ...collection(feature({ name: 'Town' }, geometry)),
    crs: { type: 'name', properties: { name } },
  });
  const bng = polygon(square.map(([lon, lat]) => wgs84ToBng(lon, lat)));

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326'])(
    '%s are taken as they are',
    (name) => {
      const { areas, notes } = parse(named(name));
      expect(areas[0]?.polygons[0]?.[0]).toEqual(square);
      expect(notes).toEqual([]);
    },
  );

  it.each([
    ['urn:ogc:def:crs:EPSG::27700', "by the file's crs"],
    [undefined, 'by their values'],
  ])('on the National Grid are converted: crs %s', (name, how) => {
    const { areas, notes } = parse(name === undefined ? bng : named(name, bng));
    areas[0]?.polygons[0]?.[0]?.forEach(([lon, lat], k) => {
      expect(lon).toBeCloseTo(square[k]?.[0] ?? Number.NaN, 7);
      expect(lat).toBeCloseTo(square[k]?.[1] ?? Number.NaN, 7);
    });
    expect(areas[0]?.bounds[0]).toBeCloseTo(0.6, 7);
    expect(notes).toEqual([`Coordinates read as British National Grid ${how} and converted to WGS84.`]);
  });

  it('contradicting the crs are read by their values, with a note', () => {
    expect(parse(named('EPSG:4326', bng)).notes[0]).toMatch(/National Grid by their values/);
    expect(parse(named('EPSG:27700')).notes[0]).toBe(
      'Coordinates read as WGS84 by their values; the file names EPSG:27700.',
    );
  });

  it('of any other system are an error that names it', () => {
    expect(messageOf(named('urn:ogc:def:crs:EPSG::3857'))).toBe(
      'areas.geojson names the coordinate system "urn:ogc:def:crs:EPSG::3857" – save it in WGS84 (EPSG:4326) or British National Grid (EPSG:27700).',
    );
    expect(messageOf(named(54326))).toMatch(/names the coordinate system "54326"/);
    expect(messageOf(polygon(rectangle(-9_000_000, 6_700_000, -8_900_000, 6_800_000)))).toMatch(
      /neither WGS84 nor British National Grid \(-9000000, 6700000\)/,
    );
    expect(parse({ ...polygon(), crs: null }).areas).toHaveLength(1);
  });
});

describe('any JSON whatever', () => {
  const survives = (json: unknown) => {
    try {
      expect(parse(json).areas.length).toBeGreaterThan(0);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
    }
  };

  it('gives areas or a readable error', () => {
    fc.assert(fc.property(fc.jsonValue(), survives), runs);
    fc.assert(fc.property(fc.anything(), survives), runs);
  });

  it('gives areas or a readable error when it looks like GeoJSON', () => {
    const number = fc.oneof(fc.double({ min: -180, max: 180 }), fc.double(), fc.constant(null));
    const ring = fc.array(fc.oneof(fc.array(number, { maxLength: 4 }), fc.jsonValue()), { maxLength: 8 });
    const rings = fc.oneof(fc.array(ring, { maxLength: 3 }), fc.jsonValue());
    const geometry = fc.record(
      {
        type: fc.constantFrom('Polygon', 'MultiPolygon', 'GeometryCollection', 'Point'),
        coordinates: fc.oneof(rings, fc.array(rings, { maxLength: 3 })),
        geometries: fc.jsonValue(),
      },
      { requiredKeys: ['type'] },
    );
    const some = fc.record(
      { type: fc.constant('Feature'), properties: fc.jsonValue(), geometry: fc.oneof(geometry, fc.jsonValue()) },
      { requiredKeys: ['type'] },
    );
    const file = fc.record(
      { type: fc.constant('FeatureCollection'), features: fc.array(some), crs: fc.jsonValue() },
      { requiredKeys: ['type', 'features'] },
    );
    fc.assert(fc.property(file, survives), runs);
  });

  it('is survived however deep it is nested', () => {
    let geometry: unknown = polygon();
    for (let depth = 0; depth < 100_000; depth++) geometry = { type: 'GeometryCollection', geometries: [geometry] };
    expect(parse(geometry).areas).toHaveLength(1);
  });
});

describe('the name field', () => {
  const wards = collection(
    feature({ code: 'W1', name: 'Laindon Park', division: 'South', size: 4 }),
    feature({ code: 'W2', name: 'Vange', division: 'North', size: 5 }),
  );

  it('is offered among those with text, the guess first, and read again without a change of ids', () => {
    const guessed = parse(wards);
    expect([guessed.nameField, guessed.nameFields]).toEqual(['name', ['name', 'code', 'division']]);
    const chosen = parseAreas(wards, 'areas.geojson', 'division');
    expect(chosen.areas.map(({ id, name }) => [id, name])).toEqual([
      ['W1', 'South'],
      ['W2', 'North'],
    ]);
    expect(parseAreas(wards, 'areas.geojson', 'nonsense').nameField).toBe('name');
  });
});

describe('sorts of areas', () => {
  it('are kept as the file has them, but none is drawn by hand for saying so', () => {
    const { areas } = parse(
      collection(
        feature({ name: 'A', kind: 'district' }),
        feature({ name: 'B', kind: 'drawn' }),
        feature({ name: 'C' }),
      ),
    );
    expect(areas.map(({ kind }) => kind)).toEqual(['district', undefined, undefined]);
  });

  it('survive being saved as GeoJSON and opened again, names, codes, holes and all', () => {
    const inner = rectangle(0.65, 51.53, 0.7, 51.56);
    const { areas } = parse(
      collection(
        feature({ code: 'W1', name: 'A', kind: 'town' }, { type: 'Polygon', coordinates: [square, inner] }),
        feature({ name: 'B' }, { type: 'MultiPolygon', coordinates: [[square], [rectangle(0.9, 51.5, 1, 51.6)]] }),
      ),
    );
    expect(parse(JSON.parse(areasGeoJson(areas))).areas).toEqual(areas);
  });
});
