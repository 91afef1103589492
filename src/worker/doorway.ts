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
  return {
    load: through(jobs.load),
    cancelLoad: through(jobs.cancelLoad),
    kindOf: through(jobs.kindOf),
    openAreas: through(jobs.openAreas),
    clear: through(jobs.clear),
    drawArea: through(jobs.drawArea),
    fitResolution: through(jobs.fitResolution),
    grid: through(jobs.grid),
    hotspots: through(jobs.hotspots),
    detail: through(jobs.detail),
    series: through(jobs.series),
    stability: through(jobs.stability),
    openSchedule: through(jobs.openSchedule),
    withoutWeight: through(jobs.withoutWeight),
    availability: through(jobs.availability),
    compare: through(jobs.compare),
    forOutside: through(jobs.forOutside),
    exportTable: through(jobs.exportTable),
    saveProject: through(jobs.saveProject),
    openProject: through(jobs.openProject),
    checkInputs: through(jobs.checkInputs),
    projectTables: through(jobs.projectTables),
  };
}
