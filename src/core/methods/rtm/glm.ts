// biome-ignore-all lint/style/noNonNullAssertion: indices stay below the arrays' lengths
/**
 * How many times the usual crime does each chosen variable go with? Poisson and negative binomial regression.
 *
 * In words: offences per cell have mean μ = e^(β₀ + Σ βⱼ xⱼ); as Poisson counts their variance is μ, as negative binomial
 * ones (NB2) μ + μ²/θ. β by Newton steps on the likelihood (Fisher scoring, which for the Poisson is the same), θ by
 * maximum likelihood, in turns until neither moves. The log-likelihoods are those of R's glm and MASS::glm.nb, all
 * constants in; BIC = −2ℓ + p ln n, with p counting the intercept and θ. Standard errors come from the expected
 * information, those of the negative binomial at the estimated θ.
 *
 * McCullagh, P. & Nelder, J. A. (1989), Generalized Linear Models, 2nd ed., doi 10.1201/9780203753736; Venables, W. N. &
 * Ripley, B. D. (2002), Modern Applied Statistics with S, 4th ed., section 7.4, doi 10.1007/978-0-387-21706-2; Schwarz, G.
 * (1978), Ann. Stat. 6:461–464, doi 10.1214/aos/1176344136.
 *
 * Choices: the negative binomial is written in φ = 1/θ, so that no overdispersion is φ = 0 and not a search to infinity:
 * θ is infinite then, ℓ that of the Poisson, and BIC larger by ln n. As y is whole, ln Γ(θ + y) − ln Γ(θ) is a sum of
 * logarithms, and only how many cells have more than k offences enters: no gamma function is needed. A column that others
 * already make (collinear) has no model.
 *
 * The trap: RTMDx prints "NB" for gamlss's NBII, whose variance is (1 + σ) μ. Its dispersion and BIC are not these, and
 * its coefficients differ a little.
 */

import { rowClasses, sumOfClasses } from '../../stats/binary-columns.ts';
import { cholesky, inverseDiagonal, solveCholesky } from '../../stats/cholesky.ts';
import { exp, log } from '../../stats/elementary.ts';
import { log1p } from '../../stats/log1p.ts';
import { sum } from '../../stats/sums.ts';
import type { CountData } from './count-data.ts';

export const families = ['poisson', 'negativeBinomial'] as const;

export type Family = (typeof families)[number];

export interface GlmFit {
  readonly family: Family;
  /** Columns of the data, in the order of the coefficients after the intercept. */
  readonly terms: readonly number[];
  /** Intercept first. */
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  /** Dispersion of the negative binomial; infinite for the Poisson and where there is no overdispersion. */
  readonly theta: number;
  readonly logLik: number;
  /** Estimated parameters: intercept, terms, and θ for the negative binomial. */
  readonly parameters: number;
  readonly bic: number;
}

/** Cells alike in the terms: their indicators, how many they are, what they hold. */
interface Patterns {
  readonly size: number;
  /** size × (terms + 1), the first of each row 1. */
  readonly x: Float64Array;
  readonly cells: Float64Array;
  readonly events: Float64Array;
}

const MOST_STEPS = 60;
const MOST_TURNS = 200;

/** Null when a term is collinear with others (or never 1). The data must hold at least one offence. */
export function fitGlm(data: CountData, family: Family, terms: readonly number[]): GlmFit | null {
  const patterns = patternsOf(data, terms);
  const q = terms.length + 1;
  const start = new Float64Array(q);
  start[0] = log(sum(data.events) / data.n);
  let fit = maximise(data, patterns, start, 0);
  if (!fit) return null;
  let phi = 0;
  if (family === 'negativeBinomial') {
    // in turns: φ given the means, the means given φ
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const next = maximisePhi(data, patterns, means(patterns, fit.beta), phi);
      const settled = Math.abs(next - phi) <= 1e-13 * next;
      phi = next;
      const before: Float64Array = fit.beta;
      fit = maximise(data, patterns, before, phi);
      if (!fit) return null;
      if (settled && fit.beta.every((b, k) => Math.abs(b - before[k]!) <= 1e-11)) break;
    }
  }
  const parameters = q + (family === 'negativeBinomial' ? 1 : 0);
  return {
    family,
    terms,
    coefficients: fit.beta,
    standardErrors: inverseDiagonal(fit.factor, q).map(Math.sqrt),
    theta: 1 / phi,
    logLik: fit.logLik,
    parameters,
    bic: parameters * log(data.n) - 2 * fit.logLik,
  };
}

