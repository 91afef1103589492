/** Least and most of what can be asked of patrol areas and a shift, both included. */
export const patrolLimits = {
  areas: [1, 100],
  maxAreaM2: [1000, 10_000_000],
  minCount: [1, 1000],
  spacingM: [0, 5000],
  fromMinute: [0, 1439],
  toMinute: [0, 1439],
  pairs: [1, 20],
  visitMin: [5, 120],
  visitsPerArea: [1, 10],
  mostAreas: [1, 100],
  apartMin: [0, 720],
  seed: [0, 0xffffffff],
} as const;
