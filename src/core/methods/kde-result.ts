/** Kernel density of a selection of offences at the centres of an area's cells. */
import type { PointsM } from '../geo/local-metres.ts';
import type { KdeResult } from '../results.ts';
import { autoBandwidthM, type KdeSettings, kernelDensity } from './kde.ts';

export interface KdeInput {
  /** Centres of the cells, and places of all rows. */
  readonly centres: PointsM;
  readonly places: PointsM;
  readonly cellOfRow: Int32Array;
  /** 1 for the rows of the definition and period, wherever they lie. */
  readonly mask: Uint8Array;
  /** Per row. */
  readonly weights: Float64Array;
}

/**
 * What lies outside the cells counts as far as the kernel reaches, but the rule for the bandwidth looks only at what lies
 * in them: another town in the same file says nothing about this one.
 * @throws InputError when the bandwidth is not above 0 or cannot be told
 */
export function kdeResult(
  { centres, places, cellOfRow, mask, weights }: KdeInput,
  { bandwidthM: asked, kernel }: KdeSettings,
): Pick<KdeResult, 'density' | 'bandwidthM'> {
  const inCells = mask.map((is, row) => ((cellOfRow[row] as number) >= 0 ? is : 0));
  const bandwidthM = asked === 'auto' ? autoBandwidthM(places, kernel, inCells) : asked;
  return { density: kernelDensity(centres, places, { bandwidthM, kernel, weights, wanted: mask }), bandwidthM };
}
