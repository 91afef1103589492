import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HotspotResult } from '../../src/core/results.ts';
import type { Settings, Store } from '../../src/state/app-state.ts';
import { copied, ruleChanged } from '../../src/state/own-definitions.ts';
import { memory, storeOver } from './store.fixture.ts';

const AREA = JSON.stringify({
  type: 'Feature',
  properties: { code: 'E06000033', name: 'Square' },
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
const csvAround = (lon: number, lat: number): string =>
  [
    'offence_id,offence,from,longitude,latitude',
    ...Array.from(
      { length: 200 },
      (_, i) => `${i},Robbery,2021-04-0${1 + (i % 9)} 10:00,${lon + (i % 20) / 500},${lat + (i % 7) / 400}`,
    ),
  ].join('\n');

/** A store over the real jobs; the shipped demo is one small area. */
function setUp(hash = '') {
  const storage = memory();
  const seen = { url: '' };
  vi.stubGlobal(
    'fetch',
    async (path: string) =>
      new Response(
        path.endsWith('truth.json') ? '{"patrolAreas":[]}' : path.endsWith('.geojson') ? AREA : csvAround(0.69, 51.535),
      ),
  );
  const store = storeOver({
    hash,
    history: {
      replaceState: (_, __, url) => {
        seen.url = String(url);
      },
    },
    storage,
  });
  return { store, seen, kept: storage.kept };
}

afterEach(() => vi.unstubAllGlobals());

const settled = (store: Store): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      const { hotspots, grid, series, stability, withoutWeight, ownAvailability, comparison } = store.getState();
      const others = [stability, withoutWeight, ownAvailability, comparison].every((slot) => slot.status !== 'running');
      const pictures = [hotspots, grid, series].every((slot) => slot.status === 'ready' || slot.status === 'failed');
      if (others && pictures) resolve();
      else setTimeout(look, 5);
    };
    look();
  });

const hotspotsOf = (store: Store): HotspotResult => {
  const { hotspots } = store.getState();
  if (hotspots.status !== 'ready') throw new Error(`hotspots are ${hotspots.status}`);
  return hotspots.value;
};

const file = (name: string, text: string) => new File([text], name);

