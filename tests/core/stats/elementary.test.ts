import { cellToLatLng } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellToLatLng as fixedCentre } from '../../../src/core/hex/h3.ts';
import { acos, asin, atan, atan2, cos, exp, log, sin, tan } from '../../../src/core/stats/elementary.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';

const random = randomFrom(7);
const between = (least: number, most: number): number => least + (most - least) * random.uniform();
const drawn = (least: number, most: number): number[] => Array.from({ length: 20_000 }, () => between(least, most));

/** Largest difference in units of the last place of the greater. */
function worst(values: readonly number[], ours: (x: number) => number, engine: (x: number) => number): number {
  return Math.max(
    ...values.map((x) => {
      const expected = engine(x);
      return Math.abs(ours(x) - expected) / Math.max(Math.abs(expected) * 2 ** -52, Number.MIN_VALUE);
    }),
  );
}

describe('elementary functions', () => {
  it('agree with the engine to two units in the last place', () => {
    expect(worst(drawn(-745, 709), exp, Math.exp)).toBeLessThanOrEqual(2);
    expect(worst(drawn(0, 4), log, Math.log)).toBeLessThanOrEqual(2);
    expect(worst(drawn(-700, 700).map(Math.exp), log, Math.log)).toBeLessThanOrEqual(2);
    expect(worst(drawn(-10, 10), sin, Math.sin)).toBeLessThanOrEqual(2);
    expect(worst(drawn(-10, 10), cos, Math.cos)).toBeLessThanOrEqual(2);
    expect(worst(drawn(-10, 10), tan, Math.tan)).toBeLessThanOrEqual(4);
    expect(worst(drawn(-50, 50), atan, Math.atan)).toBeLessThanOrEqual(2);
    expect(worst(drawn(-0.5, 0.5), atan, Math.atan)).toBeLessThanOrEqual(2);
    expect(worst(drawn(-1, 1), asin, Math.asin)).toBeLessThanOrEqual(4);
    expect(worst(drawn(-1, 1), acos, Math.acos)).toBeLessThanOrEqual(4);
    expect(
      worst(
        drawn(-3, 3),
        (x) => atan2(x, -2),
        (x) => Math.atan2(x, -2),
      ),
    ).toBeLessThanOrEqual(2);
  });

  it('agree at the edges', () => {
    const odd = [0, -0, 1, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 5e-324, 1e300];
    for (const y of odd) for (const x of odd) expect(atan2(y, x)).toBe(Math.atan2(y, x));
    expect([exp(0), exp(-746), exp(710), exp(Number.NaN)]).toEqual([1, 0, Number.POSITIVE_INFINITY, Number.NaN]);
    expect([1, 0, -1, 5e-324, Number.POSITIVE_INFINITY].map(log)).toEqual([
      0,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      Math.log(5e-324),
      Number.POSITIVE_INFINITY,
    ]);
    expect([sin(0), cos(0), atan(0), sin(Number.NaN)]).toEqual([0, 1, 0, Number.NaN]);
    expect([asin(2), acos(-2), asin(1), acos(1)]).toEqual([Number.NaN, Number.NaN, Math.PI / 2, 0]);
    // sin π is the part of π that a double leaves out
    expect(sin(Math.PI)).toBe(1.2246467991473532e-16);
  });

  it('leave Math as it is for everyone else', () => {
    expect(String(Math.sin)).toContain('native code');
    const [lat, lon] = fixedCentre('8a194e64992ffff');
    const [ofLibrary, alike] = cellToLatLng('8a194e64992ffff');
    expect([lat, lon]).toEqual([expect.closeTo(ofLibrary, 12), expect.closeTo(alike, 12)]);
  });
});
