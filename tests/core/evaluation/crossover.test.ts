import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crossover, defaultCrossoverSettings } from '../../../src/core/evaluation/crossover.ts';
import { type PlaceDays, readPlaceDays } from '../../../src/core/evaluation/place-days.ts';
import { redrawnP } from '../../../src/core/evaluation/randomisation.ts';
import { dayFromIso } from '../../../src/core/offences/time.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readPlaceDays(bytes(text), 'trial.csv');
const demo = new URL('../../../public/demo/', import.meta.url);
const truth = JSON.parse(readFileSync(new URL('truth.json', demo), 'utf8')).trial;
const { data, notes } = readPlaceDays(readFileSync(new URL('place-days.csv', demo)), 'place-days.csv');
const settings = { ...defaultCrossoverSettings, resamples: 1999 };

describe('the crossover trial of the demo', () => {
  const found = crossover(data, settings);

  it('has 8 of 20 places on each of 90 days', () => {
    expect(notes).toEqual([]);
    expect(found).toMatchObject({ days: 90, treatedPerDay: truth.perDay, placeDays: { treated: 720, control: 1080 } });
    expect([found.fromDay, found.toDay]).toEqual([dayFromIso(truth.from), dayFromIso(truth.to)]);
  });

  it('finds the planted fall of offences and of harm inside its intervals, with rates by unequal place-days', () => {
    const frequency = 1 + truth.effect.frequency;
    const harm = 1 + truth.effect.harm;
    expect(found.count.lo).toBeLessThan(frequency);
    expect(found.count.hi).toBeGreaterThan(frequency);
    expect(found.count.hi).toBeLessThan(1);
    expect(found.harm?.lo).toBeLessThan(harm);
    expect(found.harm?.hi).toBeGreaterThan(harm);
    expect(found.harm?.hi).toBeLessThan(1);
    expect(found.harm?.p).toBeLessThan(0.05);
    expect(found.count.ratio).toBeCloseTo(13 / 720 / (77 / 1080), 12);
  });

  it('finds no displacement where none was planted, and the compliance that was', () => {
    expect(found.buffer.count?.lo).toBeLessThan(1);
    expect(found.buffer.count?.hi).toBeGreaterThan(1);
    expect(found.buffer.harm?.p).toBeGreaterThan(0.05);
    expect(found.together.count?.treated.events).toBe(13 + 27);
    expect(Math.abs(found.dose.all.compliance - truth.compliance)).toBeLessThan(0.02);
    expect(found.dose.byPlace).toHaveLength(20);
    expect(found.dose.byPlace.reduce((sum, d) => sum + d.delivered, 0)).toBe(found.dose.all.delivered);
  });

  it('draws of the counts are counted all, not sampled, and agree with what sampling comes to', () => {
    const buffer = found.buffer.count;
    expect(buffer?.redrawnExactly).toBe(true);
    const sampled = redrawnP(
      { value: data.bufferCount ?? new Float64Array(), assigned: data.assigned, group: data.day },
      9999,
      4,
    );
    expect(Math.abs(sampled - (buffer?.redrawnP ?? 0))).toBeLessThan(0.02);
    expect(found.count.redrawnP).toBeLessThan(1e-5);
  });

  it('says it in a sentence', () => {
    expect(found.sentence).toContain(
      '13 offences on 720 place-days with patrol against 77 on 1,080 without: 74.7 % fewer',
    );
    expect(found.cautions.at(-1)).toContain('It tells of these places and months');
  });

  it('is the same whatever the order of the rows, and for the same seed to the last digit', () => {
    const lines = readFileSync(new URL('place-days.csv', demo), 'utf8').trimEnd().split('\n');
    const [header = '', ...rows] = lines;
    // places keep the order in which they first appear
    const other = read(
      [header, ...rows.filter((_, i) => i % 90 === 0), ...rows.filter((_, i) => i % 90 !== 0).toReversed()].join('\n'),
    );
    expect(crossover(other.data, settings)).toEqual(found);
  });
});

/** Two places on ten days; `rows` as place, day of the month, assigned, count, harm. */
const small = (rows: readonly (readonly [string, number, 0 | 1, number, number])[]): PlaceDays =>
  read(
    [
      'place,date,assigned,delivered_min,count,harm',
      ...rows.map(([p, d, a, c, h]) => `${p},2020-07-${String(d).padStart(2, '0')},${a},,${c},${h}`),
    ].join('\n'),
  ).data;

