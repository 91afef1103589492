/**
 * Which of at most seven colours a value takes. Breaks are the classes' lower bounds, the first always 0: class k holds
 * breaks[k] ≤ value < breaks[k + 1], the last has no end, and 0 itself is in no class.
 */

/** The class of a value, or −1 when it is 0, negative or not a number. */
export function classOf(value: number, breaks: readonly number[]): number {
  if (!(value > 0)) return -1;
  let k = breaks.length - 1;
  while (k > 0 && value < (breaks[k] as number)) k--;
  return k;
}
