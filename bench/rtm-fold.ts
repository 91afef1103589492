/** One of several threads that share the folds of a cross-validation: a task in, its curve out. */
import { parentPort } from 'node:worker_threads';
import type { FoldTask } from '../src/core/methods/rtm/cross-validation.ts';
import { drained, runFolds } from '../src/core/methods/rtm/rtm.ts';

parentPort?.on('message', (task: FoldTask) => parentPort?.postMessage(drained(runFolds([task]))[0]));
