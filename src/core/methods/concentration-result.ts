/** Concentration of a selection of offences over the cells, beside what chance would make of the same offences. */
import type { ConcentrationResult } from '../results.ts';
import type { HarmMode } from '../settings.ts';
import { dealtCurve, poissonCurve } from './chance-curve.ts';
import { concentrationOf } from './concentration.ts';

export interface ConcentrationInput {
  readonly cellOfRow: Int32Array;
  /** 1 for the rows of the definition and period. */
  readonly mask: Uint8Array;
  /** Per row. */
  readonly weights: Float64Array;
  /** Per cell: Σ weight, and number of offences. */
  readonly value: Float64Array;
  readonly count: Float64Array;
}

export function concentrationResult(
  { cellOfRow, mask, weights, value, count }: ConcentrationInput,
  { mode, seed }: { readonly mode: HarmMode; readonly seed: number },
): ConcentrationResult {
  const isCount = mode === 'count';
  const offences = count.reduce((sum, one) => sum + one, 0);
  const counted = weights.filter((_, row) => mask[row] === 1 && (cellOfRow[row] as number) >= 0);
  const cells = value.length;
  const chance = !value.some((v) => v > 0)
    ? null
    : isCount
      ? poissonCurve(offences, cells)
      : dealtCurve(counted, cells, seed);
  return concentrationOf(value, { offences, isCount, chance });
}
