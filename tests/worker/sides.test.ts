import { beforeAll, describe, expect, it } from 'vitest';
import { defaultHotspotSettings, defaultMethodSettings } from '../../src/core/settings.ts';
import { toCsv } from '../../src/core/tables/csv.ts';
import { sidesForOutside, sidesTable } from '../../src/core/tables/sides.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { defaultSettings, initialState } from '../../src/state/defaults.ts';
import { compareRequests } from '../../src/state/requests-compare.ts';
import { directClient } from '../../src/worker/client.ts';
import { createJobs } from '../../src/worker/jobs.ts';

const jobs = createJobs();
const query = {
  ...defaultHotspotSettings,
  schedule: 'cchi-2020',
  areaId: 'West',
  resolution: 9,
  mode: 'count',
} as const;

const square = (name: string, west: number) => ({
  type: 'Feature',
  properties: { name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 51.53],
        [west + 0.04, 51.53],
        [west + 0.04, 51.56],
        [west, 51.56],
        [west, 51.53],
      ],
    ],
  },
});
const AREAS = JSON.stringify({ type: 'FeatureCollection', features: [square('West', 0.68), square('East', 0.74)] });

/** 300 robberies in the west at ten in the morning, 100 in the east at ten at night, over 50 days of 2021. */
const CSV = [
  'offence_id,offence,from,to,longitude,latitude',
  ...Array.from({ length: 400 }, (_, i) => {
    const east = i % 4 === 0;
    const day = new Date(Date.UTC(2021, 0, 1 + (i % 50))).toISOString().slice(0, 10);
    const hour = east ? '22' : '10';
    const lon = (east ? 0.745 : 0.685) + (i % 7) * 0.004;
    return `X${i},Robbery,${day} ${hour}:15,${day} ${hour}:45,${lon.toFixed(4)},${(51.535 + (i % 3) * 0.006).toFixed(4)}`;
  }),
].join('\n');

beforeAll(async () => {
  jobs.openAreas(AREAS, 'squares.geojson');
  await jobs.load([new File([CSV], 'x.csv')], () => undefined);
  const populations = new File(['name,population\nWest,30000\nEast,5000\n'], 'populations.csv');
  await jobs.openPopulations(populations, 'file');
});

describe('two sides in the worker', () => {
  it('two areas: three times the offences by ground, half of them by residents', () => {
    const { one, other, perKm2, per1000 } = jobs.sides(query, { ...query, areaId: 'East' });
    expect([one.count, other.count]).toEqual([300, 100]);
    expect([one.residents, other.residents]).toEqual([30_000, 5_000]);
    expect(one.days).toBe(50);
    expect(perKm2.ratio).toBeCloseTo(one.areaM2 / other.areaM2 / 3, 10);
    expect(per1000?.ratio).toBeCloseTo(2, 10);
    expect(per1000?.lo).toBeGreaterThan(1);
  });

  it('hours say that one is busy in the morning and the other at night', () => {
    const { hours } = jobs.sides(query, { ...query, areaId: 'East' });
    expect(hours?.difference[10]).toBeLessThan(-1);
    expect(hours?.difference[22]).toBeGreaterThan(1);
    expect(hours?.difference[4]).toBe(0);
  });

  it('two periods are compared by the days covered, and a period that the file has nothing of is not', () => {
    const january = { ...query, fromDay: 18_628, toDay: 18_637 };
    const later = jobs.sides(january, { ...query, fromDay: 18_638, toDay: 18_657 });
    expect([later.one.days, later.other.days]).toEqual([10, 20]);
    expect(later.perKm2.ratio).toBeCloseTo(later.other.count / 20 / (later.one.count / 10), 10);
    const never = jobs.sides(january, { ...query, fromDay: 10_000, toDay: 10_010 });
    expect(never.other.days).toBe(0);
    expect(never.perKm2.ratio).toBeNaN();
    expect(never.hours).toBeNull();
  });

  it('the density of the other side has the bandwidth of the first, where that follows the offences', async () => {
    const areas = ['West', 'East'].map((id) => ({ id, name: id, polygons: [], bounds: [0, 51, 1, 52] as const }));
    const methods = { ...defaultMethodSettings, bandwidthM: 'auto' as const };
    const beside = { kind: 'area', areaId: 'East' } as const;
    const settings = { ...defaultSettings, ...query, beside, methods, measure: 'kde' as const };
    const state: AppState = {
      ...initialState(settings),
      generation: 1,
      mode: 'compare',
      areaSet: { name: 'squares', origin: 'file', areas },
    };
    const request = compareRequests(state).find(({ name }) => name === 'otherSide');
    const found = (await request?.run(directClient(jobs)))?.otherSide;
    const kde = found?.status === 'ready' ? found.value.kde?.result : undefined;
    const own = (areaId: string) => jobs.kde({ ...query, areaId, kernel: methods.kernel, bandwidthM: 'auto' });
    expect(kde?.bandwidthM).toBe(own('West').bandwidthM);
    expect(kde?.bandwidthM).not.toBe(own('East').bandwidthM);
  });

  it('all areas together have residents only when each of them has', () => {
    expect(jobs.sides({ ...query, areaId: null }, query).one.residents).toBe(35_000);
  });

  it('for outside the force a side of under 5 offences has no figures, nor one that its surroundings would give away', () => {
    const sides = jobs.sides(query, { ...query, areaId: 'East' });
    const counted = (one: number, other: number, nested: boolean) => {
      const shown = sidesForOutside(
        { ...sides, one: { ...sides.one, count: one }, other: { ...sides.other, count: other } },
        nested,
      );
      return [shown.one.count, shown.other.count, Number.isNaN(shown.perKm2.ratio)];
    };
    expect(counted(300, 5, false)).toEqual([300, 5, false]);
    expect(counted(300, 4, false)).toEqual([300, Number.NaN, true]);
    expect(counted(0, 300, false)).toEqual([0, 300, false]);
    expect(counted(300, 298, false)).toEqual([300, 298, false]);
    expect(counted(300, 298, true)).toEqual([300, Number.NaN, true]);
    const { one } = sidesForOutside({ ...sides, one: { ...sides.one, count: 3 } }, false);
    expect([one.harm, one.perKm2.hi, one.per1000?.rate, one.harmPer1000]).toEqual([NaN, NaN, NaN, NaN]);
    expect(one.residents).toBe(sides.one.residents);
  });

  it('the table has a row a measure and side, and the ratios last', () => {
    const lines = toCsv(sidesTable(jobs.sides(query, { ...query, areaId: 'East' }), { one: 'West', other: 'East' }))
      .trim()
      .split(/\r?\n/);
    expect(lines[0]).toBe('side,measure,value,lo,hi');
    expect(lines[1]).toBe('West,offences,300,,');
    expect(lines.at(-1)).toMatch(/^East \/ West,rate_ratio_per_resident,2(\.\d+)?,1\.\d+,2\.\d+$/);
  });
});
