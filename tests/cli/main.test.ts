import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { cli, folderOf } from './run-cli.ts';

const at = folderOf('cli');

/** Two months, 40 offences in one street and 10 in another, one without a place, one far away. */
beforeAll(() => {
  const header =
    'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context';
  const row = (i: number, month: string, lon: string, lat: string, type: string) =>
    `id${i},${month},Essex Police,Essex Police,${lon},${lat},On or near High Street,E01,X,${type},,`;
  const rows = [
    ...Array.from({ length: 40 }, (_, i) => row(i, '2018-05', '0.7115', '51.5385', i % 2 ? 'Robbery' : 'Shoplifting')),
    ...Array.from({ length: 10 }, (_, i) => row(100 + i, '2018-06', '0.7300', '51.5450', 'Vehicle crime')),
    row(200, '2018-06', '', '', 'Burglary'),
    row(201, '2018-06', '-1.5000', '53.0000', 'Burglary'),
  ];
  writeFileSync(at('street.csv'), `${header}\n${rows.join('\n')}\n`);
  const square = (name: string, west: number, south: number, east: number, north: number) => ({
    type: 'Feature',
    properties: { AREACD: `E-${name}`, AREANM: name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  });
  const areas = {
    type: 'FeatureCollection',
    features: [square('West', 0.7, 51.53, 0.72, 51.55), square('East', 0.72, 51.53, 0.74, 51.55)],
  };
  writeFileSync(at('areas.geojson'), JSON.stringify(areas));
});

const rowsOf = (csv: string): Record<string, string>[] => {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [header.split(',')[i] ?? '', cell])));
};

