import { describe, expect, it } from 'vitest';
import { gridReference, helmertTransform } from '../../../src/core/geo/bng.ts';
import { parseGridReference } from '../../../src/core/geo/grid-reference.ts';
import { exactTransform, parseOstn15 } from '../../../src/core/geo/ostn15.ts';
import os from '../../fixtures/os-points/ostn15.json' with { type: 'json' };

const points = os.points as [string, number, number, number, number][];
const HEADER =
  'Point_ID,ETRS89_Easting,ETRS89_Northing,ETRS89_OSGB36_EShift,ETRS89_OSGB36_NShift,ETRS89_ODN_HeightShift,Height_Datum_Flag';

/** A made-up grid in the file's layout: shifts by a rule for the kilometres about a place. */
function gridAbout(column: number, row: number, shift: (c: number, r: number) => readonly [number, number]) {
  const lines = [HEADER];
  for (let r = row - 1; r <= row + 2; r++) {
    for (let c = column - 1; c <= column + 2; c++) {
      const [e, n] = shift(c, r);
      lines.push(`${c + r * 701 + 1},${c * 1000},${r * 1000},${e},${n},45.1,1`);
    }
  }
  return parseOstn15(`${lines.join('\r\n')}\r\n`);
}

/** The place of a point without any shift: that on the GRS80 ellipsoid. */
const unshifted = (lon: number, lat: number, near: readonly [number, number]) => {
  const grid = gridAbout(Math.floor(near[0] / 1000), Math.floor(near[1] / 1000), () => [100, -50]);
  const [e, n] = exactTransform(grid).toGrid(lon, lat);
  return [e - 100, n + 50] as const;
};

describe('OSTN15', () => {
  it('between the corners of a kilometre shifts go by the distance from each', () => {
    const grid = gridAbout(588, 185, (c, r) => [90 + (c - 588) * 10 + (r - 185) * 2, -60 + (r - 185) * 4]);
    const { toGrid, toDegrees } = exactTransform(grid);
    const flat = exactTransform(gridAbout(588, 185, () => [100, -50]));
    const [lon, lat] = flat.toDegrees(588_250 + 100, 185_500 - 50);
    const [e, n] = toGrid(lon, lat);
    expect(e).toBeCloseTo(588_250 + 90 + 2.5 + 1, 3);
    expect(n).toBeCloseTo(185_500 - 60 + 2, 3);
    const [lonBack, latBack] = toDegrees(e, n);
    expect([lonBack, latBack]).toEqual([expect.closeTo(lon, 9), expect.closeTo(lat, 9)]);
  });

  it.each(points)(
    '%s: what is left of the OS test point to the projection on GRS80 is a shift of a size that OSTN15 has',
    (_, lat, lon, e, n) => {
      const [flatE, flatN] = unshifted(lon, lat, [e, n]);
      // about a hundred metres east and forty to ninety south, from Scilly to Shetland
      expect(e - flatE).toBeGreaterThan(80);
      expect(e - flatE).toBeLessThan(112);
      expect(n - flatN).toBeGreaterThan(-90);
      expect(n - flatN).toBeLessThan(-35);
      // a grid with that shift gives Ordnance Survey's coordinates to the millimetre
      const exact = exactTransform(gridAbout(Math.floor(e / 1000), Math.floor(n / 1000), () => [e - flatE, n - flatN]));
      const [gridE, gridN] = exact.toGrid(lon, lat);
      expect(Math.hypot(gridE - e, gridN - n)).toBeLessThan(0.001);
    },
  );

  it('makes a ten-figure reference that of Ordnance Survey', () => {
    const [, lat, lon, e, n] = points.find(([name]) => name === 'TP09') ?? ['', 0, 0, 0, 0];
    const [flatE, flatN] = unshifted(lon, lat, [e, n]);
    const exact = exactTransform(gridAbout(530, 178, () => [e - flatE, n - flatN]));
    // 530624.974, 178388.464
    expect(gridReference(lon, lat, 10, exact)).toBe('TQ 30624 78388');
    // beyond the made-up grid the transform without a file stands in
    expect(gridReference(0.7115, 51.5385, 8, exact)).toBe(gridReference(0.7115, 51.5385, 8));
  });

  it('says when a file is another', () => {
    expect(() => parseOstn15(`${HEADER}\n1,0,0,0.000,0.000,0,0\n`)).toThrow('is not the OSTN15 file');
    expect(() => parseOstn15('rank,name\n1,High Street')).toThrow('OSTN15_OSGM15_DataFile.txt');
  });
});

describe('grid references of published places', () => {
  it.each(points)(
    '%s of the OS test points: eight and ten figures lie within 10 m of it',
    (_, lat, lon, easting, northing) => {
      for (const figures of [8, 10] as const) {
        const reference = gridReference(lon, lat, figures);
        const [refLon, refLat] = parseGridReference(reference) ?? [0, 0];
        const [e, n] = helmertTransform.toGrid(refLon, refLat);
        // the middle of a ten-metre square is up to 7 m from what lies in it
        const ofSquare = figures === 8 ? Math.hypot(5, 5) : Math.hypot(0.5, 0.5);
        expect(Math.hypot(e - easting, n - northing)).toBeLessThan(helmertTransform.errorM + ofSquare);
        if (figures === 10) expect(Math.hypot(e - easting, n - northing)).toBeLessThan(10);
      }
    },
  );
});
