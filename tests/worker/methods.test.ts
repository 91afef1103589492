import { beforeAll, describe, expect, it } from 'vitest';
import { emergingCategories } from '../../src/core/methods/emerging-categories.ts';
import { defaultHotspotSettings } from '../../src/core/settings.ts';
import { createJobs } from '../../src/worker/jobs.ts';

const jobs = createJobs();
const query = { ...defaultHotspotSettings, schedule: 'cchi-2020', areaId: null, resolution: 9, mode: 'count' } as const;
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
const CSV = [
  'offence_id,offence,from,to,longitude,latitude',
  ...Array.from({ length: 400 }, (_, i) => {
    const day = new Date(Date.UTC(2021, 0, 1 + (i % 90))).toISOString().slice(0, 10);
    const hour = String(10 + (i % 12));
    return `X${i},Robbery,${day} ${hour}:15,${day} ${hour}:45,${(0.69 + (i % 7) * 0.006).toFixed(4)},${(51.54 + (i % 3) * 0.004).toFixed(4)}`;
  }),
].join('\n');

beforeAll(async () => {
  jobs.openAreas(AREA, 'square.geojson');
  await jobs.load([new File([CSV], 'x.csv')], () => undefined);
});

describe('the methods of the worker', () => {
  it('give density with its peaks and classes', () => {
    const { density, peaks, breaks } = jobs.kde({ ...query, bandwidthM: 300, kernel: 'quartic' });
    expect(density).toHaveLength(jobsCells());
    expect(peaks[0]?.value).toBe(Math.max(...density));
    expect(breaks[0]).toBe(0);
  });

  it('count the cells of each emerging kind', () => {
    const { category, inCategory } = jobs.emerging({ ...query, stepDays: 7 });
    expect(inCategory).toHaveLength(emergingCategories.length);
    expect(inCategory.reduce((sum, cells) => sum + cells, 0)).toBe(category.length);
  });

  it('make four bands of distance beside the same place, and four of time', () => {
    const { distanceEdgesM, timeEdgesDays, risk, top } = jobs.nearRepeat({
      ...query,
      asOfDay: null,
      bandM: 50,
      bandDays: 2,
    });
    expect(distanceEdgesM).toEqual([1, 50, 100, 150, 200]);
    expect(timeEdgesDays).toEqual([2, 4, 6, 8]);
    expect(top.every(({ index, value }) => risk[index] === value && value > 0)).toBe(true);
  });

  it('tell the hours of one cell, which add up to those of the area', () => {
    const all = jobs.hours(query);
    const grid = jobs.grid(query);
    if (!('cells' in grid)) throw new Error('the area is small');
    const ofCells = grid.cells.map((cell) => jobs.hours({ ...query, cell }).offences);
    expect(ofCells.reduce((sum, n) => sum + n, 0)).toBe(all.offences);
    expect(all.withEnd).toBe(all.offences);
  });

  it('refuse a resolution with too many cells, and say which to take', () => {
    expect(() => jobs.concentration({ ...query, resolution: 15 })).toThrow(/use resolution \d+ or a smaller area/);
  });

  it('have no table for outside the force', async () => {
    await expect(jobs.exportTable(query, 'kde', { format: 'csv', outside: true })).rejects.toThrow('outside the force');
    const csv = await jobs.exportTable({ ...query, stepDays: 7 }, 'emerging', { format: 'csv', outside: false });
    expect(new TextDecoder().decode(csv).split('\n')[0]?.trim()).toBe('cell,category,trend_z,trend_p,hot_share,last_z');
  });
});

function jobsCells(): number {
  const grid = jobs.grid(query);
  return 'cells' in grid ? grid.cells.length : -1;
}
