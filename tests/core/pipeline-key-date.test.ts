import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/errors.ts';
import { builtInSchedule } from '../../src/core/harm/schedule.ts';
import { defaultChangeSettings } from '../../src/core/methods/change-windows.ts';
import { dayFromIso, isoDay } from '../../src/core/offences/time.ts';
import { defaultPatrolSettings } from '../../src/core/patrol/patrol-areas.ts';
import { pipelineOf } from '../../src/core/pipeline.ts';
import { defaultHotspotSettings } from '../../src/core/settings.ts';
import { randomFrom } from '../../src/core/stats/random.ts';
import { areaOf, rectangle } from './hex/areas.ts';
import { makeTable, type Row } from './table-builder.ts';

const area = areaOf('town', [rectangle(0.68, 51.53, 0.74, 51.56)]);
const cchi = builtInSchedule('cchi-2020');
const start = dayFromIso('2021-03-15') ?? 0;
const random = randomFrom(4);

/** 56 days; a quiet place all along, one that stops at the key date and one that starts there. */
const rows: Partial<Row>[] = Array.from({ length: 900 }, (_, i) => {
  const day = Math.floor((i * 56) / 900);
  const place =
    i % 3 === 0 ? [0.7, 51.54, 'Always Road'] : day < 28 ? [0.71, 51.55, 'Once Road'] : [0.73, 51.54, 'Now Road'];
  const [lon, lat, location] = place as [number, number, string];
  const title = random.below(2) === 0 ? 'Robbery of personal property' : 'Common assault';
  return { title, lon, lat, location, from: `${isoDay(start + day)}T12:00` };
});
const pipeline = pipelineOf(makeTable(rows), cchi);
const settings = { ...defaultHotspotSettings, ...defaultChangeSettings, keyDay: start + 28 };

describe('a key date, in the pipeline', () => {
  const result = pipeline.change(area, settings);

  it('finds which patrol areas are new, lasting and cooling', () => {
    expect(result.areas.map(({ state, place }) => [state, place.name])).toEqual([
      ['new', 'Now Road'],
      ['lasting', 'Always Road'],
      ['cooling', 'Once Road'],
    ]);
    expect(result.total).toMatchObject({ before: 450, after: 450, ratio: 1 });
  });

  it('keeps patrol areas where one cell is larger than the usual cap', () => {
    expect(pipeline.change(area, { ...settings, resolution: 8 }).areas.length).toBeGreaterThan(0);
  });

  it('is the same whatever the order of the rows', () => {
    const turned = pipelineOf(makeTable(rows.toReversed()), cchi).change(area, settings);
    expect([turned.before, turned.after, turned.p]).toEqual([result.before, result.after, result.p]);
  });

  it('says that it is not cause and effect', () => {
    expect(result.cautions.join(' ')).toMatch(/weather, Easter, football/);
  });
});

describe('patrol areas and validation, in the pipeline', () => {
  it('areas hold the whole value, on a small part of the ground', () => {
    const { areas, valueShare, countShare, areaShare } = pipeline.patrolAreas(area, {
      ...settings,
      ...defaultPatrolSettings,
    });
    expect(areas).toHaveLength(3);
    expect([valueShare, countShare]).toEqual([expect.closeTo(1, 12), 1]);
    expect(areaShare).toBeLessThan(0.01);
  });

  it('the period confines the training', async () => {
    const split = { trainToDay: start + 27, testToDay: start + 55, budgets: [1], rolling: false };
    const all = await pipeline.validate(area, { ...settings, ...split });
    expect(all.rows[0]).toMatchObject({ method: 'prior-count', hitRate: expect.closeTo(1 / 3, 12) });
    expect(all.periods[0]?.offences).toBe(450);
    await expect(
      pipeline.validate(area, { ...settings, ...split, fromDay: start + 27, trainToDay: start + 26 }),
    ).rejects.toThrow(InputError);
  });
});
