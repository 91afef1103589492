/**
 * Poisson regression by Newton's method, the least that a check of the planted risks needs.
 * @param design one row per cell, the first column being ones
 * @returns one coefficient per column, on the log scale
 */
export function fitPoisson(design: readonly (readonly number[])[], outcome: readonly number[]): number[] {
  const width = design[0]?.length ?? 0;
  const beta = new Array<number>(width).fill(0);
  beta[0] = Math.log(outcome.reduce((sum, y) => sum + y, 0) / outcome.length);
  for (let round = 0; round < 25; round++) {
    // Information matrix and score, side by side.
    const system = Array.from({ length: width }, () => new Array<number>(width + 1).fill(0));
    design.forEach((x, i) => {
      const mean = Math.exp(x.reduce((sum, value, j) => sum + value * (beta[j] ?? 0), 0));
      system.forEach((row, j) => {
        const xj = x[j] ?? 0;
        if (xj === 0) return;
        for (let k = 0; k < width; k++) row[k] = (row[k] ?? 0) + mean * xj * (x[k] ?? 0);
        row[width] = (row[width] ?? 0) + xj * ((outcome[i] ?? 0) - mean);
      });
    });
    solve(system).forEach((step, j) => {
      beta[j] = (beta[j] ?? 0) + step;
    });
  }
  return beta;
}

/** Gauss–Jordan on a positive definite system with its right-hand side as the last column. */
function solve(system: number[][]): number[] {
  const width = system.length;
  system.forEach((pivotRow, j) => {
    const pivot = pivotRow[j] ?? 1;
    for (let k = j; k <= width; k++) pivotRow[k] = (pivotRow[k] ?? 0) / pivot;
    system.forEach((row, r) => {
      const factor = row[j] ?? 0;
      if (r === j || factor === 0) return;
      for (let k = j; k <= width; k++) row[k] = (row[k] ?? 0) - factor * (pivotRow[k] ?? 0);
    });
  });
  return system.map((row) => row[width] ?? 0);
}
