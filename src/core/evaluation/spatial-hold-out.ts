/**
 * Would the model know a part of town that it has never seen? A spatial hold-out, for offences without dates.
 *
 * In words: squares of land are dealt into five parts; a risk terrain model is fitted without the cells of each part in
 * turn, everything of it chosen anew, and expects offences in them. The cells of all parts together, in the order of what
 * was expected, are held against what was recorded there: hit rate and PAI (evaluation/accuracy.ts). Beside it stand the
 * same figures in sample, of the model that has seen every cell.
 *
 * Roberts, D. et al. (2017), Cross-validation strategies for data with temporal, spatial, hierarchical, or phylogenetic
 * structure, Ecography 40(8):913–929, doi 10.1111/ecog.02881.
 *
 * Choices: squares are at least twice the longest extent wide, and as wide as leaves about ten of them to a part; dealt by
 * a seeded shuffle to the part with the fewest cells yet. A model has few scores, so many cells tie: equal ones share what
 * is left of a budget evenly, which is the mean over all orders among them.
 *
 * The trap: other places at the same time are not the same places later, so this says whether factors carry over and not
 * whether the model foretells better than counting. In sample is no test at all.
 */
import { CancelledError, InputError } from '../errors.ts';
import type { PointsM } from '../geo/local-metres.ts';
import type { Candidates } from '../methods/rtm/candidates.ts';
import { expectedOf } from '../methods/rtm/rtm.ts';
import { fitRtm, type RtmHooks } from '../methods/rtm/run.ts';
import { extentsOf, type RtmSettings } from '../methods/rtm/settings.ts';
import type { SpatialAccuracy, SpatialTest } from '../results.ts';
import { columnsOfClasses } from '../stats/binary-columns.ts';
import { stableOrder } from '../stats/order.ts';
import { randomFrom, shuffle } from '../stats/random.ts';
import { sum } from '../stats/sums.ts';
import { defaultBudgets } from './hold-out.ts';

const FOLDS = 5;
const BLOCKS_A_FOLD = 10;

export interface SpatialInput {
  readonly candidates: Candidates;
  /** Offences per cell. */
  readonly observed: Float64Array;
  /** Cell centres in metres, and sizes. */
  readonly centres: PointsM;
  readonly areaM2: Float64Array;
  /** What the model that has seen all cells expects. */
  readonly inSample: Float64Array;
}

/** @throws InputError where the area has too few squares, or no offences but in one part; CancelledError */
export async function spatialHoldOut(
  input: SpatialInput,
  settings: RtmSettings,
  { onProgress, ...hooks }: RtmHooks = {},
): Promise<SpatialTest> {
  const { candidates, observed, areaM2, inSample } = input;
  const blockM = Math.max(
    2 * (extentsOf(settings).at(-1) ?? 0),
    Math.round(Math.sqrt(sum(areaM2) / (FOLDS * BLOCKS_A_FOLD))),
  );
  const { fold, blocks } = spatialFolds(input.centres, blockM, settings.seed);
  if (blocks < FOLDS) {
    throw new InputError(
      `The cells fill ${blocks === 1 ? 'one square' : `only ${blocks} squares`} of ${blockM} m, too few to hold parts of the area out – choose a larger area or shorter extents.`,
    );
  }
  const heldOut = new Float64Array(observed.length);
  for (let k = 0; k < FOLDS; k++) {
    if (hooks.signal?.aborted) throw new CancelledError();
    const rows = Uint32Array.from(fold.keys()).filter((i) => fold[i] !== k);
    const seen = { ...candidates, columns: columnsOfClasses(candidates.columns, { first: rows }) };
    const counts = Float64Array.from(rows, (i) => observed[i] as number);
    if (sum(counts) === 0) {
      throw new InputError(
        `All offences lie in one of ${FOLDS} parts of the area, so nothing is left to learn from without it – choose a smaller area around them.`,
      );
    }
    const { steps, chosen } = await fitRtm(seen, counts, settings, {
      ...hooks,
      onProgress: (told) => onProgress?.({ ...told, done: (k + told.done) / FOLDS }),
    });
    const expected = expectedOf(candidates.columns, steps[chosen].fit);
    for (let i = 0; i < fold.length; i++) if (fold[i] === k) heldOut[i] = expected[i] as number;
  }
  const cellsOf = Array.from({ length: FOLDS }, (_, k) => Uint32Array.from(fold.keys()).filter((i) => fold[i] === k));
  const rows = defaultBudgets.map((budgetPercent): SpatialAccuracy => {
    const of = (score: Float64Array) => evenAccuracy(score, observed, areaM2, budgetPercent);
    const pais = cellsOf
      .map((cells) => {
        const taken = (values: Float64Array) => Float64Array.from(cells, (i) => values[i] as number);
        return evenAccuracy(taken(heldOut), taken(observed), taken(areaM2), budgetPercent).pai;
      })
      .filter(Number.isFinite);
    return {
      budgetPercent,
      cells: budgetOf(observed.length, budgetPercent),
      inSample: of(inSample),
      heldOut: of(heldOut),
      foldPai: [Math.min(...pais), Math.max(...pais)],
    };
  });
  return { folds: FOLDS, blocks, blockM, heldOut, rows, summary: summaryOf(rows) };
}

