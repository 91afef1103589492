// biome-ignore-all lint/style/noNonNullAssertion: index i runs over the values
/** Plain sums, left to right. */
export function sum(values: Float64Array): number {
  let all = 0;
  for (let i = 0; i < values.length; i++) all += values[i]!;
  return all;
}
