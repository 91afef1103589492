/**
 * The elastic net of a risk terrain model with its cross-validation: 8 thousand cells, 15 factors of 12 variables, 10 folds,
 * against R's cv.glmnet on the same columns, with the same α, bounds and λ, when Rscript with glmnet is there.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Candidates, candidatesOf } from '../src/core/methods/rtm/candidates.ts';
import type { FoldTask } from '../src/core/methods/rtm/cross-validation.ts';
import { drained, runFolds, startRtm } from '../src/core/methods/rtm/rtm.ts';
import { defaultRtmSettings } from '../src/core/methods/rtm/settings.ts';
import { columnItems } from '../src/core/stats/binary-columns.ts';
import { randomFrom } from '../src/core/stats/random.ts';
import { type BenchRow, medianMs } from './types.ts';

const [COLUMNS, ROWS, SPACING_M] = [100, 80, 115];
const RUNS = 7;
const R = 'Rscript';
/** Threads do not inherit the loader of TypeScript. */
const FOLD_THREAD = `import('${import.meta.resolve('tsx/esm/api')}')
  .then(({ register }) => { register(); return import('${new URL('rtm-fold.ts', import.meta.url)}'); });`;

export async function run(): Promise<BenchRow[]> {
  const { candidates, observed } = town();
  const ms = await medianMs(() => {
    const { tasks } = drained(startRtm(candidates, observed, defaultRtmSettings));
    return drained(runFolds(tasks));
  }, RUNS);
  const threads = availableParallelism();
  const workers = Array.from({ length: threads }, () => new Worker(FOLD_THREAD, { eval: true }));
  const sharedMs = await medianMs(async () => {
    const { tasks } = drained(startRtm(candidates, observed, defaultRtmSettings));
    await Promise.all(
      workers.map((worker, w) =>
        foldsOn(
          worker,
          tasks.filter((_, k) => k % threads === w),
        ),
      ),
    );
  }, RUNS);
  await Promise.all(workers.map((worker) => worker.terminate()));
  const { referenceMs, reference } = inR(candidates, observed);
  return [
    {
      what: `Elastic net with 10 folds on ${observed.length} cells × ${candidates.list.length} variables, one thread`,
      ms,
      reference,
      referenceMs,
    },
    { what: `The same, folds shared by ${threads} threads`, ms: sharedMs, reference, referenceMs },
  ];
}

/** Folds one after another on a thread. */
async function foldsOn(worker: Worker, tasks: readonly FoldTask[]): Promise<void> {
  for (const [k, { columns, segments, play, lambdas, settings, ...own }] of tasks.entries()) {
    if (k === 0) worker.postMessage({ shared: { columns, segments, play, lambdas, settings } });
    const curve = once(worker, 'message');
    worker.postMessage({ own });
    await curve;
  }
}

/** Factors that gather in the same dozen places, as they do, and counts that a third of them shapes. */
function town(): { candidates: Candidates; observed: Float64Array } {
  const random = randomFrom(3);
  const [widthM, heightM] = [COLUMNS * SPACING_M, ROWS * SPACING_M];
  const n = COLUMNS * ROWS;
  const centres = Array.from({ length: 12 }, () => [random.uniform() * widthM, random.uniform() * heightM] as const);
  const factors = Array.from({ length: 15 }, (_, f) => {
    const places = Array.from({ length: 20 + random.below(250) }, () => {
      const [x, y] = centres[random.below(centres.length)] ?? [0, 0];
      const spread = (): number => (random.uniform() + random.uniform() - 1) * 1500;
      return random.uniform() < 0.5
        ? [random.uniform() * widthM, random.uniform() * heightM]
        : [x + spread(), y + spread()];
    });
    return {
      name: `f${f}`,
      x: Float64Array.from(places, ([x = 0]) => x),
      y: Float64Array.from(places, ([, y = 0]) => y),
    };
  });
  const cells = {
    x: Float64Array.from({ length: n }, (_, i) => (i % COLUMNS) * SPACING_M),
    y: Float64Array.from({ length: n }, (_, i) => Math.floor(i / COLUMNS) * SPACING_M),
  };
  const candidates = candidatesOf(cells, factors, defaultRtmSettings);
  const rate = new Float64Array(n).fill(0.15);
  candidates.list.forEach(({ factor, operationalisation, extentM }, j) => {
    if (operationalisation !== 'proximity' || !['f0', 'f3', 'f6', 'f9', 'f12'].includes(factor) || extentM !== 200)
      return;
    for (const row of columnItems(candidates.columns, j)) rate[row] = (rate[row] ?? 0) * 1.7;
  });
  const observed = rate.map((mean) => {
    const limit = Math.exp(-mean * (0.3 + 1.4 * random.uniform()));
    let count = 0;
    for (let product = random.uniform(); product > limit; product *= random.uniform()) count += 1;
    return count;
  });
  return { candidates, observed };
}

/** Median time of cv.glmnet itself, without starting R and reading the columns. */
function inR({ list, columns }: Candidates, observed: Float64Array): Pick<BenchRow, 'reference' | 'referenceMs'> {
  const folder = mkdtempSync(join(tmpdir(), 'harmscape-bench-'));
  try {
    const cells = Array.from(observed, (y) => [String(y), ...list.map(() => '0')]);
    for (let j = 0; j < list.length; j++) {
      for (const row of columnItems(columns, j)) (cells[row] ?? [])[j + 1] = '1';
    }
    writeFileSync(join(folder, 'design.csv'), `${cells.map((row) => row.join()).join('\n')}\n`);
    const script = `
      suppressMessages(library(glmnet))
      d <- as.matrix(read.csv("design.csv", header = FALSE)); y <- d[, 1]; x <- d[, -1]
      fit <- function() cv.glmnet(x, y, family = "poisson", alpha = 0.5, lower.limits = 0, lambda.min.ratio = 0.001)
      invisible(fit())
      cat(median(replicate(${RUNS}, system.time(fit())[["elapsed"]])) * 1000)`;
    const { status, stdout } = spawnSync(R, ['-e', script], { cwd: folder, encoding: 'utf8' });
    return status === 0
      ? { reference: 'cv.glmnet of R', referenceMs: Number(stdout) }
      : { reference: 'R with glmnet is not here to race', referenceMs: null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
