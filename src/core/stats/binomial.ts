/**
 * Tails of the binomial distribution: how surprising is it that k of n go one way when each goes that way with chance π?
 *
 * The probability of exactly k by Loader's saddle-point form, which keeps its digits at any n; a tail as the incomplete
 * beta integral, P(X ≥ k) = I_π(k, n − k + 1), by its continued fraction (Lentz's method).
 *
 * Loader, C. (2000), Fast and accurate computation of binomial probabilities (the form in R's dbinom); Press et al.
 * (2007), Numerical Recipes, §6.4. Interval: Clopper, C. & Pearson, E. (1934), The use of confidence or fiducial limits,
 * Biometrika 26:404–413, doi 10.1093/biomet/26.4.404. The same as R's dbinom, pbinom, qbeta and binom.test.
 *
 * Choice: the two-sided p adds up every outcome that is no more probable than the one found (with R's tolerance of one
 * part in ten million for equal ones). It is not twice the smaller tail, and the interval need not agree with it at the
 * margin. The trap: 1 − tail has no digits left for small tails; ask for the tail that is wanted.
 */
import { exp, log } from './elementary.ts';

const HALF_LOG_2PI = 0.9189385332046728;
/** Outcomes whose probabilities differ by less than this count as equally probable (as in R). */
const SAME = 1 + 1e-7;
const TINY = 1e-300;

/** P(X = k) of n trials with chance π; 0 outside 0 … n. */
export function binomialProbability(k: number, n: number, chance: number): number {
  if (k < 0 || k > n) return 0;
  if (chance <= 0) return k === 0 ? 1 : 0;
  if (chance >= 1) return k === n ? 1 : 0;
  // the two ends by repeated squaring: the saddle-point form has no meaning there
  if (k === 0) return wholePower(1 - chance, n);
  if (k === n) return wholePower(chance, n);
  const deviance = saddle(k, n * chance) + saddle(n - k, n * (1 - chance));
  const correction = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  return exp(correction - deviance) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** P(X ≥ k). */
export function binomialUpperTail(k: number, n: number, chance: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  // whichever side of the mean has the short tail is worked out, and the other taken from 1
  return k > (n + 1) * chance ? shortTail(k, n, chance) : 1 - shortTail(n - k + 1, n, 1 - chance);
}

/** P(X ≤ k). */
export function binomialLowerTail(k: number, n: number, chance: number): number {
  return binomialUpperTail(n - k, n, 1 - chance);
}

/** Two-sided exact p-value of k in n: the sum over outcomes no more probable than k. */
export function binomialTwoSided(k: number, n: number, chance: number): number {
  const mean = n * chance;
  if (k === mean) return 1;
  const least = binomialProbability(k, n, chance) * SAME;
  // beyond the mean probabilities only fall, so the first that is small enough is found by halving
  if (k < mean) {
    const first = firstWhere(Math.ceil(mean), n + 1, (i) => binomialProbability(i, n, chance) <= least);
    return Math.min(1, binomialLowerTail(k, n, chance) + binomialUpperTail(first, n, chance));
  }
  const above = firstWhere(0, Math.floor(mean) + 1, (i) => binomialProbability(i, n, chance) > least);
  return Math.min(1, binomialLowerTail(above - 1, n, chance) + binomialUpperTail(k, n, chance));
}

/** Clopper–Pearson interval of the chance π; each side leaves out (1 − level) / 2. n must be above 0. */
export function clopperPearson(k: number, n: number, level: number): { readonly lo: number; readonly hi: number } {
  const side = (1 - level) / 2;
  return {
    lo: k === 0 ? 0 : chanceWhere(k, n, side),
    // P(X ≤ k) at π is P(X ≥ n − k) at 1 − π
    hi: k === n ? 1 : 1 - chanceWhere(n - k, n, side),
  };
}

/** The chance at which P(X ≥ k) is `tail`, for 1 ≤ k ≤ n: Newton's steps, halved whenever they leave the bracket. */
function chanceWhere(k: number, n: number, tail: number): number {
  let low = 0;
  let high = 1;
  let chance = Math.min(0.9, k / (n + 1)) * 0.7;
  for (let step = 0; step < 200; step++) {
    const miss = binomialUpperTail(k, n, chance) - tail;
    if (miss === 0) return chance;
    if (miss > 0) high = chance;
    else low = chance;
    // the derivative of the tail by π
    const slope = (k / chance) * binomialProbability(k, n, chance);
    let next = chance - miss / slope;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - chance) <= 1e-15 * next || next === low || next === high) return next;
    chance = next;
  }
  return chance;
}

/** P(X ≥ k) for k above the mean: the first term of the tail times a continued fraction. */
function shortTail(k: number, n: number, chance: number): number {
  if (chance <= 0) return 0;
  const a = k;
  const b = n - k + 1;
  // x^a (1 − x)^b / (a B(a, b)), written with the probability of exactly k
  return (1 - chance) * binomialProbability(k, n, chance) * betaFraction(a, b, chance);
}

/** Continued fraction of the incomplete beta integral; quick for x below (a + 1)/(a + b + 2). */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = away(1 - ((a + b) * x) / (a + 1));
  d = 1 / d;
  let fraction = d;
  for (let m = 1; m <= 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const factor = d * c;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return fraction;
}

function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** k·log(k/m) + m − k without cancellation (Loader's bd0). */
function saddle(k: number, m: number): number {
  const difference = k - m;
  if (Math.abs(difference) >= 0.1 * (k + m)) return k * log(k / m) - difference;
  const v = difference / (k + m);
  let sum = difference * v;
  let term = 2 * k * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** log n! − (n + ½) log n + n − ½ log 2π, for whole n ≥ 1. */
function stirlingError(n: number): number {
  if (n < 16) {
    let factorial = 1;
    for (let i = 2; i <= n; i++) factorial *= i;
    return log(factorial) - (n + 0.5) * log(n) + n - HALF_LOG_2PI;
  }
  const s = 1 / (n * n);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360) * s) * s) * s) * s) * s) / n;
}

function wholePower(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

/** The first whole number in [from, to) for which `holds`, which stays true once it is; `to` when there is none. */
function firstWhere(from: number, to: number, holds: (i: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