describe('the store', () => {
  it('opens files, computes, and writes the settings to the URL', async () => {
    const { store, seen } = setUp();
    await store.openFiles([file('a.csv', csvAround(0.69, 51.535)), file('square.geojson', AREA)]);
    await settled(store);
    const { hotspots, areaSet, mode, settings } = store.getState();
    expect(hotspots.status === 'ready' && hotspots.value.inCells).toBeGreaterThan(150);
    expect(areaSet).toMatchObject({ name: 'square.geojson', origin: 'file' });
    expect(mode).toBe('hotspots');
    expect(seen.url).toContain('data=files');
    expect(settings.classes['harm:10']).toBeDefined();
  });

  it('tells offences in GeoJSON from study areas by what is in them', async () => {
    const features = Array.from({ length: 200 }, (_, i) => ({
      type: 'Feature',
      properties: { id: i, offence: 'Robbery', date: `2021-04-0${1 + (i % 9)} 10:00` },
      geometry: { type: 'Point', coordinates: [0.69 + (i % 20) / 500, 51.535 + (i % 7) / 400] },
    }));
    const points = JSON.stringify({ type: 'FeatureCollection', features });
    const { store } = setUp();
    await store.openFiles([file('points.geojson', points), file('square.json', AREA)]);
    await settled(store);
    const { areaSet, dataset } = store.getState();
    expect(areaSet).toMatchObject({ name: 'square.json', origin: 'file' });
    expect(dataset).toMatchObject({ status: 'ready', value: { name: 'points.geojson', report: { kept: 200 } } });
  });

  it('offences far from the shipped areas get an area drawn around them, and say so', async () => {
    const { store } = setUp();
    await store.openFiles([file('memphis.csv', csvAround(-90, 35.1))]);
    await settled(store);
    const { hotspots, areaSet } = store.getState();
    expect(areaSet.origin).toBe('drawn');
    expect(hotspots.status === 'ready' && hotspots.value.inCells).toBeGreaterThan(100);
    expect(hotspots.status === 'ready' && hotspots.value.cautions.join(' ')).toContain('drawn around');
  });

  it('offences without a name, which have no harm, start as a count instead of an empty map', async () => {
    const { store } = setUp();
    const unnamed = csvAround(0.69, 51.535).replaceAll('Robbery', '');
    await store.openFiles([file('unnamed.csv', unnamed), file('square.geojson', AREA)]);
    await settled(store);
    const { settings, hotspots } = store.getState();
    expect(settings.mode).toBe('count');
    expect(hotspots.status === 'ready' && hotspots.value.totalValue).toBeGreaterThan(100);
  });

  it('a file that cannot be read keeps what is loaded and says why', async () => {
    const { store } = setUp();
    await store.openFiles([file('a.csv', csvAround(0.69, 51.535)), file('square.geojson', AREA)]);
    await settled(store);
    const opening = store.openFiles([file('people.csv', 'name,colour\nx,red\n')]);
    await vi.waitFor(() => expect(store.getState().batchQuestion?.files).toEqual(['people.csv']));
    store.answerBatchQuestion({ join: false });
    await opening;
    const { dataset, mode } = store.getState();
    expect(dataset).toMatchObject({ status: 'failed', message: expect.stringContaining('people.csv') });
    expect('value' in dataset && dataset.value?.name).toBe('a.csv');
    expect(mode).toBe('data');
  });

  it('too many cells are a failure with a way out, and the last picture stays', async () => {
    const { store } = setUp();
    const large = AREA.replaceAll('0.74', '1.74').replaceAll('51.56', '52.26');
    await store.openFiles([file('a.csv', csvAround(0.69, 51.535)), file('large.geojson', large)]);
    await settled(store);
    const cells = (s: Store) => {
      const { grid } = s.getState();
      return 'value' in grid ? grid.value?.cells : undefined;
    };
    const before = cells(store);
    store.dispatch({ type: 'set', patch: { resolution: 11 } });
    await settled(store);
    const { grid } = store.getState();
    expect(grid.status).toBe('failed');
    expect(cells(store)).toBe(before);
    if (grid.status === 'failed' && grid.proposal) store.dispatch({ type: 'set', patch: grid.proposal.patch });
    await settled(store);
    expect(store.getState().grid.status).toBe('ready');
  });

  it('the address of a view of files waits for them and then shows the same view', async () => {
    const { store } = setUp('#data=files&area=*&offences=all&weigh=count&res=9&show=gi-star&from=2021-04-02');
    expect(store.getState()).toMatchObject({ reopening: true, mode: 'data' });
    await store.openFiles([file('a.csv', csvAround(0.69, 51.535)), file('square.geojson', AREA)]);
    await settled(store);
    expect(store.getState()).toMatchObject({ reopening: false, mode: 'hotspots' });
    expect(store.getState().settings).toMatchObject({
      mode: 'count',
      resolution: 9,
      measure: 'gi-star',
      fromDay: 18719,
    });
  });

  it('remembers the theme and the letter keys, and nothing else', () => {
    const { store, kept } = setUp();
    store.dispatch({ type: 'theme', choice: 'dark' });
    store.dispatch({ type: 'letter-keys', on: false });
    expect([...kept.values()]).toEqual(['dark', 'off']);
  });

  it('clearing forgets rows, areas, settings and what the browser remembered', async () => {
    const { store, seen, kept } = setUp();
    await store.openDemo();
    await settled(store);
    store.dispatch({ type: 'theme', choice: 'dark' });
    await store.clearEverything();
    const state = store.getState();
    expect([state.dataset.status, state.grid.status, state.hotspots.status]).toEqual(['idle', 'idle', 'idle']);
    expect([state.areaSet.areas, state.past, kept.size, seen.url, state.mode]).toEqual([[], [], 0, '#', 'data']);
    await store.openDemo();
    await settled(store);
    expect(store.getState().hotspots).toMatchObject({ status: 'ready' });
    expect(store.getState().settings.definition).toBe('ark');
  });

  it('a schedule of one’s own weighs at once, is undone, and is told from a file that is none', async () => {
    const { store, seen } = setUp();
    await store.openDemo();
    await settled(store);
    const before = hotspotsOf(store);
    expect(await store.openSchedule(file('mine.csv', 'offence,days\nRobbery,10\nTheft,many'))).toBeNull();
    await settled(store);
    const mine = store.getState();
    expect(mine.ownSchedule).toMatchObject({ name: 'mine.csv', notes: [expect.stringContaining('“many”')] });
    expect(hotspotsOf(store).totalHarm).toBe(10 * hotspotsOf(store).inCells);
    expect(mine.settings.classes['harm:10:own']).toBeDefined();
    expect(mine.withoutWeight).toMatchObject({ status: 'ready', value: { own: 0 } });
    expect(seen.url).toContain('schedule=own');
    store.dispatch({ type: 'undo' });
    await settled(store);
    expect(hotspotsOf(store).totalHarm).toBe(before.totalHarm);
    expect(await store.openSchedule(file('notes.txt', 'nothing of use'))).toContain('none of days');
    expect(store.getState().ownSchedule?.name).toBe('mine.csv');
  });

  it('an address weighed by a schedule of one’s own falls back to the index and says so', () => {
    const { store } = setUp('#data=demo&weigh=harm&schedule=own');
    expect(store.getState().settings.schedule).toBe('cchi-2020');
    expect(store.getState().toast?.message).toContain('open the schedule again');
  });

  it('a definition of one’s own counts in its preset’s place, stands beside another, and is named in the address', async () => {
    const { store, seen } = setUp();
    await store.openDemo();
    await settled(store);
    const set = (patch: Partial<Settings>) => store.dispatch({ type: 'set', patch });
    set({ fromDay: null, toDay: null });
    set(copied(store.getState().settings));
    set(ruleChanged(store.getState().settings, 'own-1', { categories: ['category-violence-sexual'] }));
    store.dispatch({ type: 'compare-with', id: 'all' });
    await settled(store);
    const { comparison, ownAvailability } = store.getState();
    expect(hotspotsOf(store).inCells).toBe(0);
    expect(comparison).toMatchObject({ value: { one: { count: 0 }, other: { count: 200 }, bothCount: 0, bothTop: 0 } });
    expect(ownAvailability).toMatchObject({ value: { 'own-1': { state: 'upper-bound' } } });
    expect(seen.url).toContain('own=Operation+Ark%2C+changed'.replace('%2C', ','));
    store.dispatch({ type: 'undo' });
    await settled(store);
    expect(hotspotsOf(store).inCells).toBe(200);
    const again = setUp(seen.url).store.getState();
    expect([again.settings.definition, again.settings.ownId]).toEqual(['ark', null]);
    expect(again.toast?.message).toContain('“Operation Ark, changed”');
  });

  it('how far the top depends on the weights is asked for harm, not for counts', async () => {
    const { store } = setUp();
    await store.openDemo();
    await settled(store);
    expect(store.getState().stability).toMatchObject({ status: 'ready', value: { ranged: 0 } });
    const { stability } = store.getState();
    store.dispatch({ type: 'set', patch: { mode: 'count' } });
    await settled(store);
    expect(store.getState().stability).toBe(stability);
  });

  it('the demo opens from the own origin and comes back after files', async () => {
    const { store, seen } = setUp();
    await store.openDemo();
    await settled(store);
    expect(store.getState().dataset).toMatchObject({ status: 'ready', value: { source: 'demo' } });
    await store.openFiles([file('a.csv', csvAround(0.69, 51.535))]);
    await store.openDemo();
    await settled(store);
    expect(seen.url).toContain('data=demo');
    expect(store.getState().settings.definition).toBe('ark');
  });
});
