import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../../src/core/offences/time.ts';
import { areaHours } from '../../../src/core/patrol/area-hours.ts';
import { defaultPlanSettings, type PlanArea, type PlanSettings, planShift } from '../../../src/core/patrol/plan.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';

const friday = dayFromIso('2020-07-10') ?? 0;
const settings: PlanSettings = { ...defaultPlanSettings, day: friday };
/** Hour of the week of Friday 00:00. */
const FRIDAY = 96;

const weights = (at: Readonly<Record<number, number>>): Float64Array =>
  Float64Array.from({ length: 168 }, (_, hour) => at[hour] ?? 0);

describe('hours of a patrol area', () => {
  it('are 1 on average, highest where its offences are, and the peak is named', () => {
    const hours = areaHours(weights({ [FRIDAY + 22]: 30, [FRIDAY + 23]: 30, [FRIDAY + 24]: 30 }), 90);
    expect(hours.likely.reduce((sum, w) => sum + w, 0) / 168).toBeCloseTo(1, 12);
    expect(hours.likely.indexOf(Math.max(...hours.likely))).toBe(FRIDAY + 23);
    expect(hours.peaks[0]?.label).toContain('Fri 21:00');
    expect(hours.peaks[0]?.fromHour).toBe(FRIDAY + 21);
  });

  it('of few offences lean on the hour of the day and the night of the week', () => {
    // one offence each at 23:00 on five days: Sunday has none, but its 23:00 is still busier than its noon
    const few = areaHours(weights({ 23: 1, 47: 1, 71: 1, 95: 1, 119: 1 }), 5);
    expect(few.likely[6 * 24 + 23]).toBeGreaterThan((few.likely[6 * 24 + 12] ?? 1) + 0.5);
    // the more there are, the less they do
    const many = areaHours(weights({ 23: 100, 47: 100, 71: 100, 95: 100, 119: 100 }), 500);
    expect(many.likely[6 * 24 + 23]).toBeLessThan(few.likely[6 * 24 + 23] ?? 0);
  });

  it('of fewer than five are not told', () => {
    const none = areaHours(weights({ 10: 4 }), 4);
    expect(none.peaks).toEqual([]);
    expect(none.likely).toEqual(new Float64Array(168).fill(1));
  });
});

/** Areas on a line, 500 m apart; each busy in one hour of the Friday shift. */
const areas = (n: number, busyHour: (i: number) => number = () => 23): PlanArea[] =>
  Array.from({ length: n }, (_, i) => ({
    rank: i + 1,
    name: `Area ${i + 1}`,
    x: 500 * i,
    y: 0,
    likely: weights({ [FRIDAY + busyHour(i)]: 168 }),
    timed: 40,
  }));

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

describe('the plan of a shift', () => {
  it('puts each visit into the busy hour of its area, past midnight too', () => {
    const plan = planShift(
      areas(6, (i) => 20 + i),
      settings,
    );
    expect(plan.stops).toHaveLength(6);
    for (const stop of plan.stops) {
      expect(Math.floor(stop.fromMinute / 60)).toBe(20 + stop.area);
      expect(stop.busy).toBe(1);
    }
    expect(plan.said).toEqual([]);
  });

  it('no pair is in two places at once, ways included, and none leaves the shift', () => {
    const random = randomFrom(6);
    for (const moving of ['walk', 'drive'] as const) {
      const many = areas(20, () => 20 + random.below(6));
      const plan = planShift(many, { ...settings, moving, visitsPerArea: 3, pairs: 5 });
      for (const [i, stop] of plan.stops.entries()) {
        expect(stop.fromMinute).toBeGreaterThanOrEqual(20 * 60);
        expect(stop.toMinute).toBeLessThanOrEqual(26 * 60);
        const before = plan.stops[i - 1];
        if (before?.pair !== stop.pair) continue;
        expect(before.toMinute + stop.wayMin).toBeLessThanOrEqual(stop.fromMinute);
        expect(stop.wayM).toBeGreaterThanOrEqual(Math.abs(stop.area - before.area) * 500);
      }
      for (const { visitingMin, movingMin, freeMin } of plan.pairs) {
        expect(visitingMin + movingMin + freeMin).toBe(360);
        expect(freeMin).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('visits to an area are kept apart and numbered by time', () => {
    const plan = planShift(areas(3), { ...settings, visitsPerArea: 3, apartMin: 90 });
    for (let area = 0; area < 3; area++) {
      const own = plan.stops.filter((stop) => stop.area === area).sort((a, b) => a.fromMinute - b.fromMinute);
      expect(own.map((stop) => stop.visit)).toEqual([1, 2, 3]);
      for (let i = 1; i < 3; i++)
        expect((own[i]?.fromMinute ?? 0) - (own[i - 1]?.fromMinute ?? 0)).toBeGreaterThanOrEqual(90);
    }
  });

  it('another seed is another order, the same seed the same plan', () => {
    const one = planShift(areas(8), settings);
    expect(planShift(areas(8), settings)).toEqual(one);
    const times = (seed: number) =>
      planShift(areas(8), { ...settings, seed }).stops.map((stop) => `${stop.area} ${clock(stop.fromMinute)}`);
    expect(times(2)).not.toEqual(times(1));
  });

  it('areas beyond the cap drop off, and are named', () => {
    const plan = planShift(areas(6), { ...settings, mostAreas: 4 });
    expect(plan.dropped).toEqual([4, 5]);
    expect(new Set(plan.stops.map((stop) => stop.area))).toEqual(new Set([0, 1, 2, 3]));
    expect(plan.said).toEqual(['Beyond the first 4 areas and not visited: 5 Area 5, 6 Area 6.']);
  });

  it('says what the shift has no room for, lower ranks first', () => {
    const plan = planShift(areas(12), { ...settings, pairs: 1, fromMinute: 22 * 60, toMinute: 23 * 60 });
    expect(plan.stops.length).toBeLessThan(5);
    expect(plan.stops.some((stop) => stop.area === 0)).toBe(true);
    expect(plan.said[0]).toMatch(/^No visit could be placed in .*: add pairs/);
    expect(plan.missed.length + plan.stops.length).toBe(12);
  });

  it('says when hours are not known, pairs have nothing to do, and the clocks change', () => {
    const unknown = areas(1).map((area) => ({ ...area, timed: 2, likely: new Float64Array(168).fill(1) }));
    const said = planShift(unknown, { ...settings, pairs: 3, day: dayFromIso('2020-10-24') ?? 0 }).said;
    expect(said[0]).toContain('Too few offences with a known hour in 1 Area 1');
    expect(said[1]).toBe('2 of 3 pairs have no visit.');
    expect(said[2]).toContain('The clocks change in the night after 24 Oct 2020');
    expect(planShift([], settings).said[0]).toBe('There are no patrol areas to visit.');
  });

  it('refuses a shift without room or people', () => {
    expect(() => planShift(areas(1), { ...settings, toMinute: 20 * 60 + 10 })).toThrow('holds no visit of 15');
    expect(() => planShift(areas(1), { ...settings, pairs: 0 })).toThrow('nobody to patrol');
  });
});
