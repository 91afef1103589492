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
    load: (sources, onProgress, map, mappings, as) => remote.load(sources, proxy(onProgress), map, mappings, as),
    setBatches: (change) => remote.setBatches(change),
    whatChanged: () => remote.whatChanged(),
    cancelLoad: () => remote.cancelLoad(),
    inspect: (source, sheet) => remote.inspect(source, sheet),
    readingOf: (batch, name) => remote.readingOf(batch, name),
    reread: (batch, name, mapping, onProgress) => remote.reread(batch, name, mapping, proxy(onProgress)),
    tryMapping: (source, mapping) => remote.tryMapping(source, mapping),
    kindOf: (head) => remote.kindOf(head),
    openAreas: (text, fileName) => remote.openAreas(text, fileName),
    nameAreasBy: (field) => remote.nameAreasBy(field),
    setDrawn: (drawn) => remote.setDrawn(drawn),
    shape: (pieces, resolution) => remote.shape(pieces, resolution),
    outlinesOf: (id) => remote.outlinesOf(id),
    place: (text) => remote.place(text),
    circle: (text, radiusM) => remote.circle(text, radiusM),
    layers: () => remote.layers(),
    openFactors: (source, origin) => remote.openFactors(source, origin),
    splitFactors: (fileName, splitBy) => remote.splitFactors(fileName, splitBy),
    renameFactor: (id, name) => remote.renameFactor(id, name),
    removeFactor: (id) => remote.removeFactor(id),
    openPopulations: (source, origin) => remote.openPopulations(source, origin),
    removePopulations: () => remote.removePopulations(),
    removeDemoLayers: () => remote.removeDemoLayers(),
    clear: () => remote.clear(),
    drawArea: () => remote.drawArea(),
    fitResolution: (wanted) => remote.fitResolution(wanted),
    grid: (query) => remote.grid(query),
    hotspots: (query) => remote.hotspots(query),
    detail: (query) => remote.detail(query),
    series: (query) => remote.series(query),
    stability: (query) => remote.stability(query),
    kde: (query) => remote.kde(query),
    emerging: (query) => remote.emerging(query),
    nearRepeat: (query) => remote.nearRepeat(query),
    concentration: (query) => remote.concentration(query),
    hours: (query) => remote.hours(query),
    change: (query) => remote.change(query),
    patrolShift: (query) => remote.patrolShift(query),
    sides: (one, other) => remote.sides(one, other),
    fitRisk: (query, onProgress) => remote.fitRisk(query, proxy(onProgress)),
    testRisk: (query, split, onProgress) => remote.testRisk(query, split, proxy(onProgress)),
    testRiskElsewhere: (query, onProgress) => remote.testRiskElsewhere(query, proxy(onProgress)),
    cancelRisk: () => remote.cancelRisk(),
    riskFile: (query, what, format) => remote.riskFile(query, what, format),
    evaluate: (query, onProgress) => remote.evaluate(query, proxy(onProgress)),
    cancelEvaluation: () => remote.cancelEvaluation(),
    evaluationFile: (rows, format) => remote.evaluationFile(rows, format),
    openVisitLog: (source, use) => remote.openVisitLog(source, use),
    removeVisitLog: (name) => remote.removeVisitLog(name),
    visitDose: (query) => remote.visitDose(query),
    visitDoseFile: (query, format) => remote.visitDoseFile(query, format),
    trialResult: (of, reading) => remote.trialResult(of, reading),
    trialFile: (of, reading, what) => remote.trialFile(of, reading, what),
    trialPlan: (query, trial) => remote.trialPlan(query, trial),
    countsAround: (query, day, beforeDays, afterDays) => remote.countsAround(query, day, beforeDays, afterDays),
    patrolFile: (page, format, madeAt) => remote.patrolFile(page, format, madeAt),
    openExactGrid: (source) => remote.openExactGrid(source),
    removeExactGrid: () => remote.removeExactGrid(),
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
