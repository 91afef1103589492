/** What a risk terrain model is asked with. The defaults are those of the command line. */

/** proximity: a feature within the extent; density: features gather within it more than nearly everywhere else. */
export type Operationalisation = 'proximity' | 'density';

export interface RtmSettings {
  /** Length of a block, m: how far people see and act from a place. RTMDx takes the mean length of a street segment. */
  readonly blockM: number;
  /** Extents go up to this many blocks, 1–4. */
  readonly maxBlocks: number;
  /** In steps of half a block or a whole one. */
  readonly increment: 'half' | 'whole';
  readonly operationalisation: Operationalisation | 'both';
  /** Factors, by name, of which other variables are made than `operationalisation` says. */
  readonly byFactor?: Readonly<Record<string, Operationalisation | 'both'>>;
  /** Folds of the cross-validation, at least 3. */
  readonly folds: number;
  /** 1 = lasso, towards 0 = ridge; above 0. */
  readonly alpha: number;
  /** Of the folds. */
  readonly seed: number;
}

export const defaultRtmSettings: RtmSettings = {
  blockM: 200,
  maxBlocks: 3,
  increment: 'half',
  operationalisation: 'both',
  folds: 10,
  alpha: 0.5,
  seed: 1,
};

/** Extents in whole metres, ascending. */
export function extentsOf({ blockM, maxBlocks, increment }: RtmSettings): number[] {
  const step = increment === 'half' ? blockM / 2 : blockM;
  return Array.from({ length: Math.round((maxBlocks * blockM) / step) }, (_, k) => Math.round((k + 1) * step));
}

/** What becomes of a factor: nothing, or variables of one sort alone. */
export const factorUses = ['off', 'proximity', 'density'] as const;

export type FactorUse = (typeof factorUses)[number];

export const riskViews = ['score', 'priority', 'residual'] as const;

/** score: relative risk; priority: score × what was recorded; residual: recorded less expected. */
export type RiskView = (typeof riskViews)[number];

/** How the app asks for a model and looks at it. */
export interface RiskSettings extends Omit<RtmSettings, 'byFactor'> {
  /** By the factor's id; all others are used as `operationalisation` says. */
  readonly uses: Readonly<Record<string, FactorUse>>;
  readonly show: RiskView;
  /** Id of the study area whose model stands beside this one; null for none. */
  readonly besideId: string | null;
}

export const defaultRiskSettings: RiskSettings = { ...defaultRtmSettings, uses: {}, show: 'score', besideId: null };
