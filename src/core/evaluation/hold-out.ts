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
import type { CaptureCurves, MethodAccuracy, ValidationResult } from '../results.ts';
import { jaccard } from './accuracy.ts';
import { curveOf, curvePercents, foldOf, type MethodFold, observedOf } from './fold.ts';
import { type ScoreCells, scoreMethods, type Training } from './scores.ts';

export interface ValidationSettings {
  /** Last local day of training; the test starts the day after. */
  readonly trainToDay: number;
  readonly testToDay: number;
  /** Per cent of the cells. */
  readonly budgets: readonly number[];
  /** Month by month instead of one test of the whole period. */
  readonly rolling: boolean;
  /** Names of the methods without factors that are held against each other; all where not given. */
  readonly methods?: readonly string[];
  /** As the map shows them, where not as the rule says and in steps of 28 days. */
  readonly kde?: Training['kde'];
  readonly stepDays?: Training['stepDays'];
}

export const defaultBudgets: readonly number[] = [1, 2, 5, 10];

/** All rows, before they are split; `fromDay` is the first day of training, null for open. */
export type HoldOutInput = Omit<Training, 'toDay'>;

/** A test period and what the training before it is. */
export interface Split {
  readonly trainToDay: number;
  readonly fromDay: number;
  readonly toDay: number;
}

type Methods = Readonly<Record<string, ScoreCells>>;

