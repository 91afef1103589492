/** A trial in words and figures. Pure. */
import type { CarryOverClass } from '../../../core/evaluation/carry-over.ts';
import type { CountOutcome, CrossoverResult } from '../../../core/evaluation/crossover.ts';
import type { HarmArms } from '../../../core/evaluation/harm-outcome.ts';
import type { Power } from '../../../core/evaluation/trial-design.ts';
import type { TrialShown } from '../../../state/trial.ts';
import { formatCount, formatDay, formatP, formatPeriod, NO_NUMBER, plural } from '../../format.ts';
import type { MethodText } from '../../hotspots/method-texts.ts';
import type { IntervalRow } from '../IntervalChart.tsx';

/** "−74.7 %" of a ratio; "–" where there is none. */
export function changeOf(ratio: number): string {
  if (Number.isNaN(ratio)) return NO_NUMBER;
  if (!Number.isFinite(ratio)) return 'no limit';
  const change = 100 * (ratio - 1);
  const sign = change < 0 ? '−' : change > 0 ? '+' : '';
  return `${sign}${Math.abs(change).toFixed(1)}\u00a0%`;
}

export function intervalOf({ lo, hi }: { readonly lo: number; readonly hi: number }): string {
  return Number.isNaN(lo) || Number.isNaN(hi) ? NO_NUMBER : `${changeOf(lo)} to ${changeOf(hi)}`;
}

/** "With patrol 75 % fewer offences and 87 % less harm, day for day." */
export function headline({ count, harm }: Pick<CrossoverResult, 'count' | 'harm'>): string {
  if (Number.isNaN(count.ratio)) return 'No offences on either side, so nothing can be told.';
  const parts = [amount(count.ratio, offenceWords)];
  if (harm && !Number.isNaN(harm.ratio)) parts.push(amount(harm.ratio, harmWords));
  return `With patrol ${parts.join(' and ')}, day for day.`;
}

/** The same for ten metres away. */
export function trialMessage({ count, harm }: Pick<CrossoverResult, 'count' | 'harm'>): string {
  if (Number.isNaN(count.ratio)) return 'nothing to compare';
  const less = harm && !Number.isNaN(harm.ratio) ? `, ${amount(harm.ratio, harmWords)}` : '';
  return `with patrol ${amount(count.ratio, offenceWords)}${less}`;
}

const offenceWords = { less: 'fewer offences', same: 'as many offences', more: 'more offences' };
const harmWords = { less: 'less harm', same: 'as much harm', more: 'more harm' };

function amount(ratio: number, { less, same, more }: typeof offenceWords): string {
  if (!Number.isFinite(ratio)) return `${more} than none`;
  const percent = Math.round(100 * Math.abs(ratio - 1));
  return percent === 0 ? same : `${percent}\u00a0% ${ratio < 1 ? less : more}`;
}

/** What chance says of it: whether the interval leaves out that nothing changed. */
export function certainty({ count, harm }: Pick<CrossoverResult, 'count' | 'harm'>): string {
  if (Number.isNaN(count.ratio)) return '';
  const told = count.hi < 1 || count.lo > 1;
  const first = told
    ? `Chance alone would hardly do that to offences: the true change lies between ${changeOf(count.lo)} and ${changeOf(count.hi)}, 19 times in 20.`
    : `Chance alone could do that: from ${changeOf(count.lo)} to ${changeOf(count.hi)} the offences fit any change.`;
  if (!harm || Number.isNaN(harm.ratio)) return first;
  return `${first} ${harm.p < 0.05 ? 'Harm differs by more than other draws of the lots would give' : 'Of harm chance could give as much'} (p\u00a0${pWords(harm.p)}).`;
}

function pWords(p: number): string {
  return p < 0.001 ? formatP(p) : `=\u00a0${formatP(p)}`;
}

export interface Measured extends IntervalRow {
  readonly p: number;
}

/** Offences and harm in the places, the buffer, and both together: those that the table has. */
export function measuredRows({ count, harm, buffer, together }: CrossoverResult): readonly Measured[] {
  const rows: readonly (readonly [string, string, CountOutcome | HarmArms | null])[] = [
    ['offences', 'Offences', count],
    ['harm', 'Harm', harm],
    ['buffer-offences', 'Offences around', buffer.count],
    ['buffer-harm', 'Harm around', buffer.harm],
    ['both-offences', 'Offences, both', together.count],
    ['both-harm', 'Harm, both', together.harm],
  ];
  return rows.flatMap(([id, name, of]) => {
    if (of === null || Number.isNaN(of.ratio)) return [];
    const { ratio: value, lo, hi } = of;
    return [{ id, name, value, lo, hi, figure: changeOf(value), p: 'redrawnP' in of ? of.redrawnP : of.p }];
  });
}

