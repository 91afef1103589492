import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoMinute, readDate } from '../../../src/core/ingest/dates.ts';
import { inOutlineOfGreatBritain } from '../../../src/core/ingest/great-britain.ts';
import { decimal, isMissing } from '../../../src/core/ingest/values.ts';

describe('a decimal number', () => {
  it('is the very number that the platform reads', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(decimal(String(value))).toBe(Number(String(value)));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -180_000_000, max: 180_000_000 }), fc.integer({ min: 0, max: 9 }), (n, places) => {
        const text = (n / 10 ** places).toFixed(places);
        expect(decimal(text)).toBe(Number(text));
      }),
    );
  });

  it('is nothing else', () => {
    for (const text of ['', ' ', '.', '-', '1.2.3', '1e', '0x10', 'Infinity', '12abc', '1,2', '--1', '1 2']) {
      expect(decimal(text)).toBeNaN();
    }
  });
});

describe('an empty cell', () => {
  it('may be written NA, null, NaN or a dash, in any case', () => {
    for (const text of ['', 'NA', 'n/a', 'null', 'NULL', 'NaN', '-', '#N/A', '\\N']) expect(isMissing(text)).toBe(true);
    for (const text of ['0', 'no', 'none', 'Nan Road', '-1', 'nap']) expect(isMissing(text)).toBe(false);
  });
});

describe('a clock time', () => {
  it('read digit by digit is what the general reader reads', () => {
    const two = (n: number) => String(n).padStart(2, '0');
    const part = fc.integer({ min: 0, max: 65 });
    const year = fc.integer({ min: 1890, max: 2110 });
    fc.assert(
      fc.property(year, part, part, part, part, (y, month, day, hour, minute) => {
        const text = `${y}-${two(month % 14)}-${two(day % 33)}T${two(hour % 26)}:${two(minute)}`;
        const fast = isoMinute(text);
        const general = readDate(text);
        expect(Number.isNaN(fast) ? 'unreadable' : fast).toBe(general.kind === 1 ? 'unreadable' : general.wall);
      }),
    );
  });
});

describe('the outline of Great Britain', () => {
  it('holds the ends of the land', () => {
    const ashore = [
      [-5.72, 50.07],
      [-6.3, 49.92],
      [1.76, 52.48],
      [1.44, 51.36],
      [0.98, 50.91],
      [-5.32, 51.87],
      [-4.7, 53.31],
      [-6.5, 55.75],
      [-7.64, 56.95],
      [-8.57, 57.81],
      [-6.26, 58.51],
      [-3.02, 58.64],
      [-2.44, 59.39],
      [-0.87, 60.85],
      [-1.77, 57.5],
      [-5.12, 54.84],
      [-5.8, 55.3],
    ] as const;
    for (const [lon, lat] of ashore) expect([lon, lat, inOutlineOfGreatBritain(lon, lat)]).toEqual([lon, lat, true]);
  });

  it('leaves out Ireland, Man and the Continent', () => {
    const elsewhere = [
      [-6.26, 53.35],
      [-5.93, 54.6],
      [-4.48, 54.15],
      [1.85, 50.95],
      [2.35, 48.85],
      [4.9, 52.37],
      [-2.1, 49.2],
      [0, 0],
      [51.5, 0.7],
      [Number.NaN, 51],
    ] as const;
    for (const [lon, lat] of elsewhere)
      expect([lon, lat, inOutlineOfGreatBritain(lon, lat)]).toEqual([lon, lat, false]);
  });
});
