/** Kernel density and concentration through the pipeline. */
import { describe, expect, it } from 'vitest';
import { boundsOf, type StudyArea } from '../../src/core/geo/area.ts';
import { metresOf } from '../../src/core/geo/local-metres.ts';
import { builtInSchedule } from '../../src/core/harm/schedule.ts';
import { autoBandwidthM, kernelDensity } from '../../src/core/methods/kde.ts';
import { pipelineOf } from '../../src/core/pipeline.ts';
import { defaultHotspotSettings, type HotspotSettings } from '../../src/core/settings.ts';
import { randomFrom } from '../../src/core/stats/random.ts';
import { columnOf } from '../../src/core/tables/table.ts';
import { makeTable, type Row } from './table-builder.ts';

const ring = [
  [0.68, 51.53],
  [0.75, 51.53],
  [0.75, 51.56],
  [0.68, 51.56],
  [0.68, 51.53],
] as const;
const area: StudyArea = { id: 'square', name: 'Square', polygons: [[ring]], bounds: boundsOf([[ring]]) };
const settings: HotspotSettings = { ...defaultHotspotSettings, resolution: 9, mode: 'count' };

const random = randomFrom(21);
const rows: Partial<Row>[] = Array.from({ length: 500 }, (_, i) => ({
  title: i % 5 ? 'Common assault' : 'Robbery of personal property',
  lon: 0.66 + random.uniform() ** 4 * 0.11,
  lat: 51.52 + random.uniform() * 0.05,
  from: `2021-0${1 + (i % 9)}-10`,
}));
const table = makeTable(rows);
const pipeline = pipelineOf(table, builtInSchedule('cchi-2020'));
const grid = pipeline.grid(area, 9);
const [level] = grid.levels;

describe('the pipeline’s kernel density', () => {
  const toMetres = metresOf(area.bounds);
  const places = toMetres(table.lon, table.lat);

  it('counts what lies around the area, but takes its bandwidth from what lies in its cells', () => {
    const { density, bandwidthM } = pipeline.kde(area, settings);
    const { top } = pipeline.hotspots(area, settings);
    expect(density).toHaveLength(grid.cells.length);
    expect(bandwidthM).not.toBeCloseTo(autoBandwidthM(places, 'quartic'), 0);
    const best = top[0]?.index ?? -1;
    const centre = toMetres([level?.lon[best] ?? 0], [level?.lat[best] ?? 0]);
    const expected = kernelDensity(centre, places, { bandwidthM, kernel: 'quartic' });
    expect(density[best]).toBeCloseTo(expected[0] ?? Number.NaN, 9);
  });

  it('follows definition, period and mode', () => {
    const asked = { ...settings, bandwidthM: 500, kernel: 'quartic' } as const;
    const total = (s: Parameters<typeof pipeline.kde>[1]): number =>
      pipeline.kde(area, s).density.reduce((a, b) => a + b);
    const all = total(asked);
    expect(total({ ...asked, fromDay: 18_700, toDay: 18_760 })).toBeLessThan(all / 2);
    expect(total({ ...asked, mode: 'harm' })).toBeGreaterThan(50 * all);
    expect(total({ ...asked, kernel: 'gaussian' })).not.toBeCloseTo(all, 0);
  });

  it('lists its peaks with their places, none beside a denser cell', () => {
    const { density, peaks } = pipeline.kde(area, { ...settings, bandwidthM: 400 });
    expect(peaks.map(({ rank }) => rank)).toEqual(peaks.map((_, k) => k + 1));
    expect(peaks[0]?.value).toBe(Math.max(...density));
    for (const { index, value, cell } of peaks) {
      expect([density[index], grid.cells[index]]).toEqual([value, cell]);
    }
    expect(peaks.length).toBeLessThan(density.filter((d) => d > 0).length / 4);
  });

  it('gives arrays that may be transferred away, and the same as a table', () => {
    const first = pipeline.kde(area, settings).density;
    const kept = [...first];
    first.fill(0);
    expect([...pipeline.kde(area, settings).density]).toEqual(kept);
    const out = pipeline.kdeTable(area, settings);
    expect(out.columns.map(({ name }) => name)).toEqual(['cell', 'lon', 'lat', 'density_per_km2']);
    expect([...(columnOf(out, 'density_per_km2').values as Float64Array)]).toEqual(kept);
    expect(columnOf(out, 'cell').values).toEqual(grid.cells);
  });
});

describe('the pipeline’s concentration', () => {
  it('is of the offences in the cells, more uneven than chance would have it', () => {
    const { inCells } = pipeline.hotspots(area, settings);
    const found = pipeline.concentration(area, settings);
    expect([found.cells, found.offences]).toEqual([grid.cells.length, inCells]);
    expect(found.gini).toBeGreaterThan(found.giniByChance);
    expect(found.generalisedGini).toBeLessThanOrEqual(found.gini);
    for (const { cells, byChance } of found.holding) expect(cells).toBeLessThan(byChance);
  });

  it('of harm is compared with the same harm dealt out by chance, from the seed', () => {
    const harm = { ...settings, mode: 'harm' } as const;
    const found = pipeline.concentration(area, harm);
    expect(found.generalisedGini).toBeNaN();
    expect(found.giniByChance).toBeGreaterThan(pipeline.concentration(area, settings).giniByChance);
    expect(pipeline.concentration(area, harm)).toEqual(found);
    expect(pipeline.concentration(area, { ...harm, seed: 2 }).giniByChance).not.toBe(found.giniByChance);
  });

  it('of no offences is not a number', () => {
    expect(pipeline.concentration(area, { ...settings, fromDay: 0, toDay: 1 }).gini).toBeNaN();
  });
});
