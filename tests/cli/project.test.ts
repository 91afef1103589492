import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProjectFile } from '../../src/cli/project.ts';
import type { ProjectTables } from '../../src/core/project/tables.ts';
import { directClient } from '../../src/worker/client.ts';
import { createJobs } from '../../src/worker/jobs.ts';
import type { ProjectAbout } from '../../src/worker/projects.ts';
import { PROJECT } from '../core/project/projects.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'harmscape-project-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fractions of a day, so that the order of adding them shows in the last digits. */
const SCHEDULE = 'offence,days\nRobbery,365.1\nShoplifting,0.7\nBurglary,19.3\n';
const OFFENCES = ['Robbery', 'Shoplifting', 'Burglary'];
const csv = (from: number): string =>
  [
    'offence_id,offence,from,longitude,latitude,location',
    ...Array.from({ length: 400 }, (_, i) => {
      const lon = 0.685 + ((i * 7 + from) % 50) * 0.001;
      return `${from + i},${OFFENCES[i % 3]},2021-04-${10 + (i % 20)} 2${i % 4}:15,${lon},${51.533 + (i % 13) / 500},=Street ${i % 20}`;
    }),
  ].join('\n');
const AREAS = JSON.stringify({
  type: 'FeatureCollection',
  features: PROJECT.areaSet.areas.map(({ id, name, polygons }) => ({
    type: 'Feature',
    properties: { code: id, name },
    geometry: { type: 'MultiPolygon', coordinates: polygons },
  })),
});
const about: ProjectAbout = {
  ...PROJECT,
  settings: { ...PROJECT.settings, schedule: 'own', mode: 'sqrt-harm', areaId: null, resolution: 10 },
  ownSchedule: { name: 'mine.csv', text: SCHEDULE },
};

function cli(args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'src/cli/main.ts'), 'project', 'run', ...args], {
    encoding: 'utf8',
    cwd: ROOT,
    maxBuffer: 1 << 26,
  });
}

const client = directClient(createJobs());
const file = (name: string, text: string): File => new File([text], name);
let tables: ProjectTables;
let withRows: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  await client.openAreas(AREAS, 'squares.geojson');
  await client.load([file('may.csv', csv(0)), file('june.csv', csv(1000))], () => {});
  await client.openSchedule(SCHEDULE, 'mine.csv');
  tables = await client.projectTables(about.settings);
  withRows = await client.saveProject(about, { withRows: true, passphrase: null });
  writeFileSync(at('rows.json'), withRows);
  writeFileSync(at('plain.json'), await client.saveProject(about, { withRows: false, passphrase: null }));
  writeFileSync(at('locked.json'), await client.saveProject(about, { withRows: true, passphrase: 'correct horse' }));
});

describe('a project run from the command line', () => {
  it('gives the tables of the app, byte for byte, from the rows within', () => {
    const { status, stdout } = cli([at('rows.json')]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ tables });
    expect(tables['ranked.csv'].split('\n').length).toBeGreaterThan(50);
    expect(tables['hotspots.csv']).toContain('cell,lon,lat');
  });

  it('gives the same from the files by name, to a folder', async () => {
    writeFileSync(at('may.csv'), csv(0));
    writeFileSync(at('june.csv'), csv(1000));
    await runProjectFile(at('plain.json'), { out: at('out') });
    expect(readFileSync(at('out/ranked.csv'), 'utf8')).toBe(tables['ranked.csv']);
    expect(readFileSync(at('out/hotspots.csv'), 'utf8')).toBe(tables['hotspots.csv']);
  });

  it('takes of several files by a name the one that was used', async () => {
    mkdirSync(at('elsewhere'), { recursive: true });
    writeFileSync(at('elsewhere/may.csv'), csv(5));
    await runProjectFile(at('plain.json'), { files: [at('elsewhere')], out: at('again') });
    expect(readFileSync(at('again/ranked.csv'), 'utf8')).toBe(tables['ranked.csv']);
  });

  it('is refused with one sentence when a file is missing, then when it changed', async () => {
    rmSync(at('june.csv'));
    const { status, stdout, stderr } = cli([at('plain.json')]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^“june\.csv” of the project is missing.*\n$/);
    writeFileSync(at('june.csv'), `${csv(1000)}\n`);
    await expect(runProjectFile(at('plain.json'), { files: [folder] })).rejects.toThrow('“june.csv” is not the file');
  });

  it('opens a locked one with the passphrase of the environment only', async () => {
    await expect(runProjectFile(at('locked.json'), {})).rejects.toThrow('--passphrase-env');
    process.env.HARMSCAPE_TEST = 'correct horse';
    await runProjectFile(at('locked.json'), { passphraseEnv: 'HARMSCAPE_TEST', out: at('unlocked') });
    expect(readFileSync(at('unlocked/ranked.csv'), 'utf8')).toBe(tables['ranked.csv']);
    process.env.HARMSCAPE_TEST = 'wrong horse';
    const wrong = runProjectFile(at('locked.json'), { passphraseEnv: 'HARMSCAPE_TEST' });
    await expect(wrong).rejects.toThrow('does not open this project');
  });
});

