import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../src/cli/files.ts';
import { readPlaceDays } from '../../../src/core/evaluation/place-days.ts';
import { defaultReductions, drawTrial, powerOfTrial } from '../../../src/core/evaluation/trial-design.ts';
import { trialOutcomes } from '../../../src/core/evaluation/trial-outcomes.ts';
import { pickArea } from '../../../src/core/geo/area.ts';
import { parseAreas } from '../../../src/core/geo/area-file.ts';
import { builtInSchedule } from '../../../src/core/harm/schedule.ts';
import { weightsFor } from '../../../src/core/harm/weights.ts';
import { cellsOf } from '../../../src/core/hex/cells.ts';
import { indexRows } from '../../../src/core/hex/index-rows.ts';
import { cellIndex } from '../../../src/core/hex/lookup.ts';
import { neighbourGraph } from '../../../src/core/hex/neighbours.ts';
import { definitionMask } from '../../../src/core/offences/definitions.ts';
import { dayFromIso } from '../../../src/core/offences/time.ts';
import { ingest } from '../../../src/core/pipeline.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';
import { toCsv } from '../../../src/core/tables/csv.ts';
import { placeDaysTable } from '../../../src/core/tables/trial.ts';

const plan = {
  places: Array.from({ length: 20 }, (_, i) => `Place ${i + 1}`),
  fromDay: dayFromIso('2020-07-06') ?? 0,
  toDay: dayFromIso('2020-10-03') ?? 0,
  perDay: 8,
  seed: 7,
};

describe('drawing a trial', () => {
  it('draws 8 of 20 on each of 90 days, ascending and none twice', () => {
    const { treated } = drawTrial(plan);
    expect(treated).toHaveLength(90);
    for (const day of treated) {
      expect(new Set(day).size).toBe(8);
      expect(day).toEqual(day.toSorted((a, b) => a - b));
    }
    expect(treated.flat()).toHaveLength(720);
  });

  it('keeps its seed, and the same seed draws the same', () => {
    expect(drawTrial(plan)).toEqual(drawTrial(plan));
    expect(drawTrial(plan)).toMatchObject({ seed: 7, perDay: 8 });
    expect(drawTrial({ ...plan, seed: 8 }).treated).not.toEqual(drawTrial(plan).treated);
  });

  it('every place is drawn about equally often', () => {
    const { treated } = drawTrial({ ...plan, toDay: plan.fromDay + 1999 });
    const times = plan.places.map((_, place) => treated.filter((day) => day.includes(place)).length);
    // 2,000 × 0.4 = 800, standard deviation 22
    for (const n of times) expect(Math.abs(n - 800)).toBeLessThan(90);
  });

  it('refuses a plan that leaves nothing to compare', () => {
    expect(() => drawTrial({ ...plan, perDay: 20 })).toThrow('leaves nothing to compare');
    expect(() => drawTrial({ ...plan, perDay: 0 })).toThrow('leaves nothing to compare');
    expect(() => drawTrial({ ...plan, toDay: plan.fromDay - 1 })).toThrow('is 0 days');
  });
});

describe('power for the counts at hand', () => {
  const random = randomFrom(11);
  const days = 365;
  const count = Float64Array.from({ length: 20 * days }, () => Number(random.uniform() < 0.07));
  const past = { places: 20, days, count };
  const settings = { trialDays: 90, perDay: 8, reductions: [0, 0.3, 0.75], simulations: 200, seed: 1 };

  it('is the size of the test without an effect, and rises with it', () => {
    const [none, third, most] = powerOfTrial(past, settings);
    expect(none?.power).toBeLessThan(0.09);
    expect(third?.power).toBeGreaterThan(none?.power ?? 1);
    expect(most?.power).toBeGreaterThan(0.9);
    // 0.07 on 720 and 1,080 place-days
    expect(none?.treated).toBeGreaterThan(45);
    expect(none?.treated).toBeLessThan(56);
    expect((most?.treated ?? 0) / (none?.treated ?? 1)).toBeCloseTo(0.25, 1);
    expect(none?.control).toBeGreaterThan(70);
  });

  it('is the same with the same seed, and refuses a past without offences', () => {
    expect(powerOfTrial(past, settings)).toEqual(powerOfTrial(past, settings));
    expect(() => powerOfTrial({ ...past, count: new Float64Array(20 * days) }, settings)).toThrow('no offences');
    expect(defaultReductions[0]).toBe(0);
  });
});

describe('outcomes from offences', () => {
  const demo = (name: string) => fileURLToPath(new URL(`../../../public/demo/${name}`, import.meta.url));

  it('the place-days of the demo come out of its offences again, row by row', async () => {
    const truth = JSON.parse(readFileSync(demo('truth.json'), 'utf8'));
    const published = readPlaceDays(readFileSync(demo('place-days.csv')), 'place-days.csv').data;
    const { table } = await ingest([sourceOf(demo('offences.parquet'))]);
    const area = pickArea(
      parseAreas(JSON.parse(readFileSync(demo('areas.geojson'), 'utf8')), 'areas').areas,
      'Southend-on-Sea',
    );
    const grid = cellsOf(area, 10);
    const index = cellIndex(grid);
    const mask = definitionMask(table, 'ark', false);
    const design = {
      ...plan,
      places: published.places,
      treated: Object.values<number[]>(truth.trial.treated),
    };
    const cells = truth.patrolAreas.map((one: { cells: string[] }) => one.cells.map((cell) => index.get(cell) ?? -1));
    const offences = {
      day: table.day,
      cellOfRow: indexRows(table.lon, table.lat, grid),
      mask,
      harmOfRow: weightsFor(table, builtInSchedule('cchi-2020'), { mode: 'harm', includeProactive: false }),
      graph: neighbourGraph(grid, 2),
    };
    const found = trialOutcomes(
      design,
      cells,
      offences,
      (place, day) => published.deliveredMin[place * 90 + day - plan.fromDay] ?? 0,
    );
    expect(found).toEqual(published);
    const again = readPlaceDays(new TextEncoder().encode(toCsv(placeDaysTable(found))), 'again.csv');
    expect(again).toEqual({ data: published, notes: [] });
  });
});
