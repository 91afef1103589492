/** The phases planted in the demo are found by the change at their key dates, in the districts that they were planted in. */
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../data/demo/calendar.ts';
import { type StudyArea, unionOf } from '../../src/core/geo/area.ts';
import { parseAreas } from '../../src/core/geo/area-file.ts';
import { builtInSchedule } from '../../src/core/harm/schedule.ts';
import { defaultChangeSettings } from '../../src/core/methods/change-windows.ts';
import { ingest, pipelineOf } from '../../src/core/pipeline.ts';
import { type DefinitionId, defaultHotspotSettings } from '../../src/core/settings.ts';
import { bytesOf, jsonOf, truth } from './demo-files.ts';

const { table } = await ingest([new File([bytesOf('offences.parquet') as BlobPart], 'offences.parquet')]);
const { areas } = parseAreas(jsonOf('areas.geojson'), 'areas.geojson');
const districts = areas.filter(({ kind }) => kind === 'district');
const essex = unionOf(districts, 'Essex');
const pipeline = pipelineOf(table, builtInSchedule('cchi-2020'));

function changeOn(date: string, definition: DefinitionId, area: StudyArea = essex, beforeDays = 28, afterDays = 28) {
  const settings = { ...defaultHotspotSettings, definition, resolution: 9 };
  return pipeline.change(area, { ...settings, ...defaultChangeSettings, keyDay: dayOf(date), beforeDays, afterDays });
}

describe('the phases planted in the demo', () => {
  test.each([
    ['2021-03-08', 'all'],
    ['2021-03-29', 'ark'],
    ['2021-04-12', 'nte'],
    ['2021-05-17', 'nte'],
    ['2020-07-04', 'nte'],
  ] as const)('on %s offences (%s) rise beyond chance', (date, definition) => {
    expect(changeOn(date, definition).total.lo).toBeGreaterThan(1);
  });

  test('step 4 of July 2021 is small, as planted: more nights, the interval over the planted ratio of nights', () => {
    const { total } = changeOn('2021-07-19', 'nte');
    const nights = truth.phases
      .filter(({ label }) => label === 'step 3' || label === 'step 4')
      .map((p) => p.effects.night);
    const planted = (nights[1] ?? Number.NaN) / (nights[0] ?? Number.NaN);
    expect(total.ratio).toBeGreaterThan(1);
    expect(total.lo).toBeLessThan(planted);
    expect(total.hi).toBeGreaterThan(planted);
  });

  test('the first lockdown empties the nights more than other hours', () => {
    const { night, otherHours } = changeOn('2020-03-23', 'ark');
    expect(night?.hi).toBeLessThan(1);
    expect(night?.ratio).toBeLessThan(otherHours?.ratio ?? 0);
  });

  test('the tiers of December 2020 show in the eleven districts that went up, not in the three that stayed', () => {
    const tier3 = truth.phases.find(({ label }) => label === 'tier 3');
    const upIn = new Set(tier3?.districts);
    const [up, stayed] = [true, false].map((wanted) =>
      unionOf(
        districts.filter(({ id }) => upIn.has(id) === wanted),
        'some',
      ),
    );
    if (!up || !stayed) throw new Error('both are made above');
    // from the start of tier 2 to Christmas Day, before which the three stayed in it
    const [fell, held] = [up, stayed].map((area) => changeOn('2020-12-16', 'all', area, 14, 10).total);
    const difference = Math.log((held?.ratio ?? 0) / (fell?.ratio ?? 0));
    const se = Math.sqrt([fell, held].reduce((sum, t) => sum + 1 / (t?.before ?? 0) + 1 / (t?.after ?? 0), 0));
    expect(upIn.size).toBe(11);
    expect(difference).toBeGreaterThan(1.96 * se);
    expect(fell?.ratio).toBeLessThan(1);
  });

  test('patrol areas at a step hold in night-time and other hours what they hold together', () => {
    const { areas: found, first } = changeOn('2021-05-17', 'all');
    expect(found.length).toBeGreaterThan(10);
    for (const { before, after, total, night, otherHours, outline, place } of found) {
      expect([total.before, total.after]).toEqual([before, after]);
      expect((night?.after ?? 0) + (otherHours?.after ?? 0)).toBe(after);
      expect(outline.length).toBeGreaterThan(0);
      expect(place.cells.length).toBeGreaterThan(0);
    }
    expect(first).toHaveLength(5);
    expect(first.every((at) => found[at]?.state !== 'cooling')).toBe(true);
  });
});
