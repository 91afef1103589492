import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../src/state/app-state.ts';
import { factorsOnMap, joinedPopulations, noLayers, shownOnMap } from '../../src/state/layers.ts';
import { memory, storeOver } from './store.fixture.ts';

const ring = [
  [0.6, 51.5],
  [0.8, 51.5],
  [0.8, 51.6],
  [0.6, 51.6],
  [0.6, 51.5],
];
const AREAS = JSON.stringify({
  type: 'Feature',
  properties: { code: 'E06000033', name: 'Southend-on-Sea' },
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const OFFENCES = `offence_id,offence,from,longitude,latitude\n${Array.from({ length: 50 }, (_, i) => `${i},Robbery,2021-04-01 10:00,${0.69 + i / 1000},51.54`).join('\n')}`;
const PUBS = 'name,type,lon,lat\nThe Bell,Pub,0.7,51.54\nThe Crown,Pub,0.71,51.54\nThe Vine,Bar,0.72,51.54\n';
const file = (name: string, text: string): File => new File([text], name);

function newStore(storage = memory()): Store {
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('truth.json')) return new Response('{"patrolAreas":[]}');
    if (path.endsWith('areas.geojson')) return new Response(AREAS);
    return path.endsWith('.parquet') ? new Response(OFFENCES) : new Response(await readFile(`public${path}`));
  });
  return storeOver({ storage });
}
afterEach(() => vi.unstubAllGlobals());

const factorNames = (store: Store) =>
  store.getState().layers.files.flatMap(({ factors }) => factors.map(({ name }) => name));
const until = (fact: () => boolean) => vi.waitFor(() => expect(fact()).toBe(true), { timeout: 5000 });

describe('a dropped file of places without date and offence', () => {
  it('is asked about, and opened as the answer says', async () => {
    const store = newStore();
    const opening = store.openFiles([file('pubs.csv', PUBS)]);
    await until(() => store.getState().layers.question !== null);
    expect(store.getState().layers.question).toEqual({ files: ['pubs.csv'], rememberable: true });
    store.answerFileKind('factors', false);
    await opening;
    expect(factorNames(store)).toEqual(['Pubs']);
    expect(store.getState()).toMatchObject({ mode: 'data', layers: { question: null }, dataset: { status: 'idle' } });
    expect(store.getState().toast?.message).toContain('Risk factor opened: Pubs');
  });

  it('is asked about once when the answer is remembered, for files of the same columns', async () => {
    const storage = memory();
    const store = newStore(storage);
    const opening = store.openFiles([file('pubs.csv', PUBS), file('more.csv', PUBS)]);
    await until(() => store.getState().layers.question !== null);
    store.answerFileKind('factors', true);
    await opening;
    expect(factorNames(store)).toEqual(['Pubs', 'More']);
    const later = newStore(storage);
    await later.openFiles([file('others.csv', PUBS.replace('The Bell', 'The Ship'))]);
    expect(factorNames(later)).toEqual(['Others']);
  });

  it('without columns is asked about by itself, and never remembered', async () => {
    const store = newStore();
    const point = '{"type":"Point","coordinates":[0.7,51.5]}';
    const opening = store.openFiles([file('a.geojson', point), file('b.geojson', point)]);
    for (const name of ['a.geojson', 'b.geojson']) {
      await until(() => store.getState().layers.question?.files[0] === name);
      expect(store.getState().layers.question).toEqual({ files: [name], rememberable: false });
      store.answerFileKind('factors', true);
    }
    await opening;
    expect(factorNames(store)).toEqual(['A', 'B']);
  });

  it('keeps those waiting that are opened before it is answered', async () => {
    const store = newStore();
    const both = [
      store.openFiles([file('pubs.csv', PUBS)]),
      store.openFiles([file('inns.csv', PUBS.replace('type', 'sort'))]),
    ];
    for (const name of ['pubs.csv', 'inns.csv']) {
      await until(() => store.getState().layers.question?.files[0] === name);
      store.answerFileKind('factors', false);
    }
    await Promise.all(both);
    expect(factorNames(store)).toEqual(['Pubs', 'Inns']);
  });

  it('is left out when the question is closed', async () => {
    const store = newStore();
    const opening = store.openFiles([file('pubs.csv', PUBS)]);
    await until(() => store.getState().layers.question !== null);
    store.answerFileKind(null, true);
    await opening;
    expect(store.getState()).toMatchObject({ layers: { files: [], question: null }, dataset: { status: 'idle' } });
  });
});

