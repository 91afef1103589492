// biome-ignore-all lint/style/noNonNullAssertion: indices stay below the arrays' lengths in the sorting passes
/**
 * A stable order of numbers by radix sort: a fifth of a comparison sort's time on tens of thousands of values.
 *
 * The bits of a double, with the sign bit flipped (all bits when negative), sort as unsigned integers. Three passes of 11
 * bits sort by the high word; what shares a high word (the same to six digits) is then settled by the low one.
 */

const BITS = 11;
const BUCKETS = 1 << BITS;
const DIGIT = BUCKETS - 1;
/** Longest run of equal high words that is settled by insertion; above it, three more passes are quicker. */
const LONGEST_RUN = 24;

// Which of a double's two words holds the sign depends on the machine.
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

/** Indices of `values` in order; equal values (0 and −0 are equal) keep their sequence; NaN comes last either way. */
export function stableOrder(values: Float64Array, direction: 'ascending' | 'descending'): Uint32Array {
  const n = values.length;
  const keys = sortKeys(values, direction);
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  const byHigh = sortByWord(order, keys, HIGH);
  return settleRuns(byHigh, keys) ? byHigh : sortByWord(sortByWord(order, keys, LOW), keys, HIGH);
}

/** Two words per value that sort as unsigned integers, the larger one being the later. */
function sortKeys(values: Float64Array, direction: 'ascending' | 'descending'): Uint32Array {
  const n = values.length;
  const copy = new Float64Array(n);
  // Adding 0 turns −0 into 0.
  for (let i = 0; i < n; i++) copy[i] = values[i]! + 0;
  const keys = new Uint32Array(copy.buffer);
  const flip = direction === 'ascending' ? 0 : -1;
  for (let i = 0; i < n; i++) {
    const low = 2 * i + LOW;
    const high = 2 * i + HIGH;
    if (Number.isNaN(values[i]!)) {
      keys[low] = 0xffffffff;
      keys[high] = 0xffffffff;
    } else {
      const negative = -(keys[high]! >>> 31);
      keys[low] = keys[low]! ^ negative ^ flip;
      keys[high] = keys[high]! ^ (negative | 0x80000000) ^ flip;
    }
  }
  return keys;
}

/** A new order, stable with respect to the given one, by one word of the keys: bits 0–10, 11–21, 22–31. */
function sortByWord(order: Uint32Array, keys: Uint32Array, word: number): Uint32Array {
  const n = order.length;
  const counts = new Uint32Array(3 * BUCKETS);
  for (let i = 0; i < n; i++) {
    const key = keys[2 * i + word]!;
    counts[key & DIGIT]! += 1;
    counts[BUCKETS + ((key >>> BITS) & DIGIT)]! += 1;
    counts[2 * BUCKETS + (key >>> (2 * BITS))]! += 1;
  }
  let from = order;
  for (let pass = 0; pass < 3; pass++) {
    const next = counts.subarray(pass * BUCKETS, (pass + 1) * BUCKETS);
    const shift = pass * BITS;
    // All in one bucket: nothing to move (whole numbers have zeros here).
    if (n === 0 || next[(keys[word]! >>> shift) & DIGIT] === n) continue;
    for (let digit = 0, sum = 0; digit < BUCKETS; digit++) {
      const count = next[digit]!;
      next[digit] = sum;
      sum += count;
    }
    const to = new Uint32Array(n);
    for (let k = 0; k < n; k++) {
      const i = from[k]!;
      const digit = (keys[2 * i + word]! >>> shift) & DIGIT;
      to[next[digit]!] = i;
      next[digit]! += 1;
    }
    from = to;
  }
  return from === order ? order.slice() : from;
}

/** Sorts each run of equal high words by the low word, in place; false when a run is too long for it. */
function settleRuns(order: Uint32Array, keys: Uint32Array): boolean {
  for (let start = 0; start < order.length; ) {
    const high = keys[2 * order[start]! + HIGH]!;
    const firstLow = keys[2 * order[start]! + LOW]!;
    let end = start + 1;
    let equal = true;
    for (; end < order.length && keys[2 * order[end]! + HIGH] === high; end++) {
      equal &&= keys[2 * order[end]! + LOW] === firstLow;
    }
    // Runs of the very same value (most cells have 0) are in order already, however long.
    if (!equal) {
      if (end - start > LONGEST_RUN) return false;
      insertByLow(order, keys, start, end);
    }
    start = end;
  }
  return true;
}

function insertByLow(order: Uint32Array, keys: Uint32Array, start: number, end: number): void {
  for (let k = start + 1; k < end; k++) {
    const held = order[k]!;
    const low = keys[2 * held + LOW]!;
    let at = k;
    for (; at > start && keys[2 * order[at - 1]! + LOW]! > low; at--) order[at] = order[at - 1]!;
    order[at] = held;
  }
}
