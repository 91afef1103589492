import { describe, expect, it, vi } from 'vitest';
import type { Store } from '../../src/state/app-state.ts';
import { columnOf, type MappingStep, withColumn, withCrs, withOffence } from '../../src/state/mapping-step.ts';
import { memory, storeOver } from './store.fixture.ts';

const AREA = JSON.stringify({
  type: 'Feature',
  properties: { name: 'Square' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [0.68, 51.53],
        [0.74, 51.53],
        [0.74, 51.56],
        [0.68, 51.56],
        [0.68, 51.53],
      ],
    ],
  },
});
const ROWS = Array.from(
  { length: 60 },
  (_, i) => `K${i},PERS ROB,2021-04-${10 + (i % 20)} 10:00,${0.69 + i / 2000},${51.535 + (i % 7) / 400}`,
);
const strange = (name: string, header = 'key,wot,reported,across,up') => new File([[header, ...ROWS].join('\n')], name);
const usual = (name: string) =>
  strange(name, 'offence_id,offence,from,longitude,latitude')
    .text()
    .then((text) => {
      return new File([text.replaceAll('PERS ROB', 'Robbery').replaceAll(/^K/gm, `${name}-`)], name);
    });

const newStore = (kept?: Map<string, string>): Store => storeOver({ storage: memory(kept) });

/** The step once its count is there. */
const asked = (store: Store, name: string): Promise<MappingStep> =>
  vi.waitFor(() => {
    const { mapping } = store.getState();
    if (mapping?.file.name !== name || mapping.trial.status !== 'ready') throw new Error('not asked');
    return mapping;
  });

async function started(memory = new Map<string, string>()): Promise<Store> {
  const store = newStore(memory);
  await store.openFiles([new File([AREA], 'square.geojson')]);
  return store;
}

const reportOf = (store: Store) => {
  const { dataset } = store.getState();
  return 'value' in dataset ? dataset.value?.report : undefined;
};

describe('opening files', () => {
  it('waits for the answer about one that is not understood, and loads it with the others', async () => {
    const store = await started();
    const opening = store.openFiles([await usual('a.csv'), strange('b.csv')]);
    const step = await asked(store, 'b.csv');
    expect(step.place).toEqual({ at: 1, of: 1 });
    expect(columnOf(step, 'x')?.name).toBe('across');
    expect(reportOf(store)).toBeUndefined();
    const draft = withColumn(step, 'offence', 'wot');
    store.setMapping(withOffence(draft, 'PERS ROB', 'Robbery of personal property'));
    store.finishMapping(null);
    await opening;
    expect(reportOf(store)).toMatchObject({ rows: 120, kept: 120 });
    expect(reportOf(store)?.notes.map(({ reason }) => reason)).not.toContain('offence not recognised');
    expect(store.getState().profiles).toEqual([]);
  });

  it('asks about each that is not understood, in order, and gives the load up with any of them', async () => {
    const store = await started();
    const opening = store.openFiles([strange('a.csv'), strange('b.csv', 'ref,wot,reported,across,up')]);
    expect((await asked(store, 'a.csv')).place).toEqual({ at: 1, of: 2 });
    store.finishMapping(null);
    expect((await asked(store, 'b.csv')).place).toEqual({ at: 2, of: 2 });
    store.cancelMapping();
    await opening;
    expect(reportOf(store)).toBeUndefined();
    expect(store.getState().mapping).toBeNull();
  });

  it('leaves a step that is open alone when other files come: those wait', async () => {
    const store = await started();
    const first = store.openFiles([strange('a.csv')]);
    await asked(store, 'a.csv');
    const second = store.openFiles([strange('b.csv')]);
    store.finishMapping(null);
    await first;
    expect(reportOf(store)?.files.map(({ name }) => name)).toEqual(['a.csv']);
    await vi.waitFor(() => expect(store.getState().batchQuestion?.files).toEqual(['b.csv']));
    store.answerBatchQuestion(null);
    await second;
    expect(reportOf(store)?.files.map(({ name }) => name)).toEqual(['a.csv']);
  });

  it('does not load while a column of the place is missing', async () => {
    const store = await started();
    const opening = store.openFiles([strange('a.csv')]);
    const step = await asked(store, 'a.csv');
    store.setMapping(withColumn(step, 'y', null));
    store.finishMapping(null);
    expect(store.getState().mapping?.trial.status).toBe('idle');
    store.cancelMapping();
    await opening;
  });
});

