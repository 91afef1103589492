import { describe, expect, it } from 'vitest';
import { type PointIndex, pointIndex, visitWithin } from '../../../src/core/geo/point-index.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';

const random = randomFrom(9);
const points = {
  // half of them on a lattice of 50 m, so that some lie exactly at the distance
  x: Float64Array.from({ length: 800 }, (_, i) => (i % 2 ? random.uniform() * 2000 : random.below(40) * 50)),
  y: Float64Array.from({ length: 800 }, (_, i) => (i % 2 ? random.uniform() * 900 : random.below(18) * 50)),
};
const near = (index: PointIndex, x: number, y: number, radiusM: number): number[] => {
  const found: number[] = [];
  visitWithin(index, x, y, radiusM, (point) => found.push(point));
  return found.sort((a, b) => a - b);
};
const byLoop = (x: number, y: number, radiusM: number, wanted = (_i: number) => true): number[] =>
  [...points.x.keys()].filter(
    (i) => wanted(i) && ((points.x[i] ?? 0) - x) ** 2 + ((points.y[i] ?? 0) - y) ** 2 <= radiusM ** 2,
  );

describe('points within a distance', () => {
  it.each([20, 100, 333, 5000])('are those of a plain loop with buckets of %d m, the bound included', (bucketM) => {
    const index = pointIndex(points, bucketM);
    for (let k = 0; k < 200; k++) {
      // inside, at the edge and outside of what the points cover
      const x = k % 2 ? random.below(60) * 50 - 500 : random.uniform() * 3000 - 500;
      const y = k % 2 ? random.below(40) * 50 - 500 : random.uniform() * 1900 - 500;
      const radiusM = random.below(10) * 50;
      expect(near(index, x, y, radiusM)).toEqual(byLoop(x, y, radiusM));
    }
  });

  it('come with their squared distances', () => {
    const found: number[] = [];
    const index = pointIndex({ x: Float64Array.from([3, 30]), y: Float64Array.from([4, 40]) }, 20);
    visitWithin(index, 0, 0, 100, (point, distance2M2) => found.push(point, distance2M2));
    expect(found).toEqual([0, 25, 1, 2500]);
  });

  it('are only the wanted ones', () => {
    const wanted = Uint8Array.from(points.x, (_, i) => (i % 3 === 0 ? 1 : 0));
    expect(near(pointIndex(points, 100, wanted), 900, 400, 300)).toEqual(byLoop(900, 400, 300, (i) => i % 3 === 0));
  });

  it('leave out what is not finite, and find none where there are none', () => {
    const x = Float64Array.from([0, Number.NaN, 3]);
    const y = Float64Array.from([0, 0, Number.POSITIVE_INFINITY]);
    expect(near(pointIndex({ x, y }, 10), 0, 0, 100)).toEqual([0]);
    expect(near(pointIndex({ x: new Float64Array(0), y: new Float64Array(0) }, 10), 0, 0, 100)).toEqual([]);
  });

  it('are found though a stray point lies a continent away', () => {
    const x = Float64Array.from([0, 5, 9e6]);
    const y = Float64Array.from([0, 0, 9e6]);
    const index = pointIndex({ x, y }, 10);
    expect(index.starts.length).toBeLessThan(5e6);
    expect(near(index, 0, 0, 6)).toEqual([0, 1]);
  });
});