describe('parts of the result', () => {
  const trial = small([
    ['A', 1, 0, 1, 10],
    ['A', 2, 1, 0, 0],
    ['A', 3, 1, 1, 10],
    ['A', 4, 0, 1, 365],
    ['A', 5, 0, 0, 0],
    ['B', 1, 1, 0, 0],
    ['B', 2, 0, 2, 20],
    ['B', 3, 0, 1, 1460],
    ['B', 4, 1, 0, 0],
    ['B', 5, 1, 0, 0],
  ]);
  const found = crossover(trial, { ...settings, resamples: 99 });

  it('the worst place-day, its share, and the ratio without it', () => {
    // treated 10 in 5, control 1855 in 5; without B on the third 10 against 395
    expect(found.harm?.ratio).toBeCloseTo(10 / 1855, 12);
    expect(found.harm?.worst).toMatchObject({ place: 1, harm: 1460, assigned: false, day: dayFromIso('2020-07-03') });
    expect(found.harm?.worst?.share).toBeCloseTo(1460 / 1865, 12);
    expect(found.harm?.worst?.ratioWithout).toBeCloseTo(10 / 395, 12);
    expect(found.harm?.leaveOneOut[0]).toBe(0);
    expect(found.cautions.some((said) => said.startsWith('One place-day holds 78 %'))).toBe(true);
  });

  it('days since the last patrol and days in a row, the days before a first patrol left out', () => {
    const classes = found.carryOver.sincePatrol.map(({ placeDays, count }) => [placeDays, count]);
    // patrol: A2 A3 B1 B4 B5; one day after: A4 B2; two days after: A5 B3
    expect(classes.slice(0, 3)).toEqual([
      [5, 1],
      [2, 3],
      [2, 1],
    ]);
    expect(found.carryOver.inARow.map((c) => c.placeDays)).toEqual([3, 2, 0]);
    expect(found.carryOver.leftOut).toBe(1);
  });

  it('without a log no patrol is counted, and without a column there is no outcome', () => {
    expect(found.dose.all).toMatchObject({ compliance: 0, notLogged: 10, minutesTreated: Number.NaN });
    expect(found.buffer).toEqual({ count: null, harm: null });
    const counts = read('place,date,assigned,count\nA,2020-07-01,1,0\nA,2020-07-02,0,3');
    expect(crossover(counts.data, settings).harm).toBeNull();
  });

  it('no offences at all is nothing to compare', () => {
    const none = crossover(
      small([
        ['A', 1, 1, 0, 0],
        ['A', 2, 0, 0, 0],
      ]),
      { ...settings, resamples: 19 },
    );
    expect(none.sentence).toContain('nothing to compare');
    expect(none.harm?.worst).toBeNull();
    expect(none.harm?.ratio).toBeNaN();
  });
});

describe('reading place-days', () => {
  it('leaves rows out with their reason and line, and reads other names of the columns', () => {
    const { data: kept, notes: said } = read(
      'Hot spot;Day;Treatment;Offences\nA;06/07/2020;yes;2\nA;06/07/2020;no;2\n;07/07/2020;no;1\nA;soon;no;1\nA;08/07/2020;maybe;1\nA;09/07/2020;0;1.5\nA;10/07/2020;0;1',
    );
    expect(kept.count).toEqual(Float64Array.of(2, 1));
    expect(kept.assigned).toEqual(Uint8Array.of(1, 0));
    expect(said).toEqual([
      '1 row without a place, left out (line 4).',
      '1 row without a readable day, left out (line 5).',
      '1 row where “assigned” is neither 0 nor 1, left out (line 6).',
      '1 row with a number that is missing, below 0 or, for a count, not whole, left out (line 7).',
      '1 row for a place and day that is there already, left out (line 3).',
    ]);
  });

  it('names what is missing', () => {
    expect(() => read('place,date,count\nA,2020-07-06,1')).toThrow('no column “assigned”');
    expect(() => read('place,date,assigned,count\nA,2020-07-06,1,1')).toThrow('a trial needs both');
    expect(() => read('')).toThrow('is empty');
  });
});