describe('a project of several batches', () => {
  it('gives the tables of the app, byte for byte, with one batch off', async () => {
    const worker = directClient(createJobs());
    await worker.openAreas(AREAS, 'squares.geojson');
    await worker.openSchedule(SCHEDULE, 'mine.csv');
    await worker.load([file('may.csv', csv(0))], () => {}, {}, [], { join: false, name: 'May', receivedDay: 18_780 });
    await worker.load([file('off.csv', csv(5000))], () => {}, {}, [], { join: true, name: 'Off', receivedDay: 18_790 });
    await worker.load([file('june.csv', csv(200))], () => {}, {}, [], {
      join: true,
      name: 'Early',
      receivedDay: 18_770,
    });
    const { list } = await worker.setBatches({ kind: 'set', id: 2, patch: { on: false } });
    expect(list.batches.map(({ name, counts }) => [name, counts?.new])).toEqual([
      ['Early', 400],
      ['May', 200],
      ['Off', undefined],
    ]);
    const expected = await worker.projectTables(about.settings);
    writeFileSync(at('batches.json'), await worker.saveProject(about, { withRows: true, passphrase: null }));
    const { status, stdout } = cli([at('batches.json')]);
    expect([status, JSON.parse(stdout)]).toEqual([0, { tables: expected }]);
    expect(expected['ranked.csv']).not.toBe(tables['ranked.csv']);
  });
});

describe('a project in the worker', () => {
  it('is saved with the same bytes twice', async () => {
    expect(await client.saveProject(about, { withRows: true, passphrase: null })).toEqual(withRows);
  });

  it('opened again gives the same tables, and the same file', async () => {
    const other = directClient(createJobs());
    const opened = await other.openProject(new File([withRows], 'rows.json'), null);
    if (opened === 'locked' || opened.rows === null) throw new Error('The rows are within.');
    await other.load(opened.rows, () => {}, opened.project.map);
    expect(await other.checkInputs(opened.project.inputs)).toEqual([]);
    expect(await other.projectTables(opened.project.settings)).toEqual(tables);
    expect(await other.saveProject(opened.project, { withRows: true, passphrase: null })).toEqual(withRows);
  });

  it('says which files are others, and goes on', async () => {
    const other = directClient(createJobs());
    const opened = await other.openProject(new File([withRows], 'rows.json'), null);
    if (opened === 'locked') throw new Error('It is not locked.');
    await other.load([file('may.csv', csv(5))], () => {});
    expect(await other.checkInputs(opened.project.inputs)).toEqual([
      expect.stringContaining('“may.csv” is not the file'),
      expect.stringContaining('“june.csv” of the project is missing'),
    ]);
    expect((await other.projectTables(opened.project.settings))['ranked.csv']).not.toBe(tables['ranked.csv']);
  });

  it('wants the passphrase of a locked one', async () => {
    const other = directClient(createJobs());
    const locked = new File([readFileSync(at('locked.json'))], 'locked.json');
    expect(await other.openProject(locked, null)).toBe('locked');
    await expect(other.openProject(locked, 'wrong horse')).rejects.toThrow('does not open this project');
    expect(await other.openProject(locked, 'correct horse')).toMatchObject({ project: { title: PROJECT.title } });
  });
});
