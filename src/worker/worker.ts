/** The worker: exposes the jobs and nothing else. */
import { expose } from 'comlink';
import { doorwayOf } from './doorway.ts';
import { foldLanes } from './fold-lanes.ts';
import { createJobs } from './jobs.ts';

/** One thread is left to the page. */
const HELPERS = Math.min(4, navigator.hardwareConcurrency - 1);

const runFolds = foldLanes(Math.max(0, HELPERS), (onReply, onFailure) => {
  const worker = new Worker(new URL('./fold-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }) => onReply(data);
  worker.onerror = onFailure;
  return { send: (message) => worker.postMessage(message), end: () => worker.terminate() };
});

expose(doorwayOf(createJobs({ runFolds })));
