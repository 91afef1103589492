import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bngToWgs84, gridReference, wgs84ToBng } from '../../../src/core/geo/bng.ts';
import { parseGridReference, readPlace } from '../../../src/core/geo/grid-reference.ts';
import { movedBy } from '../../../src/core/geo/metres.ts';

const metresOf = (text: string): readonly number[] => {
  const place = parseGridReference(text);
  return place ? wgs84ToBng(...place).map(Math.round) : [];
};

describe('an OS grid reference', () => {
  it('is read to the middle of its square', () => {
    expect(metresOf('TQ 8812 8543')).toEqual([588125, 185435]);
    expect(metresOf('tq88128543')).toEqual([588125, 185435]);
    expect(metresOf('TQ 881 854')).toEqual([588150, 185450]);
  });

  it('of any place in Great Britain leads back to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 699_000 }), fc.integer({ min: 1000, max: 1_299_000 }), (e, n) => {
        const [lon, lat] = bngToWgs84(e, n);
        const back = parseGridReference(gridReference(lon, lat, 10));
        expect(back).not.toBeNull();
        const [east = 0, north = 0] = back ? wgs84ToBng(...back) : [];
        expect(Math.hypot(east - e, north - n)).toBeLessThan(1.5);
      }),
      { seed: 5 },
    );
  });

  it('is refused when its halves differ or its letters name no square', () => {
    for (const text of ['TQ 881 85', 'TQ 88128', 'TI 88 85', 'AA 12 34', 'TQ', '8812 8543', '']) {
      expect(parseGridReference(text)).toBeNull();
    }
  });
});

describe('a place as typed', () => {
  it('is longitude and latitude, easting and northing, or a grid reference', () => {
    expect(readPlace('0.7123, 51.5412')).toEqual([0.7123, 51.5412]);
    expect(readPlace(' −0.1276 51.5072 ')).toEqual([-0.1276, 51.5072]);
    expect(wgs84ToBng(...readPlace('588120, 185430')).map(Math.round)).toEqual([588120, 185430]);
    expect(readPlace('-90.05, 35.15')).toEqual([-90.05, 35.15]);
  });

  it('is refused with what to write instead', () => {
    expect(() => readPlace('51.5412, 0.7123')).toThrow('write longitude first: 0.7123, 51.5412');
    expect(() => readPlace('High Street')).toThrow('is no place that can be read');
    expect(() => readPlace('9999999, 4')).toThrow('neither on the British National Grid');
    expect(() => readPlace('')).toThrow('No place is written');
  });
});

describe('a step in metres', () => {
  it('goes as far as it says', () => {
    const [e, n] = wgs84ToBng(0.71, 51.54);
    const [east = 0, north = 0] = wgs84ToBng(...movedBy([0.71, 51.54], 100, -10));
    // grid north is 2° off true north here
    expect(Math.hypot(east - e, north - n)).toBeCloseTo(Math.hypot(100, 10), 0);
  });
});