/** "20 places, 90 days (6 Jul – 3 Oct 2020), 8 a day with patrol." */
export function trialExtent(result: CrossoverResult): string {
  const { places, days, fromDay, toDay, treatedPerDay } = result;
  const each = treatedPerDay === null ? 'not the same number each day' : `${treatedPerDay} a day with patrol`;
  return `${plural(places.length, 'place')}, ${plural(days, 'day')} (${formatPeriod(fromDay, toDay)}), ${each}.`;
}

/** How much hangs on the worst place-day; '' without harm. */
export function worstWords({ harm, places }: CrossoverResult): readonly string[] {
  const worst = harm?.worst;
  if (!harm || !worst) return [];
  const [least, most] = harm.leaveOneOut;
  const days = worst.harm.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return [
    `The worst place-day, ${places[worst.place] ?? ''} on ${formatDay(worst.day)}, ${worst.assigned ? 'with' : 'without'} patrol, holds ${days} of the days of harm, ${(100 * worst.share).toFixed(0)}\u00a0%. Without it the change of harm is ${changeOf(worst.ratioWithout)} (p\u00a0${pWords(worst.pWithout)}).`,
    `Leaving out any one place-day with harm moves it between ${changeOf(least)} and ${changeOf(most)}.`,
  ];
}

/** "the same day", "1 day ago", "5 days ago and more". */
export function sinceWords({ days }: Pick<CarryOverClass, 'days'>, last: boolean): string {
  if (days === 0) return 'Day of patrol';
  return `${plural(days, 'day')} since${last ? ' or more' : ''}`;
}

export function perHundred(events: number, placeDays: number): string {
  const rate = (100 * events) / placeDays;
  return rate < 10 ? rate.toFixed(1) : formatCount(rate);
}

/** Smallest fall found four times in five, between the steps tried; null when none is. */
export function fourInFive(power: readonly Power[]): number | null {
  for (let k = 1; k < power.length; k++) {
    const [before, after] = [power[k - 1], power[k]];
    if (!before || !after || after.power < WANTED) continue;
    if (before.power >= WANTED) return before.reduction;
    const part = (WANTED - before.power) / (after.power - before.power);
    return before.reduction + part * (after.reduction - before.reduction);
  }
  return null;
}

const WANTED = 0.8;

/** What the counts at hand can show. */
export function powerWords(power: readonly Power[], days: number): string {
  const none = power.find(({ reduction }) => reduction === 0);
  if (!none) return '';
  const expected = `About ${Math.round(none.treated + none.control)} offences are to be expected in ${plural(days, 'day')} if nothing changes.`;
  const least = fourInFive(power);
  if (least === null) {
    return `${expected} That is too few: even a fall by three quarters would be missed more than one time in five. Take more days, more places, or offences that happen more often.`;
  }
  return `${expected} A fall by ${Math.round(100 * least)}\u00a0% or more would be found four times in five; a smaller one is more likely to be missed.`;
}

/** Where a result comes from, in a list. */
export function sourceName({ source, name }: Pick<TrialShown, 'source' | 'name'>): string {
  if (source === 'demo') return 'The demo’s trial';
  return source === 'drawn' ? 'Drawn here' : name;
}

export const trialText: MethodText = {
  how: [
    'Every day some of the places are drawn by lot for patrol; the others of that day are the comparison, so that each place is its own. Days count by what was drawn, whether the patrol was made or not.',
    'Offences: rate per place-day with patrol divided by that without. The interval is exact (conditional binomial); p draws the lots again by the same rule and sees how rarely they differ as much, all draws counted where that is possible.',
    'Harm: ratio of means. Its p draws the lots again 9,999 times (999 in very large trials); its interval draws whole days again, because places share a day’s weather and football.',
    'Days since patrol: rates by how long ago the place was last drawn, against all other days without patrol. The buffer is two rings of cells around a place that belong to no other.',
    'Power: days of the past are drawn at random as they were, lots are drawn, patrol takes away each offence with the chance supposed, and the exact test is made: 500 times each.',
  ],
  sources: [
    { text: 'Basford et al. 2021 (Operation Ark, Southend)', doi: '10.1007/s41887-021-00067-2' },
    { text: 'Przyborowski & Wilenski 1940 (exact interval)', doi: '10.1093/biomet/31.3-4.313' },
    { text: 'Phipson & Smyth 2010 (p of redrawn lots)', doi: '10.2202/1544-6115.1585' },
    { text: 'Koper 1995 (ten to sixteen minutes)', doi: '10.1080/07418829500096231' },
  ],
  trap: 'It tells of these places and these months. Harm is mostly its few worst events. A patrol that still works the next day makes the days without look better, and the effect smaller than it is.',
};

export const designText: MethodText = {
  ...trialText,
  trap: 'Places picked for being the worst will be quieter by themselves, so the power shown is too good. Draw once: to draw until the list pleases undoes the lot. Seed and places are kept with the project.',
};
