import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourWeights, londonClockByFile } from '../../../src/core/methods/aoristic.ts';
import { MISSING, NO_HOUR, type OffenceTable, Precision } from '../../../src/core/offences/table.ts';
import { localOf, utcFromLondon } from '../../../src/core/offences/time.ts';
import { makeTable } from '../table-builder.ts';

const wall = (text: string): number => Date.parse(`${text}Z`) / 60_000;

/** A table of spans given as UTC minutes, on the London clock or on one kept as if it were UTC. */
function spansOf(spans: readonly (readonly [from: number, to: number])[], london = true): OffenceTable {
  return {
    ...makeTable(spans.map(() => ({}))),
    from: Int32Array.from(spans, ([from]) => from),
    to: Int32Array.from(spans, ([, to]) => to),
    day: Int32Array.from(spans, ([from]) => localOf(from, london).day),
    hourOfWeek: Uint8Array.from(spans, ([from]) => localOf(from, london).hourOfWeek),
    precision: new Uint8Array(spans.length).fill(Precision.minute),
  };
}

/** Spans written in London clock times. */
const written = (...spans: (readonly [from: string, to: string])[]): OffenceTable =>
  spansOf(spans.map(([from, to]) => [utcFromLondon(wall(from)), to === '' ? MISSING : utcFromLondon(wall(to))]));

function weightsOf(table: OffenceTable, longSpans: 'spread' | 'leave-out' = 'spread') {
  return hourWeights(table, new Uint8Array(table.rows).fill(1), new Int32Array(table.rows), longSpans);
}

/** The hours with a weight, to six decimals. */
const shown = (values: Float64Array): Record<number, number> =>
  Object.fromEntries([...values.entries()].filter(([, v]) => v !== 0).map(([h, v]) => [h, Math.round(v * 1e6) / 1e6]));

const SUNDAY = 6 * 24;

describe('aoristic weights on paper', () => {
  // 1 January 2024 was a Monday
  it.each([
    ['2024-01-01T01:00', '2024-01-01T02:30', { 1: 0.666667, 2: 0.333333 }],
    ['2024-01-01T01:50', '2024-01-01T02:10', { 1: 0.5, 2: 0.5 }],
    ['2024-01-01T23:30', '2024-01-02T01:15', { 23: 0.285714, 24: 0.571429, 25: 0.142857 }],
    ['2024-01-01T01:00', '2024-01-01T02:00', { 1: 1 }],
    ['2024-01-01T01:05', '2024-01-01T01:55', { 1: 1 }],
    ['2024-01-01T01:05', '2024-01-01T01:05', { 1: 1 }],
    ['2024-01-01T01:05', '', { 1: 1 }],
    ['2024-01-07T23:30', '2024-01-08T00:30', { 0: 0.5, 167: 0.5 }],
  ] as const)('%s to %s', (from, to, hours) => {
    expect(shown(weightsOf(written([from, to])).weight)).toEqual(hours);
  });

  it('the hour that comes twice in autumn counts twice, the one left out in spring never', () => {
    // four hours pass between midnight and three
    expect(shown(weightsOf(written(['2024-10-27T00:00', '2024-10-27T03:00'])).weight)).toEqual({
      [SUNDAY]: 0.25,
      [SUNDAY + 1]: 0.5,
      [SUNDAY + 2]: 0.25,
    });
    // and two in spring
    expect(shown(weightsOf(written(['2024-03-31T00:00', '2024-03-31T03:00'])).weight)).toEqual({
      [SUNDAY]: 0.5,
      [SUNDAY + 2]: 0.5,
    });
  });

  it('more than seven days is 1/168 an hour or nothing; seven days are a span like others', () => {
    const long = written(['2024-01-01T01:00', '2024-01-08T01:01']);
    expect(new Set(weightsOf(long).weight)).toEqual(new Set([1 / 168]));
    expect(weightsOf(long)).toMatchObject({ offences: 1, longSpans: 1 });
    expect(weightsOf(long, 'leave-out')).toMatchObject({ offences: 0, longSpans: 1, withEnd: 0 });
    const week = weightsOf(written(['2024-01-01T01:30', '2024-01-08T01:30']));
    expect(week.longSpans).toBe(0);
    expect(Math.max(...week.weight) - Math.min(...week.weight)).toBeLessThan(1e-12);
  });

  it('start, middle and end stand beside it, with the mean span', () => {
    const found = weightsOf(written(['2024-01-01T01:00', '2024-01-01T04:10'], ['2024-01-01T20:00', '']));
    expect(shown(found.start)).toEqual({ 1: 1, 20: 1 });
    expect(shown(found.midpoint)).toEqual({ 2: 1, 20: 1 });
    expect(shown(found.end)).toEqual({ 4: 1, 20: 1 });
    expect(found).toMatchObject({ offences: 2, withEnd: 1, meanSpanMinutes: 190 });
  });
});

describe('aoristic weights', () => {
  const minute = fc.integer({ min: wall('2019-01-01T00:00'), max: wall('2022-01-01T00:00') });
  const span = fc.integer({ min: 0, max: 7 * 1440 });

  it('are those of a count of every minute, and add up to 1', () => {
    fc.assert(
      fc.property(minute, span, fc.boolean(), (from, length, london) => {
        const table = spansOf([[from, from + length]], london);
        const { weight } = weightsOf(
          // a row in summer tells which clock the file is on
          london
            ? table
            : spansOf(
                [
                  [from, from + length],
                  [wall('2020-07-01T12:00'), MISSING],
                ],
                false,
              ),
        );
        const counted = new Float64Array(168);
        const add = (at: number, part: number): void => {
          const hour = localOf(at, london).hourOfWeek;
          counted[hour] = (counted[hour] ?? 0) + part;
        };
        for (let k = 0; k < length; k++) add(from + k, 1 / length);
        if (length === 0) add(from, 1);
        if (!london) add(wall('2020-07-01T12:00'), 1);
        weight.forEach((value, hour) => {
          expect(value).toBeCloseTo(counted[hour] ?? 0, 9);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('leave out, and count, what has no time of day; rows outside the mask or the cells are not looked at', () => {
    const table = spansOf([1, 2, 3, 4].map((k) => [wall('2024-01-01T01:00') + k, MISSING]));
    const noTime = { ...table, hourOfWeek: Uint8Array.of(1, NO_HOUR, 1, 1) };
    const found = hourWeights(noTime, Uint8Array.of(1, 1, 0, 1), Int32Array.of(0, 0, 0, -1), 'spread');
    expect(found).toMatchObject({ offences: 1, withoutTime: 1, withEnd: 0, meanSpanMinutes: Number.NaN });
    expect(shown(found.weight)).toEqual({ 1: 1 });
  });

  it('each file tells its clock by a row in summer, and is taken for British without one', () => {
    const summer = wall('2020-07-01T12:00');
    const winter = wall('2020-01-01T12:00');
    const table = {
      ...spansOf([summer, winter, summer, winter].map((from) => [from, MISSING])),
      file: Uint16Array.of(0, 1, 2, 2),
    };
    const foreign = { ...table, hourOfWeek: table.hourOfWeek.map((hour, row) => (row === 2 ? hour - 1 : hour)) };
    expect([...londonClockByFile(foreign)]).toEqual([1, 1, 0]);
  });
});
