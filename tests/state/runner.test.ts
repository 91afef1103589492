import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/state/requests.ts';
import { createRunner } from '../../src/state/runner.ts';
import { directClient } from '../../src/worker/client.ts';
import { createJobs } from '../../src/worker/jobs.ts';

/** A request that answers when told to. */
function held(key: string): Request & { answer(): void; breakDown(): void; runs: number } {
  let resolve: (value: Record<string, never>) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<Record<string, never>>((onAnswer, onError) => {
    resolve = onAnswer;
    reject = onError;
  });
  const request = {
    name: 'picture' as const,
    key,
    slots: [],
    runs: 0,
    run: () => {
      request.runs += 1;
      return promise;
    },
    answer: () => resolve({}),
    breakDown: () => reject(new Error(`${key} broke`)),
  };
  return request;
}

function recording() {
  const log: string[] = [];
  const runner = createRunner(directClient(createJobs()), {
    started: (r) => log.push(`started ${r.key}`),
    answered: (r) => log.push(`answered ${r.key}`),
    failed: (r) => log.push(`failed ${r.key}`),
  });
  return { log, runner };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the request runner', () => {
  it('asks the same key once', async () => {
    const { log, runner } = recording();
    const a = held('a');
    runner.want([a]);
    runner.want([a]);
    a.answer();
    await settle();
    expect(a.runs).toBe(1);
    expect(log).toEqual(['started a', 'answered a']);
  });

  it('the newest replaces the one that waits, and a stale answer is dropped', async () => {
    const { log, runner } = recording();
    const [a, b, c] = [held('a'), held('b'), held('c')];
    runner.want([a]);
    runner.want([b]);
    runner.want([c]);
    a.answer();
    await settle();
    c.answer();
    await settle();
    expect([a.runs, b.runs, c.runs]).toEqual([1, 0, 1]);
    expect(log).toEqual(['started a', 'started b', 'started c', 'answered c']);
  });

  it('going back to what is running asks nothing again and shows its answer', async () => {
    const { log, runner } = recording();
    const [a, b] = [held('a'), held('b')];
    runner.want([a]);
    runner.want([b]);
    runner.want([a]);
    a.answer();
    await settle();
    expect([a.runs, b.runs]).toEqual([1, 0]);
    expect(log.at(-1)).toBe('answered a');
  });

  it('a failure is told, unless nobody wants it any more', async () => {
    const { log, runner } = recording();
    const [a, b] = [held('a'), held('b')];
    runner.want([a]);
    a.breakDown();
    await settle();
    runner.want([b]);
    runner.want([]);
    b.breakDown();
    await settle();
    expect(log).toEqual(['started a', 'failed a', 'started b']);
  });

  it('what can come later starts when nothing else is under way, whatever was asked first', async () => {
    const { runner } = recording();
    const a = held('a');
    let started = 0;
    const later: Request = {
      ...{ name: 'hours', key: 'below', slots: [], later: true },
      run: async () => {
        started += 1;
        return {};
      },
    };
    runner.want([later, a]);
    expect([a.runs, started]).toEqual([1, 0]);
    a.answer();
    await settle();
    expect(started).toBe(1);
  });
});
