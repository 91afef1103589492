/** A helper of the worker: runs one fold of a cross-validation after another, and nothing else. */
import { type FoldShared, runFold } from '../core/methods/rtm/cross-validation.ts';
import { drained } from '../core/methods/rtm/rtm.ts';
import type { FoldMessage, FoldReply } from './fold-lanes.ts';

let shared: FoldShared | null = null;

const reply = (answer: FoldReply): void => self.postMessage(answer);

self.onmessage = ({ data }: MessageEvent<FoldMessage>) => {
  if ('shared' in data) {
    shared = data.shared;
    reply({ ask: data.ask, curve: null });
  } else if (shared) reply({ ask: data.ask, curve: drained(runFold({ ...shared, ...data.own })) });
};
