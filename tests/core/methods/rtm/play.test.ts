import { describe, expect, it } from 'vitest';
import { leastNow, movedSince, outlook, sumOverColumn } from '../../../../src/core/methods/rtm/net-kernels.ts';
import { emptyPlay, type Play, sumsOfSorts, widenedPlay } from '../../../../src/core/methods/rtm/play.ts';
import {
  levelFactors,
  rateSorts,
  ratesOf,
  sumsInPlay,
  weightedGram,
} from '../../../../src/core/methods/rtm/play-rates.ts';
import { segmentsOf, sumsByColumn } from '../../../../src/core/methods/rtm/segments.ts';
import { columnCount, columnItems } from '../../../../src/core/stats/binary-columns.ts';
import { randomFrom } from '../../../../src/core/stats/random.ts';
import { fixtureCandidates } from './designs.ts';

const { columns, factorOf } = fixtureCandidates();
const segments = segmentsOf(columns, factorOf);
const random = randomFrom(7);
const cells = Float64Array.from({ length: columns.rows }, () => random.below(3));
const beta = Float64Array.from({ length: columnCount(columns) }, () => random.uniform());

/** Each cell's rate, one by one. */
function plainRates(inPlay: readonly number[], base: number): Float64Array {
  const rates = new Float64Array(columns.rows).fill(base);
  for (const j of inPlay) {
    for (const row of columnItems(columns, j)) rates[row] = (rates[row] ?? 0) * Math.exp(beta[j] ?? 0);
  }
  return rates;
}

function ratedPlay(play: Play, base: number) {
  const rates = ratesOf(play);
  const factors = Float64Array.from(play.inPlay, (j) => Math.exp(beta[j] ?? 0));
  const all = rateSorts(play, base, levelFactors(play, factors), rates);
  return { rates, all };
}

const widened = (from: Play, added: readonly number[]) => widenedPlay(from, columns, segments, added, cells);
const gap = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, k) => Math.abs(value - (b[k] ?? Number.NaN)) / (1 + Math.abs(value))));

describe('cells as the columns in play see them', () => {
  // two at first, more of the same factors and of others later
  const play = widened(widened(emptyPlay(segments, cells), [3, 30]), [5, 1, 31, 47, 58]);
  const { rates, all } = ratedPlay(play, 0.3);
  const plain = plainRates(play.inPlay, 0.3);
  const weights = plain.map((rate, row) => rate * (cells[row] ?? 0));
  const sumOf = (rows: Iterable<number>) => [...rows].reduce((total, row) => total + (weights[row] ?? 0), 0);

  it('have the rates and sums of cells one by one', () => {
    expect(
      gap(
        plain,
        Array.from(play.sortOf, (sort) => rates.rate[sort] ?? Number.NaN),
      ),
    ).toBeLessThan(1e-14);
    expect(all).toBeCloseTo(sumOf(plain.keys()), 9);
    const plainSums = play.inPlay.map((j) => sumOf(columnItems(columns, j)));
    expect(gap(plainSums, sumsInPlay(play, rates.ofLevel))).toBeLessThan(1e-13);
  });

  it('make the matrix of weights of every two columns', () => {
    const rowsOf = play.inPlay.map((j) => new Set(columnItems(columns, j)));
    const plainGram = rowsOf.flatMap((a) => rowsOf.map((b) => sumOf([...a].filter((row) => b.has(row)))));
    expect(gap(plainGram, weightedGram(play, rates))).toBeLessThan(1e-13);
  });

  it('are the same whether columns came at once or one by one, and as those of a fold are put in their place', () => {
    const oneByOne = play.inPlay.reduce((made, j) => widened(made, [j]), emptyPlay(segments, cells));
    const other = ratedPlay(oneByOne, 0.3).rates;
    const rateOf = (of: Play, rate: Float64Array) => Array.from(of.sortOf, (sort) => rate[sort] ?? Number.NaN);
    expect(gap(rateOf(play, rates.rate), rateOf(oneByOne, other.rate))).toBeLessThan(1e-14);
    expect(gap(sumsInPlay(play, rates.ofLevel), sumsInPlay(oneByOne, other.ofLevel))).toBeLessThan(1e-13);
    expect(sumsOfSorts(oneByOne.sortOf, oneByOne.cells.length, cells)).toEqual(oneByOne.cells);
  });

  it('sum over all columns, segment by segment or column by column, as plain sums do', () => {
    const plainSums = Array.from(beta, (_, j) => sumOf(columnItems(columns, j)));
    expect(gap(plainSums, sumsByColumn(segments, weights, new Float64Array(beta.length)))).toBeLessThan(1e-13);
    const bySorts = Array.from(beta, (_, j) => sumOverColumn(columns, j, cells, play.sortOf, rates.rate));
    expect(gap(plainSums, bySorts)).toBeLessThan(1e-13);
  });

  it('never expect less in a column than the bound from how far all rates have moved', () => {
    const before = outlook(play.cells, rates.rate);
    const later = rates.rate.map((rate) => rate * (0.8 + 0.4 * random.uniform()));
    const moved = movedSince(before, later);
    for (let j = 0; j < beta.length; j++) {
      const then = sumOverColumn(columns, j, cells, play.sortOf, rates.rate);
      const now = sumOverColumn(columns, j, cells, play.sortOf, later);
      expect(now).toBeGreaterThanOrEqual(leastNow(moved, then) - 1e-9);
    }
  });
});
