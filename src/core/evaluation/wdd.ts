/**
 * Did offences fall by more where something was done than where nothing was, displacement taken in? The weighted
 * displacement difference (WDD), for designs without randomisation.
 *
 * In words: change in the treated area less change in its control area, plus the same of the displacement areas about them:
 *
 *   WDD = (T₁ − T₀) − (C₁ − C₀) + (Td₁ − Td₀) − (Cd₁ − Cd₀),   variance = Σ of the counts (as Poisson's are),   z = WDD/√variance
 *
 * Negative is a reduction. Counts of unequal periods or areas are divided by them first, and their variances by the square.
 * Harm: Σ ω·WDD over kinds of offence, variance Σ ω²·variance, kinds taken as independent.
 *
 * Wheeler, A. P. & Ratcliffe, J. H. (2018), A simple weighted displacement difference test to evaluate place based crime
 * interventions, Crime Science 7:11, doi 10.1186/s40163-018-0085-5; weights as Wheeler's ptools for R.
 *
 * Choice: a 95 % interval (ptools gives 90 %). Without displacement areas their four counts are 0.
 * The trap: it needs counts of about 5 and more that scatter like Poisson's, a control area on the same trend, and an area
 * not picked for one bad month, which would have fallen by itself.
 */
import { normalTwoSided } from '../stats/normal.ts';

/** Before and after. */
export type PrePost = readonly [pre: number, post: number];

export interface WddCounts {
  readonly control: PrePost;
  readonly treatment: PrePost;
  readonly controlDisplacement?: PrePost;
  readonly treatmentDisplacement?: PrePost;
}

/** What the counts are divided by: lengths of the two periods, sizes of the areas, each in a unit of its own. */
export interface WddExposure {
  readonly periods?: PrePost;
  readonly areas?: { readonly [zone in keyof WddCounts]?: number };
}

export interface WddResult {
  /** Offences (or days of harm) more or fewer than expected, per unit of exposure where that is given. */
  readonly wdd: number;
  readonly se: number;
  /** NaN, as p is, when there are no counts. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  /** 95 % interval. */
  readonly lo: number;
  readonly hi: number;
}

/** Standard normal quantile of 0.975. */
const Z_95 = 1.959963984540054;

const zones = [
  { zone: 'treatment', sign: 1 },
  { zone: 'control', sign: -1 },
  { zone: 'treatmentDisplacement', sign: 1 },
  { zone: 'controlDisplacement', sign: -1 },
] as const;

export function wdd(counts: WddCounts, exposure: WddExposure = {}): WddResult {
  const { value, variance } = differenceOf(counts, exposure);
  return withInterval(value, variance);
}

/** Kinds of offence with days of harm each: the total, and every kind by itself in offences; an exposure of its own counts first. */
export function wddHarm(
  kinds: readonly { readonly counts: WddCounts; readonly harmDays: number; readonly exposure?: WddExposure }[],
  common: WddExposure = {},
): { readonly total: WddResult; readonly kinds: readonly WddResult[] } {
  let value = 0;
  let variance = 0;
  const each = kinds.map(({ counts, harmDays, exposure = common }) => {
    const own = differenceOf(counts, exposure);
    value += harmDays * own.value;
    variance += harmDays * harmDays * own.variance;
    return withInterval(own.value, own.variance);
  });
  return { total: withInterval(value, variance), kinds: each };
}

/** What to say beside the result; empty when nothing. */
export function wddCautions(counts: WddCounts): string[] {
  const pairs = [counts.control, counts.treatment, counts.controlDisplacement, counts.treatmentDisplacement];
  const small = pairs.flatMap((pair) => pair ?? []).filter((count) => count < 5);
  const said = [
    'The areas were not drawn by lot: another change in one of them, or a bad month before, looks the same.',
  ];
  if (small.length > 0) {
    said.unshift(`${small.length} of the counts are under 5: the interval, which takes them as normal, is rough.`);
  }
  return said;
}

function differenceOf(counts: WddCounts, { periods = [1, 1], areas = {} }: WddExposure) {
  let value = 0;
  let variance = 0;
  for (const { zone, sign } of zones) {
    const [pre, post] = counts[zone] ?? [0, 0];
    const size = areas[zone] ?? 1;
    const [before, after] = [periods[0] * size, periods[1] * size];
    value += sign * (post / after - pre / before);
    variance += post / (after * after) + pre / (before * before);
  }
  return { value, variance };
}

function withInterval(value: number, variance: number): WddResult {
  const se = Math.sqrt(variance);
  const z = value / se;
  return { wdd: value, se, z, p: normalTwoSided(z), lo: value - Z_95 * se, hi: value + Z_95 * se };
}
