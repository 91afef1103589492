import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../../src/core/geo/area.ts';
import { wgs84ToBng } from '../../../src/core/geo/bng.ts';
import { metresOf } from '../../../src/core/geo/local-metres.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';
import os from '../../fixtures/os-points/ostn15.json' with { type: 'json' };

const ESSEX: Bounds = [0, 51.45, 1.3, 52.1];
const random = randomFrom(5);
const scatter = (n: number, [west, south, east, north]: Bounds) => ({
  lon: Float64Array.from({ length: n }, () => west + random.uniform() * (east - west)),
  lat: Float64Array.from({ length: n }, () => south + random.uniform() * (north - south)),
});
const worst = (found: Float64Array, expected: number[]): number =>
  Math.max(...expected.map((value, i) => Math.abs(value - (found[i] ?? Number.NaN))));

describe('metres in Great Britain', () => {
  it('are those of the National Grid to a millimetre, from Scilly to Shetland', () => {
    const { lon, lat } = scatter(3000, [-8, 49.8, 1.8, 60.9]);
    const expected = Array.from(lon, (_, i) => wgs84ToBng(lon[i] ?? 0, lat[i] ?? 0));
    const { x, y } = metresOf(ESSEX)(lon, lat);
    expect(
      worst(
        x,
        expected.map(([e]) => e),
      ),
    ).toBeLessThan(0.001);
    expect(
      worst(
        y,
        expected.map(([, n]) => n),
      ),
    ).toBeLessThan(0.001);
  });

  it('are within 10 m of Ordnance Survey at its test points', () => {
    for (const [, lat, lon, easting, northing] of os.points as [string, number, number, number, number][]) {
      const { x, y } = metresOf(ESSEX)([lon], [lat]);
      expect(Math.hypot((x[0] ?? 0) - easting, (y[0] ?? 0) - northing)).toBeLessThan(10);
    }
  });
});

describe('metres elsewhere', () => {
  it.each<[string, Bounds]>([
    ['Grand Rapids', [-85.8, 42.85, -85.55, 43.05]],
    ['Sydney', [150.9, -34.1, 151.4, -33.6]],
    ['Quito', [-78.6, -0.4, -78.3, 0.1]],
  ])('agree with proj4 about the middle of %s to a millimetre', (_name, bounds) => {
    const [west, south, east, north] = bounds;
    const middle = `+lon_0=${(west + east) / 2} +lat_0=${(south + north) / 2}`;
    const reference = proj4('EPSG:4326', `+proj=tmerc ${middle} +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs`);
    const { lon, lat } = scatter(1000, bounds);
    const expected = Array.from(lon, (_, i) => reference.forward([lon[i] ?? 0, lat[i] ?? 0]));
    const { x, y } = metresOf(bounds)(lon, lat);
    expect(
      worst(
        x,
        expected.map(([e = 0]) => e),
      ),
    ).toBeLessThan(0.001);
    expect(
      worst(
        y,
        expected.map(([, n = 0]) => n),
      ),
    ).toBeLessThan(0.001);
  });

  it('take the shorter way over the date line', () => {
    const { x } = metresOf([177, -18, 179, -16])([179.5, -179.5], [-17, -17]);
    expect((x[1] ?? 0) - (x[0] ?? 0)).toBeGreaterThan(106_000);
    expect((x[1] ?? 0) - (x[0] ?? 0)).toBeLessThan(107_000);
  });
});

it('what has no position or lies far off has no metres', () => {
  const { x, y } = metresOf(ESSEX)([Number.NaN, 0.5, 120, 0.5], [51.5, Number.NaN, 51.5, 90]);
  expect([...x, ...y].every(Number.isNaN)).toBe(true);
});
