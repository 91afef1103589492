/** Asking whether files join what is loaded, and switching, naming, dating and removing batches. */
import type { BatchChange, BatchLabel, LoadAs } from '../core/batches/batch.ts';
import type { Store } from './app-state.ts';
import type { BatchAnswer } from './batches.ts';
import type { Doing } from './doing.ts';
import { messageOf } from './message-of.ts';

export interface BatchActions extends Pick<Store, 'answerBatchQuestion' | 'changeBatches'> {
  /** How the files are to be loaded; null when they are not to be. Asks only when files are loaded already. */
  loadAs(files: readonly File[], label?: BatchLabel): Promise<BatchAnswer>;
}

/** @param today local day, for batches that come now */
export function batchActions({ client, dispatch, getState }: Doing, today: () => number): BatchActions {
  let answer: ((answer: BatchAnswer) => void) | null = null;

  return {
    loadAs(files, label) {
      const { dataset } = getState();
      const loaded = 'value' in dataset ? dataset.value : undefined;
      const about = { name: namesOf(files), receivedDay: today(), label: label ?? null };
      const alone: LoadAs = { ...about, join: false };
      // the demo never mixes with offences that happened
      if (loaded === undefined || loaded.source === 'demo') return Promise.resolve(alone);
      // files that are opened meanwhile take the place of those that wait
      answer?.(null);
      return new Promise((resolve) => {
        answer = resolve;
        const question = { ...about, files: files.map(({ name }) => name) };
        dispatch({ type: 'batch-question', question });
      });
    },

    answerBatchQuestion(given) {
      const resolve = answer;
      answer = null;
      dispatch({ type: 'batch-question', question: null });
      resolve?.(given);
    },

    async changeBatches(change: BatchChange) {
      try {
        dispatch({ type: 'batches', ...(await client.setBatches(change)) });
        return null;
      } catch (error) {
        return messageOf(error);
      }
    },
  };
}

function namesOf(files: readonly File[]): string {
  const [first, second] = files;
  if (!first || files.length > 2) return `${first?.name ?? ''} and ${files.length - 1} more`;
  return second ? `${first.name}, ${second.name}` : first.name;
}
