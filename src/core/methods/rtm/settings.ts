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
