import { describe, expect, it } from 'vitest';
import { shortRoute } from '../../../src/core/patrol/route.ts';
import { randomFrom, shuffle } from '../../../src/core/stats/random.ts';

describe('a short route', () => {
  it('along a line goes from one end to the other', () => {
    const x = [300, 0, 100, 400, 200];
    const { order, lengthM } = shortRoute(x, [0, 0, 0, 0, 0]);
    expect(lengthM).toBe(400);
    expect(order.map((i) => x[i])).toEqual([0, 100, 200, 300, 400]);
  });

  it('untangles what taking the nearest next leaves crossed', () => {
    // nearest next from any corner is at least as long as the best of all orders
    const random = randomFrom(3);
    for (let trial = 0; trial < 20; trial++) {
      const x = Array.from({ length: 7 }, () => random.below(1000));
      const y = Array.from({ length: 7 }, () => random.below(1000));
      expect(shortRoute(x, y).lengthM).toBeLessThanOrEqual(1.15 * shortest(x, y));
    }
  });

  it('visits every place once, begins where it is told, and does not depend on the numbering beyond ties', () => {
    const random = randomFrom(8);
    const x = Array.from({ length: 30 }, () => random.below(5000));
    const y = Array.from({ length: 30 }, () => random.below(5000));
    const { order } = shortRoute(x, y, 11);
    expect(order[0]).toBe(11);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i));
    const numbering = shuffle(
      Array.from({ length: 30 }, (_, i) => i),
      random,
    );
    const other = shortRoute(
      numbering.map((i) => x[i] ?? 0),
      numbering.map((i) => y[i] ?? 0),
    );
    expect(other.lengthM).toBeCloseTo(shortRoute(x, y).lengthM, -3);
  });

  it('of none and of one', () => {
    expect(shortRoute([], [])).toEqual({ order: [], lengthM: 0 });
    expect(shortRoute([5], [5])).toEqual({ order: [0], lengthM: 0 });
  });
});

/** By trying every order. */
function shortest(x: readonly number[], y: readonly number[]): number {
  let best = Number.POSITIVE_INFINITY;
  const extend = (at: number, left: readonly number[], length: number): void => {
    if (length >= best) return;
    if (left.length === 0) best = length;
    for (const next of left) {
      const leg = at < 0 ? 0 : Math.hypot((x[at] ?? 0) - (x[next] ?? 0), (y[at] ?? 0) - (y[next] ?? 0));
      extend(
        next,
        left.filter((i) => i !== next),
        length + leg,
      );
    }
  };
  extend(
    -1,
    x.map((_, i) => i),
    0,
  );
  return best;
}
