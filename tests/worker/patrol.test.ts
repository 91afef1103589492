import { beforeAll, describe, expect, it } from 'vitest';
import { dayFromIso, weekdayOf } from '../../src/core/offences/time.ts';
import { defaultPatrolView } from '../../src/core/patrol/view.ts';
import { defaultHotspotSettings } from '../../src/core/settings.ts';
import { createJobs } from '../../src/worker/jobs.ts';
import type { PatrolQuery } from '../../src/worker/patrol.ts';

const query: PatrolQuery = {
  ...defaultHotspotSettings,
  ...defaultPatrolView,
  schedule: 'cchi-2020',
  areaId: null,
  mode: 'count',
  pairs: 2,
};
const ring = [
  [0.68, 51.53],
  [0.74, 51.53],
  [0.74, 51.56],
  [0.68, 51.56],
  [0.68, 51.53],
];
const AREA = JSON.stringify({
  type: 'Feature',
  properties: { name: 'Square' },
  geometry: { type: 'Polygon', coordinates: [ring] },
});
/** Friday and Saturday nights at three places, to the last day of March 2021. */
const csv = (when: (i: number) => string): string =>
  [
    'offence_id,offence,from,longitude,latitude,location',
    ...Array.from({ length: 300 }, (_, i) => {
      const place = i % 3;
      return `X${i},Robbery,${when(i)},${(0.69 + place * 0.02).toFixed(4)},51.5447,Street ${place}`;
    }),
  ].join('\n');
const NIGHTS = csv((i) => `2021-03-${String(5 + 7 * (i % 4)).padStart(2, '0')} ${21 + (i % 3)}:30`);
const nothing = () => undefined;
const jobs = createJobs();

beforeAll(async () => {
  jobs.openAreas(AREA, 'square.geojson');
  await jobs.load([new File([NIGHTS], 'nights.csv')], nothing);
});

describe('patrol areas in the worker', () => {
  it('come with the plan of the first Friday after the last day of the offences', () => {
    const { cards, plan, day, noPlan } = jobs.patrolShift(query);
    expect(cards.map(({ count }) => count)).toEqual([100, 100, 100]);
    expect(weekdayOf(day)).toBe(4);
    expect(day).toBe(dayFromIso('2021-04-02'));
    expect(noPlan).toBe('');
    expect(new Set(plan?.stops.map(({ area }) => area))).toEqual(new Set([0, 1, 2]));
    expect(jobs.patrolShift({ ...query, toDay: dayFromIso('2021-03-12') }).day).toBe(dayFromIso('2021-03-19'));
    expect(jobs.patrolShift({ ...query, day: 18_800 }).day).toBe(18_800);
  });

  it('are the same when asked again, and other chances make another plan', () => {
    expect(jobs.patrolShift(query)).toEqual(jobs.patrolShift(query));
    const plans = [1, 2, 3, 4].map((seed) => JSON.stringify(jobs.patrolShift({ ...query, seed }).plan?.stops));
    expect(new Set(plans).size).toBeGreaterThan(1);
  });

  it('take what was done by hand', () => {
    const { cards } = jobs.patrolShift(query);
    const edits = [
      { kind: 'drop' as const, cells: cards[0]?.cells ?? [] },
      { kind: 'rename' as const, cells: cards[1]?.cells ?? [], name: 'Pier' },
    ];
    const edited = jobs.patrolShift({ ...query, edits });
    expect(edited.cards.map(({ rank, name }) => [rank, name])).toEqual([
      [2, 'Pier'],
      [3, cards[2]?.name],
    ]);
    expect(edited.dropped).toMatchObject([{ edit: 0, place: { rank: 1, name: cards[0]?.name } }]);
    expect(edited.plan?.stops.map(({ area }) => area).sort()).toEqual([0, 1]);
  });

  it('are one cell each where cells are larger than patrol areas usually are', () => {
    const { cards, maxAreaM2 } = jobs.patrolShift({ ...query, resolution: 9 });
    expect(maxAreaM2).toBeGreaterThan(60_000);
    expect(cards.every(({ cells }) => cells.length === 1)).toBe(true);
    expect(() => jobs.patrolShift({ ...query, resolution: 9, maxAreaM2: 60_000 })).toThrow('larger cap');
  });

  it('stand without a plan, and with the reason, where it cannot be made', async () => {
    expect(jobs.patrolShift({ ...query, visitMin: 120, toMinute: 21 * 60 }).noPlan).toContain('holds no visit');
    expect(jobs.patrolShift({ ...query, minCount: 1000 })).toMatchObject({ cards: [], plan: null });
    const days = createJobs();
    days.openAreas(AREA, 'square.geojson');
    await days.load([new File([csv((i) => `2021-03-${10 + (i % 9)}`)], 'days.csv')], nothing);
    const found = days.patrolShift(query);
    expect(found.cards).toHaveLength(3);
    expect(found.plan).toBeNull();
    expect(found.noPlan).toContain('none of these offences has a time of day');
  });
});
