/** A set of rows told apart by what stands in them, for finding rows that come more than once. */

export interface RowSet {
  /** The row of the set that equals `row`; `row` itself, now in the set, when there was none. */
  findOrAdd(row: number): number;
}

/** Open addressing with linear probing; at most half full. */
export function rowSet(
  expected: number,
  hash: (row: number) => number,
  equal: (a: number, b: number) => boolean,
): RowSet {
  let size = 1024;
  while (size < expected * 2) size *= 2;
  let slots = new Int32Array(size).fill(-1);
  let used = 0;
  const place = (row: number, check: boolean): number => {
    const mask = slots.length - 1;
    let slot = hash(row) & mask;
    for (;;) {
      const there = slots[slot] ?? -1;
      if (there < 0) break;
      if (check && equal(there, row)) return there;
      slot = (slot + 1) & mask;
    }
    slots[slot] = row;
    return row;
  };
  return {
    findOrAdd(row) {
      if (used * 2 >= slots.length) {
        const old = slots;
        slots = new Int32Array(old.length * 2).fill(-1);
        for (const there of old) if (there >= 0) place(there, false);
      }
      const found = place(row, true);
      if (found === row) used++;
      return found;
    },
  };
}

/** FNV-1a over bytes start … end, not yet mixed. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) h = Math.imul(h ^ (bytes[i] ?? 0), 0x01000193);
  return h;
}

/** The hash with one more whole number of 32 bits in it. */
export function hashWith(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193);
}

/** Mixed so that the low bits depend on all of them. */
export function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
