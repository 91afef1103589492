/** Tests of displacement in words. Pure. */
import type { WddZone } from '../../../core/evaluation/trial-view.ts';
import type { WddResult } from '../../../core/evaluation/wdd.ts';
import type { WddOutcome, WddRowsResult } from '../../../core/evaluation/wdd-rows.ts';
import { formatP, NO_NUMBER } from '../../format.ts';
import type { MethodText } from '../../hotspots/method-texts.ts';
import type { IntervalRow } from '../IntervalChart.tsx';

export const zoneNames: Readonly<Record<WddZone, string>> = {
  treatment: 'Treated',
  control: 'Comparison',
  treatmentDisplacement: 'Around the treated',
  controlDisplacement: 'Around the comparison',
};

/** "−118", "−99.7"; "–" where there is none. */
export function difference(value: number): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  const whole = Number.isInteger(value) || Math.abs(value) >= 1000;
  const digits = whole ? 0 : Math.abs(value) >= 1 ? 1 : 3;
  const text = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${value < 0 ? '−' : value > 0 ? '+' : ''}${text}`;
}

export function differenceInterval({ lo, hi }: Pick<WddResult, 'lo' | 'hi'>): string {
  return `${difference(lo)} to ${difference(hi)}`;
}

/** "−118 offences, 95 % interval −195.6 to −40.4": with what chance says of it. */
export function wddSentence(name: string, result: WddResult, unit: string): string {
  const { wdd, lo, hi } = result;
  const told = hi < 0 || lo > 0;
  const way = wdd < 0 ? 'fewer' : 'more';
  const amount = difference(Math.abs(wdd)).replace('+', '');
  const words = wdd === 0 ? `no more and no fewer ${unit}` : `${amount} ${way} ${unit}`;
  return `${name}: ${words} than the comparison leads one to expect (95 % interval ${differenceInterval(result)}; p\u00a0${pWords(result.p)}). ${told ? 'Chance alone would hardly do that.' : 'Chance alone could do that.'}`;
}

function pWords(p: number): string {
  return p < 0.001 || !Number.isFinite(p) ? formatP(p) : `=\u00a0${formatP(p)}`;
}

type Known = Extract<WddOutcome, { readonly counts: unknown }>;

export function knownRows({ rows }: WddRowsResult): readonly (Known & { readonly at: number })[] {
  return rows.flatMap((row, at) => (row.result ? [{ ...row, at }] : []));
}

/** Lines of the forest plot, in offences. */
export function forestRows(result: WddRowsResult): readonly IntervalRow[] {
  return knownRows(result).map(({ name, at, result: { wdd, lo, hi } }) => ({
    ...{ id: String(at), name: shortened(name), value: wdd, lo, hi },
    figure: difference(wdd),
  }));
}

export function harmRow(harm: WddResult): IntervalRow {
  const { wdd, lo, hi } = harm;
  return { id: 'harm', name: 'All together, days of harm', value: wdd, lo, hi, figure: difference(wdd), total: true };
}

function shortened(name: string): string {
  return name.length > 34 ? `${name.slice(0, 33)}…` : name;
}

export const wddText: MethodText = {
  how: [
    'The change in the treated area less the change in its comparison, plus the same of the areas around them, where offences may have moved. Negative is a reduction. Its variance is the sum of the counts, as Poisson’s is; the interval and p are from the normal distribution.',
    'Where periods or areas are unequal, each count is divided by the length of its period times the size of its area, and the result is per unit of these.',
    'Harm: each row’s difference times its days of harm, added up; rows are taken as independent.',
  ],
  sources: [
    { text: 'Wheeler & Ratcliffe 2018 (test and first example)', doi: '10.1186/s40163-018-0085-5' },
    { text: 'Wheeler, ptools for R (weights)', doi: '' },
  ],
  trap: 'Nothing was drawn by lot: an area picked after a bad month falls by itself, and another change in one of the areas looks the same. The comparison must have moved as the treated one would have. Counts under 5 make the interval rough, offences in series make it too narrow.',
};
