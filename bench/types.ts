/** One measured thing beside its reference, both in milliseconds of the same run; or a size, in words. */
export interface BenchRow {
  readonly what: string;
  /** Null for a size. */
  readonly ms: number | null;
  /** Throughput and the like, in words. */
  readonly detail?: string;
  readonly reference: string;
  /** Null when there is nothing to race: the reference is absent and its text says so, or is a budget. */
  readonly referenceMs: number | null;
}

/** Median of `runs` timings after one that does not count. */
export async function medianMs(run: () => unknown, runs = 5): Promise<number> {
  await run();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[runs >> 1] ?? Number.NaN;
}
