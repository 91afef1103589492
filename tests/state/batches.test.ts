import { describe, expect, it, vi } from 'vitest';
import type { Store } from '../../src/state/app-state.ts';
import { storeOver } from './store.fixture.ts';

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
/** Offences from … on; the first `closed` have another status. */
const csv = (from: number, n: number, closed = 0): File =>
  new File(
    [
      [
        'offence_id,offence,from,longitude,latitude,status',
        ...Array.from({ length: n }, (_, k) => {
          const i = from + k;
          const place = `${0.69 + (i % 20) / 500},${51.535 + (i % 7) / 400}`;
          return `${i},Robbery,2021-04-0${1 + (i % 9)} 10:00,${place},${k < closed ? 'closed' : 'open'}`;
        }),
      ].join('\n'),
    ],
    `from-${from}.csv`,
  );

const asked = (store: Store) =>
  vi.waitFor(() => {
    const { batchQuestion } = store.getState();
    if (!batchQuestion) throw new Error('not asked');
    return batchQuestion;
  });

/** Two extracts that share 50 offences, 20 of them updated. */
async function twoBatches(): Promise<Store> {
  const store = storeOver();
  await store.openFiles([csv(0, 200), new File([AREA], 'square.geojson')]);
  const opening = store.openFiles([csv(150, 200, 20)]);
  const { name, receivedDay } = await asked(store);
  store.answerBatchQuestion({ join: true, name, receivedDay });
  await opening;
  return store;
}

const rowsOf = (store: Store): number => {
  const { dataset } = store.getState();
  return dataset.status === 'ready' ? dataset.value.info.rows : Number.NaN;
};
const countsOf = (store: Store) => store.getState().batches?.batches.map(({ counts }) => counts);

describe('files opened over others', () => {
  it('join them as a batch when the answer is so, and the view stays', async () => {
    const store = await twoBatches();
    expect(rowsOf(store)).toBe(350);
    expect(countsOf(store)).toEqual([
      { new: 200, updated: 0, unchanged: 0, duplicate: 0 },
      { new: 150, updated: 20, unchanged: 30, duplicate: 0 },
    ]);
    expect(store.getState()).toMatchObject({ mode: 'data', dataset: { value: { name: '2 batches' } } });
    await vi.waitFor(() =>
      expect(store.getState().whatChanged).toMatchObject({ value: { total: { new: 150, updated: 20 } } }),
    );
    const table = new TextDecoder().decode(await store.exportTable('what-changed', { format: 'csv', outside: false }));
    expect(table).toContain('all,,150,20,0,0');
  });

  it('take their place when the answer is so, and are not loaded when it is no', async () => {
    const store = await twoBatches();
    const before = store.getState();
    const dropped = store.openFiles([csv(900, 10)]);
    await asked(store);
    store.answerBatchQuestion(null);
    await dropped;
    expect([store.getState().dataset, store.getState().batches]).toEqual([before.dataset, before.batches]);
    const opening = store.openFiles([csv(900, 10)]);
    await asked(store);
    store.answerBatchQuestion({ join: false });
    await opening;
    expect([rowsOf(store), store.getState().batches?.batches.length]).toEqual([10, 1]);
  });

  it('that cannot be read leave the batches as they were', async () => {
    const store = await twoBatches();
    const opening = store.openFiles([new File(['name,colour\nx,red\n'], 'people.csv')]);
    await asked(store);
    store.answerBatchQuestion({ join: true });
    await opening;
    expect(store.getState().dataset).toMatchObject({ status: 'failed', value: { info: { rows: 350 } } });
    expect(store.getState().batches?.batches.length).toBe(2);
  });
});

describe('a batch', () => {
  it('is switched off and on again, and everything is computed anew', async () => {
    const store = await twoBatches();
    const before = store.getState();
    const id = before.batches?.batches[0]?.id ?? 0;
    expect(await store.changeBatches({ kind: 'set', id, patch: { on: false } })).toBeNull();
    expect([rowsOf(store), countsOf(store)?.[0], store.getState().generation]).toEqual([
      200,
      null,
      before.generation + 1,
    ]);
    expect(store.getState().settings).toEqual(before.settings);
    await store.changeBatches({ kind: 'set', id, patch: { on: true } });
    expect([rowsOf(store), countsOf(store)]).toEqual([350, before.batches?.batches.map(({ counts }) => counts)]);
  });

  it('that is the only one on cannot be switched off or removed', async () => {
    const store = await twoBatches();
    const [first, second] = store.getState().batches?.batches ?? [];
    await store.changeBatches({ kind: 'set', id: first?.id ?? 0, patch: { on: false } });
    const off = { kind: 'set', id: second?.id ?? 0, patch: { on: false } } as const;
    expect(await store.changeBatches(off)).toContain('No batch would be on');
    expect(await store.changeBatches({ kind: 'remove', id: second?.id ?? 0 })).toContain('No batch would be on');
    expect(rowsOf(store)).toBe(200);
  });

  it('is named without computing anything, and an earlier day of receipt turns old and new around', async () => {
    const store = await twoBatches();
    const { generation, batches } = store.getState();
    const id = batches?.batches[1]?.id ?? 0;
    await store.changeBatches({ kind: 'set', id, patch: { name: 'Second' } });
    expect(store.getState()).toMatchObject({ generation, batches: { batches: [{}, { name: 'Second' }] } });
    await store.changeBatches({ kind: 'set', id, patch: { receivedDay: 10 } });
    expect(store.getState().batches?.batches.map(({ name, counts }) => [name, counts?.new, counts?.updated])).toEqual([
      ['Second', 200, 0],
      ['from-0.csv', 150, 20],
    ]);
  });

  it('is removed for good', async () => {
    const store = await twoBatches();
    await store.changeBatches({ kind: 'remove', id: store.getState().batches?.batches[1]?.id ?? 0 });
    expect(rowsOf(store)).toBe(200);
    expect(store.getState()).toMatchObject({ dataset: { value: { name: 'from-0.csv' } } });
  });
});

describe('a project of several batches', () => {
  it('opens with all of them, the one that is off too, and gives the same tables', async () => {
    const store = await twoBatches();
    const third = store.openFiles([csv(340, 60, 5)]);
    await asked(store);
    store.answerBatchQuestion({ join: true, label: { kind: 'fortnight', fromDay: 18_729, toDay: 18_742 } });
    await third;
    const id = store.getState().batches?.batches[1]?.id ?? 0;
    await store.changeBatches({ kind: 'set', id, patch: { on: false } });
    await store.changeBatches({ kind: 'key', key: 'none' });
    const tables = await store.projectTables();
    const saved = await store.saveProject({ withRows: true, passphrase: null });

    const other = storeOver();
    await other.openFiles([new File([saved], 'p.harmscape.json')]);
    expect(other.getState()).toMatchObject({ project: { status: 'open', differences: [] }, batches: { key: 'none' } });
    const about = (s: Store) =>
      s
        .getState()
        .batches?.batches.map(({ name, receivedDay, label, on, counts }) => [name, receivedDay, label, on, counts]);
    expect(about(other)).toEqual(about(store));
    expect(await other.projectTables()).toEqual(tables);
    expect(await other.saveProject({ withRows: true, passphrase: null })).toEqual(saved);
  });
});
