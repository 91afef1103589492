/**
 * What each hotspot method says of the cells, from training rows alone: one entry here is one method in the comparison.
 *
 * A method gets the rows of the training period and nothing else, so it cannot see what it will be tested on. Its scores
 * are only used for their order; NaN comes last.
 */
import type { Bounds } from '../geo/area.ts';
import { metresOf } from '../geo/local-metres.ts';
import type { CellGrid, NeighbourGraph } from '../hex/grid.ts';
import { sumByCell } from '../hex/sum.ts';
import { defaultEmergingSettings } from '../methods/emerging.ts';
import { type EmergingCategory, emergingCategories } from '../methods/emerging-categories.ts';
import { emergingResult } from '../methods/emerging-result.ts';
import { giStar } from '../methods/gi-star.ts';
import { autoBandwidthM, defaultKdeSettings, type KdeSettings, kernelDensity } from '../methods/kde.ts';
import type { OffenceTable } from '../offences/table.ts';

export interface Training {
  /** Every row of the training period, of the definition or not, in the cells or not; the columns below are parallel to it. */
  readonly table: OffenceTable;
  readonly cellOfRow: Int32Array;
  /** 1 where the row is in the definition. */
  readonly mask: Uint8Array;
  readonly harmOfRow: Float64Array;
  /** Weight in the harm mode of the settings: days, √days or 1. */
  readonly valueOfRow: Float64Array;
  readonly grid: CellGrid;
  readonly graph: (ring: 1 | 2) => NeighbourGraph;
  readonly ring: 1 | 2;
  /** Of the study area, for projecting to metres. */
  readonly bounds: Bounds;
  /** First day of the period that the settings ask for, null for open; and its last day, the last before the test. */
  readonly fromDay: number | null;
  readonly toDay: number;
  /** The kernel density where it is not to follow the rule, and the steps of emerging hot spots where not of 28 days. */
  readonly kde?: Pick<KdeSettings, 'bandwidthM' | 'kernel'> | undefined;
  readonly stepDays?: number | undefined;
}

/** One score per cell. @throws InputError when the training rows cannot answer; the method is then left out, and said so. */
export type ScoreCells = (training: Training) => Float64Array;

const priorCount: ScoreCells = (t) => sumByCell(t.cellOfRow, t.mask, null, t.grid.cells.length);
const heat: ScoreCells = (t) => giStar(valueByCell(t), t.graph(t.ring)).z;

/** By the name that tables show, in their order. */
export const scoreMethods: Readonly<Record<string, ScoreCells>> = {
  'prior-count': priorCount,
  'prior-harm': (t) => sumByCell(t.cellOfRow, t.mask, t.harmOfRow, t.grid.cells.length),
  kde: density,
  'gi-star': heat,
  emerging,
};

/** Those that a model of the number of offences is held against. */
export const countMethods: readonly string[] = ['prior-count', 'kde', 'gi-star'];

/** Kernel density, unless told otherwise with the bandwidth that the rule gives for the offences in the cells. */
function density({
  table,
  cellOfRow,
  mask,
  valueOfRow,
  grid,
  bounds,
  kde = defaultKdeSettings,
}: Training): Float64Array {
  const toMetres = metresOf(bounds);
  const points = toMetres(table.lon, table.lat);
  const inCells = mask.map((counts, row) => ((cellOfRow[row] as number) >= 0 ? counts : 0));
  const { kernel } = kde;
  const bandwidthM = kde.bandwidthM === 'auto' ? autoBandwidthM(points, kernel, inCells) : kde.bandwidthM;
  return kernelDensity(toMetres(grid.lon, grid.lat), points, { bandwidthM, kernel, weights: valueOfRow, wanted: mask });
}

/** Hottest first: what is hot nearly always, what is hot now, what was, nothing, and the same of cold turned round. */
const byHeat: readonly EmergingCategory[] = [
  'intensifying-hot',
  'persistent-hot',
  'diminishing-hot',
  'consecutive-hot',
  'sporadic-hot',
  'oscillating-hot',
  'new-hot',
  'historical-hot',
  'no-pattern',
  'historical-cold',
  'new-cold',
  'oscillating-cold',
  'sporadic-cold',
  'consecutive-cold',
  'diminishing-cold',
  'persistent-cold',
  'intensifying-cold',
];

/** The categories in the order of `byHeat`, those of one category by z in the last step. */
function emerging(training: Training): Float64Array {
  const { table, cellOfRow, mask, valueOfRow, graph, fromDay, toDay } = training;
  const { stepDays = defaultEmergingSettings.stepDays } = training;
  const input = { table, mask, cellOfRow, weights: valueOfRow, graph: graph(1) };
  const { category, lastZ } = emergingResult(input, { ...defaultEmergingSettings, stepDays, fromDay, toDay });
  const heat = emergingCategories.map((name) => byHeat.length - byHeat.indexOf(name));
  // z squeezed into −½ … ½, so that it only decides within a category
  return lastZ.map((z, cell) => (heat[category[cell] as number] as number) + z / (2 * (1 + Math.abs(z))));
}

function valueByCell({ cellOfRow, mask, valueOfRow, grid }: Training): Float64Array {
  return sumByCell(cellOfRow, mask, valueOfRow, grid.cells.length);
}
