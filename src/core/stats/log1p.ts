import { log } from './elementary.ts';

/**
 * ln(1 + x) without losing the digits of a small x: the error of rounding 1 + x to u cancels in x·ln u/(u − 1).
 * Goldberg, D. (1991), What every computer scientist should know about floating-point arithmetic, ACM Computing Surveys
 * 23:5–48, doi 10.1145/103162.103163, theorem 4.
 */
export function log1p(x: number): number {
  const u = 1 + x;
  return u === 1 ? x : u === Number.POSITIVE_INFINITY ? u : (x * log(u)) / (u - 1);
}
