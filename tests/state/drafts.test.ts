import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StudyArea } from '../../src/core/geo/area.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { demoSettings, initialState } from '../../src/state/defaults.ts';
import { draftOf, keepDraft, readDraft } from '../../src/state/drafts.ts';
import { newDrawing } from '../../src/state/drawing.ts';
import { copied } from '../../src/state/own-definitions.ts';
import { quietStorage, type Remembering } from '../../src/state/quiet-storage.ts';
import { memory, storeOver } from './store.fixture.ts';

const SQUARE = [
  [
    [0.69, 51.53],
    [0.72, 51.53],
    [0.72, 51.55],
    [0.69, 51.55],
    [0.69, 51.53],
  ],
] as const;
const drawn: StudyArea = {
  id: 'drawn-1',
  name: 'My patch',
  kind: 'drawn',
  polygons: [SQUARE],
  bounds: [0.69, 51.53, 0.72, 51.55],
};
const schedule = { name: 'mine.csv', text: 'offence,days\nRobbery,365\n', notes: ['Row 3: no days.'] };
const worked: AppState = {
  ...initialState({ ...demoSettings, ...copied(demoSettings), drawnAreas: [drawn] }),
  ownSchedule: schedule,
  areaSet: { name: 'districts.geojson', origin: 'file', areas: [{ ...drawn, id: 'E1', kind: 'district' }] },
  marking: 'OFFICIAL',
  compareWith: 'all',
  mode: 'data',
  drawing: {
    ...newDrawing([drawn]),
    pieces: [
      {
        ring: [
          [0.7, 51.5],
          [0.71, 51.5],
          [0.7, 51.52],
        ],
        cut: false,
      },
    ],
  },
};

const refusing: Remembering = {
  getItem: () => null,
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
  clear: () => undefined,
};
const disabled = quietStorage(() => {
  throw new DOMException('no', 'SecurityError');
});

const CSV = ['offence_id,offence,from,longitude,latitude', '1,Robbery,2021-04-01 10:00,0.70,51.54'].join('\n');
const AREA = JSON.stringify({
  type: 'Feature',
  properties: { name: 'All' },
  geometry: { type: 'Polygon', coordinates: SQUARE },
});
function newStore(storage: Remembering, hash = '') {
  vi.stubGlobal('fetch', async (path: string) => {
    const text = path.endsWith('truth.json') ? '{"patrolAreas":[]}' : path.endsWith('.geojson') ? AREA : CSV;
    return new Response(text);
  });
  return storeOver({ storage, hash });
}
afterEach(() => vi.unstubAllGlobals());

describe('a draft', () => {
  it('gives back definitions, weights, drawn areas and those not yet finished, marking and mode', () => {
    const storage = memory();
    expect(keepDraft(draftOf(worked), storage)).toBe('kept');
    expect(readDraft(storage)).toEqual(draftOf(worked));
    expect(readDraft(storage)).toMatchObject({
      drawnAreas: [drawn],
      ownSchedule: schedule,
      areaFile: 'districts.geojson',
      marking: 'OFFICIAL',
      compareWith: 'all',
      mode: 'data',
    });
  });

  it('that is damaged, of another version or not there is none', () => {
    const storage = memory();
    keepDraft(draftOf(worked), storage);
    const [[key, content] = ['', '']] = storage.kept;
    for (const bad of ['', 'x', '{}', '[]', 'null', content.slice(0, -9), content.replace('"v":1', '"v":2')]) {
      storage.kept.set(key, bad);
      expect(readDraft(storage)).toBeNull();
    }
    storage.kept.set(key, content.replace('51.53', '"51.53"'));
    expect(readDraft(storage)).toBeNull();
    expect(readDraft(memory())).toBeNull();
  });

  it('too large or refused leaves none rather than an old one', () => {
    const storage = memory();
    keepDraft(draftOf(worked), storage);
    const large = { ...worked, ownSchedule: { ...schedule, text: 'x'.repeat(1_000_000) } };
    expect(keepDraft(draftOf(large), storage)).toBe('too-large');
    expect(readDraft(storage)).toBeNull();
    expect(
      keepDraft(
        draftOf(worked),
        quietStorage(() => refusing),
      ),
    ).toBe('refused');
    expect(keepDraft(draftOf(worked), disabled)).toBe('refused');
  });
});

describe('the store after a reload', () => {
  it('has the definition of the address and the drawn area again, in the worker too', async () => {
    const storage = memory();
    const first = newStore(storage);
    await first.openDemo();
    first.dispatch({ type: 'set', patch: { ...copied(first.getState().settings), drawnAreas: [drawn] } });
    const second = newStore(storage, '#data=demo&area=drawn-1&offences=ark&own=Operation Ark, changed');
    expect(second.getState().settings).toMatchObject({ ownId: 'own-1', areaId: 'drawn-1' });
    expect(second.getState().toast).toBeNull();
    await second.openDemo();
    expect(second.getState().settings.areaId).toBe('drawn-1');
    await vi.waitFor(() => expect(second.getState().hotspots.status).toBe('ready'));
    expect(second.getState().areaSet.areas.map(({ name }) => name)).toEqual(['All', 'My patch']);
  });

  it('weighs by the own schedule again', async () => {
    const storage = memory();
    keepDraft(draftOf({ ...worked, mode: 'hotspots' }), storage);
    const store = newStore(storage, '#data=demo&schedule=own&offences=all');
    expect(store.getState().settings.schedule).toBe('own');
    await store.openDemo();
    await vi.waitFor(() => expect(store.getState().hotspots.status).toBe('ready'));
    const { hotspots } = store.getState();
    expect(hotspots.status === 'ready' && hotspots.value.totalHarm).toBe(365);
  });

  it('asks for the file of areas again when files are to be opened', () => {
    const storage = memory();
    keepDraft(draftOf(worked), storage);
    const store = newStore(storage, '#data=files');
    expect(store.getState()).toMatchObject({ missingAreas: 'districts.geojson', marking: 'OFFICIAL', reopening: true });
  });

  it('has nothing again once everything was cleared', async () => {
    const storage = memory();
    const store = newStore(storage);
    await store.openDemo();
    store.dispatch({ type: 'set', patch: { drawnAreas: [drawn] } });
    expect(readDraft(storage)?.drawnAreas).toHaveLength(1);
    await store.clearEverything();
    expect([...storage.kept.keys()]).toEqual([]);
    expect(store.getState().areaSet.areas).toEqual([]);
  });

  it.each([
    ['full', refusing],
    ['switched off', disabled],
  ])('goes on with storage that is %s, and says once what is not remembered', async (_, storage) => {
    const store = newStore(storage);
    store.dispatch({ type: 'set', patch: { drawnAreas: [drawn] } });
    expect(store.getState().toast?.message).toContain('refuses to remember');
    store.dispatch({ type: 'toast', toast: null });
    store.dispatch({ type: 'marking', marking: 'OFFICIAL' });
    store.dispatch({ type: 'theme', choice: 'dark' });
    expect(store.getState().toast).toBeNull();
    await store.clearEverything();
  });
});
