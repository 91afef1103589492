/** The jobs as a worker exposes them: every typed array of a reply transferred instead of copied. */
import { transfer } from 'comlink';
import type { Jobs } from './jobs.ts';
import { buffersOf, plainError } from './transfer.ts';

export function doorwayOf(jobs: Jobs): Record<keyof Jobs, (...args: never[]) => Promise<unknown>> {
  const through =
    (job: (...args: never[]) => unknown) =>
    async (...args: never[]): Promise<unknown> => {
      try {
        const reply = await job(...args);
        // only objects can be handed over; a number or nothing is simply sent
        return typeof reply === 'object' && reply !== null ? transfer(reply, buffersOf(reply)) : reply;
      } catch (error) {
        throw plainError(error);
      }
    };
  const doors = Object.entries(jobs).map(([name, job]) => [name, through(job)]);
  return Object.fromEntries(doors) as Record<keyof Jobs, (...args: never[]) => Promise<unknown>>;
}
