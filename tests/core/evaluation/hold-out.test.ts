import { describe, expect, it } from 'vitest';
import { takeRows } from '../../../src/core/batches/concat.ts';
import { InputError } from '../../../src/core/errors.ts';
import { type HoldOutInput, holdOut } from '../../../src/core/evaluation/hold-out.ts';
import { scoreMethods, type Training } from '../../../src/core/evaluation/scores.ts';
import { cellsOf } from '../../../src/core/hex/cells.ts';
import { indexRows } from '../../../src/core/hex/index-rows.ts';
import { neighbourGraph } from '../../../src/core/hex/neighbours.ts';
import { dayFromIso, isoDay } from '../../../src/core/offences/time.ts';
import { randomFrom, shuffle } from '../../../src/core/stats/random.ts';
import { areaOf, rectangle } from '../hex/areas.ts';
import { makeTable, type Row } from '../table-builder.ts';

const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;
const area = areaOf('town', [rectangle(0.68, 51.53, 0.74, 51.56)]);
const grid = cellsOf(area, 9);
const graph = neighbourGraph(grid, 1);

function inputOf(rows: readonly Partial<Row>[]): HoldOutInput {
  const table = makeTable(rows);
  const harmOfRow = Float64Array.from(rows, (row) => (row.title === 'Robbery of personal property' ? 365 : 1));
  return {
    table,
    cellOfRow: indexRows(table.lon, table.lat, grid),
    mask: new Uint8Array(table.rows).fill(1),
    harmOfRow,
    valueOfRow: harmOfRow,
    grid,
    graph: () => graph,
    ring: 1,
    bounds: area.bounds,
    fromDay: null,
  };
}

/** A year and a half of offences, two thirds of them around one place and the rest anywhere. */
const random = randomFrom(3);
const rows: Partial<Row>[] = Array.from({ length: 1500 }, (_, i) => {
  const near = random.uniform() < 0.67;
  return {
    title: random.below(3) === 0 ? 'Robbery of personal property' : 'Common assault',
    lon: near ? 0.71 + 0.003 * random.uniform() : 0.68 + 0.06 * random.uniform(),
    lat: near ? 51.54 + 0.002 * random.uniform() : 51.53 + 0.03 * random.uniform(),
    from: isoDay(day('2020-01-01') + Math.floor((i * 540) / 1500)),
  };
});
const settings = {
  trainToDay: day('2021-03-31'),
  testToDay: day('2021-05-31'),
  budgets: [1, 2, 5, 10],
  rolling: false,
};

/** Runs a hold-out with every method as it is, and keeps what each was given and answered. */
function watched(input: HoldOutInput, how = settings) {
  const seen: { name: string; training: Training; scores: Float64Array }[] = [];
  const methods = Object.fromEntries(
    Object.entries(scoreMethods).map(([name, score]) => [
      name,
      (training: Training) => {
        const scores = score(training);
        seen.push({ name, training, scores });
        return scores;
      },
    ]),
  );
  return { result: holdOut(input, how, methods), seen };
}

