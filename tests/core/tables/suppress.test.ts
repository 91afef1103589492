import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenCells } from '../../../src/core/tables/suppress.ts';

/** The counts as they are shown, null where hidden. */
const shown = (count: readonly number[], ancestors: readonly (readonly number[])[] = []): (number | null)[] => {
  const hidden = hiddenCells(count, ancestors);
  return count.map((n, i) => (hidden[i] === 1 ? null : n));
};

describe('hidden counts, on paper', () => {
  it('1 to 4 are hidden, 0 and 5 are not', () => {
    expect(shown([0, 1, 2, 3, 4, 5])).toEqual([0, null, null, null, null, 5]);
  });

  it('one small count alone takes the next smallest with it, since the total would give it away', () => {
    expect(shown([3, 0, 9, 7])).toEqual([null, 0, 9, null]);
  });

  it('with nothing else above 0, a 0 is hidden too', () => {
    expect(shown([0, 2, 0])).toEqual([null, null, 0]);
  });

  it('two small counts whose sum allows only one pair take a third', () => {
    expect(shown([1, 1, 6, 8])).toEqual([null, null, null, 8]);
    expect(shown([4, 4, 8, 6])).toEqual([null, null, 8, null]);
  });

  it('two small counts whose sum leaves room stand alone', () => {
    expect(shown([2, 3, 6])).toEqual([null, null, 6]);
  });

  it('a coarser cell that is shown is a sum of its own', () => {
    expect(shown([3, 20, 9, 2, 60, 70], [[0, 0, 0, 1, 1, 1]])).toEqual([null, 20, null, null, null, 70]);
  });

  it('a coarser cell that is hidden itself is not, nor the one that it is hidden with', () => {
    expect(shown([3, 0, 8, 6, 50, 60], [[0, 0, 1, 1, 2, 2]])).toEqual([null, 0, 8, null, 50, 60]);
  });

  it('there is nothing to hide in a table of zeros and large counts, nor in an empty one', () => {
    expect(shown([0, 5, 12, 0], [[0, 0, 1, 1]])).toEqual([0, 5, 12, 0]);
    expect(shown([])).toEqual([]);
  });
});

/** Cells three to a parent and nine to a grandparent, coarsest first. */
const family = (n: number): number[][] =>
  [9, 3].map((size) => Array.from({ length: n }, (_, i) => Math.floor(i / size)));

const counts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 3, arbitrary: fc.integer({ min: 5, max: 40 }) },
  ),
  { minLength: 1, maxLength: 40 },
);

/** For each cell the shown coarser cells above it, and the total, by name: the sums that someone may know. */
function knownSums(count: readonly number[]): Set<string>[] {
  const levels = family(count.length);
  const above = count.map(() => new Set(['total']));
  levels.forEach((ancestorOf, depth) => {
    const nodes = (ancestorOf.at(-1) ?? 0) + 1;
    const sums = Array.from({ length: nodes }, (_, node) =>
      count.reduce((sum, n, i) => sum + (ancestorOf[i] === node ? n : 0), 0),
    );
    // the coarser table is made by the same rule
    const coarser = levels
      .slice(0, depth)
      .map((level) => Array.from({ length: nodes }, (_, node) => level[ancestorOf.indexOf(node)] ?? 0));
    const hidden = hiddenCells(sums, coarser);
    ancestorOf.forEach((node, i) => {
      if (hidden[node] === 0) above[i]?.add(`${depth}:${node}`);
    });
  });
  return above;
}

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((name) => b.has(name));

describe('hidden counts', () => {
  it('no count from 1 to 4 is ever shown', () => {
    fc.assert(
      fc.property(counts, (count) => {
        for (const n of shown(count, family(count.length))) expect(n === null || n === 0 || n >= 5).toBe(true);
      }),
    );
  });

  it('none can be worked out: another table with the same sums shows the same', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const hidden = hiddenCells(count, family(count.length));
        const known = knownSums(count);
        const peersOf = (i: number): number[] =>
          [...count.keys()].filter((j) => same(known[i] ?? new Set(), known[j] ?? new Set()));
        for (const [i, n] of count.entries()) {
          if (n < 1 || n > 4) continue;
          const peers = peersOf(i);
          // nothing of the sum is left to hide behind: the file says so
          if (peers.every((j) => hidden[j] === 1)) continue;
          const others = peers.filter((j) => j !== i && hidden[j] === 1).map((j) => count[j] ?? 0);
          const least = others.includes(0) ? 0 : 1;
          // one offence moved between this cell and another leaves every known sum as it is
          const up = others.some((other) => other - 1 >= least);
          const down = n - 1 >= least && others.length > 0;
          expect(up || down).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('at most one cell more is hidden for each sum that is known', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const hidden = hiddenCells(count, family(count.length));
        const known = knownSums(count);
        const covers = [...count.keys()].filter((i) => hidden[i] === 1 && (count[i] === 0 || (count[i] ?? 0) > 4));
        const groups = covers.map((i) => [...(known[i] ?? [])].join());
        expect(new Set(groups).size).toBe(groups.length);
      }),
    );
  });

  it('a table without small counts is left alone', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const clean = count.map((n) => (n > 0 && n < 5 ? n + 5 : n));
        // a parent of large counts and zeros is no small count either
        expect(shown(clean, family(clean.length))).toEqual(clean);
      }),
    );
  });
});