/** At the budget in the middle of those that patrols have. */
const TOLD_PERCENT = 5;

function summaryOf(rows: readonly SpatialAccuracy[]): string {
  const row = rows.find(({ budgetPercent }) => budgetPercent === TOLD_PERCENT);
  if (!row) return '';
  const { inSample, heldOut, foldPai } = row;
  const share = ({ hitRate }: { readonly hitRate: number }): string => `${(100 * hitRate).toFixed(1)} %`;
  return (
    `In sample, the first ${TOLD_PERCENT} % of the cells hold ${share(inSample)} of the offences (PAI ${inSample.pai.toFixed(2)}); ` +
    `by models that have not seen the cells, ${FOLDS} parts of the area held out in turn, ${share(heldOut)} (PAI ${heldOut.pai.toFixed(2)}, ` +
    `within the parts ${foldPai[0].toFixed(2)} to ${foldPai[1].toFixed(2)}). The offences have no dates, so nothing could be held back for later.`
  );
}

/** Squares dealt into parts: the part of each cell, and how many squares there are. */
export function spatialFolds(
  { x, y }: PointsM,
  blockM: number,
  seed: number,
): { readonly fold: Uint8Array; readonly blocks: number } {
  const cellsIn = new Map<string, number[]>();
  for (let i = 0; i < x.length; i++) {
    const key = `${Math.floor((x[i] as number) / blockM)} ${Math.floor((y[i] as number) / blockM)}`;
    const cells = cellsIn.get(key);
    if (cells) cells.push(i);
    else cellsIn.set(key, [i]);
  }
  const fold = new Uint8Array(x.length);
  const sizes = new Array<number>(FOLDS).fill(0);
  for (const cells of shuffle([...cellsIn.values()], randomFrom(seed))) {
    const least = sizes.indexOf(Math.min(...sizes));
    sizes[least] = (sizes[least] ?? 0) + cells.length;
    for (const i of cells) fold[i] = least;
  }
  return { fold, blocks: cellsIn.size };
}

function budgetOf(n: number, budgetPercent: number): number {
  return Math.max(1, Math.round((n * budgetPercent) / 100));
}

/** Hit rate and PAI of the first cells by score, those that tie at the end of the budget each taken for a share. */
export function evenAccuracy(score: Float64Array, observed: Float64Array, areaM2: Float64Array, budgetPercent: number) {
  const k = budgetOf(score.length, budgetPercent);
  const order = stableOrder(score, 'descending');
  const last = score[order[k - 1] as number] as number;
  const from = order.findIndex((i) => score[i] === last);
  let to = k;
  while (to < order.length && score[order[to] as number] === last) to += 1;
  const share = (k - from) / (to - from);
  const chosen = (values: Float64Array): number => {
    let all = 0;
    for (let at = 0; at < to; at++) all += (at < from ? 1 : share) * (values[order[at] as number] as number);
    return all;
  };
  const hitRate = chosen(observed) / sum(observed);
  return { hitRate, pai: hitRate / (chosen(areaM2) / sum(areaM2)) };
}
