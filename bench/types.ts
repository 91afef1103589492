/** One measured thing beside its reference, both in milliseconds of the same run. */
export interface BenchRow {
  readonly what: string;
  readonly ms: number;
  /** Throughput and the like, in words. */
  readonly detail?: string;
  readonly reference: string;
  /** Null when the reference is absent (the reference's text says so) or the row is a size, not a race. */
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
