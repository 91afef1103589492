import { writeFileSync } from 'node:fs';
import { latLngToCell } from 'h3-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '../../src/core/offences/time.ts';
import { randomFrom } from '../../src/core/stats/random.ts';
import { cli, folderOf } from './run-cli.ts';

const at = folderOf('emerging');

const emerging = (...args: string[]) => cli('emerging', ...args);

const FIRST = 18_628;
const lasting = { lon: 0.7115, lat: 51.5385 };

/** Twelve steps of a week and three days before them: one place busy throughout, a sprinkling elsewhere. */
beforeAll(() => {
  const random = randomFrom(3);
  const rows: string[] = [];
  for (let day = FIRST; day < FIRST + 87; day++) {
    for (let k = 0; k < 3; k++) rows.push(`${isoDay(day)} 12:00,${lasting.lon},${lasting.lat},Common assault`);
    const lon = (0.69 + 0.05 * random.uniform()).toFixed(5);
    const lat = (51.525 + 0.03 * random.uniform()).toFixed(5);
    rows.push(`${isoDay(day)} 12:00,${lon},${lat},Common assault`);
  }
  writeFileSync(at('days.csv'), `from,longitude,latitude,offence\n${rows.join('\n')}\n`);
  const monthly = Array.from({ length: 11 }, (_, m) => `2018-${String(m + 1).padStart(2, '0')}`);
  const months = monthly.flatMap((month) => [
    `${month},0.7115,51.5385,Robbery`,
    `${month},0.7115,51.5385,Robbery`,
    `${month},0.7300,51.5450,Robbery`,
  ]);
  writeFileSync(at('months.csv'), `Month,Longitude,Latitude,Crime type\n${months.join('\n')}\n`);
  const ring = [
    [0.69, 51.525],
    [0.74, 51.525],
    [0.74, 51.555],
    [0.69, 51.555],
    [0.69, 51.525],
  ];
  const feature = { type: 'Feature', properties: { name: 'A' }, geometry: { type: 'Polygon', coordinates: [ring] } };
  writeFileSync(at('area.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
});

const options = () => ['--area', at('area.geojson'), '--resolution', '9', '--mode', 'count'];
const rowsOf = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

describe('the emerging command', () => {
  it('writes the category of every cell, and says what the first part step left out', () => {
    const { status, stdout, stderr } = emerging(at('days.csv'), ...options(), '--step-days', '7');
    expect(status).toBe(0);
    const [header, ...rows] = rowsOf(stdout);
    expect(header).toEqual(['cell', 'category', 'trend_z', 'trend_p', 'hot_share', 'last_z']);
    expect(rows.length).toBeGreaterThan(50);
    const busy = rows.find(([cell]) => cell === latLngToCell(lasting.lat, lasting.lon, 9));
    expect(busy?.slice(1, 2)).toEqual(['persistent-hot']);
    expect(busy?.[4]).toBe('1');
    expect(rows.filter(([, category]) => category === 'no-pattern').length).toBeGreaterThan(rows.length / 2);
    expect(stderr).toContain('12 steps, 7 days each');
    expect(stderr).toMatch(/\d+ offences are in no whole step – the first begins on 4 Jan 2021/);
  });

  it('takes months as steps where dates are months', () => {
    const { status, stdout, stderr } = emerging(at('months.csv'), ...options());
    expect(status).toBe(0);
    expect(stderr).toContain('11 steps, a month each');
    expect(rowsOf(stdout).some(([, category]) => category === 'persistent-hot')).toBe(true);
  });

  it('with fewer than ten steps is one sentence and exit 1', () => {
    const { status, stdout, stderr } = emerging(at('days.csv'), ...options());
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n').at(-1)).toBe(
      'Only 3 steps have data, and emerging hot spots need 10 – take a longer period, or shorter steps where dates are days.',
    );
  });

  it('a step of no days is wrong usage', () => {
    expect(emerging(at('days.csv'), ...options(), '--step-days', '0').status).toBe(2);
  });
});