describe('the prospective hold-out', () => {
  const input = inputOf(rows);
  const { result, seen } = watched(input);

  it('on paper: three cells hold 3, 2 and 1 offences before and 1, 0 and 3 after', () => {
    const cells = [5, 9, 2];
    const of = (from: string, numbers: readonly number[]): Partial<Row>[] =>
      cells.flatMap((cell, i) =>
        Array.from({ length: numbers[i] ?? 0 }, () => ({ from, lon: grid.lon[cell] ?? 0, lat: grid.lat[cell] ?? 0 })),
      );
    const small = inputOf([...of('2021-01-10', [3, 2, 1]), ...of('2021-02-10', [1, 0, 3])]);
    const n = grid.cells.length;
    // a budget of one cell and of three
    const found = holdOut(
      small,
      { trainToDay: day('2021-01-31'), testToDay: day('2021-02-28'), budgets: [100 / n, 300 / n], rolling: false },
      { 'prior-count': scoreMethods['prior-count'] ?? (() => new Float64Array()) },
    );
    expect(found.rows.map((row) => [row.cells, row.hitRate, row.pei])).toEqual([
      [1, 0.25, 1 / 3],
      [3, 1, 1],
    ]);
    // cells differ in size by a few parts in ten thousand
    expect(found.rows[0]?.pai).toBeCloseTo(0.25 * n, 0);
    expect(found.periods).toEqual([
      { trainToDay: day('2021-01-31'), fromDay: day('2021-02-01'), toDay: day('2021-02-28'), offences: 4 },
    ]);
  });

  it('every method is there at every budget, and better than chance where offences stay put', () => {
    expect(result.rows.map((row) => row.method)).toEqual(
      ['prior-count', 'prior-harm', 'kde', 'gi-star', 'emerging'].flatMap((name) => [name, name, name, name]),
    );
    expect(result.rows.slice(0, 4).map((row) => row.budgetPercent)).toEqual([1, 2, 5, 10]);
    for (const row of result.rows) {
      expect(row.cells).toBe(Math.max(1, Math.round((grid.cells.length * row.budgetPercent) / 100)));
      expect(row.pai).toBeGreaterThan(2);
      // a third of the offences fall anywhere, which no order of cells can tell
      expect(row.auc).toBeGreaterThan(0.45);
      expect(row.pei).toBeLessThanOrEqual(1);
    }
  });

  it('no method sees a test row: with these shuffled, moved and reworded all scores are the same', () => {
    const isTest = (row: Partial<Row>): boolean => (row.from ?? '') > '2021-03-31';
    const test = rows.filter(isTest);
    const places = shuffle(
      test.map(({ lon = 0, lat = 0 }) => ({ lon: lat - 50.83, lat: lon + 50.83 })),
      randomFrom(1),
    );
    const dates = shuffle(
      test.map(({ from = '' }) => from),
      randomFrom(2),
    );
    const other = [
      ...rows.filter((row) => !isTest(row)),
      ...test.map((_, i) => ({ ...places[i], from: dates[i] ?? '', title: 'Robbery of personal property' })),
    ];
    expect(watched(inputOf(other)).seen.map(({ scores }) => scores)).toEqual(seen.map(({ scores }) => scores));
  });

  it('what a method is given ends with the last day of training', () => {
    for (const { training } of seen) {
      expect(Math.max(...training.table.day)).toBe(settings.trainToDay);
      expect(training.cellOfRow.length).toBe(training.table.rows);
      expect(training.mask.length).toBe(training.table.rows);
    }
  });

  it('the order of the rows does not matter', () => {
    expect(holdOut(inputOf(rows.toReversed()), settings).rows.map((row) => row.hitRate)).toEqual(
      result.rows.map((row) => row.hitRate),
    );
  });

  it('rolling: month by month, each trained on all before it, with means, range and overlap', () => {
    const rolling = holdOut(input, { ...settings, rolling: true });
    expect(rolling.periods.map(({ trainToDay, fromDay, toDay }) => [trainToDay, fromDay, toDay].map(isoDay))).toEqual([
      ['2021-03-31', '2021-04-01', '2021-04-30'],
      ['2021-04-30', '2021-05-01', '2021-05-31'],
    ]);
    const single = ['2021-04-30', '2021-05-31'].map((last, i) =>
      holdOut(input, { ...settings, trainToDay: day(i === 0 ? '2021-03-31' : '2021-04-30'), testToDay: day(last) }),
    );
    const [april, may] = single.map((one) => one.rows[2]);
    const row = rolling.rows[2];
    expect(row?.pai).toBeCloseTo(((april?.pai ?? 0) + (may?.pai ?? 0)) / 2, 12);
    expect(row?.paiRange).toEqual([april?.pai ?? 0, may?.pai ?? 0].toSorted((a, b) => a - b));
    expect(row?.overlap).toBeGreaterThan(0);
    expect(row?.overlap).toBeLessThanOrEqual(1);
    expect(april?.overlap).toBeNaN();
  });

  it('a method that the training rows cannot answer is left out, and said', () => {
    const months = { ...settings, trainToDay: day('2020-06-30'), testToDay: day('2020-07-31') };
    const short = holdOut(input, months);
    expect(short.rows.some((row) => row.method === 'emerging')).toBe(false);
    expect(short.cautions.join(' ')).toMatch(/emerging is left out: .*10/);
  });

  it('a month-only row that the split cuts is in neither part', () => {
    const cut = inputOf(['2021-01', '2021-01', '2021-02', '2021-03'].map((from) => ({ from, lon: 0.71, lat: 51.54 })));
    const split = { ...settings, trainToDay: day('2021-02-10'), testToDay: day('2021-03-31') };
    const { result: found, seen: given } = watched(cut, split);
    expect(found.periods[0]?.offences).toBe(1);
    expect(given[0]?.training.table.rows).toBe(2);
  });

  it('nothing to learn from, nothing to test on and days the wrong way round are refused', () => {
    expect(() => holdOut(input, { ...settings, trainToDay: day('2019-06-30') })).toThrow(/nothing to learn from/);
    expect(() => holdOut(input, { ...settings, trainToDay: day('2022-01-01'), testToDay: day('2022-02-01') })).toThrow(
      /nothing to test on/,
    );
    expect(() => holdOut(input, { ...settings, testToDay: settings.trainToDay })).toThrow(InputError);
    const none = { ...input, table: takeRows(input.table, new Uint8Array(1500)) };
    expect(() => holdOut({ ...none, ...inputOf([]) }, settings)).toThrow(InputError);
  });
});
