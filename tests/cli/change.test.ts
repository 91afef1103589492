import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { cli, folderOf } from './run-cli.ts';

const at = folderOf('change');
const command = (name: string, ...args: string[]) =>
  cli(name, at('offences.csv'), '--area', at('area.geojson'), ...args);

/** Two places from March to May 2021: 2 robberies a day at one until 12 April and 1 from then on, 1 assault at the other. */
beforeAll(() => {
  const lines: string[] = [];
  const add = (day: Date, offence: string, place: string, location: string) =>
    lines.push(`${day.toISOString().slice(0, 10)}T22:00,${offence},${place},${location}`);
  for (let i = 0; i < 92; i++) {
    const day = new Date(Date.UTC(2021, 2, 1 + i));
    const robberies = i < 42 ? 2 : 1;
    for (let k = 0; k < robberies; k++)
      add(day, 'Robbery of personal property', '0.7115,51.5385', 'Pier <Hill> & Parade');
    add(day, 'Common assault', '0.7300,51.5450', 'London Road');
  }
  writeFileSync(at('offences.csv'), `from,offence,longitude,latitude,location\n${lines.join('\n')}\n`);
  const ring = [
    [0.7, 51.53],
    [0.74, 51.53],
    [0.74, 51.55],
    [0.7, 51.55],
    [0.7, 51.53],
  ];
  const feature = { type: 'Feature', properties: { name: 'Town' }, geometry: { type: 'Polygon', coordinates: [ring] } };
  writeFileSync(at('area.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
});

const rowsOf = (csv: string): Record<string, string>[] => {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [header.split(',')[i] ?? '', cell])));
};

describe('change', () => {
  it('writes every cell with both counts and the ratio; cells with nothing stay empty', () => {
    const { status, stdout, stderr } = command('change', '--date', '2021-04-12');
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toBe('cell,before,after,rate_ratio,lo,hi,p,q');
    const rows = rowsOf(stdout);
    expect(rows.length).toBeGreaterThan(200);
    const busy = rows.filter((row) => row.p !== '').toSorted((a, b) => Number(b.before) - Number(a.before));
    expect(busy.map((row) => [row.before, row.after, row.rate_ratio])).toEqual([
      ['56', '28', '0.5'],
      ['28', '28', '1'],
    ]);
    expect(Number(busy[0]?.q)).toBeCloseTo(2 * Number(busy[0]?.p), 12);
    expect(rows.find((row) => row.before === '0')).toMatchObject({
      after: '0',
      rate_ratio: '',
      lo: '',
      hi: '',
      p: '',
      q: '',
    });
    expect(stderr).toContain('15 Mar 2021 to 11 Apr 2021, 28 days');
    expect(stderr).toContain('night-time-economy hours: 24 offences before, 16 after');
    expect(stderr).toContain('not cause and effect');
  });

  it('rates are by the days covered when the data end inside a window', () => {
    const { stdout, stderr } = command('change', '--date', '2021-05-18', '--before-days', '14');
    const busy = rowsOf(stdout).filter((row) => row.p !== '');
    expect(busy.map((row) => [row.before, row.after, Number(row.rate_ratio)])).toEqual([
      ['14', '14', 1],
      ['14', '14', 1],
    ]);
    expect(stderr).toContain('14 of its 28 days');
  });

  it('a window without data is one sentence and exit 1', () => {
    const { status, stdout, stderr } = command('change', '--date', '2021-04-12', '--baseline', 'last-year');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/window before the key date, 13 Apr 2020 to 10 May 2020/);
  });
});

describe('outside the force', () => {
  it('change leaves cells of small counts empty, and says no totals', () => {
    const windows = ['--date', '2021-04-12', '--before-days', '4', '--after-days', '4'];
    const busy = (stdout: string) => rowsOf(stdout).filter((row) => Number(row.before) > 0);
    expect(busy(command('change', ...windows).stdout)).toHaveLength(2);
    const { status, stdout, stderr } = command('change', ...windows, '--outside');
    expect(status).toBe(0);
    expect(busy(stdout).every((row) => Number(row.before) >= 5)).toBe(true);
    expect(busy(stdout).length).toBeLessThan(2);
    expect(stderr).not.toContain('all hours');
  });

  it.each(['kde', 'emerging', 'patrol'])('%s has no such version and says so', (name) => {
    const { status, stdout, stderr } = command(name, '--outside');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`There is no version of ${name} for outside the force`);
  });
});

