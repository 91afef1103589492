import { afterEach, expect, it, vi } from 'vitest';
import { storeOver } from './store.fixture.ts';

const ring = [
  [0.69, 51.53],
  [0.72, 51.53],
  [0.72, 51.55],
  [0.69, 51.55],
  [0.69, 51.53],
];
const AREA = { type: 'Feature', properties: { name: 'All' }, geometry: { type: 'Polygon', coordinates: [ring] } };
const TRUTH = { patrolAreas: [{ name: 'A', rings: [ring] }] };
const CSV = 'offence_id,offence,from,longitude,latitude\n1,Robbery,2021-04-01 10:00,0.70,51.54\n';

afterEach(() => vi.unstubAllGlobals());

it('opening a project of the demo brings its patrol areas back', async () => {
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('truth.json')) return new Response(JSON.stringify(TRUTH));
    return new Response(path.endsWith('areas.geojson') ? JSON.stringify(AREA) : CSV);
  });
  const store = storeOver();
  await store.openDemo();
  const project = await store.saveProject({ withRows: false, passphrase: null });
  await store.clearEverything();
  expect(store.getState().outlines).toEqual([]);
  await store.openFiles([new File([project], 'demo.harmscape.json')]);
  expect(store.getState().dataset).toMatchObject({ status: 'ready', value: { source: 'demo' } });
  expect(store.getState().outlines).toEqual(TRUTH.patrolAreas);
});
