/** One test of one method: what its best cells held of the offences that came, at each budget and along the way. */
import { stableOrder } from '../stats/order.ts';
import { type Accuracy, accuracyOf, auc, captureCurve } from './accuracy.ts';

/** What came, per cell, with the best orders to find it in. */
export interface Observed {
  readonly count: Float64Array;
  readonly harm: Float64Array;
  readonly bestForCount: Uint32Array;
  readonly bestForHarm: Uint32Array;
}

export interface MethodFold {
  /** At each size asked for. */
  readonly hits: readonly (Accuracy & { readonly harmHitRate: number; readonly harmPai: number })[];
  readonly auc: number;
  /** Shares of offences and of harm captured at each of `curvePercents` of the cells. */
  readonly offences: Float64Array;
  readonly harm: Float64Array;
  /** The best cells, as many as the largest size. */
  readonly chosen: Uint32Array;
}

/** Where curves are taken, in per cent of the cells: a patrol covers no more than a fifth of an area. */
export const curvePercents: readonly number[] = Array.from({ length: 41 }, (_, i) => i / 2);

export function observedOf(count: Float64Array, harm: Float64Array): Observed {
  return {
    count,
    harm,
    bestForCount: stableOrder(count, 'descending'),
    bestForHarm: stableOrder(harm, 'descending'),
  };
}

/** @param sizes numbers of cells */
export function foldOf(
  scores: Float64Array,
  observed: Observed,
  areaM2: Float64Array,
  sizes: readonly number[],
): MethodFold {
  const { count, harm, bestForCount, bestForHarm } = observed;
  const order = stableOrder(scores, 'descending');
  return {
    hits: sizes.map((k) => {
      const ofHarm = accuracyOf(order, harm, areaM2, k, bestForHarm);
      return { ...accuracyOf(order, count, areaM2, k, bestForCount), harmHitRate: ofHarm.hitRate, harmPai: ofHarm.pai };
    }),
    auc: auc(scores, count),
    offences: curveOf(order, count, areaM2),
    harm: curveOf(order, harm, areaM2),
    chosen: order.slice(0, Math.max(0, ...sizes)),
  };
}

/** Share captured by the first cells of an order at each of `curvePercents`. */
export function curveOf(order: Uint32Array, observed: Float64Array, areaM2: Float64Array): Float64Array {
  const { captured } = captureCurve(order, observed, areaM2);
  return Float64Array.from(
    curvePercents,
    (percent) => captured[Math.round((order.length * percent) / 100)] ?? Number.NaN,
  );
}
