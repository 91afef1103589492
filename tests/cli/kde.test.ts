import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { wgs84ToBng } from '../../src/core/geo/bng.ts';
import { randomFrom } from '../../src/core/stats/random.ts';
import { cli, folderOf } from './run-cli.ts';

const at = folderOf('kde');

const kde = (...args: string[]) => cli('kde', at('offences.csv'), '--area', at('area.geojson'), ...args);

const random = randomFrom(6);
const offences = Array.from({ length: 60 }, () => ({
  lon: Number((0.695 + 0.05 * random.uniform()).toFixed(5)),
  lat: Number((51.525 + 0.03 * random.uniform()).toFixed(5)),
  days: random.below(2) ? 365 : 1,
}));

beforeAll(() => {
  const lines = offences.map(
    ({ lon, lat, days }) =>
      `2021-04-17,${lon},${lat},${days === 365 ? 'Robbery of personal property' : 'Common assault'}`,
  );
  writeFileSync(at('offences.csv'), `from,longitude,latitude,offence\n${lines.join('\n')}\n`);
  const ring = [
    [0.7, 51.53],
    [0.74, 51.53],
    [0.74, 51.55],
    [0.7, 51.55],
    [0.7, 51.53],
  ];
  const geometry = { type: 'Polygon', coordinates: [ring] };
  writeFileSync(at('area.geojson'), JSON.stringify({ type: 'Feature', properties: { name: 'Town' }, geometry }));
});

/** Density at a place by a plain loop over the National Grid. */
function byLoop(lon: number, lat: number, h: number, weight: (days: number) => number): number {
  const [x, y] = wgs84ToBng(lon, lat);
  let sum = 0;
  for (const offence of offences) {
    const [px, py] = wgs84ToBng(offence.lon, offence.lat);
    const u = ((px - x) ** 2 + (py - y) ** 2) / h ** 2;
    if (u < 1) sum += ((weight(offence.days) * 3) / (Math.PI * h ** 2)) * (1 - u) ** 2;
  }
  return sum * 1e6;
}

const rowsOf = (csv: string): number[][] =>
  csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));

describe('kde', () => {
  it.each<[string, (days: number) => number]>([
    ['count', () => 1],
    ['harm', (days) => days],
    ['sqrt-harm', Math.sqrt],
  ])('writes the density of every cell in mode %s, with what lies around the area', (mode, weight) => {
    const { status, stdout, stderr } = kde('--resolution', '9', '--mode', mode, '--bandwidth-m', '450');
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toBe('cell,lon,lat,density_per_km2');
    expect(stderr).toContain('Bandwidth 450 m (radius)');
    const rows = rowsOf(stdout);
    expect(rows.length).toBeGreaterThan(25);
    for (const [, lon = 0, lat = 0, density = Number.NaN] of rows) {
      const expected = byLoop(lon, lat, 450, weight);
      expect(Math.abs(density - expected)).toBeLessThanOrEqual(1e-4 * Math.max(1, expected));
    }
  });

  it('finds a bandwidth by itself and says which', () => {
    const { status, stdout, stderr } = kde('--resolution', '8', '--kernel', 'gaussian');
    expect(status).toBe(0);
    expect(stderr).toMatch(/Bandwidth [\d.]+ m \(standard deviation, cut at four, by the rule\)\./);
    expect(rowsOf(stdout).every(([, , , density = 0]) => density > 0)).toBe(true);
  });

  it('refuses a bandwidth that is none, and says so when there is nothing to take one from', () => {
    const wrong = kde('--bandwidth-m', '-3');
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('neither auto nor metres');
    const none = kde('--from', '2019-01-01', '--to', '2019-12-31');
    expect([none.status, none.stdout]).toEqual([1, '']);
    expect(none.stderr).toContain('A bandwidth cannot be told from no offences – give it in metres, such as 300.');
  });
});
