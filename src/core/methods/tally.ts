// biome-ignore-all lint/style/noNonNullAssertion: codes stay below the size that the tally was made for
/** Counts by code, kept in one array that is used again and again: a Map per cell costs ten times as much. */
export interface Tally {
  /** Adds one to `code`, and `amount` to its sum. */
  add(code: number, amount: number): void;
  /** What was added since the last call, by code in the order of first use; the tally is empty afterwards. */
  take(): { code: number; count: number; sum: number }[];
}

/** For codes 0 … size − 1. */
export function createTally(size: number): Tally {
  const counts = new Uint32Array(size);
  const sums = new Float64Array(size);
  let used: number[] = [];
  return {
    add(code, amount) {
      if (counts[code] === 0) used.push(code);
      counts[code]! += 1;
      sums[code]! += amount;
    },
    take() {
      const taken = used.map((code) => ({ code, count: counts[code]!, sum: sums[code]! }));
      for (const code of used) {
        counts[code] = 0;
        sums[code] = 0;
      }
      used = [];
      return taken;
    },
  };
}
