import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import { hoursMask } from '../../../src/core/offences/hours.ts';
import { makeTable } from '../table-builder.ts';

// a Monday, then the Saturday night into Sunday
const starts = ['2021-04-12T00:30', '2021-04-12T09:00', '2021-04-17T23:59', '2021-04-18T00:00', '2021-04-12', ''];
const table = makeTable(starts.map((from) => ({ from })));
const all = new Uint8Array(table.rows).fill(1);
const kept = (hours: readonly number[] | null, mask = all): string[] =>
  starts.filter((_, row) => hoursMask(table, hours, mask)[row] === 1);

describe('a filter of hours', () => {
  it('keeps the rows that began in an hour painted, Monday 00 being the first', () => {
    expect(kept([0])).toEqual(['2021-04-12T00:30']);
    expect(kept([5 * 24 + 23, 6 * 24])).toEqual(['2021-04-17T23:59', '2021-04-18T00:00']);
  });

  it('drops rows without a time of day, even when every hour is painted', () => {
    expect(kept(Array.from({ length: 168 }, (_, hour) => hour))).toEqual(starts.slice(0, 4));
    expect(kept([255])).toEqual([]);
  });

  it('adds nothing to the rows that count', () => {
    expect(kept([0, 9], Uint8Array.of(0, 1, 1, 1, 1, 1))).toEqual(['2021-04-12T09:00']);
  });

  it('is the same rows without hours, and refused where no row has a time', () => {
    expect(hoursMask(table, null, all)).toBe(all);
    const dated = makeTable([{ from: '2021-04' }, { from: '2021-04-12' }]);
    expect(() => hoursMask(dated, [0], Uint8Array.of(1, 1))).toThrow(InputError);
    expect(hoursMask(makeTable([]), [0], new Uint8Array())).toEqual(new Uint8Array());
  });
});
