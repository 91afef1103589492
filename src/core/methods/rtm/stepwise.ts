/**
 * Which of the variables that are left belong into the final model, and why these? Stepwise by BIC, both ways.
 *
 * In words: start with no variable. At each step fit every model that differs by one: each candidate whose factor is not
 * in the model yet added, each term dropped. Take the one with the smallest BIC if that is smaller than now, else stop.
 *
 * As RTMDx: Caplan, J. M. & Kennedy, L. W. (2016), Risk Terrain Modeling, University of California Press; Heffner, J.
 * (2013), Statistics of the RTMDx Utility. BIC: Schwarz 1978, doi 10.1214/aos/1176344136.
 *
 * Choices: at most one variable per factor, as those of one factor are nearly the same; of equal BICs (to ten digits) the
 * first candidate wins, additions before drops. Everything that was tried is kept, so that a person can follow it.
 *
 * The trap: what has been chosen looks surer than it is. Intervals and BIC are those of a model given in advance.
 */
import type { CountData } from './count-data.ts';
import { type Family, fitGlm, type GlmFit } from './glm.ts';

export interface Move {
  readonly action: 'add' | 'drop';
  /** Column of the data. */
  readonly column: number;
  /** NaN where there is no such model: the column is collinear with the terms. */
  readonly bic: number;
}

export interface Step {
  /** The model's terms in the order in which they came in. */
  readonly terms: readonly number[];
  readonly bic: number;
  readonly logLik: number;
  /** What led here; null at the start. */
  readonly move: Move | null;
  /** Every move tried from here; the last step's were all no better. */
  readonly tried: readonly Move[];
}

export interface StepwisePath {
  readonly family: Family;
  /** Start, then one entry per change. */
  readonly steps: readonly Step[];
  readonly fit: GlmFit;
}

/** Models that are never larger than this: as many variables as nobody reads. */
const MOST_TERMS = 50;

/** The path over the candidate columns; yields after each step so that the caller can pause. */
export function* stepwise(
  data: CountData,
  family: Family,
  candidates: readonly number[],
): Generator<Step, StepwisePath> {
  let current = fitGlm(data, family, []);
  if (!current) throw new Error('The model without variables cannot be singular.');
  let move: Move | null = null;
  const steps: Step[] = [];
  for (;;) {
    const { terms, bic, logLik }: GlmFit = current;
    const tried: Move[] = [];
    let best: { fit: GlmFit; move: Move } | null = null;
    for (const [action, column] of movesFrom(data, terms, candidates)) {
      const next = action === 'add' ? [...terms, column] : terms.filter((term) => term !== column);
      const fit = fitGlm(data, family, next);
      const made: Move = { action, column, bic: fit?.bic ?? Number.NaN };
      tried.push(made);
      if (fit && less(fit.bic, best?.fit.bic ?? bic)) best = { fit, move: made };
    }
    const step: Step = { terms, bic, logLik, move, tried };
    steps.push(step);
    yield step;
    if (!best) return { family, steps, fit: current };
    current = best.fit;
    move = best.move;
  }
}

function movesFrom(data: CountData, terms: readonly number[], candidates: readonly number[]) {
  const taken = new Set(terms.map((term) => data.factorOf[term]));
  const additions = terms.length < MOST_TERMS ? candidates.filter((j) => !taken.has(data.factorOf[j])) : [];
  return [...additions.map((column) => ['add', column] as const), ...terms.map((column) => ['drop', column] as const)];
}

function less(a: number, b: number): boolean {
  return a < b - 1e-10 * Math.abs(b);
}
