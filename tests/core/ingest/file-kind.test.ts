import { describe, expect, it } from 'vitest';
import { fileKind } from '../../../src/core/ingest/file-kind.ts';

const kindOf = (text: string) => fileKind(new TextEncoder().encode(text));
const feature = (geometry: string) =>
  `\uFEFF{ "type": "FeatureCollection", "features": [ {"type":"Feature","properties":{},"geometry":${geometry}} ] }`;

describe('a file is loaded as', () => {
  it('study areas when its first geometry is a polygon', () => {
    expect(kindOf(feature('{"type":"MultiPolygon","coordinates":[]}'))).toBe('areas');
    expect(kindOf('{"type":"Polygon","coordinates":[[[0,51],[1,51],[1,52],[0,51]]]}')).toBe('areas');
  });

  it('offences when its first geometry is a point', () => {
    expect(kindOf(feature('{"type":"Point","coordinates":[0.7,51.5]}'))).toBe('offences');
    expect(kindOf(feature('{"type":"MultiPoint","coordinates":[[0.7,51.5]]}'))).toBe('offences');
  });

  it('what the nesting of its coordinates says when they come before the type', () => {
    expect(kindOf(feature('{"coordinates":[ [ [0.7,51.5],'))).toBe('areas');
    expect(kindOf(feature('{"coordinates":[-0.7,51.5],"type":"Point"}'))).toBe('offences');
  });

  it('study areas when features have no geometry in sight, so that the areas say what is wrong', () => {
    expect(kindOf('{"type":"FeatureCollection","features":[]}')).toBe('areas');
  });

  it('offences when it is a list of other records, or no JSON', () => {
    expect(kindOf('[{"category":"robbery","location":{"latitude":"52.6"}}]')).toBe('offences');
    expect(kindOf('{"id":1,"lon":0.7,"lat":51.5}\n{"id":2}')).toBe('offences');
    expect(kindOf('[Crime ID],[Longitude],[Latitude]\n')).toBe('offences');
    expect(kindOf('id,lon,lat\n')).toBe('offences');
    expect(kindOf('')).toBe('offences');
  });
});