/** @throws InputError without training or test rows in the cells, or with days the wrong way round */
export function holdOut(
  input: HoldOutInput,
  settings: ValidationSettings,
  methods: Methods = scoreMethods,
): ValidationResult {
  const work = holdOutSteps(input, settings, methods);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

/** The same in steps of one method in one test each; yields the part done, 0–1. */
export function* holdOutSteps(
  input: HoldOutInput,
  settings: ValidationSettings,
  methods: Methods,
): Generator<number, ValidationResult> {
  const { budgets } = settings;
  const { areaM2 } = input.grid;
  const sizes = budgets.map((budget) => Math.max(1, Math.round((areaM2.length * budget) / 100)));
  const { tests, cautions } = testsOf(input, settings);
  const names = Object.keys(methods);
  const folds = new Map<string, MethodFold[] | string>(names.map((name) => [name, []]));
  let steps = 0;
  for (const { split, observed } of tests) {
    const training = trainingOf(input, split.trainToDay);
    if (!training.mask.some((m, row) => m === 1 && (training.cellOfRow[row] as number) >= 0)) {
      throw new InputError(
        `No offences up to ${formatDay(split.trainToDay)} lie in the cells, so there is nothing to learn from – train to a later day.`,
      );
    }
    for (const [name, score] of Object.entries(methods)) {
      const before = folds.get(name);
      if (Array.isArray(before)) {
        const scores = scoresOf(name, score, training);
        if (typeof scores === 'string') folds.set(name, scores);
        else before.push(foldOf(scores, observed, areaM2, sizes));
      }
      steps += 1;
      yield steps / (names.length * tests.length);
    }
  }
  const known = [...folds].flatMap(([method, of]) => (typeof of === 'string' ? [] : [{ method, of }]));
  for (const of of folds.values()) if (typeof of === 'string') cautions.push(of);
  const last = tests.at(-1)?.observed;
  return {
    rows: known.flatMap(({ method, of }) =>
      budgets.map((budgetPercent, at) => ({ method, budgetPercent, ...together(of, at, sizes[at] ?? 0) })),
    ),
    methods: known.map(({ method, of }) => ({
      method,
      chosen: of.at(-1)?.chosen ?? new Uint32Array(),
      ...meanCurves(of),
    })),
    best: meanCurves(
      tests.map(({ observed: { count, harm, bestForCount, bestForHarm } }) => ({
        offences: curveOf(bestForCount, count, areaM2),
        harm: curveOf(bestForHarm, harm, areaM2),
      })),
    ),
    observed: { count: last?.count ?? new Float64Array(), harm: last?.harm ?? new Float64Array() },
    periods: tests.map(({ split, observed }) => ({ ...split, offences: sumOf(observed.count) })),
    cautions,
  };
}

/** The periods to test on, whether there are rows in them or not. @throws InputError with days the wrong way round */
export function splitsOf({ trainToDay, testToDay, rolling }: Omit<ValidationSettings, 'budgets'>): readonly Split[] {
  if (testToDay <= trainToDay) {
    throw new InputError(
      `The test ends on ${formatDay(testToDay)}, not after the training, which ends on ${formatDay(trainToDay)} – give a later day.`,
    );
  }
  return rolling
    ? monthsBetween(trainToDay + 1, testToDay)
    : [{ trainToDay, fromDay: trainToDay + 1, toDay: testToDay }];
}

/** What came in each period; of a rolling test those without any are left out, and said. */
function testsOf(input: HoldOutInput, settings: ValidationSettings) {
  const { trainToDay, testToDay, rolling } = settings;
  const n = input.grid.cells.length;
  const cautions: string[] = [];
  const tests = splitsOf(settings).flatMap((split) => {
    const mask = periodMask(input.table, split, input.mask);
    const count = sumByCell(input.cellOfRow, mask, null, n);
    if (count.some((c) => c > 0)) {
      return [{ split, observed: observedOf(count, sumByCell(input.cellOfRow, mask, input.harmOfRow, n)) }];
    }
    if (rolling) {
      cautions.push(`${formatDay(split.fromDay)} to ${formatDay(split.toDay)} is left out: no offences in the cells.`);
    }
    return [];
  });
  if (tests.length === 0) {
    throw new InputError(
      `No offences from ${formatDay(trainToDay + 1)} to ${formatDay(testToDay)} lie in the cells, so there is nothing to test on – test to a later day.`,
    );
  }
  return { tests, cautions };
}

/** The figures of one method at one budget over all tests. */
function together(
  folds: readonly MethodFold[],
  at: number,
  cells: number,
): Omit<MethodAccuracy, 'method' | 'budgetPercent'> {
  const hits = folds.flatMap(({ hits: of }) => of[at] ?? []);
  const overlaps = folds
    .slice(1)
    .map(({ chosen }, t) => jaccard(chosen.subarray(0, cells), folds[t]?.chosen.subarray(0, cells) ?? []));
  const rangeOf = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
  return {
    cells,
    hitRate: meanOf(hits.map((hit) => hit.hitRate)),
    hitRange: rangeOf(hits.map((hit) => hit.hitRate)),
    pai: meanOf(hits.map((hit) => hit.pai)),
    paiRange: rangeOf(hits.map((hit) => hit.pai)),
    pei: meanOf(hits.map((hit) => hit.pei)),
    harmHitRate: meanOf(hits.map((hit) => hit.harmHitRate)),
    harmPai: meanOf(hits.map((hit) => hit.harmPai)),
    auc: meanOf(folds.map((fold) => fold.auc)),
    overlap: meanOf(overlaps),
  };
}

function meanCurves(of: readonly CaptureCurves[]): CaptureCurves {
  const mean = (curve: (one: CaptureCurves) => Float64Array): Float64Array =>
    Float64Array.from(curvePercents, (_, i) => meanOf(of.map((one) => curve(one)[i] ?? Number.NaN)));
  return { offences: mean((one) => one.offences), harm: mean((one) => one.harm) };
}

/** What a method may see: the rows up to a day, and nothing of the others. */
function trainingOf(input: HoldOutInput, toDay: number): Training {
  const keep = periodMask(input.table, { fromDay: input.fromDay, toDay }, new Uint8Array(input.table.rows).fill(1));
  const taken = <A extends Int32Array | Uint8Array | Float64Array>(column: A): A =>
    column.filter((_, row) => keep[row] === 1) as A;
  const { grid, graph, ring, bounds, fromDay, kde, stepDays } = input;
  return {
    ...{ grid, graph, ring, bounds, fromDay, kde, stepDays },
    table: takeRows(input.table, keep),
    cellOfRow: taken(input.cellOfRow),
    mask: taken(input.mask),
    harmOfRow: taken(input.harmOfRow),
    valueOfRow: taken(input.valueOfRow),
    toDay,
  };
}

/** Scores, or the sentence why the method is left out. */
function scoresOf(method: string, score: ScoreCells, training: Training): Float64Array | string {
  try {
    return score(training);
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

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
