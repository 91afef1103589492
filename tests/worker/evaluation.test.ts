import { beforeAll, describe, expect, it } from 'vitest';
import { curvePercents } from '../../src/core/evaluation/fold.ts';
import { defaultRtmSettings } from '../../src/core/methods/rtm/settings.ts';
import { dayFromIso } from '../../src/core/offences/time.ts';
import { defaultHotspotSettings } from '../../src/core/settings.ts';
import type { EvaluationQuery } from '../../src/worker/evaluation.ts';
import { createJobs } from '../../src/worker/jobs.ts';

const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;
const jobs = createJobs();
const query: EvaluationQuery = {
  ...defaultHotspotSettings,
  schedule: 'cchi-2020',
  areaId: null,
  resolution: 9,
  mode: 'count',
  trainToDay: day('2021-02-28'),
  testToDay: day('2021-03-31'),
  budgets: [2, 10],
  rolling: false,
  risk: null,
};
const nothing = () => undefined;
const ring = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const AREA = JSON.stringify({
  type: 'Feature',
  properties: { name: 'Square' },
  geometry: { type: 'Polygon', coordinates: [ring(0.68, 51.53, 0.74, 51.56)] },
});
/** A third of the offences around one place, the others along a line. */
const CSV = [
  'offence_id,offence,from,longitude,latitude',
  ...Array.from({ length: 600 }, (_, i) => {
    const date = new Date(Date.UTC(2021, 0, 1 + (i % 90))).toISOString().slice(0, 10);
    const [lon, lat] = i % 3 === 0 ? [0.7112, 51.5447] : [0.685 + (i % 19) * 0.0028, 51.535 + (i % 7) * 0.003];
    return `X${i},Robbery,${date},${lon.toFixed(4)},${lat.toFixed(4)}`;
  }),
].join('\n');
const PUBS = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    [0.7112, 51.5447],
    [0.73, 51.556],
    [0.69, 51.534],
  ].map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } })),
});

beforeAll(async () => {
  jobs.openAreas(AREA, 'square.geojson');
  await jobs.load([new File([CSV], 'x.csv')], nothing);
  await jobs.openFactors(new File([PUBS], 'Pubs.geojson'), 'file');
});

describe('the test of methods in the worker', () => {
  it('tells how far it is and gives figures, curves and cells of each method', async () => {
    const told: number[] = [];
    const { rows, methods, best, observed, periods } = await jobs.evaluate(query, (done) => told.push(done));
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    // too short a time for emerging hot spots
    expect(methods.map(({ method }) => method)).toEqual(['prior-count', 'prior-harm', 'kde', 'gi-star']);
    const row = rows.find(({ method, budgetPercent }) => method === 'prior-count' && budgetPercent === 10);
    const counting = methods[0];
    expect(counting?.chosen).toHaveLength(row?.cells ?? 0);
    expect(counting?.offences[curvePercents.indexOf(10)]).toBeCloseTo(row?.hitRate ?? 0, 12);
    for (const { offences } of methods) {
      offences.forEach((share, i) => {
        expect(share).toBeLessThanOrEqual((best.offences[i] ?? 0) + 1e-12);
      });
    }
    expect(observed.count.reduce((sum, n) => sum + n, 0)).toBe(periods[0]?.offences);
  });

  it('makes a risk terrain model of the factors asked for, from the training alone', async () => {
    const risk = {
      factorIds: jobs.layers().files.flatMap(({ factors }) => factors.map(({ id }) => id)),
      settings: defaultRtmSettings,
    };
    const found = await jobs.evaluate({ ...query, risk }, nothing);
    expect(found.methods.map(({ method }) => method)).toContain('rtm');
    const none = await jobs.evaluate({ ...query, risk: { ...risk, factorIds: [] } }, nothing);
    expect(none.cautions.join(' ')).toMatch(/rtm is left out/);
  });

  it('is given up when cancelled, or when another is asked for', async () => {
    const first = jobs.evaluate(query, nothing);
    const second = jobs.evaluate({ ...query, rolling: true, testToDay: day('2021-03-31') }, nothing);
    await expect(first).rejects.toThrow('Cancelled');
    jobs.cancelEvaluation();
    await expect(second).rejects.toThrow('Cancelled');
  });

  it('saves all figures as a table', async () => {
    const { rows } = await jobs.evaluate(query, nothing);
    const text = new TextDecoder().decode(await jobs.evaluationFile(rows, 'csv'));
    expect(text.split('\n')[0]?.trim()).toBe(
      'method,budget_percent,hit_rate,pai,pei,cells,hit_rate_least,hit_rate_most,pai_least,pai_most,harm_hit_rate,harm_pai,auc,overlap',
    );
    expect(text.trim().split('\n')).toHaveLength(rows.length + 1);
  });

  it('refuses more cells than a map can show', async () => {
    await expect(async () => jobs.evaluate({ ...query, resolution: 15 }, nothing)).rejects.toThrow(/Too many cells/);
  });
});
