/** Emerging hot spots of a selection of offences: steps, cube, categories, and what they leave out. */
import type { NeighbourGraph } from '../hex/grid.ts';
import type { OffenceTable } from '../offences/table.ts';
import { formatDay } from '../offences/time.ts';
import type { EmergingResult } from '../results.ts';
import { type EmergingSettings, emergingHotSpots, spaceTimeCube } from './emerging.ts';
import { emergingCategories } from './emerging-categories.ts';
import { type StepSettings, timeSteps } from './time-steps.ts';

export interface EmergingInput {
  readonly table: OffenceTable;
  /** 1 for the rows of the definition and period. */
  readonly mask: Uint8Array;
  readonly cellOfRow: Int32Array;
  /** Per row. */
  readonly weights: Float64Array;
  /** Ring 1. */
  readonly graph: NeighbourGraph;
}

/** @throws InputError with fewer than ten steps that have data. */
export function emergingResult(
  { table, mask, cellOfRow, weights, graph }: EmergingInput,
  settings: EmergingSettings & StepSettings,
): EmergingResult {
  const n = graph.offsets.length - 1;
  const { unit, startDay, endDay, covered, stepOfRow } = timeSteps(table, settings);
  const cube = spaceTimeCube(stepOfRow, cellOfRow, mask, weights, covered, n);
  const cells = emergingHotSpots(cube, graph, settings);
  let inSteps = 0;
  let outsideSteps = 0;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1 || (cellOfRow[row] as number) < 0) continue;
    if ((stepOfRow[row] as number) >= 0) inSteps += 1;
    else outsideSteps += 1;
  }
  const inCategory = new Uint32Array(emergingCategories.length);
  for (const code of cells.category) inCategory[code] = (inCategory[code] as number) + 1;
  const gaps = covered.filter((is) => is === 0).length;
  const cautions: string[] = [];
  if (outsideSteps > 0) {
    cautions.push(
      `${outsideSteps} offences are in no whole step – the first begins on ${formatDay(startDay[0] ?? 0)} – and are left out.`,
    );
  }
  if (gaps > 0) cautions.push(`${gaps} of ${covered.length} steps have no data at all and are missing, not zero.`);
  if (cells.lastZ.every(Number.isNaN))
    cautions.push('Every cell has the same value in every step, so there is no pattern.');
  return { ...cells, inCategory, unit, startDay, endDay, covered, inSteps, outsideSteps, cautions };
}

/** The same in arrays of its own, for a caller that gives them away. */
export function copyOfEmerging(result: EmergingResult): EmergingResult {
  return {
    ...result,
    category: result.category.slice(),
    inCategory: result.inCategory.slice(),
    trendZ: result.trendZ.slice(),
    trendP: result.trendP.slice(),
    hotShare: result.hotShare.slice(),
    coldShare: result.coldShare.slice(),
    lastZ: result.lastZ.slice(),
    startDay: result.startDay.slice(),
    endDay: result.endDay.slice(),
    covered: result.covered.slice(),
  };
}