describe('validate', () => {
  it('writes each method at each budget', () => {
    const { status, stdout, stderr } = command('validate', '--train-to', '2021-04', '--test-to', '2021-05');
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toBe('method,budget_percent,hit_rate,pai,pei');
    const rows = rowsOf(stdout);
    expect(rows.slice(0, 4).map((row) => [row.method, row.budget_percent])).toEqual(
      ['1', '2', '5', '10'].map((budget) => ['prior-count', budget]),
    );
    expect(rows[0]).toMatchObject({ hit_rate: '1', pei: '1' });
    expect(stderr).toContain('emerging is left out');
  });

  it('other budgets, and rolling by month', () => {
    const args = ['--train-to', '2021-03', '--test-to', '2021-05', '--budgets', '5', '--rolling'];
    const { stdout, stderr } = command('validate', ...args);
    expect(rowsOf(stdout).map((row) => row.budget_percent)).toEqual(['5', '5', '5', '5']);
    expect(stderr).toContain('tested from 1 Apr 2021 to 30 Apr 2021');
    expect(stderr).toContain('tested from 1 May 2021 to 31 May 2021');
  });
});

describe('patrol', () => {
  it('writes areas as JSON', () => {
    const { status, stdout } = command('patrol');
    expect(status).toBe(0);
    const { areas } = JSON.parse(stdout);
    expect(areas).toHaveLength(2);
    expect(Object.keys(areas[0])).toEqual([
      'rank',
      'name',
      'cells',
      'area_m2',
      'count',
      'harm',
      'share',
      'lon',
      'lat',
      'grid_ref',
    ]);
    expect(areas[0]).toMatchObject({ rank: 1, name: 'Pier <Hill> & Parade', count: 134, harm: 134 * 365 });
    expect(areas[0].grid_ref).toMatch(/^TQ \d{4} \d{4}$/);
    expect(areas[0].share + areas[1].share).toBeCloseTo(1, 12);
  });

  it('.geojson has outlines, .gpx waypoints and .csv rows of the same areas', () => {
    for (const format of ['geojson', 'gpx', 'csv']) {
      const { status, stdout } = command('patrol', '--out', at(`areas.${format}`));
      expect([status, stdout]).toEqual([0, '']);
    }
    const { features } = JSON.parse(readFileSync(at('areas.geojson'), 'utf8'));
    expect(features).toHaveLength(2);
    const [[ring]] = features[0].geometry.coordinates;
    expect(ring).toHaveLength(7);
    expect(ring[0]).toEqual(ring.at(-1));
    expect(ring[0][0]).toBeCloseTo(0.71, 1);
    const gpx = readFileSync(at('areas.gpx'), 'utf8');
    expect(gpx).toContain('<name>1 Pier &lt;Hill&gt; &amp; Parade</name><desc>TQ ');
    expect(gpx.match(/<wpt /g)).toHaveLength(2);
    expect(rowsOf(readFileSync(at('areas.csv'), 'utf8')).map((row) => row.rank)).toEqual(['1', '2']);
  });

  it('options choose how many and how large; a cap below a cell and an unknown extension are refused', () => {
    expect(JSON.parse(command('patrol', '--min-count', '100').stdout).areas).toHaveLength(1);
    expect(JSON.parse(command('patrol', '--spacing-m', '5000').stdout).areas).toHaveLength(1);
    expect(command('patrol', '--max-area-m2', '5000').stderr).toMatch(/a patrol area at most 5000 m² – choose/);
    expect(command('patrol', '--out', at('areas.docx')).status).toBe(1);
  });

  it('.html has a card for each area, with text of the file as text and nothing that runs or is fetched', () => {
    const { status, stdout } = command('patrol', '--out', at('cards.html'), '--marking', 'SYNTHETIC');
    expect([status, stdout]).toEqual([0, '']);
    const html = readFileSync(at('cards.html'), 'utf8');
    expect(html.match(/<article class="card"/g)).toHaveLength(2);
    expect(html).toContain('<h2>Pier &lt;Hill&gt; &amp; Parade</h2>');
    expect(html.match(/class="marking">SYNTHETIC</g)).toHaveLength(6);
    expect(html).toMatch(/<strong>TQ \d{4} \d{4}<\/strong>/);
    expect(html).toContain('within 5 m');
    expect(html).toContain('1 Mar 2021 to 31 May 2021');
    expect(html).not.toMatch(/<script|https?:|src=|onload/i);
  });

  it.each([
    ['change without a date', ['change'], 2],
    ['validate without days', ['validate'], 2],
    ['a budget of nothing', ['validate', '--train-to', '2021-03', '--test-to', '2021-04', '--budgets', '0'], 2],
    ['a test before the training', ['validate', '--train-to', '2021-04', '--test-to', '2021-03'], 1],
  ])('%s ends with the right exit code', (_, [name = '', ...args], code) => {
    const { status, stdout } = command(name, ...args);
    expect([status, stdout]).toEqual([code, '']);
  });
});