describe('a profile', () => {
  it('answers for the next file of the same headers, in another session too, until everything is cleared', async () => {
    const memory = new Map<string, string>();
    const store = await started(memory);
    const opening = store.openFiles([strange('april.csv')]);
    await asked(store, 'april.csv');
    store.finishMapping('Their system');
    await opening;
    expect(store.getState().readBy).toEqual({ 'april.csv': 'Their system' });
    expect(memory.get('harmscape-profiles')).not.toContain('K17');

    const later = await started(memory);
    await later.openFiles([strange('may.csv', 'WOT,key,Reported,across,up')]);
    expect(reportOf(later)?.files.map(({ name }) => name)).toEqual(['may.csv']);
    expect(later.getState().readBy).toEqual({ 'may.csv': 'Their system' });
    await later.clearEverything();
    expect(later.getState().profiles).toEqual([]);
    expect(memory.get('harmscape-profiles')).toBeUndefined();
  });

  it('is taken from a file and given as one; what is none is told in a sentence', async () => {
    const store = await started();
    const opening = store.openFiles([strange('a.csv')]);
    await asked(store, 'a.csv');
    store.finishMapping('P');
    await opening;
    const text = store.exportProfile('P');
    store.deleteProfile('P');
    expect(store.getState().profiles).toEqual([]);
    await store.openFiles([new File([text], 'p.json')]);
    expect(store.getState().toast?.message).toMatch(/p.json is kept as a profile/);
    expect(store.getState().profiles.map(({ name }) => name)).toEqual(['P']);
    expect(await store.importProfile(new File(['{}'], 'q.json'))).toMatch(/q.json is not a mapping profile/);
  });
});

describe('a loaded file', () => {
  it('is read in another way in its place, and the project keeps that', async () => {
    const store = await started();
    await store.openFiles([await usual('a.csv')]);
    const id = store.getState().batches?.batches[0]?.id ?? -1;
    const changing = store.changeReading(id, 'a.csv');
    const step = await asked(store, 'a.csv');
    store.setMapping(withColumn(step, 'from', null));
    store.finishMapping(null);
    await changing;
    const { dataset, batches } = store.getState();
    expect(dataset.status === 'ready' && dataset.value.info.hasDates).toBe(false);
    expect(batches?.batches.map((batch) => batch.id)).toEqual([id]);
    const project = new TextDecoder().decode(await store.saveProject({ withRows: true, passphrase: null }));
    expect(project).toContain('"mappings": [{"columns":{"from":"ignore"');
    const before = await store.projectTables();

    const again = await started();
    await again.openFiles([new File([project], 'p.json')]);
    expect(await again.projectTables()).toEqual(before);
  });

  it('stays as it was when the new way cannot be read', async () => {
    const store = await started();
    await store.openFiles([await usual('a.csv')]);
    const id = store.getState().batches?.batches[0]?.id ?? -1;
    await store.changeReading(id, 'gone.csv');
    const { dataset } = store.getState();
    expect(dataset.status === 'failed' && dataset.message).toMatch(/“gone.csv” is no longer held/);
    expect(reportOf(store)?.kept).toBe(60);
  });
});

describe('a draft', () => {
  it('moves a field from one column to another, and names the place by its system', async () => {
    const store = await started();
    const opening = store.openFiles([strange('a.csv')]);
    const step = await asked(store, 'a.csv');
    const moved = withColumn(step, 'location', 'wot');
    expect(moved.columns).toMatchObject({ wot: 'location', across: 'longitude', up: 'latitude' });
    expect(withCrs(step, 'EPSG:27700').columns).toMatchObject({ across: 'easting', up: 'northing' });
    store.cancelMapping();
    await opening;
  });
});