interface Maximum {
  readonly beta: Float64Array;
  readonly logLik: number;
  /** Cholesky factor of the expected information. */
  readonly factor: Float64Array;
}

/** β at a fixed φ. */
function maximise(data: CountData, patterns: Patterns, start: Float64Array, phi: number): Maximum | null {
  const q = start.length;
  let beta = start;
  let mu = means(patterns, beta);
  let logLik = logLikelihood(data, patterns, beta, mu, phi);
  let factor = cholesky(information(patterns, mu, phi, q), q);
  for (let step = 0; step < MOST_STEPS; step++) {
    if (!factor) return null;
    const change = solveCholesky(factor, q, score(patterns, mu, phi, q));
    // half the step while it makes the counts less likely
    let length = 1;
    let reached = Number.NEGATIVE_INFINITY;
    let next = beta;
    let nextMu = mu;
    for (; length > 1e-8; length /= 2) {
      next = beta.map((b, k) => b + length * change[k]!);
      nextMu = means(patterns, next);
      reached = logLikelihood(data, patterns, next, nextMu, phi);
      if (reached >= logLik - 1e-10 * Math.abs(logLik)) break;
    }
    const gained = reached - logLik;
    const largest = change.reduce((most, c) => Math.max(most, Math.abs(c)), 0) * length;
    beta = next;
    mu = nextMu;
    logLik = reached;
    factor = cholesky(information(patterns, mu, phi, q), q) ?? factor;
    // without an offence where a term is 1 (or 0) the coefficient runs away while nothing is gained any more
    if (largest < 1e-11 || (largest > 0.5 && gained < 1e-9)) break;
  }
  return factor && { beta, logLik, factor };
}

function means({ size, x }: Patterns, beta: Float64Array): Float64Array {
  const q = beta.length;
  const mu = new Float64Array(size);
  for (let r = 0; r < size; r++) {
    let eta = 0;
    for (let k = 0; k < q; k++) eta += x[r * q + k]! * beta[k]!;
    mu[r] = exp(eta);
  }
  return mu;
}

function score({ size, x, cells, events }: Patterns, mu: Float64Array, phi: number, q: number): Float64Array {
  const out = new Float64Array(q);
  for (let r = 0; r < size; r++) {
    const rest = (events[r]! - cells[r]! * mu[r]!) / (1 + phi * mu[r]!);
    for (let k = 0; k < q; k++) out[k]! += x[r * q + k]! * rest;
  }
  return out;
}

function information({ size, x, cells }: Patterns, mu: Float64Array, phi: number, q: number): Float64Array {
  const out = new Float64Array(q * q);
  for (let r = 0; r < size; r++) {
    const w = (cells[r]! * mu[r]!) / (1 + phi * mu[r]!);
    for (let k = 0; k < q; k++) {
      if (x[r * q + k] !== 1) continue;
      for (let l = 0; l <= k; l++) out[k * q + l]! += w * x[r * q + l]!;
    }
  }
  return out;
}

/**
 * ℓ. With Nₖ cells of more than k offences, Σ [ln Γ(θ + y) − ln Γ(θ)] − Σ y ln θ = Σₖ Nₖ ln(1 + kφ), and the rest of the
 * negative binomial is −Σ (y + θ) ln(1 + φμ) + Σ y ln μ; both become the Poisson's as φ goes to 0.
 */
