/** How often a property of a reader is tried, always in the same order; `npm run test:long` asks for more. */
export const runs = { numRuns: Number(process.env.RUNS ?? 100), seed: 20210414 };

/** Milliseconds that so many tries may take. */
export const runsTimeout = 10_000 + runs.numRuns * 100;
