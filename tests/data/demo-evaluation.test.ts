/** Whether the methods find what was planted in the demo, and nothing where nothing was. */
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../data/demo/calendar.ts';
import { pickArea } from '../../src/core/geo/area.ts';
import { parseAreas } from '../../src/core/geo/area-file.ts';
import { containsOf } from '../../src/core/geo/contains.ts';
import { builtInSchedule } from '../../src/core/harm/schedule.ts';
import { isoDay } from '../../src/core/offences/time.ts';
import { ingest, pipelineOf } from '../../src/core/pipeline.ts';
import { defaultHotspotSettings, type HarmMode } from '../../src/core/settings.ts';
import { randomFrom } from '../../src/core/stats/random.ts';
import { makeTable } from '../core/table-builder.ts';
import { bytesOf, jsonOf, truth } from './demo-files.ts';

const { table } = await ingest([new File([bytesOf('offences.parquet') as BlobPart], 'offences.parquet')]);
const southend = pickArea(parseAreas(jsonOf('areas.geojson'), 'areas.geojson').areas, 'Southend-on-Sea');
const schedule = builtInSchedule('cchi-2020');
const yearBefore = { fromDay: dayOf(truth.concentration.from), toDay: dayOf(truth.concentration.to) };

describe('trained on the year before the trial, tested on its first 92 days', async () => {
  const planted = truth.patrolAreas.map(({ cells }) => new Set(cells));
  const plantedCells = new Set(truth.patrolAreas.flatMap(({ cells }) => cells));

  const evaluated = async (mode: HarmMode) => {
    const pipeline = pipelineOf(table, schedule);
    const { cells } = pipeline.grid(southend, 10);
    const trainToDay = yearBefore.toDay;
    const result = await pipeline.validate(southend, {
      ...{ ...defaultHotspotSettings, definition: 'ark', mode, fromDay: yearBefore.fromDay },
      ...{ trainToDay, testToDay: trainToDay + 92, budgets: [2, 5], rolling: false },
      kde: { bandwidthM: 300, kernel: 'quartic' },
    });
    const row = (method: string) => result.rows.find((each) => each.method === method && each.budgetPercent === 2);
    /** Of the 20 planted patrol areas how many have a cell among the first `percent` of a method. */
    const found = (method: string, percent: number): number => {
      const order = result.methods.find((each) => each.method === method)?.chosen ?? new Uint32Array();
      const chosen = new Set(
        Array.from(order.subarray(0, Math.round((cells.length * percent) / 100)), (i) => cells[i] ?? ''),
      );
      return planted.filter((area) => [...area].some((cell) => chosen.has(cell))).length;
    };
    return { result, cells, row, found };
  };

  const byCount = await evaluated('count');

  test('plain counts touch 19 of the 20 planted areas in 2 % of Southend, Gi* of counts all 20 in 5 %', () => {
    expect(plantedCells.size / byCount.cells.length).toBeCloseTo(0.025, 3);
    expect(byCount.found('prior-count', 2)).toBeGreaterThanOrEqual(19);
    expect(byCount.found('gi-star', 5)).toBe(20);
    expect(byCount.found('kde', 5)).toBeGreaterThanOrEqual(17);
    expect(byCount.found('emerging', 5)).toBeGreaterThanOrEqual(14);
  });

  test('√harm makes Gi* find more of them than raw harm, which single grave offences lead astray', async () => {
    const [byRoot, byHarm] = [await evaluated('sqrt-harm'), await evaluated('harm')];
    expect(byRoot.found('gi-star', 5)).toBeGreaterThan(byHarm.found('gi-star', 5));
  });

  test('all methods foretell far better than chance, and none beats plain counts', () => {
    const counting = byCount.row('prior-count');
    for (const { method } of byCount.result.methods) {
      expect(byCount.row(method)?.pai).toBeGreaterThan(8);
      expect(byCount.row(method)?.harmPai).toBeGreaterThan(8);
      expect(byCount.row(method)?.hitRate).toBeLessThanOrEqual(counting?.hitRate ?? 0);
    }
  });
});

describe('offences strewn evenly over Southend', () => {
  const contains = containsOf(southend);
  const [west, south, east, north] = southend.bounds;
  const RUNS = 20;

  const strewn = (seed: number, offences: number) => {
    const random = randomFrom(seed);
    const rows: { lon: number; lat: number; from: string; title: string }[] = [];
    while (rows.length < offences) {
      const lon = west + (east - west) * random.uniform();
      const lat = south + (north - south) * random.uniform();
      if (!contains(lon, lat)) continue;
      const title = random.uniform() < 0.1 ? 'Robbery of personal property' : 'Common assault';
      rows.push({ lon, lat, from: isoDay(yearBefore.fromDay + random.below(366)), title });
    }
    return pipelineOf(makeTable(rows), schedule);
  };
  const settings = { ...defaultHotspotSettings, mode: 'count', resolution: 9 } as const;
  const runs = Array.from({ length: RUNS }, (_, seed) => strewn(seed + 1, 5000));

  test('Gi* marks no more than a share α of cells, and any at all in about a share α of data sets', () => {
    const bins = runs.map((pipeline) => pipeline.hotspots(southend, settings).bin);
    // 97 % of binomial draws of 20 are no more than `most`
    for (const [level, alpha, most] of [
      [1, 0.1, 5],
      [2, 0.05, 3],
      [3, 0.01, 1],
    ] as const) {
      const marked = bins.map((bin) => bin.filter((b) => Math.abs(b) >= level).length);
      expect(marked.filter((cells) => cells > 0).length).toBeLessThanOrEqual(most);
      expect(Math.max(...marked) / (bins[0]?.length ?? 0)).toBeLessThanOrEqual(alpha);
    }
  });

  test('of few offences, or very unequal ones, Gi* marks a share α of cells at most, and says that it marks some', () => {
    for (const [offences, mode] of [
      [150, 'count'],
      [900, 'count'],
      [900, 'sqrt-harm'],
      [900, 'harm'],
    ] as const) {
      for (let seed = 1; seed <= 5; seed++) {
        const found = strewn(seed, offences).hotspots(southend, { ...settings, resolution: 10, mode });
        for (const [level, alpha] of [
          [1, 0.1],
          [2, 0.05],
        ] as const) {
          const marked = found.bin.filter((bin) => Math.abs(bin) >= level).length;
          expect(marked / found.bin.length).toBeLessThanOrEqual(alpha);
        }
        expect(found.cautions.join(' ')).toContain('even if they were strewn evenly');
      }
    }
    for (const pipeline of runs.slice(0, 3)) {
      expect(pipeline.hotspots(southend, settings).cautions.join(' ')).not.toContain('strewn evenly');
    }
  });

  test('emerging hot spots mark less than a hundredth of the cells', () => {
    for (const pipeline of runs.slice(0, 10)) {
      const { category } = pipeline.emerging(southend, { ...settings, stepDays: 28, fromDay: null, toDay: null });
      expect(category.filter((code) => code !== 0).length / category.length).toBeLessThan(0.01);
    }
  });

  test('few offences of very unequal harm mislead the normal approximation, not the permutations', () => {
    const pipeline = strewn(1, 900);
    const falsely = (permutations: number): number =>
      pipeline
        .hotspots(southend, { ...settings, mode: 'harm', resolution: 10, permutations })
        .bin.filter((bin) => bin !== 0).length;
    expect(falsely(0)).toBeGreaterThan(20);
    expect(falsely(999)).toBe(0);
  });
});
