import { describe, expect, it } from 'vitest';
import { fileKind } from '../../../src/core/ingest/file-kind.ts';

const guess = (text: string) => fileKind(new TextEncoder().encode(text));
const kindOf = (text: string) => guess(text).kind;
const feature = (geometry: string) =>
  `\uFEFF{ "type": "FeatureCollection", "features": [ {"type":"Feature","properties":{},"geometry":${geometry}} ] }`;

describe('a file is loaded as', () => {
  it('study areas when its first geometry is a polygon', () => {
    expect(kindOf(feature('{"type":"MultiPolygon","coordinates":[]}'))).toBe('areas');
    expect(kindOf('{"type":"Polygon","coordinates":[[[0,51],[1,51],[1,52],[0,51]]]}')).toBe('areas');
  });

  it('risk factors when its first geometry is a line', () => {
    expect(kindOf(feature('{"type":"LineString","coordinates":[[0.7,51.5],[0.8,51.5]]}'))).toBe('factors');
    expect(kindOf('{"type":"MultiLineString","coordinates":[]}')).toBe('factors');
  });

  it('offences when its points have a date or an offence, by the name of the property or by its value', () => {
    const point = (properties: string) =>
      kindOf(`{"type":"Feature","properties":${properties},"geometry":{"type":"Point","coordinates":[0.7,51.5]}}`);
    expect(point('{"crime_type":"Robbery"}')).toBe('offences');
    expect(point('{"Month":"2018-05"}')).toBe('offences');
    expect(point('{"when":"31/01/2019 10:00"}')).toBe('offences');
    expect(point('{"type":"Pub","name":"The Bell"}')).toBe('unclear');
    expect(point('{}')).toBe('unclear');
    expect(kindOf(feature('{"type":"MultiPoint","coordinates":[[0.7,51.5]]}'))).toBe('unclear');
  });

  it('what its features say, whatever properties its coordinate system has', () => {
    const crs = '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}';
    const point = (properties: string) =>
      `{"type":"FeatureCollection",${crs},"features":[{"type":"Feature","properties":${properties},"geometry":{"type":"Point","coordinates":[0.7,51.5]}}]}`;
    expect(guess(point('{"Legend":"Liquor"}'))).toEqual({ kind: 'unclear', columns: 'legend' });
    expect(guess(point('{ }'))).toEqual({ kind: 'unclear', columns: '' });
    expect(kindOf(point('{"offence":"Robbery"}'))).toBe('offences');
  });

  it('offences or unclear alike when it is a table with coordinates', () => {
    expect(kindOf('lon,lat,date\n0.7,51.5,\n')).toBe('offences');
    expect(kindOf('lon,lat,seen\n0.7,51.5,2019-01-31\n')).toBe('offences');
    expect(kindOf('name,lon,lat\nThe Bell,0.7,51.5\n')).toBe('unclear');
    expect(kindOf('Easting;Northing;Type\n512000;190000;Pub')).toBe('unclear');
  });

  it('populations when it is a table without coordinates but with an area and its residents', () => {
    expect(kindOf('code,name,population\nE07000066,Basildon,188000\n')).toBe('populations');
    expect(kindOf('LAD21CD\tAll ages\nE07000066\t188000\n')).toBe('populations');
    expect(kindOf('code,offence\n8/06,Assault\n')).toBe('offences');
  });

  it('what the nesting of its coordinates says when they come before the type', () => {
    expect(kindOf(feature('{"coordinates":[ [ [0.7,51.5],'))).toBe('areas');
    expect(kindOf(feature('{"coordinates":[-0.7,51.5],"type":"Point"}'))).toBe('unclear');
  });

  it('the same as other files of the same columns, in whatever order', () => {
    expect(guess('lon,lat,Venue Type\n').columns).toBe(guess('venue_type,LAT,lon\n').columns);
    expect(guess(feature('{"type":"Point","coordinates":[0.7,51.5]}')).columns).toBe('');
  });

  it('study areas when features have no geometry in sight, so that the areas say what is wrong', () => {
    expect(kindOf('{"type":"FeatureCollection","features":[]}')).toBe('areas');
  });

  it('offences when it is a list of other records, or no JSON', () => {
    expect(kindOf('[{"category":"robbery","location":{"latitude":"52.6"}}]')).toBe('offences');
    expect(kindOf('{"id":1,"lon":0.7,"lat":51.5}\n{"id":2}')).toBe('offences');
    expect(kindOf('[Crime ID],[Longitude],[Latitude]\n')).toBe('offences');
    expect(kindOf('id,x1,y1\n')).toBe('offences');
    expect(kindOf('')).toBe('offences');
  });
});
