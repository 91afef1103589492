/** Patrol cards and plans as files. The page to be written comes with the question: it is the one on screen. */
import { type PatrolFileFormat, patrolFile } from '../core/tables/patrol-files.ts';
import type { CardsPage } from '../core/tables/patrol-html.ts';

export interface PatrolFileJobs {
  /** @throws InputError for a calendar without a shift */
  patrolFile(page: CardsPage, format: PatrolFileFormat, madeAtUtcMinute: number): Uint8Array<ArrayBuffer>;
}

export function createPatrolFiles(): PatrolFileJobs {
  return {
    patrolFile: (page, format, madeAtUtcMinute) => new TextEncoder().encode(patrolFile(page, format, madeAtUtcMinute)),
  };
}
