import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wgs84ToBng } from '../../../src/core/geo/bng.ts';
import { factorsOf } from '../../../src/core/geo/factor.ts';
import { readFactorFile } from '../../../src/core/ingest/factor-file.ts';
import { runs } from '../../runs.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readFactorFile(bytes(text), 'venues.csv');
const places = (text: string) => read(text).shapes.map(({ parts }) => parts[0]?.[0]);

describe('risk factors from CSV', () => {
  it('reads a point a row from any of the usual delimiters and headers', () => {
    const [comma, tab, semicolon] = [',', '\t', ';'].map((d) =>
      ['Name,Lng,LAT', 'The Bell,0.71,51.54', '"Crown, High St",0.72,51.55']
        .map((line) => (d === ',' ? line : line.replace(/,(?! )/g, d)))
        .join('\r\n'),
    );
    for (const text of [comma, tab, semicolon]) {
      expect(places(text ?? '')).toEqual([
        [0.71, 51.54],
        [0.72, 51.55],
      ]);
    }
  });

  it('reads eastings and northings, thousands separated or not', () => {
    const [easting, northing] = wgs84ToBng(0.71, 51.54).map(Math.round);
    const grouped = `"${String(easting).replace(/(\d{3})$/, ',$1')}","${String(northing).replace(/(\d{3})$/, ',$1')}"`;
    for (const row of [`${easting},${northing}`, grouped]) {
      const [place] = places(`Easting,Northing\n${row}\n`);
      expect(place?.[0]).toBeCloseTo(0.71, 4);
      expect(place?.[1]).toBeCloseTo(51.54, 4);
    }
    expect(read(`Easting,Northing\n${easting},${northing}`).notes[0]).toContain('British National Grid');
  });

  it('reads swapped columns the right way round and says so', () => {
    const file = read('longitude,latitude\n51.54,0.71\n51.55,0.72\n');
    expect(file.shapes[0]?.parts).toEqual([[[0.71, 51.54]]]);
    expect(file.notes).toEqual(['Longitude and latitude were the other way round and were read swapped.']);
  });

  it('counts rows without a place in notes', () => {
    const file = read('lon,lat,type\n0.7,51.5,Pub\n,,Pub\nx,51.5,Bar\n0,0,Bar\n0.71,51.5,Bar\n');
    expect(file.shapes).toHaveLength(2);
    expect(file.notes).toEqual([
      '2 rows without readable coordinates, left out.',
      '1 row at 0/0 or outside the coordinate system, left out.',
    ]);
  });

  it('is split by a column of repeating texts', () => {
    const text = 'lon,lat,type\n0.7,51.5,Pub\n0.71,51.5,Bar\n0.72,51.5,Pub\n';
    expect(factorsOf(read(text), 'type').map(({ name, count }) => [name, count])).toEqual([
      ['Pub', 2],
      ['Bar', 1],
    ]);
  });

  it('names the columns there are where none hold coordinates', () => {
    expect(() => read('name,postcode\nThe Bell,SS1 1AA\n')).toThrow(
      'venues.csv has no pair of coordinate columns among “name”, “postcode” – name them “longitude” and “latitude”, or “easting” and “northing”.',
    );
    expect(() => read('lon,lat\nx,y\n')).toThrow(/no row has numbers in “lon” and “lat”/);
    expect(() => read('')).toThrow('venues.csv is empty');
  });
});

describe('any file as risk factors', () => {
  it('reads GeoJSON by its content, one feature a line too', () => {
    const feature = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[0.7,51.5]}}';
    expect(places(feature)).toHaveLength(1);
    expect(places(`${feature}\n${feature}\n`)).toHaveLength(2);
    expect(places(`\u001e${feature}\n\u001e${feature}\n`)).toHaveLength(2);
    expect(() => read(`{"type":"FeatureCollection","features":[${feature}`)).toThrow('it may be cut off');
  });

  it('says what a file of another format is', () => {
    expect(() => read('PK\x03\x04 and more')).toThrow(
      'venues.csv is a ZIP or Excel file – save it as GeoJSON, or as CSV with coordinate columns.',
    );
    expect(() => read('%PDF-1.7')).toThrow('is a PDF document');
  });

  it('survives arbitrary bytes with shapes or an InputError', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom('lon,lat,type\n0.7,51.5,Pub\n0.71,51.5,Bar\n', '{"type":"Point","coordinates":[0.7,51.5]}'),
        fc.nat(60),
        fc.string(),
      )
      .map(([text, at, noise]) => bytes(text.slice(0, at) + noise + text.slice(at)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 2000 }), damaged), (input) => {
        try {
          expect(readFactorFile(input, 'a').shapes.length).toBeGreaterThan(0);
        } catch (error) {
          expect((error as Error).name).toBe('InputError');
        }
      }),
      runs,
    );
  });
});
