/**
 * Runs requests: one running and one waiting per name, the newest replacing the one that waits. Those that can come later
 * start when nothing else is under way.
 */
import type { Client } from '../worker/client.ts';
import type { Request, RequestName } from './requests.ts';

export interface RunnerEvents {
  started(request: Request): void;
  /** Not called for an answer whose key is no longer wanted. */
  answered(request: Request, results: Awaited<ReturnType<Request['run']>>): void;
  failed(request: Request, error: unknown): void;
}

export interface Runner {
  /** What is wanted now; anything else still under way is dropped when it answers. */
  want(requests: readonly Request[]): void;
}

export function createRunner(client: Client, events: RunnerEvents): Runner {
  /** Key asked for last, by name. */
  const wanted = new Map<RequestName, string>();
  /** Key of the one that runs, by name. */
  const busy = new Map<RequestName, string>();
  const waiting = new Map<RequestName, Request>();

  const start = async (request: Request): Promise<void> => {
    busy.set(request.name, request.key);
    try {
      const results = await request.run(client);
      if (wanted.get(request.name) === request.key) events.answered(request, results);
    } catch (error) {
      if (wanted.get(request.name) === request.key) events.failed(request, error);
    } finally {
      busy.delete(request.name);
      startWaiting();
    }
  };

  const mayStart = ({ name, later }: Request): boolean => !busy.has(name) && (later !== true || busy.size === 0);

  const startWaiting = (): void => {
    for (const request of byUrgency([...waiting.values()])) {
      if (!mayStart(request)) continue;
      waiting.delete(request.name);
      void start(request);
    }
  };

  return {
    want(requests) {
      const names = new Set(requests.map((r) => r.name));
      for (const name of wanted.keys()) {
        if (names.has(name)) continue;
        wanted.delete(name);
        waiting.delete(name);
      }
      for (const request of byUrgency(requests)) {
        if (wanted.get(request.name) === request.key) continue;
        wanted.set(request.name, request.key);
        events.started(request);
        if (busy.get(request.name) === request.key) waiting.delete(request.name);
        else if (mayStart(request)) void start(request);
        else waiting.set(request.name, request);
      }
    },
  };
}

/** Those that can come later behind the others. */
function byUrgency(requests: readonly Request[]): readonly Request[] {
  const later = requests.filter((request) => request.later);
  return later.length === 0 ? requests : [...requests.filter((request) => !request.later), ...later];
}
