import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DrawnTrial, defaultTrialView } from '../../src/core/evaluation/trial-view.ts';
import { dayFromIso } from '../../src/core/offences/time.ts';
import { defaultHotspotSettings } from '../../src/core/settings.ts';
import { createJobs } from '../../src/worker/jobs.ts';

const demo = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../public/demo/${name}`, import.meta.url))));
const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;
const jobs = createJobs();
const reading = { leastMin: defaultTrialView.leastMin, drawnWithin: defaultTrialView.drawnWithin };
const query = {
  ...defaultHotspotSettings,
  definition: 'ark' as const,
  schedule: 'cchi-2020' as const,
  areaId: 'E06000033',
  fromDay: day('2019-07-01'),
  toDay: day('2020-06-30'),
};
const file = { kind: 'file', file: new File([demo('place-days.csv')], 'place-days.csv') } as const;
const areas = { areas: 20, maxAreaM2: null, minCount: 5, spacingM: 0, edits: [] };
const planned = { ...query, ...areas };
const lots = { perDay: 8, days: 90, seed: 7 };

beforeAll(async () => {
  jobs.openAreas(new TextDecoder().decode(demo('areas.geojson')), 'areas.geojson');
  await jobs.load([new File([demo('offences.parquet')], 'offences.parquet')], () => undefined);
});

/** Drawn of what was planned. */
function drawnOf({ places, resolution }: ReturnType<typeof jobs.trialPlan>): DrawnTrial {
  const fromDay = day('2020-07-06');
  return {
    places: places.map(({ name, cells }) => ({ name, cells })),
    ...{ resolution, fromDay, toDay: fromDay + 89, perDay: 8, seed: 7 },
  };
}

describe('a trial in the worker', () => {
  it('finds the planted effect of the demo’s trial inside its interval', async () => {
    const { result, resamples, notes } = await jobs.trialResult(file, reading);
    expect(result.count.lo).toBeLessThan(0.265);
    expect(result.count.hi).toBeGreaterThan(0.265);
    expect(result.harm?.lo).toBeLessThan(0.115);
    expect(result.harm?.hi).toBeGreaterThan(0.115);
    expect([resamples, notes]).toEqual([9999, []]);
  });

  it('writes the JSON of the command line, and place-days that read back', async () => {
    const json = JSON.parse(await jobs.trialFile(file, reading, 'result'));
    expect(json).toMatchObject({ places: 20, days: 90, treated_per_day: 8, resamples: 9999, seed: 1 });
    expect(await jobs.trialFile(file, reading, 'place-days')).toBe(new TextDecoder().decode(demo('place-days.csv')));
  });

  it('plans on the patrol areas of the period, each under a name of its own, with the power of the trial', () => {
    const plan = jobs.trialPlan(planned, lots);
    expect(plan.places).toHaveLength(20);
    expect(new Set(plan.places.map(({ name }) => name)).size).toBe(20);
    expect(plan.past).toMatchObject({ fromDay: day('2019-07-01'), toDay: day('2020-06-30') });
    expect(plan.past.offences).toBe(plan.places.reduce((sum, { count }) => sum + count, 0));
    expect(plan.power[0]?.power).toBeLessThan(0.1);
    expect(plan.power.at(-1)?.power).toBeGreaterThan(0.9);
    expect(jobs.trialPlan(planned, lots)).toEqual(plan);
  });

  it('builds place-days of a drawn trial from the offences loaded, by its own cells and days', async () => {
    const drawn = drawnOf(jobs.trialPlan(planned, lots));
    const { result } = await jobs.trialResult({ kind: 'drawn', query, drawn, log: null }, reading);
    expect(result).toMatchObject({ days: 90, fromDay: drawn.fromDay, treatedPerDay: 8 });
    expect(result.placeDays).toEqual({ treated: 720, control: 1080 });
    expect(result.cautions.join(' ')).toContain('No minutes of patrol are logged');
    // whatever resolution and period are on screen
    const elsewhere = { ...query, resolution: 8, fromDay: null, toDay: null };
    const again = await jobs.trialResult({ kind: 'drawn', query: elsewhere, drawn, log: null }, reading);
    expect(again.result.count).toEqual(result.count);
  });

  it('takes the minutes of a log that is open, and says what of it could not be used', async () => {
    const drawn = drawnOf(jobs.trialPlan(planned, lots));
    const [first] = drawn.places;
    const log = ['place,start,minutes', `${first?.name},2020-07-06 20:00,15`, 'Elsewhere,2020-07-06 21:00,15'].join(
      '\n',
    );
    await jobs.openVisitLog(new File([log], 'log.csv'), 'log');
    const use = {
      places: drawn.places.map(({ name, cells }, i) => ({ rank: i + 1, name, cells })),
      shift: { day: drawn.fromDay, fromMinute: 360, stops: [] },
      planDays: 'daily' as const,
      settings: { gapMin: 5, leastMin: 10, dayStartMinute: 360 },
    };
    const { result, notes } = await jobs.trialResult({ kind: 'drawn', query, drawn, log: use }, reading);
    // on one day of 90 something was logged
    expect(result.dose.all.notLogged).toBe(89 * 20);
    expect(result.dose.all.delivered + result.dose.all.controlPatrolled).toBe(1);
    expect(notes.join(' ')).toContain('“Elsewhere”');
    jobs.removeVisitLog('log.csv');
  });

  it('refuses a trial that is not over in the offences, or drawn in another area', async () => {
    const drawn = drawnOf(jobs.trialPlan(planned, lots));
    const later = { ...drawn, fromDay: day('2021-08-01'), toDay: day('2021-10-29') };
    await expect(jobs.trialResult({ kind: 'drawn', query, drawn: later, log: null }, reading)).rejects.toThrow(
      /from 1 August 2021 to 29 October 2021|load those of all its days/,
    );
    const chelmsford = { ...query, areaId: 'E07000070' };
    await expect(jobs.trialResult({ kind: 'drawn', query: chelmsford, drawn, log: null }, reading)).rejects.toThrow(
      '20 of the 20 places of the trial lie outside the study area',
    );
  });

  it('refuses a plan with too few places, and a file that is none', async () => {
    const brief = { ...query, fromDay: day('2020-06-01') };
    expect(() => jobs.trialPlan({ ...planned, ...brief }, { ...lots, perDay: 19 })).toThrow(
      /leaves nothing to compare/,
    );
    const none = { kind: 'file', file: new File(['a,b\n1,2\n'], 'x.csv') } as const;
    await expect(jobs.trialResult(none, reading)).rejects.toThrow('x.csv has no column');
  });

  it('counts offences before and after a day, and not beyond the days covered', () => {
    const all = { ...query, definition: 'all' as const };
    const [before, after] = jobs.countsAround(all, day('2020-03-23'), 28, 28);
    expect(before).toBeGreaterThan(after);
    expect(before).toBeGreaterThan(100);
    expect(() => jobs.countsAround(all, day('2019-07-10'), 28, 28)).toThrow(/The windows reach from/);
  });
});