describe('layers', () => {
  it('are split, renamed and removed; what goes leaves the map', async () => {
    const store = newStore();
    await store.addFactors([file('pubs.csv', PUBS)]);
    store.showFactor('pubs.csv', true);
    expect(factorsOnMap(store.getState().layers).map(({ factor }) => factor.name)).toEqual(['Pubs']);
    await store.splitFactors('pubs.csv', 'type');
    expect(factorNames(store)).toEqual(['Pub', 'Bar']);
    expect(factorsOnMap(store.getState().layers)).toEqual([]);
    await store.renameFactor('pubs.csv#type=Bar', ' Bars ');
    await store.removeFactor('pubs.csv#type=Pub');
    expect(factorNames(store)).toEqual(['Bars']);
    await store.removeFactor('pubs.csv#type=Bar');
    expect(store.getState().layers.files).toEqual([]);
  });

  it('keep their colour while they are shown; a freed one is taken next', () => {
    const shown = ['a', 'b', 'c'].reduce((layers, id) => shownOnMap(layers, id, true), noLayers);
    const next = shownOnMap(shownOnMap(shown, 'b', false), 'd', true);
    expect(next.onMap).toEqual([
      { id: 'a', colour: 0 },
      { id: 'c', colour: 2 },
      { id: 'd', colour: 1 },
    ]);
  });

  it('that cannot be read are told of and change nothing', async () => {
    const store = newStore();
    await store.addFactors([file('pubs.csv', 'a,b\n1,2\n')]);
    expect(store.getState()).toMatchObject({ layers: { files: [] }, toast: { kind: 'error' } });
  });

  it('of the demo come when the Data mode is opened, and go with the demo; others stay', async () => {
    const store = newStore();
    await store.openDemo();
    expect(store.getState().layers.files).toEqual([]);
    store.dispatch({ type: 'mode', mode: 'data' });
    await until(() => store.getState().layers.demo === 'loaded');
    expect(factorNames(store)).toHaveLength(11);
    const { layers, areaSet } = store.getState();
    expect([...(joinedPopulations(layers, areaSet)?.residents ?? [])]).toEqual([['E06000033', 183_000]]);
    await store.addFactors([file('pubs.csv', PUBS)]);
    await store.openFiles([file('offences.csv', OFFENCES)]);
    await until(() => factorNames(store).length === 1);
    expect(factorNames(store)).toEqual(['Pubs']);
    expect(store.getState().layers.populations).toBeNull();
  });

  it('of the demo are given up without a word when other files come while they are fetched', async () => {
    const store = newStore();
    await store.openDemo();
    await store.openFiles([file('offences.csv', OFFENCES), file('areas.geojson', AREAS)]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { layers, toast } = store.getState();
    expect(layers).toMatchObject({ files: [], populations: null, demo: 'none' });
    expect(toast?.kind).not.toBe('error');
  });

  it('of the demo that do not come are told of once, and asked for again when the mode is entered again', async () => {
    const store = newStore();
    await store.openDemo();
    const working = globalThis.fetch;
    let asked = 0;
    vi.stubGlobal('fetch', async () => {
      asked += 1;
      return new Response('', { status: 503 });
    });
    store.dispatch({ type: 'mode', mode: 'data' });
    await until(() => store.getState().layers.demo === 'failed');
    expect(store.getState().toast?.kind).toBe('error');
    const once = asked;
    store.dispatch({ type: 'marking', marking: 'OFFICIAL' });
    expect(asked).toBe(once);
    vi.stubGlobal('fetch', working);
    store.dispatch({ type: 'mode', mode: 'hotspots' });
    store.dispatch({ type: 'mode', mode: 'data' });
    await until(() => store.getState().layers.demo === 'loaded');
  });

  it('put on the map while others are opened stay on it', async () => {
    const store = newStore();
    await store.addFactors([file('pubs.csv', PUBS)]);
    const adding = store.addFactors([file('more.csv', PUBS)]);
    store.showFactor('pubs.csv', true);
    await adding;
    expect(factorsOnMap(store.getState().layers)).toHaveLength(1);
  });

  it('come back with the project, names and split and all', async () => {
    const before = newStore();
    await before.openFiles([file('areas.geojson', AREAS), file('offences.csv', OFFENCES)]);
    await before.addFactors([file('pubs.csv', PUBS)]);
    await before.splitFactors('pubs.csv', 'type');
    await before.renameFactor('pubs.csv#type=Bar', 'Wine bars');
    await before.addPopulations(file('residents.csv', 'code,population\nE06000033,183000\nE9,1\n'));
    const saved = await before.saveProject({ withRows: true, passphrase: null });
    const after = newStore();
    await after.openFiles([new File([saved], 'x.harmscape.json')]);
    const [was, is] = [before.getState().layers, after.getState().layers];
    expect(is.files).toEqual(was.files);
    expect(is.populations).toEqual(was.populations);
    // another split works as it did before
    await after.splitFactors('pubs.csv', null);
    expect(factorNames(after)).toEqual(['Pubs']);
    expect(await after.saveProject({ withRows: true, passphrase: null })).not.toEqual(saved);
    await after.splitFactors('pubs.csv', 'type');
    await after.renameFactor('pubs.csv#type=Bar', 'Wine bars');
    expect(await after.saveProject({ withRows: true, passphrase: null })).toEqual(saved);
  });

  it('take the polygons that were opened as areas, and the areas are what they were before', async () => {
    const store = newStore();
    await store.openFiles([file('areas.geojson', AREAS)]);
    await store.openFiles([
      file('parks.geojson', AREAS.replace('E06000033', 'P1').replace('Southend-on-Sea', 'A park')),
    ]);
    expect(store.getState().areaSet.name).toBe('parks.geojson');
    await store.areasAsFactor();
    expect(store.getState().areaSet).toMatchObject({
      name: 'areas.geojson',
      origin: 'file',
      areas: [{ id: 'E06000033', name: 'Southend-on-Sea' }],
    });
    expect(factorNames(store)).toEqual(['Parks']);
  });
});
