/** Calls the jobs in a worker, or directly when there is none (tests): the answers are the same. */
import { type Endpoint, proxy, wrap } from 'comlink';
import type { Jobs } from './jobs.ts';

type Awaited1<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;

/** The jobs, each answering with a promise. */
export type Client = { readonly [K in keyof Jobs]: Awaited1<Jobs[K]> };

/** The client of a worker (or MessagePort) that has exposed the jobs. */
export function createClient(worker: Endpoint): Client {
  const remote = wrap<Client>(worker) as unknown as Client;
  return {
    load: (sources, onProgress, map) => remote.load(sources, proxy(onProgress), map),
    cancelLoad: () => remote.cancelLoad(),
    kindOf: (head) => remote.kindOf(head),
    openAreas: (text, fileName) => remote.openAreas(text, fileName),
    clear: () => remote.clear(),
    drawArea: () => remote.drawArea(),
    fitResolution: (wanted) => remote.fitResolution(wanted),
    grid: (query) => remote.grid(query),
    hotspots: (query) => remote.hotspots(query),
    detail: (query) => remote.detail(query),
    series: (query) => remote.series(query),
    stability: (query) => remote.stability(query),
    openSchedule: (text, fileName) => remote.openSchedule(text, fileName),
    withoutWeight: () => remote.withoutWeight(),
    availability: (rules) => remote.availability(rules),
    compare: (query, other) => remote.compare(query, other),
    forOutside: (query) => remote.forOutside(query),
    exportTable: (query, table, options) => remote.exportTable(query, table, options),
    saveProject: (about, options) => remote.saveProject(about, options),
    openProject: (source, passphrase) => remote.openProject(source, passphrase),
    checkInputs: (expected) => remote.checkInputs(expected),
    projectTables: (query) => remote.projectTables(query),
  };
}

/** The same without a worker: the jobs given, called here. */
export function directClient(jobs: Jobs): Client {
  const direct = Object.entries(jobs).map(([name, job]) => [
    name,
    async (...args: never[]) => (job as (...args: never[]) => unknown)(...args),
  ]);
  return Object.fromEntries(direct) as Client;
}
