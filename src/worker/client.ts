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
  return {
    load: (sources, onProgress, map) => jobs.load(sources, onProgress, map),
    cancelLoad: async () => jobs.cancelLoad(),
    kindOf: async (head) => jobs.kindOf(head),
    openAreas: async (text, fileName) => jobs.openAreas(text, fileName),
    clear: async () => jobs.clear(),
    drawArea: async () => jobs.drawArea(),
    fitResolution: async (wanted) => jobs.fitResolution(wanted),
    grid: async (query) => jobs.grid(query),
    hotspots: async (query) => jobs.hotspots(query),
    detail: async (query) => jobs.detail(query),
    series: async (query) => jobs.series(query),
    stability: async (query) => jobs.stability(query),
    openSchedule: async (text, fileName) => jobs.openSchedule(text, fileName),
    withoutWeight: async () => jobs.withoutWeight(),
    availability: async (rules) => jobs.availability(rules),
    compare: async (query, other) => jobs.compare(query, other),
    forOutside: async (query) => jobs.forOutside(query),
    exportTable: (query, table, options) => jobs.exportTable(query, table, options),
    saveProject: (about, options) => jobs.saveProject(about, options),
    openProject: (source, passphrase) => jobs.openProject(source, passphrase),
    checkInputs: (expected) => jobs.checkInputs(expected),
    projectTables: async (query) => jobs.projectTables(query),
  };
}
