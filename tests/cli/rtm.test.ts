import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'harmscape-rtm-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), ...args], {
    encoding: 'utf8',
    cwd: ROOT,
  });

const collection = (features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const point = (lon: number, lat: number) => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Point', coordinates: [lon, lat] },
});

/** Forty pubs on a lattice with three offences at each, thirty offences elsewhere, shops where nothing is. */
beforeAll(() => {
  const [west, south, east, north] = [0.68, 51.53, 0.74, 51.56];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  writeFileSync(
    at('area.geojson'),
    collection([
      { type: 'Feature', properties: { name: 'Square' }, geometry: { type: 'Polygon', coordinates: [ring] } },
    ]),
  );
  const pubs = Array.from(
    { length: 40 },
    (_, k) => [0.684 + (k % 8) * 0.007, 51.533 + Math.floor(k / 8) * 0.006] as const,
  );
  const shops = Array.from({ length: 12 }, (_, k) =>
    point(0.6875 + (k % 4) * 0.014, 51.536 + Math.floor(k / 4) * 0.006),
  );
  writeFileSync(at('pubs.geojson'), collection(pubs.map(([lon, lat]) => point(lon, lat))));
  writeFileSync(at('shops.geojson'), collection(shops));
  const offences = [
    ...pubs.flatMap(([lon, lat], k) => [0, 1, 2].map((i) => [lon + i * 0.0001, lat + (k % 3) * 0.0001])),
    ...Array.from({ length: 30 }, (_, k) => [0.681 + ((k * 7) % 30) * 0.0019, 51.531 + ((k * 11) % 30) * 0.0009]),
  ];
  const lines = offences.map(([lon, lat]) => `Robbery,2021-05-01,${lon},${lat}`);
  const undated = offences.map(([lon, lat]) => `Robbery,${lon},${lat}`);
  writeFileSync(at('undated.csv'), `offence,longitude,latitude\n${undated.join('\n')}\n`);
  writeFileSync(at('offences.csv'), `offence,date,longitude,latitude\n${lines.join('\n')}\n`);
});

const model = (...more: string[]) =>
  cli(
    'rtm',
    ...['--outcome', at('offences.csv'), '--factor', `pubs=${at('pubs.geojson')}`, `shops=${at('shops.geojson')}`],
    ...['--area', at('area.geojson'), ...more],
  );

describe('the rtm command', () => {
  it('writes the model, the cells and the fitted columns, and the same again', () => {
    const { status, stdout, stderr } = model(
      ...['--out-model', at('m.json'), '--out-cells', at('c.csv'), '--out-design', at('d.csv')],
    );
    expect(stderr).toContain('Near is not because of');
    expect([status, stdout]).toEqual([0, '']);
    const m = JSON.parse(readFileSync(at('m.json'), 'utf8'));
    expect(Object.keys(m)).toEqual(['variables', 'selected', 'path', 'models', 'chosen', 'rrv', 'rrs', 'penalised']);
    expect(m.rrv[0]).toMatchObject({ factor: 'pubs', extentM: 100 });
    expect(m.rrv[0].rrv).toBeGreaterThan(5);
    expect(m.rrv[0].lo).toBeLessThan(m.rrv[0].rrv);
    expect(m.rrs.min).toBe(1);

    const [header = '', ...rows] = readFileSync(at('d.csv'), 'utf8').trimEnd().split('\n');
    expect(header.split(',')).toEqual(['cell', 'y', ...m.variables]);
    expect(Object.keys(m.penalised.coefficients)).toEqual(m.variables);
    expect(m.selected).toEqual(m.variables.filter((v: string) => m.penalised.coefficients[v] > 0));
    expect(m.penalised).toMatchObject({ alpha: 0.5, standardize: true });
    expect(rows.every((row) => /^[0-9a-f]{15},\d+(,[01])+$/.test(row))).toBe(true);

    const [columns, ...cells] = readFileSync(at('c.csv'), 'utf8').trimEnd().split('\n');
    expect(columns).toBe('cell,lon,lat,rrs,predicted,observed');
    expect(cells.map((row) => row.split(',')[0])).toEqual(rows.map((row) => row.split(',')[0]));
    expect(cells.map((row) => row.split(',')[5])).toEqual(rows.map((row) => row.split(',')[1]));

    const again = model();
    expect(again.stdout).toBe(readFileSync(at('m.json'), 'utf8'));
  });

  it('takes extents, operationalisation, penalty and folds', () => {
    const { stdout } = model(
      '--block-m',
      '250',
      '--max-blocks',
      '2',
      '--increment',
      'whole',
      '--operationalisation',
      'proximity',
      '--folds',
      '5',
      '--alpha',
      '1',
    );
    const m = JSON.parse(stdout);
    expect(m.variables.every((v: string) => /^(pubs|shops)__proximity__(250|500)$/.test(v))).toBe(true);
    expect(m.penalised.alpha).toBe(1);
  });

  it('without dates tests the model on parts of the area it has not seen, and says so', () => {
    const { status, stdout, stderr } = cli(
      'rtm',
      ...['--outcome', at('undated.csv'), '--factor', `pubs=${at('pubs.geojson')}`, '--area', at('area.geojson')],
    );
    expect(status).toBe(0);
    expect(stderr).toContain('In sample, the first 5 % of the cells hold');
    expect(stderr).toContain('The offences have no dates');
    const { validation } = JSON.parse(stdout);
    expect(validation).toMatchObject({ method: 'spatial', folds: 5, blockM: 1200 });
    const budgets: { budgetPercent: number; inSample: { pai: number }; heldOut: { pai: number } }[] =
      validation.budgets;
    expect(budgets.map(({ budgetPercent }) => budgetPercent)).toEqual([1, 2, 5, 10]);
    for (const { inSample, heldOut } of budgets) {
      expect(inSample.pai).toBeGreaterThan(2);
      expect(heldOut.pai).toBeGreaterThan(2);
    }
  });

  it('is among the methods that validate tests, where there are factors', () => {
    const dated = readFileSync(at('offences.csv'), 'utf8').trim().split('\n');
    const days = dated.map((line, k) => (k % 3 === 0 ? line.replace('2021-05-01', '2021-06-01') : line));
    writeFileSync(at('two months.csv'), `${days.join('\n')}\n`);
    const validate = (...more: string[]) =>
      cli(
        'validate',
        at('two months.csv'),
        ...['--area', at('area.geojson'), '--train-to', '2021-05', '--test-to', '2021-06', ...more],
      );
    const methods = ({ stdout }: { readonly stdout: string }) =>
      new Set(
        stdout
          .trim()
          .split('\n')
          .slice(1)
          .map((row) => row.split(',')[0]),
      );
    expect(methods(validate())).not.toContain('rtm');
    expect(methods(validate('--factor', `pubs=${at('pubs.geojson')}`))).toContain('rtm');
    expect(validate('--factor', 'pubs').status).toBe(2);
  });

  it('says what is wrong', () => {
    expect(model('--alpha', '0').status).toBe(2);
    const missing = cli(
      'rtm',
      '--outcome',
      at('offences.csv'),
      '--factor',
      'pubs=nowhere.csv',
      '--area',
      at('area.geojson'),
    );
    expect([missing.status, missing.stdout]).toEqual([1, '']);
    expect(missing.stderr).toContain('nowhere.csv');
    expect(cli('rtm', '--outcome', at('offences.csv'), '--factor', 'pubs', '--area', at('area.geojson')).status).toBe(
      2,
    );
  });
});
