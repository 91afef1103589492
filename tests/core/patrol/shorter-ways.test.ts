import { describe, expect, it } from 'vitest';
import { shorterWays, type TimedVisit } from '../../../src/core/patrol/shorter-ways.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';

/** Areas on a line, a minute apart. */
const input = { visitMin: 15, wayMin: (a: number, b: number) => Math.abs(a - b), loadMin: 2 };
const wayOf = (lines: readonly (readonly TimedVisit[])[]): number =>
  lines.reduce(
    (sum, line) =>
      line.reduce((way, { area }, i) => way + (i > 0 ? Math.abs(area - (line[i - 1]?.area ?? 0)) : 0), sum),
    0,
  );

describe('shorter ways', () => {
  it('each pair stays at its end of the town', () => {
    const crossed = [
      [
        { area: 0, start: 0 },
        { area: 40, start: 100 },
      ],
      [
        { area: 41, start: 0 },
        { area: 1, start: 100 },
      ],
    ];
    const lines = shorterWays(crossed, input);
    expect(lines.map((line) => line.map(({ area }) => area))).toEqual([
      [0, 1],
      [41, 40],
    ]);
    expect(wayOf(lines)).toBe(2);
  });

  it('a visit goes over to the pair beside it, but not to one that has too much to do', () => {
    const far = [
      [
        { area: 0, start: 0 },
        { area: 30, start: 100 },
      ],
      [
        { area: 31, start: 200 },
        { area: 31, start: 300 },
      ],
    ];
    expect(shorterWays(far, input).map((line) => line.length)).toEqual([1, 3]);
    expect(shorterWays(far, { ...input, loadMin: 1000 }).map((line) => line.length)).toEqual([2, 2]);
  });

  it('keep every visit at its time, reachable in time, and never become longer', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = randomFrom(seed);
      const lines = Array.from({ length: 4 }, () =>
        Array.from({ length: 6 }, (_, i) => ({ area: random.below(40), start: 60 * i + 5 * random.below(2) })),
      );
      const better = shorterWays(lines, { ...input, loadMin: 0 });
      const named = (all: readonly (readonly TimedVisit[])[]) =>
        all
          .flat()
          .map(({ area, start }) => `${start} ${area}`)
          .sort();
      expect(named(better)).toEqual(named(lines));
      expect(wayOf(better)).toBeLessThanOrEqual(wayOf(lines));
      for (const line of better) {
        line.forEach(({ area, start }, i) => {
          const before = line[i - 1];
          if (before) expect(before.start + 15 + Math.abs(before.area - area)).toBeLessThanOrEqual(start);
        });
      }
      expect(shorterWays(lines, { ...input, loadMin: 0 })).toEqual(better);
    }
  });

  it('of nobody and of nothing are nothing', () => {
    expect(shorterWays([], input)).toEqual([]);
    expect(shorterWays([[], []], input)).toEqual([[], []]);
  });
});
