/** One of several threads that share the folds of a cross-validation: what all share first, then a fold in, its curve out. */
import { parentPort } from 'node:worker_threads';
import { type FoldOwn, type FoldShared, runFold } from '../src/core/methods/rtm/cross-validation.ts';
import { drained } from '../src/core/methods/rtm/rtm.ts';

let shared: FoldShared;

parentPort?.on('message', (message: { readonly shared: FoldShared } | { readonly own: FoldOwn }) => {
  if ('shared' in message) shared = message.shared;
  else parentPort?.postMessage(drained(runFold({ ...shared, ...message.own })));
});
