/**
 * Which method would have found next month's offences? A prospective hold-out.
 *
 * In words: every method scores the cells from the rows up to a day; the best-scored cells within a budget of area (1, 2,
 * 5, 10 % of the cells) are held against the offences that came afterwards. Rolling: again and again, month by month,
 * each time trained on everything before the month.
 *
 * Measures and their sources: evaluation/accuracy.ts. k is the budget of n cells, rounded, at least 1; equal scores keep
 * the order of cell ids. Harm PAI has harm in place of offences in the numerator. Overlap is the Jaccard index of the cells
 * chosen for one month and for the next: a map that changes altogether every month cannot be patrolled.
 *
 * Choices: a row is in training or test only if its whole date is, so a month-only row that is cut belongs to neither; a
 * month of the rolling test without any row in the load is a gap in the files and is left out.
 * The trap: many zero cells tie, and the order among equals is that of cell ids, so a large budget on few offences measures
 * the order of ids. And what is recorded where police patrolled before is found again by any method.
 */
import { takeRows } from '../batches/concat.ts';
import { InputError } from '../errors.ts';
import { sumByCell } from '../hex/sum.ts';
import { periodMask } from '../offences/select.ts';
import { formatDay, monthRange } from '../offences/time.ts';
import type { MethodAccuracy, ValidationResult } from '../results.ts';
import { stableOrder } from '../stats/order.ts';
import { accuracyOf, auc, jaccard } from './accuracy.ts';
import { type ScoreCells, scoreMethods, type Training } from './scores.ts';

export interface ValidationSettings {
  /** Last local day of training; the test starts the day after. */
  readonly trainToDay: number;
  readonly testToDay: number;
  /** Per cent of the cells. */
  readonly budgets: readonly number[];
  /** Month by month instead of one test of the whole period. */
  readonly rolling: boolean;
}

export const defaultBudgets: readonly number[] = [1, 2, 5, 10];

/** All rows, before they are split; `fromDay` is the first day of training, null for open. */
export type HoldOutInput = Omit<Training, 'toDay'>;

/** A test period and what the training before it is. */
interface Split {
  readonly trainToDay: number;
  readonly fromDay: number;
  readonly toDay: number;
}

/** @throws InputError without training or test rows in the cells, or with days the wrong way round */
export function holdOut(
  input: HoldOutInput,
  settings: ValidationSettings,
  methods: Readonly<Record<string, ScoreCells>> = scoreMethods,
): ValidationResult {
  const { trainToDay, testToDay, budgets, rolling } = settings;
  if (testToDay <= trainToDay) {
    throw new InputError(
      `The test ends on ${formatDay(testToDay)}, not after the training, which ends on ${formatDay(trainToDay)} – give a later day.`,
    );
  }
  const asked = rolling
    ? monthsBetween(trainToDay + 1, testToDay)
    : [{ trainToDay, fromDay: trainToDay + 1, toDay: testToDay }];
  const cautions: string[] = [];
  const n = input.grid.cells.length;
  const tests = asked.flatMap((split) => {
    const mask = periodMask(input.table, split, input.mask);
    const count = sumByCell(input.cellOfRow, mask, null, n);
    if (!count.some((c) => c > 0)) {
      if (rolling)
        cautions.push(
          `${formatDay(split.fromDay)} to ${formatDay(split.toDay)} is left out: no offences in the cells.`,
        );
      return [];
    }
    const training = trainingOf(input, split.trainToDay);
    if (!training.mask.some((m, row) => m === 1 && (training.cellOfRow[row] as number) >= 0)) {
      throw new InputError(
        `No offences up to ${formatDay(split.trainToDay)} lie in the cells, so there is nothing to learn from – train to a later day.`,
      );
    }
    return [{ split, training, count, harm: sumByCell(input.cellOfRow, mask, input.harmOfRow, n) }];
  });
  if (tests.length === 0) {
    throw new InputError(
      `No offences from ${formatDay(trainToDay + 1)} to ${formatDay(testToDay)} lie in the cells, so there is nothing to test on – test to a later day.`,
    );
  }

  const rows: MethodAccuracy[] = [];
  for (const [method, score] of Object.entries(methods)) {
    const scored = scoresOf(
      method,
      score,
      tests.map((test) => test.training),
    );
    if (typeof scored === 'string') {
      cautions.push(scored);
      continue;
    }
    const orders = scored.map((scores) => stableOrder(scores, 'descending'));
    const areas = scored.map((scores, t) => auc(scores, tests[t]?.count ?? scores));
    for (const budget of budgets) {
      const k = Math.max(1, Math.round((n * budget) / 100));
      const hits = tests.map(({ count, harm }, t) => {
        const order = orders[t] ?? new Uint32Array();
        const found = accuracyOf(order, count, input.grid.areaM2, k);
        return { ...found, harmPai: accuracyOf(order, harm, input.grid.areaM2, k).pai };
      });
      const overlaps = orders
        .slice(1)
        .map((order, t) => jaccard(order.subarray(0, k), orders[t]?.subarray(0, k) ?? []));
      rows.push({
        method,
        budgetPercent: budget,
        cells: k,
        hitRate: meanOf(hits.map((hit) => hit.hitRate)),
        pai: meanOf(hits.map((hit) => hit.pai)),
        paiRange: [Math.min(...hits.map((hit) => hit.pai)), Math.max(...hits.map((hit) => hit.pai))],
        pei: meanOf(hits.map((hit) => hit.pei)),
        harmPai: meanOf(hits.map((hit) => hit.harmPai)),
        auc: meanOf(areas),
        overlap: meanOf(overlaps),
      });
    }
  }
  const periods = tests.map(({ split, count }) => ({ ...split, offences: count.reduce((sum, c) => sum + c, 0) }));
  return { rows, periods, cautions };
}

/** What a method may see: the rows up to a day, and nothing of the others. */
function trainingOf(input: HoldOutInput, toDay: number): Training {
  const keep = periodMask(input.table, { fromDay: input.fromDay, toDay }, new Uint8Array(input.table.rows).fill(1));
  const taken = <A extends Int32Array | Uint8Array | Float64Array>(column: A): A =>
    column.filter((_, row) => keep[row] === 1) as A;
  const { grid, graph, ring, bounds, fromDay } = input;
  return {
    ...{ grid, graph, ring, bounds, fromDay },
    table: takeRows(input.table, keep),
    cellOfRow: taken(input.cellOfRow),
    mask: taken(input.mask),
    harmOfRow: taken(input.harmOfRow),
    valueOfRow: taken(input.valueOfRow),
    toDay,
  };
}

/** Scores for each test, or the sentence why the method is left out. */
function scoresOf(method: string, score: ScoreCells, trainings: readonly Training[]): Float64Array[] | string {
  try {
    return trainings.map(score);
  } catch (error) {
    if (error instanceof InputError) return `${method} is left out: ${error.message}`;
    throw error;
  }
}

/** Calendar months from the first whole one; the last is cut by `toDay`. */
function monthsBetween(fromDay: number, toDay: number): Split[] {
  const splits: Split[] = [];
  const first = monthRange(fromDay);
  let start = first.fromDay === fromDay ? fromDay : first.toDay + 1;
  for (; start <= toDay; start = monthRange(start).toDay + 1) {
    splits.push({ trainToDay: start - 1, fromDay: start, toDay: Math.min(toDay, monthRange(start).toDay) });
  }
  return splits;
}

/** Of the numbers among them; NaN when there are none. */
function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
