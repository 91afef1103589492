import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../src/state/app-state.ts';
import { storeOver } from './store.fixture.ts';

const ring = (west: number) => [
  [west, 51.53],
  [west + 0.06, 51.53],
  [west + 0.06, 51.56],
  [west, 51.56],
  [west, 51.53],
];
const AREAS = JSON.stringify({
  type: 'FeatureCollection',
  features: ['West', 'East'].map((name, i) => ({
    type: 'Feature',
    properties: { code: `E${i}`, name },
    geometry: { type: 'Polygon', coordinates: [ring(0.68 + i * 0.06)] },
  })),
});
const csv = (from: number): string =>
  [
    'offence_id,offence,from,longitude,latitude',
    ...Array.from(
      { length: 200 },
      (_, i) => `${from + i},Robbery,2021-04-0${1 + (i % 9)} 10:00,${0.69 + (i % 20) / 500},${51.535 + (i % 7) / 400}`,
    ),
  ].join('\n');
const file = (name: string, text: BlobPart): File => new File([text], name);

/** A store over the real jobs; the demo is one small file. */
function newStore(): Store {
  const served = async (path: string) =>
    new Response(path.endsWith('truth.json') ? '{"patrolAreas":[]}' : path.endsWith('.geojson') ? AREAS : csv(0));
  vi.stubGlobal('fetch', served);
  return storeOver();
}
afterEach(() => vi.unstubAllGlobals());

/** A view with everything set otherwise than at first, of two files. */
async function workedOn(): Promise<Store> {
  const store = newStore();
  await store.openFiles([file('b.csv', csv(0)), file('a.csv', csv(500)), file('squares.geojson', AREAS)]);
  await store.openSchedule(file('mine.csv', 'offence,days\nRobbery,365.1\n'));
  store.dispatch({ type: 'marking', marking: 'OFFICIAL' });
  store.dispatch({
    type: 'set',
    patch: { areaId: 'E0', fromDay: 18719, resolution: 9, measure: 'gi-star', classes: { 'harm:9:own': [0, 2, 5] } },
  });
  return store;
}

const saved = async (store: Store, withRows: boolean, passphrase: string | null = null): Promise<File> =>
  file('x.harmscape.json', await store.saveProject({ withRows, passphrase }));

describe('a project in the app', () => {
  it('with its offences restores settings, areas, weights, marking and tables', async () => {
    const before = await workedOn();
    const after = newStore();
    await after.openFiles([await saved(before, true)]);
    const [was, is] = [before.getState(), after.getState()];
    expect(is.settings).toEqual(was.settings);
    expect(is).toMatchObject({
      areaSet: { name: was.areaSet.name, origin: was.areaSet.origin, areas: was.areaSet.areas },
      marking: 'OFFICIAL',
      ownSchedule: { name: 'mine.csv' },
      project: { status: 'open', name: 'x.harmscape.json', differences: [] },
      mode: 'hotspots',
      toast: null,
    });
    expect(await after.projectTables()).toEqual(await before.projectTables());
  });

  it('without them asks for the files, and takes them in its own order', async () => {
    const before = await workedOn();
    const after = newStore();
    await after.openFiles([await saved(before, false)]);
    expect(after.getState()).toMatchObject({ dataset: { status: 'idle' }, mode: 'data' });
    const { project } = after.getState();
    expect(project?.status === 'waiting' && project.inputs.map((i) => i.name)).toEqual(['b.csv', 'a.csv']);
    await after.openFiles([file('a.csv', csv(500)), file('b.csv', csv(0))]);
    expect(after.getState()).toMatchObject({
      project: { status: 'open', differences: [] },
      areaSet: { origin: 'file' },
    });
    expect(await after.projectTables()).toEqual(await before.projectTables());
  });

  it('says which files are others, and goes on with them', async () => {
    const before = await workedOn();
    const after = newStore();
    await after.openFiles([await saved(before, false), file('a.csv', csv(501)), file('b.csv', csv(0))]);
    const { project, toast, dataset } = after.getState();
    expect(project).toMatchObject({
      status: 'open',
      differences: [expect.stringContaining('“a.csv” is not the file')],
    });
    expect(toast).toMatchObject({ kind: 'error', message: expect.stringContaining('“a.csv”') });
    expect(dataset).toMatchObject({ status: 'ready', value: { name: 'b.csv, a.csv' } });
  });

  it('locked asks for the passphrase and opens with it', async () => {
    const before = await workedOn();
    const after = newStore();
    await after.openFiles([await saved(before, true, 'correct horse')]);
    expect(after.getState().project?.status).toBe('locked');
    expect(await after.unlockProject('wrong horse')).toContain('does not open this project');
    expect(after.getState().project?.status).toBe('locked');
    expect(await after.unlockProject('correct horse')).toBeNull();
    expect(await after.projectTables()).toEqual(await before.projectTables());
  });

  it('of the demo fetches the demo; other files under its name are never called synthetic', async () => {
    const before = newStore();
    await before.openDemo();
    const project = await saved(before, false);
    const after = newStore();
    await after.openFiles([project]);
    expect(after.getState()).toMatchObject({ project: { differences: [] }, dataset: { value: { source: 'demo' } } });
    const other = JSON.parse(await project.text()) as { inputs: { sha256: string }[] };
    const forged = { ...other, inputs: other.inputs.map((i) => ({ ...i, sha256: '0'.repeat(64) })) };
    await after.openFiles([file('forged.json', JSON.stringify(forged))]);
    expect(after.getState()).toMatchObject({ dataset: { value: { source: 'files' } }, marking: 'OFFICIAL-SENSITIVE' });
  });

  it('that is damaged leaves everything as it was and says so', async () => {
    const store = await workedOn();
    const before = store.getState();
    const text = await (await saved(store, false)).text();
    await store.openFiles([file('cut.json', text.slice(0, 400))]);
    await store.openFiles([file('odd.json', text.replace('"ring":1', '"ring":7'))]);
    expect(store.getState().settings).toBe(before.settings);
    expect(store.getState().dataset).toBe(before.dataset);
    expect(store.getState().toast?.message).toContain('“settings.ring” is 7');
  });

  it('is forgotten when other files are loaded', async () => {
    const before = await workedOn();
    const store = newStore();
    await store.openFiles([await saved(before, true)]);
    const opening = store.openFiles([file('c.csv', csv(9))]);
    await vi.waitFor(() => expect(store.getState().batchQuestion?.files).toEqual(['c.csv']));
    store.answerBatchQuestion({ join: true });
    await opening;
    expect(store.getState().project).toBeNull();
  });

  it('of nothing cannot be saved', async () => {
    await expect(newStore().saveProject({ withRows: false, passphrase: null })).rejects.toThrow('No offences');
  });
});
