/** The change at a key date in words: ratios with their intervals, windows, and whether chance alone could have made it. Pure. */
import type { ChangedArea, ChangeResult, ChangeTotal } from '../../core/results.ts';
import type { RateRatio } from '../../core/stats/poisson-rates.ts';
import { formatCount, formatPeriod, formatValue, NO_NUMBER, plural } from '../format.ts';
import { placeOf } from '../hotspots/place.ts';

const NBSP = '\u00a0';

/** "1.24", "12.5"; "from none" where there was nothing before. */
export function formatRatio(ratio: number): string {
  if (ratio === Number.POSITIVE_INFINITY) return 'from none';
  if (!Number.isFinite(ratio)) return NO_NUMBER;
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(1);
}

/** "0.94 to 1.65", "2.10 and over"; a dash where nothing can be said. */
export function intervalWords({ lo, hi }: Pick<RateRatio, 'lo' | 'hi'>): string {
  if (Number.isNaN(lo)) return NO_NUMBER;
  return hi === Number.POSITIVE_INFINITY
    ? `${formatRatio(lo)}${NBSP}and${NBSP}over`
    : `${formatRatio(lo)}${NBSP}to${NBSP}${formatRatio(hi)}`;
}

export function isTold({ lo, hi }: Pick<RateRatio, 'lo' | 'hi'>): boolean {
  return lo > 1 || hi < 1;
}

/** "up 38 %", "down 12 %", "unchanged", "from none". */
export function percentWords({ ratio }: Pick<RateRatio, 'ratio'>): string {
  if (Number.isNaN(ratio)) return 'none';
  if (ratio === Number.POSITIVE_INFINITY) return 'from none';
  const percent = Math.round((ratio - 1) * 100);
  if (percent === 0) return 'unchanged';
  // a rate of more than twice is easier told as so many times
  if (ratio >= 2) return `${ratio.toFixed(1)} times as many`;
  return `${percent > 0 ? 'up' : 'down'} ${Math.abs(percent)}${NBSP}%`;
}

/** "+1,095", "−365", "0" days. */
export function differenceWords(days: number): string {
  const text = formatValue(Math.abs(days) < 0.05 ? 0 : days, 'harm');
  return days >= 0.05 ? `+${text}` : text;
}

/** "15 Mar – 11 Apr 2021 against 12 Apr – 9 May 2021". */
export function windowsWords({ before, after }: ChangeResult['windows']): string {
  return `${formatPeriod(before.fromDay, before.toDay)} against ${formatPeriod(after.fromDay, after.toDay)}`;
}

/** What the whole area saw, in a sentence or two that say nothing of causes. */
export function totalSentence(area: string, { total, windows }: Pick<ChangeResult, 'total' | 'windows'>): string {
  const { before, after } = windows;
  const counts = `${plural(total.before, 'offence')} in ${plural(before.days, 'day')} before, ${formatCount(total.after)} in ${plural(after.days, 'day')} from the date on`;
  if (Number.isNaN(total.ratio)) return `${area}: no offence in either window.`;
  const unequal = before.days === after.days ? '' : ' a day';
  if (total.before === 0) return `${area}: ${counts}: there is nothing to compare with.`;
  const change = percentWords(total);
  const words = change === 'unchanged' ? `as many${unequal}` : `${change}${unequal}`;
  const chance = isTold(total)
    ? 'More than chance would make of equal rates.'
    : 'Equal rates would often differ as much by chance.';
  return `${area}: ${counts}: ${words} (rate ratio ${formatRatio(total.ratio)}, 95${NBSP}% interval ${intervalWords(total)}). ${chance}`;
}

/** The headline of a slide: "offences up 38 % in Southend-on-Sea"; what chance could have made is called so. */
export function headline(area: string, { total }: Pick<ChangeResult, 'total'>): string {
  if (Number.isNaN(total.ratio)) return `no offences in ${area}`;
  if (!isTold(total)) return `no clear change in ${area}`;
  const change = percentWords(total);
  return change === 'from none' ? `first offences in ${area}` : `offences ${change} in ${area}`;
}

/** What a patrol area is called, as cells are. */
export function areaPlace({ place }: Pick<ChangedArea, 'place'>): string {
  return placeOf({ ...place, place: place.name });
}

/** How many cells stand out, and what is to be thought of them. */
export function toldWords({ told, toldAmongAll }: Pick<ChangeResult, 'told' | 'toldAmongAll'>): string {
  if (told === 0) return 'No cell has enough offences in these windows to tell a change from chance.';
  const some = `${plural(told, 'cell stands', 'cells stand')} out by their interval`;
  return toldAmongAll === 0
    ? `${some}, none of them once the number of cells is allowed for (q < 0.1): some will be chance.`
    : `${some}, ${formatCount(toldAmongAll)} of them also once the number of cells is allowed for (q < 0.1).`;
}

/** "8 → 14". */
export function fromTo({ before, after }: Pick<ChangeTotal, 'before' | 'after'>): string {
  return `${formatCount(before)}${NBSP}→${NBSP}${formatCount(after)}`;
}
