/**
 * Of which cells can a change be told, and how large is it?
 *
 * A change of counts is told where the exact 95 % interval of the rate ratio leaves out 1, or q < 0.1; its class is that
 * of the ratio: to half or less, to three quarters or less, about the same, by a third or more, to twice or more. Where it
 * is not told, "about the same" is said of a cell whose whole interval lies between a half and two, and of all others that
 * they have too few offences to say. The cuts are symmetric on the scale of ratios (½ and 2, ¾ and 1⅓).
 *
 * Harm comes as a difference of days without an interval: a single murder outweighs a hundred assaults, so the spread of
 * such a difference cannot be learnt from the offences of one window.
 *
 * The classes are ours; the interval is that of stats/poisson-rates.ts. The trap: with many cells some intervals leave out
 * 1 by chance alone, about one in forty on either side at most: q is the correction for that.
 */
import type { ChangeCells } from '../results.ts';
import type { RateRatio } from '../stats/poisson-rates.ts';
import type { ChangeWindows } from './change-windows.ts';

export const changeClasses = ['nothing', 'too-few', 'halved', 'fell', 'same', 'rose', 'doubled'] as const;

export type ChangeClass = (typeof changeClasses)[number];

/** False discovery rate up to which a cell stands out among all. */
export const CHANGE_FDR = 0.1;

/** Of one cell or area; `q` is left out where only one ratio is looked at. */
export function changeClassOf({ ratio, lo, hi }: RateRatio, q = Number.NaN): ChangeClass {
  if (Number.isNaN(ratio)) return 'nothing';
  if (!(lo > 1 || hi < 1 || q < CHANGE_FDR)) return lo >= 1 / 2 && hi <= 2 ? 'same' : 'too-few';
  if (ratio <= 1 / 2) return 'halved';
  if (ratio <= 3 / 4) return 'fell';
  if (ratio < 4 / 3) return 'same';
  return ratio < 2 ? 'rose' : 'doubled';
}

/** Position in `changeClasses` of each cell. */
export function classesByCell({ ratio, lo, hi, p, q }: ChangeCells): Uint8Array {
  return Uint8Array.from(ratio, (r, i) => {
    const cell = { ratio: r, lo: lo[i] as number, hi: hi[i] as number, p: p[i] as number };
    return changeClasses.indexOf(changeClassOf(cell, q[i]));
  });
}

/** Days of harm after less those before, as of equally many days covered. */
export function harmDifference(
  { harmBefore, harmAfter }: Pick<ChangeCells, 'harmBefore' | 'harmAfter'>,
  { before, after }: Pick<ChangeWindows, 'before' | 'after'>,
): Float64Array {
  const scale = after.days / before.days;
  return harmAfter.map((harm, i) => harm - (harmBefore[i] as number) * scale);
}
