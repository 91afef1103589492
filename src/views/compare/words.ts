/** The comparison in words. Pure. */
import type { SidesHours } from '../../core/methods/sides.ts';
import type { RateRatio } from '../../core/stats/poisson-rates.ts';
import { formatP } from '../format.ts';
import { DAYS } from '../hotspots/hour-grid.ts';

const threeFigures = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });
const ratioFigures = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A rate: three figures. */
export function rateFigure(rate: number): string {
  return Number.isFinite(rate) ? threeFigures.format(rate) : '–';
}

function ratioFigure(ratio: number): string {
  if (Number.isNaN(ratio)) return '–';
  return Number.isFinite(ratio) ? ratioFigures.format(ratio) : 'no limit';
}

/** "0.74 to 0.91". */
export function intervalWords({ lo, hi }: Pick<RateRatio, 'lo' | 'hi'>, of = ratioFigure): string {
  return `${of(lo)} to ${of(hi)}`;
}

interface Told {
  readonly one: string;
  readonly other: string;
  /** "per 1,000 residents". */
  readonly per: string;
}

/** "Per 1,000 residents Chelmsford has 0.82 times the offences of Basildon (95 % interval 0.74 to 0.91): fewer." */
export function ratioSentence(ratio: RateRatio, { one, other, per }: Told): string {
  const start = per.charAt(0).toUpperCase() + per.slice(1);
  if (Number.isNaN(ratio.ratio)) return `${start}: no offences on either side, so nothing can be compared.`;
  if (!Number.isFinite(ratio.ratio)) {
    return `${start}: none in ${one}, so there is no ratio; at least ${ratioFigure(ratio.lo)} times as many in ${other} (95 % interval).`;
  }
  return `${start}, ${other} has ${ratioFigure(ratio.ratio)} times the offences of ${one} (95\u00a0% interval ${intervalWords(ratio)}, p\u00a0${ratio.p < 0.001 ? '' : '=\u00a0'}${formatP(ratio.p)}). ${verdict(ratio)}`;
}

/** Whether chance would do: the interval, not the p-value, is what the sentence rests on. */
function verdict({ lo, hi }: RateRatio): string {
  if (lo > 1) return 'That is more than chance would give.';
  return hi < 1 ? 'That is less than chance would give.' : 'Chance alone could give such a difference.';
}

/** "Chelmsford has 0.29 times the offences of Basildon per km²", or that chance would do; '' where there is no ratio. */
export function ratioHeadline({ ratio, lo, hi }: RateRatio, { one, other, per }: Told): string {
  if (!Number.isFinite(ratio)) return '';
  if (lo <= 1 && hi >= 1) return `${one} and ${other}: no clear difference ${per}`;
  return `${other} has ${ratioFigure(ratio)} times the offences of ${one} ${per}`;
}

/** Strength −5…5 of a difference in percentage points, 5 being the largest of the week. */
export function differenceLevel(difference: number, largest: number): number {
  if (!(largest > 0) || Number.isNaN(difference)) return 0;
  return Math.round((difference / largest) * 5);
}

export function largestDifference({ difference }: Pick<SidesHours, 'difference'>): number {
  return difference.reduce((most, d) => (Number.isNaN(d) ? most : Math.max(most, Math.abs(d))), 0);
}

const BLOCK = 6;

/** In which six hours of the week each side has most more than the other: "Fri 20:00–02:00, +1.4 points". */
export function differenceSentence({ difference }: Pick<SidesHours, 'difference'>, one: string, other: string): string {
  const blocks = Array.from(difference, (_, from) => ({
    from,
    sum: Array.from({ length: BLOCK }, (__, k) => difference[(from + k) % 168] ?? 0).reduce((a, b) => a + b, 0),
  })).filter(({ sum }) => Number.isFinite(sum));
  const [first] = blocks;
  if (first === undefined) return '';
  const most = blocks.reduce((best, block) => (block.sum > best.sum ? block : best), first);
  const least = blocks.reduce((best, block) => (block.sum < best.sum ? block : best), first);
  const points = (sum: number) => `${Math.abs(sum).toFixed(1)} points`;
  return `Of its own week ${other} has most more on ${blockWords(most.from)} (${points(most.sum)}), ${one} on ${blockWords(least.from)} (${points(least.sum)}).`;
}

function blockWords(from: number): string {
  const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
  return `${DAYS[Math.floor(from / 24)] ?? ''} ${clock(from)}–${clock(from + BLOCK)}`;
}
