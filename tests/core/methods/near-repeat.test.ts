import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/core/errors.ts';
import {
  type DatedPlaces,
  defaultNearRepeatSettings,
  type NearRepeatSettings,
  nearRepeat,
} from '../../../src/core/methods/near-repeat.ts';
import { nearRepeatRisk } from '../../../src/core/methods/near-repeat-risk.ts';
import { randomFrom } from '../../../src/core/stats/random.ts';
import expected from '../../fixtures/near-repeat/expected.json' with { type: 'json' };

type Offence = readonly [x: number, y: number, day: number];

const placesOf = (offences: readonly Offence[]): DatedPlaces => ({
  x: Float64Array.from(offences, ([x]) => x),
  y: Float64Array.from(offences, ([, y]) => y),
  day: Int32Array.from(offences, ([, , day]) => day),
});

const settings = (distanceEdgesM: number[], timeEdgesDays: number[], shuffles = 99): NearRepeatSettings => ({
  ...defaultNearRepeatSettings,
  distanceEdgesM,
  timeEdgesDays,
  shuffles,
});

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

const six: readonly Offence[] = [
  [0, 0, 0],
  [50, 0, 2],
  [0, 60, 3],
  [1000, 0, 1],
  [1050, 0, 30],
  [2000, 2000, 15],
];

describe('Knox on paper', () => {
  it('six offences: three pairs within 100 m and a week, as often over all 720 deals of the dates as one in five', () => {
    const found = permutations(six.map(([, , day]) => day)).map(
      (days) =>
        nearRepeat(placesOf(six.map(([x, y], i) => [x, y, days[i] ?? 0])), settings([100], [7], 1)).observed[0] ?? 0,
    );
    const times = (count: number) => found.filter((x) => x === count).length;
    expect([times(1), times(2), times(3), found.length]).toEqual([432, 144, 144, 720]);

    const table = nearRepeat(placesOf(six), settings([100], [7], 9999));
    expect(table).toMatchObject({ offences: 6, pairs: 4 });
    expect(table.observed[0]).toBe(3);
    // four standard errors of 9,999 deals
    expect(Math.abs((table.expected[0] ?? 0) - 1.6)).toBeLessThan(0.033);
    expect(Math.abs((table.p[0] ?? 0) - 0.2)).toBeLessThan(0.016);
    expect(table.ratio[0]).toBeCloseTo(3 / (table.expected[0] ?? 0), 12);
    // six of fifteen pairs are within a week: 4 · 6 / 15 = 1.6 expected
    expect(table.poissonP[0]).toBeCloseTo(1 - Math.exp(-1.6) * (1 + 1.6 + 1.28), 12);
  });

  it('a pair exactly 100 m and three days apart is in the bands up to 100 m and up to three days', () => {
    const pair = placesOf([
      [0, 0, 17_532],
      [0, 100, 17_535],
    ]);
    expect([...nearRepeat(pair, settings([100, 200], [3, 6])).observed]).toEqual([1, 0, 0, 0]);
  });

  it('the same day counts, and places a metre apart are the same', () => {
    const offences: Offence[] = [
      [0, 0, 5],
      [0.6, 0.8, 5],
      [3, 0, 7],
    ];
    expect([...nearRepeat(placesOf(offences), settings([1, 100], [1, 2])).observed]).toEqual([1, 0, 0, 2]);
  });
});

describe('Knox against R', () => {
  const places = {
    x: Float64Array.from(expected.x),
    y: Float64Array.from(expected.y),
    day: Int32Array.from(expected.day),
  };
  const table = nearRepeat(places, settings(expected.space, expected.time, 4999));

  it('counts the same pairs and has the same Poisson p', () => {
    expect([...table.observed]).toEqual(expected.observed);
    table.poissonP.forEach((p, cell) => {
      expect(p).toBeCloseTo(expected.poisson[cell] ?? Number.NaN, 12);
    });
  });

  it('has the same means over shuffles, as far as chance lets two runs agree', () => {
    table.expected.forEach((mean, cell) => {
      const wanted = expected.means[cell] ?? 0;
      expect(Math.abs(mean - wanted)).toBeLessThan(5 * Math.sqrt((2 * wanted) / 4999));
    });
  });
});

/** Offences anywhere in 2 km × 2 km over 200 days; `repeats` of them follow another one within 80 m and five days. */
function invented(n: number, repeats: number, seed: number): Offence[] {
  const random = randomFrom(seed);
  const offences: Offence[] = [];
  for (let i = 0; i < n; i++) {
    const before = i < repeats ? offences[i - 1] : undefined;
    offences.push(
      before
        ? [before[0] + 40 * random.uniform(), before[1] + 40 * random.uniform(), before[2] + random.below(6)]
        : [2000 * random.uniform(), 2000 * random.uniform(), random.below(200)],
    );
  }
  return offences;
}

