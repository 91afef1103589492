import { describe, expect, it } from 'vitest';
import { rankCells } from '../../../src/core/methods/rank.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';

describe('ranks', () => {
  it('run from the largest value, ties by index, NaN last', () => {
    const { rank, order } = rankCells(Float64Array.of(0, 5, Number.NaN, 5, 7, 0));
    expect([...order]).toEqual([4, 1, 3, 0, 5, 2]);
    expect([...rank]).toEqual([4, 2, 6, 3, 1, 5]);
  });

  it('are 1…n, each once, and order is their inverse', () => {
    const random = randomFrom(4);
    const value = Float64Array.from({ length: 5_000 }, () => Math.floor(random.uniform() ** 4 * 50) * 10);
    const { rank, order } = rankCells(value);
    order.forEach((cell, k) => {
      expect(rank[cell]).toBe(k + 1);
    });
    expect(new Set(rank).size).toBe(5_000);
  });

  it('take an empty list', () => {
    expect(rankCells(new Float64Array(0)).rank).toEqual(new Uint32Array(0));
  });
});
