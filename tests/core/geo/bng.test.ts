import { describe, expect, it } from 'vitest';
import { bngToWgs84, gridReference, inGreatBritain, wgs84ToBng } from '../../../src/core/geo/bng.ts';
import os from '../../fixtures/os-points/ostn15.json' with { type: 'json' };

const points = os.points as [string, number, number, number, number][];
/** Metres between two places a few metres apart. */
const metres = (lonA: number, latA: number, lonB: number, latB: number) =>
  Math.hypot((latA - latB) * 111_300, (lonA - lonB) * 111_300 * Math.cos((latA * Math.PI) / 180));

describe('British National Grid', () => {
  it.each(points)('%s of the OS test points is within 10 m, both ways', (_point, lat, lon, easting, northing) => {
    const [e, n] = wgs84ToBng(lon, lat);
    expect(Math.hypot(e - easting, n - northing)).toBeLessThan(10);
    const [lonBack, latBack] = bngToWgs84(easting, northing);
    expect(metres(lon, lat, lonBack, latBack)).toBeLessThan(10);
  });

  it('comes back to the same place within a centimetre', () => {
    // Not exactly: the small-angle rotation undone by its negative leaves about a millimetre.
    for (const [, lat, lon] of points) {
      const [lonBack, latBack] = bngToWgs84(...wgs84ToBng(lon, lat));
      expect(metres(lon, lat, lonBack, latBack)).toBeLessThan(0.01);
    }
  });

  it('answers NaN for what is not a number', () => {
    expect(bngToWgs84(Number.NaN, 1)).toEqual([Number.NaN, Number.NaN]);
    expect(wgs84ToBng(0, Number.POSITIVE_INFINITY)).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('grid references', () => {
  it('names the ten-metre square of an easting and northing', () => {
    // Middles of ten-metre squares, so that the few metres of error cannot move them.
    expect(gridReference(...bngToWgs84(588_125, 185_435), 8)).toBe('TQ 8812 8543');
    expect(gridReference(...bngToWgs84(588_126.5, 185_431.5), 10)).toBe('TQ 88126 85431');
    expect(gridReference(...bngToWgs84(600_005, 200_005), 8)).toBe('TM 0000 0000');
  });

  it('letters squares as OS does, from Scilly to Shetland', () => {
    const letters = (e: number, n: number) => gridReference(...bngToWgs84(e * 1e5 + 5e4, n * 1e5 + 5e4), 8).slice(0, 2);
    expect(letters(0, 0)).toBe('SV');
    expect(letters(5, 1)).toBe('TQ');
    expect(letters(4, 5)).toBe('NZ');
    expect(letters(2, 7)).toBe('NN');
    expect(letters(4, 11)).toBe('HU');
    expect(letters(6, 3)).toBe('TG');
  });

  it('is empty off the grid', () => {
    expect(gridReference(-87.6, 41.9, 8)).toBe('');
    expect(gridReference(0, 0, 8)).toBe('');
    expect(gridReference(Number.NaN, 51, 8)).toBe('');
    expect(inGreatBritain(178, 51.5)).toBe(false);
    expect(inGreatBritain(0.7, 51.54)).toBe(true);
  });

  it('is quick enough for sixty thousand cells', () => {
    const start = performance.now();
    for (let i = 0; i < 60_000; i++) gridReference(0.5 + i * 1e-6, 51.5, 8);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