describe('Knox', () => {
  const standard = settings([1, 100, 200], [7, 14], 199);

  it('finds planted repeats, and only where they were planted', () => {
    // every other one follows the one before it
    const random = randomFrom(12);
    const offences = Array.from({ length: 200 }, () => invented(2, 2, random.bits())).flat();
    const { ratio, p } = nearRepeat(placesOf(offences), standard);
    // 1–100 m, up to a week
    expect(ratio[2]).toBeGreaterThan(3);
    expect(p[2]).toBe(1 / 200);
    expect(p[5]).toBeGreaterThan(0.01);
  });

  it('keeps α without any repeats', () => {
    let below = 0;
    const trials = 60;
    for (let seed = 0; seed < trials; seed++) {
      const { p } = nearRepeat(placesOf(invented(150, 0, seed)), settings([200], [14], 99));
      below += Number((p[0] ?? 1) <= 0.1);
    }
    expect(below / trials).toBeLessThan(0.1 + 3 * Math.sqrt(0.09 / trials));
  });

  it('row order does not matter, and the same seed gives the same bytes', () => {
    const offences = invented(300, 40, 5);
    const one = nearRepeat(placesOf(offences), standard);
    expect(nearRepeat(placesOf(offences.toReversed()), standard)).toEqual(one);
    expect(nearRepeat(placesOf(offences), { ...standard, seed: 2 }).expected).not.toEqual(one.expected);
  });

  it('moving all places or all dates changes no count', () => {
    const offences = invented(300, 40, 6);
    const moved = offences.map(([x, y, day]): Offence => [x + 4096, y - 1024, day + 500]);
    expect([...nearRepeat(placesOf(moved), standard).observed]).toEqual([
      ...nearRepeat(placesOf(offences), standard).observed,
    ]);
  });

  it('the very same place alone can be asked for', () => {
    const twice = placesOf([...six, [50, 0, 4]]);
    expect([...nearRepeat(twice, settings([0], [7])).observed]).toEqual([1]);
  });

  it('all on one day: no ratio beyond it, and chance gives the same', () => {
    const table = nearRepeat(
      placesOf([
        [0, 0, 3],
        [10, 0, 3],
      ]),
      settings([50], [0, 7]),
    );
    expect([...table.observed]).toEqual([1, 0]);
    expect([...table.ratio]).toEqual([1, Number.NaN]);
    expect([...table.p]).toEqual([1, 1]);
  });

  it.each([
    ['one offence', placesOf(six.slice(0, 1)), standard, /Only one offence/],
    ['none', placesOf([]), standard, /No offence is dated/],
    ['bands that fall', placesOf(six), settings([100, 50], [7]), /100, 50 do not ascend/],
    ['half days', placesOf(six), settings([100], [3.5]), /whole days/],
    ['too many pairs', placesOf(six), { ...standard, mostPairs: 2 }, /pairs of these 6 offences/],
    ['no shuffles', placesOf(six), settings([100], [7], 0), /no comparison/],
  ] as const)('%s is a sentence', (_, places, wanted, words) => {
    expect(() => nearRepeat(places, wanted)).toThrow(InputError);
    expect(() => nearRepeat(places, wanted)).toThrow(words);
  });
});

describe('the risk left', () => {
  const knox = {
    ...nearRepeat(placesOf(six), settings([1, 100], [7, 14])),
    ratio: Float64Array.of(9, 4, 3, 0.5),
    p: Float64Array.of(0.001, 0.01, 0.05, 0.001),
  };
  const centres = { x: Float64Array.of(0, 90, 300), y: Float64Array.of(0, 0, 0) };
  const offence = placesOf([[10, 0, 100]]);
  const on = (day: number) => [...nearRepeatRisk(offence, Int32Array.of(0), centres, knox, day)];

  it('is the excess of the same place in the own cell and that of the distance in others', () => {
    expect(on(100)).toEqual([8, 2, 0]);
    expect(on(107)).toEqual([8, 2, 0]);
  });

  it('fades from band to band, is never below 0, and is gone after the last', () => {
    expect(on(108)).toEqual([3, 0, 0]);
    expect(on(114)).toEqual([3, 0, 0]);
    expect(on(115)).toEqual([0, 0, 0]);
  });

  it('does not know what has not happened yet', () => {
    expect(on(99)).toEqual([0, 0, 0]);
  });

  it('takes no excess that chance may have made', () => {
    const weak = { ...knox, p: Float64Array.of(0.06, 0.2, 0.06, 0.06) };
    expect([...nearRepeatRisk(offence, Int32Array.of(0), centres, weak, 100)]).toEqual([0, 0, 0]);
  });

  it('adds up over offences', () => {
    const two = placesOf([
      [10, 0, 100],
      [80, 0, 100],
    ]);
    expect([...nearRepeatRisk(two, Int32Array.of(0, 1), centres, knox, 100)]).toEqual([10, 10, 0]);
  });
});
