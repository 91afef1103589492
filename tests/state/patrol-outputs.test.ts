import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../src/state/app-state.ts';
import { cardsPageOf, shownCards } from '../../src/state/patrol-outputs.ts';
import { storeOver } from './store.fixture.ts';

afterEach(() => vi.unstubAllGlobals());

const AREA = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: 'E1', name: 'Town' },
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
    },
  ],
});
const OFFENCES = [
  'offence,from,longitude,latitude,location',
  ...Array.from({ length: 60 }, (_, i) =>
    i % 2 === 0
      ? `Robbery of personal property,2021-04-${10 + (i % 9)}T22:10,0.7115,51.5385,Pier Hill`
      : `Robbery of personal property,2021-04-${10 + (i % 9)}T23:10,0.7300,51.5450,London Road`,
  ),
].join('\n');
/** Shifts about Southend, but not by those that are true. */
const OSTN15 = Array.from(
  { length: 200 },
  (_, i) => `1,${580 + (i % 20)}000,${180 + Math.floor(i / 20)}000,403,-52,45,1`,
);
const file = (name: string, text: string): File => new File([text], name);

async function loaded(): Promise<Store> {
  const store = storeOver();
  await store.openFiles([file('area.geojson', AREA), file('offences.csv', OFFENCES)]);
  store.dispatch({ type: 'mode', mode: 'patrol' });
  await vi.waitFor(() => expect(store.getState().patrol.status).toBe('ready'));
  return store;
}

function patrolOf(store: Store) {
  const { patrol } = store.getState();
  if (patrol.status !== 'ready') throw new Error(`The patrol is ${patrol.status}.`);
  return patrol.value;
}

const words = { marking: 'OFFICIAL-SENSITIVE', about: ['Town'] };

describe('what is taken along', () => {
  it('is made of the areas and the plan on screen, by the shift that was asked for', async () => {
    const store = await loaded();
    const patrol = patrolOf(store);
    const page = cardsPageOf(patrol, words, 0);
    expect(page).toMatchObject({ ...words, pair: 0, cards: patrol.cards, cautions: patrol.cautions });
    expect(page.shift?.settings).toMatchObject({ day: patrol.day, fromMinute: 1200, toMinute: 120, pairs: 4 });
    expect(shownCards(page).content.attributes.class).toBe('page');
    const csv = new TextDecoder().decode(await store.patrolFile(page, 'csv'));
    expect(csv.trim().split('\n')).toHaveLength(
      1 + (patrol.plan?.stops ?? []).filter((stop) => stop.pair === 0).length,
    );
  });

  it('of which pair is remembered, without asking for anything anew', async () => {
    const store = await loaded();
    const before = store.getState().patrol;
    store.dispatch({ type: 'cards-of-pair', pair: 2 });
    expect(store.getState().cardsOfPair).toBe(2);
    expect(store.getState().patrol).toBe(before);
  });
});

describe('exact grid references', () => {
  it('come with the file, go with it, and stay as they are when another file is none', async () => {
    const store = await loaded();
    const ordinary = patrolOf(store).cards[0]?.gridRef10;
    await store.openExactGrid(file('OSTN15.txt', OSTN15.join('\n')));
    expect(store.getState().exactGrid).toMatchObject({ status: 'ready', value: { name: 'OSTN15.txt', points: 200 } });
    await vi.waitFor(() => expect(patrolOf(store).cards[0]?.gridErrorM).toBe(0.1));
    expect(patrolOf(store).cards[0]?.gridRef10).not.toBe(ordinary);
    await store.openExactGrid(file('notes.txt', 'nothing of the kind'));
    expect(store.getState().exactGrid).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('not the OSTN15 file'),
      value: { name: 'OSTN15.txt' },
    });
    await store.removeExactGrid();
    await vi.waitFor(() => expect(patrolOf(store).cards[0]?.gridRef10).toBe(ordinary));
    expect(store.getState().exactGrid).toEqual({ status: 'idle' });
  });

  it('are forgotten with everything else', async () => {
    const store = await loaded();
    await store.openExactGrid(file('OSTN15.txt', OSTN15.join('\n')));
    await store.clearEverything();
    expect(store.getState().exactGrid).toEqual({ status: 'idle' });
  });

  it('a project names the file that they were made with, and asks for it again', async () => {
    const store = await loaded();
    await store.openExactGrid(file('OSTN15.txt', OSTN15.join('\n')));
    const bytes = await store.saveProject({ withRows: true, passphrase: null });
    const other = storeOver();
    await other.openFiles([new File([bytes], 'project.json')]);
    await vi.waitFor(() => expect(other.getState().dataset.status).toBe('ready'));
    expect(other.getState().gridWanted).toEqual({
      name: 'OSTN15.txt',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    // saved again without it, it is still named
    expect(new TextDecoder().decode(await other.saveProject({ withRows: false, passphrase: null }))).toContain(
      '"exactGrid": {"name":"OSTN15.txt"',
    );
  });
});