describe('the command line', () => {
  it('ingest says what the file holds, as JSON and nothing else', () => {
    const { status, stdout, stderr } = cli('ingest', at('street.csv'));
    expect(status).toBe(0);
    const summary = JSON.parse(stdout);
    expect(summary).toMatchObject({
      rows: 52,
      kept: 51,
      files: [{ name: 'street.csv', rows: 52, kept: 51 }],
      crs: 'EPSG:4326',
      from: '2018-05-01',
      to: '2018-06-30',
      categories: { Robbery: 20, Shoplifting: 20, 'Vehicle crime': 10, Burglary: 1 },
    });
    expect(summary.notes).toContainEqual(
      expect.objectContaining({ reason: 'no coordinates', kind: 'dropped', count: 1 }),
    );
    expect(stderr).toContain('52 rows read, 51 kept');
  });

  it('hotspots writes every cell of the area by rank, zeros too', () => {
    const { status, stdout } = cli('hotspots', at('street.csv'), '--area', at('areas.geojson'), '--resolution', '9');
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toBe('cell,lon,lat,area_m2,count,harm,value,z,p,q,bin,rank');
    const rows = rowsOf(stdout);
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.map((r) => r.rank)).toEqual(rows.map((_, i) => String(i + 1)));
    expect(rows[0]).toMatchObject({ count: '40', harm: String(20 * 365 + 20), value: String(20 * 365 + 20) });
    expect(rows[1]).toMatchObject({ count: '10', harm: '50' });
    expect(rows.slice(2).every((r) => r.value === '0')).toBe(true);
    const zeros = rows.slice(2).map((r) => r.cell ?? '');
    expect(zeros).toEqual(zeros.toSorted());
  });

  it('one feature, one month and counts can be asked for', () => {
    const args = [
      '--area',
      at('areas.geojson'),
      '--area-name',
      'east',
      '--resolution',
      '9',
      '--mode',
      'count',
      '--from',
      '2018-06',
      '--to',
      '2018-06',
    ];
    const rows = rowsOf(cli('hotspots', at('street.csv'), ...args).stdout);
    expect(rows.reduce((sum, r) => sum + Number(r.count), 0)).toBe(10);
  });

  it('a period that cuts a month leaves the month out', () => {
    const args = ['--area', at('areas.geojson'), '--resolution', '9', '--from', '2018-05-02', '--to', '2018-06-30'];
    const rows = rowsOf(cli('hotspots', at('street.csv'), ...args).stdout);
    expect(rows.reduce((sum, r) => sum + Number(r.count), 0)).toBe(10);
  });

  it.each(['csv', 'geojson', 'parquet', 'json'])('--out x.%s writes the same table in that format', async (format) => {
    const out = at(`out.${format}`);
    const { status, stdout } = cli(
      'hotspots',
      at('street.csv'),
      '--area',
      at('areas.geojson'),
      '--resolution',
      '8',
      '--out',
      out,
    );
    expect([status, stdout]).toEqual([0, '']);
    const bytes = readFileSync(out);
    const counts: number[] =
      format === 'csv'
        ? rowsOf(bytes.toString()).map((r) => Number(r.count))
        : format === 'json'
          ? JSON.parse(bytes.toString()).map((r: { count: number }) => r.count)
          : format === 'geojson'
            ? JSON.parse(bytes.toString()).features.map((f: { properties: { count: number } }) => f.properties.count)
            : (await parquetReadObjects({ file: new Uint8Array(bytes).buffer })).map((r) => r.count);
    expect(counts.length).toBeGreaterThan(2);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(50);
  });

  it('the same seed gives the same bytes, permutations too', () => {
    const args = [
      'hotspots',
      at('street.csv'),
      '--area',
      at('areas.geojson'),
      '--resolution',
      '9',
      '--permutations',
      '99',
      '--seed',
      '7',
    ];
    const once = cli(...args).stdout;
    expect(cli(...args).stdout).toBe(once);
    expect(once).not.toBe(cli(...args.slice(0, -1), '8').stdout);
  });

  it('--outside hides small counts and says how many', () => {
    const args = ['--area', at('areas.geojson'), '--resolution', '9', '--to', '2018-05'];
    writeFileSync(at('lone.csv'), 'Month,Longitude,Latitude,Crime type\n2018-05,0.7300,51.5450,Robbery\n');
    const files = [at('street.csv'), at('lone.csv')];
    const own = rowsOf(cli('hotspots', ...files, ...args).stdout);
    expect(own.filter((r) => r.count === '1')).toHaveLength(1);
    const { status, stdout, stderr } = cli('hotspots', ...files, ...args, '--outside');
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toBe('cell,lon,lat,area_m2,count,harm,value,z,p,q,bin,rank');
    const rows = rowsOf(stdout);
    expect(rows.map((r) => r.cell).toSorted()).toEqual(own.map((r) => r.cell).toSorted());
    expect(rows.every((r) => r.count === '' || r.count === '0' || Number(r.count) >= 5)).toBe(true);
    // the lone robbery and, since the total would give it away, the only other cell that holds anything
    expect(rows.slice(-2).map((r) => [r.count, r.harm, r.value, r.z, r.p, r.q, r.bin, r.rank])).toEqual(
      Array.from({ length: 2 }, () => Array.from({ length: 8 }, () => '')),
    );
    expect(stderr).toContain('counts under 5 hidden (2 of');
  });

  it('what the data cannot answer is one sentence and exit 1', () => {
    const { status, stdout, stderr } = cli(
      'hotspots',
      at('street.csv'),
      '--area',
      at('areas.geojson'),
      '--definition',
      'knife',
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/knife/i);
  });

  it.each([
    ['a missing file', ['ingest', 'nowhere.csv'], 1],
    ['an unknown area name', ['hotspots', 'FILE', '--area', 'AREA', '--area-name', 'North'], 1],
    ['no area', ['hotspots', 'FILE'], 2],
    ['an unknown option', ['ingest', 'FILE', '--nope'], 2],
    ['an unknown command', ['hotspot', 'FILE'], 2],
    ['a resolution out of range', ['hotspots', 'FILE', '--area', 'AREA', '--resolution', '12'], 2],
    ['an impossible date', ['hotspots', 'FILE', '--area', 'AREA', '--from', '2018-13'], 2],
    ['an unknown field', ['ingest', 'FILE', '--map', 'x=colour'], 2],
  ])('%s ends with a sentence and the right exit code', (_, args, code) => {
    const named = args.map((a) => (a === 'FILE' ? at('street.csv') : a === 'AREA' ? at('areas.geojson') : a));
    const { status, stdout, stderr } = cli(...named);
    expect([status, stdout]).toEqual([code, '']);
    expect(stderr.length).toBeGreaterThan(20);
    expect(stderr).not.toContain('    at ');
  });

  it('--sheet names the sheet of a workbook', () => {
    const workbook = fileURLToPath(new URL('../corpus/excel-workbook.xlsx', import.meta.url));
    const { stdout } = cli('ingest', workbook, '--sheet', 'april 2021');
    expect(JSON.parse(stdout).files[0]).toMatchObject({ format: 'Excel, sheet April 2021', rows: 4, kept: 3 });
    const { status, stderr } = cli('ingest', workbook, '--sheet', 'May');
    expect(status).toBe(1);
    expect(stderr).toContain('has no sheet “May” – its sheets are “Read & me”, “April 2021”.');
  });

  it('--map names a column by hand', () => {
    writeFileSync(at('own.csv'), 'wo_x,wo_y,was\n0.7115,51.5385,Robbery\n');
    expect(cli('ingest', at('own.csv')).status).toBe(1);
    const { status, stdout } = cli(
      'ingest',
      at('own.csv'),
      '--map',
      'wo_x=longitude',
      '--map',
      'wo_y=latitude',
      '--map',
      'was=offence',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ rows: 1, kept: 1, from: null, categories: { Robbery: 1 } });
  });
});
