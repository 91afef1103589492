/** What a risk terrain model answers, in plain arrays that a worker can transfer. Index i means cell i. */
import type { BinaryColumns } from '../../stats/binary-columns.ts';
import type { Candidate } from './candidates.ts';
import type { CrossValidation } from './cross-validation.ts';
import type { Family } from './glm.ts';
import type { Operationalisation, RtmSettings } from './settings.ts';
import type { StepwisePath } from './stepwise.ts';

export interface RtmProgress {
  readonly stage: 'path' | 'folds' | 'steps';
  /** 0 … 1 of the whole. */
  readonly done: number;
}

/** The penalised path on all cells. */
interface PenalisedPath {
  readonly alpha: number;
  readonly lambda: Float64Array;
  readonly intercept: Float64Array;
  /** λ by candidate, row by row. */
  readonly coefficients: Float64Array;
  /** Share of the null deviance that is explained. */
  readonly devianceRatio: Float64Array;
}

/** A line of the table of relative risks. */
export interface RelativeRisk {
  readonly factor: string;
  readonly operationalisation: Operationalisation;
  readonly extentM: number;
  /** Index of the candidate. */
  readonly candidate: number;
  readonly coefficient: number;
  /** e^coefficient and its 95 % interval. */
  readonly rrv: number;
  readonly lo: number;
  readonly hi: number;
}

export interface RtmResult {
  readonly settings: RtmSettings;
  readonly candidates: readonly Candidate[];
  /** The fitted columns: row i is cell i, column j candidate j. */
  readonly columns: BinaryColumns;
  /** Offences per cell. */
  readonly observed: Float64Array;
  readonly path: PenalisedPath;
  readonly validation: CrossValidation;
  /** Candidates that the penalised model keeps at λ_min. */
  readonly selected: readonly number[];
  /** Both stepwise models with everything that was tried; terms and moves are candidates. */
  readonly steps: Readonly<Record<Family, StepwisePath>>;
  readonly chosen: Family;
  readonly risks: readonly RelativeRisk[];
  /** Relative risk score of each cell, 1 where it is least. */
  readonly rrs: Float64Array;
  /** Expected offences per cell, and observed less expected. */
  readonly predicted: Float64Array;
  readonly residual: Float64Array;
  /** 2: rrs above mean + 2 standard deviations, 1: above mean + 1, 0: below. */
  readonly riskClass: Uint8Array;
  readonly rrsSummary: { readonly min: number; readonly max: number; readonly mean: number; readonly sd: number };
  /** The model in plain words, and what it cannot tell. */
  readonly summary: readonly string[];
  /** What was left out and why. */
  readonly notes: readonly string[];
}

/** A model as it is shown: of the columns only those of its risks. */
export interface ShownRtm extends Omit<RtmResult, 'columns'> {
  /** 1 where the variable of a risk is 1: risk k of cell i at k × cells + i. */
  readonly holds: Uint8Array;
}