function logLikelihood(
  data: CountData,
  { size, x, cells, events }: Patterns,
  beta: Float64Array,
  mu: Float64Array,
  phi: number,
): number {
  const q = beta.length;
  let value = -data.logFactorials;
  for (let r = 0; r < size; r++) {
    let eta = 0;
    for (let k = 0; k < q; k++) eta += x[r * q + k]! * beta[k]!;
    value += events[r]! * eta;
    if (phi === 0) value -= cells[r]! * mu[r]!;
    else value -= (events[r]! + cells[r]! / phi) * log1p(phi * mu[r]!);
  }
  if (phi > 0) for (let k = 1; k < data.moreThan.length; k++) value += data.moreThan[k]! * log1p(phi * k);
  return value;
}

/** The φ ≥ 0 that makes the counts most likely at given means: 0 when they vary no more than a Poisson's. */
function maximisePhi(data: CountData, patterns: Patterns, mu: Float64Array, start: number): number {
  // at φ = 0 the slope is ½ Σ [(y − μ)² − y]
  let slopeAt0 = 0;
  for (let k = 1; k < data.moreThan.length; k++) slopeAt0 += data.moreThan[k]! * k;
  for (let r = 0; r < patterns.size; r++) {
    slopeAt0 += mu[r]! * (0.5 * patterns.cells[r]! * mu[r]! - patterns.events[r]!);
  }
  if (slopeAt0 <= 0) return 0;
  // the slope falls through 0 between two bounds: Newton's steps on it, halving where they leave the bounds
  let least = 0;
  let most = Math.max(1, 2 * start);
  while (slopeOfPhi(data, patterns, mu, most).slope > 0 && most < 1e12) {
    least = most;
    most *= 4;
  }
  let phi = start > least && start < most ? start : (least + most) / 2;
  for (let step = 0; step < 200; step++) {
    const { slope, bend } = slopeOfPhi(data, patterns, mu, phi);
    if (slope > 0) least = phi;
    else most = phi;
    let next = phi - slope / bend;
    if (!(bend < 0) || next <= least || next >= most) next = (least + most) / 2;
    const settled = Math.abs(next - phi) <= 1e-14 * phi;
    phi = next;
    if (settled || phi < 1e-14) break;
  }
  return phi;
}

/** First and second derivative of ℓ by φ. */
function slopeOfPhi(data: CountData, { size, cells, events }: Patterns, mu: Float64Array, phi: number) {
  let slope = 0;
  let bend = 0;
  for (let k = 1; k < data.moreThan.length; k++) {
    const part = k / (1 + phi * k);
    slope += data.moreThan[k]! * part;
    bend -= data.moreThan[k]! * part * part;
  }
  for (let r = 0; r < size; r++) {
    const m = mu[r]!;
    const part = m / (1 + phi * m);
    // of −ln(1 + φμ)/φ and its derivatives; a series where φμ is small, for the terms cancel there
    const u = phi * m;
    const first = u < 1e-3 ? m * m * (0.5 - u * (2 / 3 - u * 0.75)) : log1p(u) / (phi * phi) - part / phi;
    const second =
      u < 1e-3
        ? -m * m * m * (2 / 3 - 1.5 * u)
        : (-2 * log1p(u)) / (phi * phi * phi) + (2 * part) / (phi * phi) + (part * part) / phi;
    slope += cells[r]! * first - events[r]! * part;
    bend += cells[r]! * second + events[r]! * part * part;
  }
  return { slope, bend };
}

function patternsOf(data: CountData, terms: readonly number[]): Patterns {
  const classes = rowClasses(data.columns, terms);
  const q = terms.length + 1;
  const size = classes.first.length;
  const x = new Float64Array(size * q);
  for (let r = 0; r < size; r++) x[r * q] = 1;
  const classOfFirst = new Int32Array(data.columns.rows).fill(-1);
  classes.first.forEach((row, r) => {
    classOfFirst[row] = r;
  });
  terms.forEach((j, k) => {
    for (let at = data.columns.offsets[j]!; at < data.columns.offsets[j + 1]!; at++) {
      const r = classOfFirst[data.columns.items[at]!]!;
      if (r >= 0) x[r * q + k + 1] = 1;
    }
  });
  return { size, x, cells: sumOfClasses(classes, data.cells), events: sumOfClasses(classes, data.events) };
}
