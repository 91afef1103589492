// biome-ignore-all lint/style/noNonNullAssertion: indices run over the n × n matrix
/**
 * Solving with a symmetric positive definite matrix by its Cholesky factor, A = L Lᵀ. Row by row, n² numbers.
 * Golub, G. H. & Van Loan, C. F. (2013), Matrix Computations, 4th ed., algorithm 4.2.1.
 */

/** L below and on the diagonal; null when the matrix is singular to about 11 digits, as with collinear columns. */
export function cholesky(matrix: Float64Array, n: number): Float64Array | null {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * n + k]! * factor[j * n + k]!;
      if (i !== j) factor[i * n + j] = sum / factor[j * n + j]!;
      else if (sum > 1e-11 * matrix[i * n + i]!) factor[i * n + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return factor;
}

/** x with L Lᵀ x = b. */
export function solveCholesky(factor: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= factor[i * n + k]! * x[k]!;
    x[i]! /= factor[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= factor[k * n + i]! * x[k]!;
    x[i]! /= factor[i * n + i]!;
  }
  return x;
}

/** The diagonal of the inverse of L Lᵀ. */
export function inverseDiagonal(factor: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    const unit = new Float64Array(n);
    unit[i] = 1;
    return solveCholesky(factor, n, unit)[i]!;
  });
}
