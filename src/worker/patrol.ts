/** Patrol areas and the plan of a shift, over the offences held. */
import type { StudyArea } from '../core/geo/area.ts';
import type { GridTransform } from '../core/geo/bng.ts';
import type { Selection } from '../core/offences/presets.ts';
import type { ShiftAsk, ShiftResult } from '../core/patrol/shift.ts';
import type { Pipeline } from '../core/pipeline.ts';
import type { ScheduleId } from '../core/settings.ts';

export interface PatrolQuery extends Selection, ShiftAsk {
  readonly areaId: string | null;
  readonly schedule: ScheduleId;
}

export interface PatrolJobs {
  /** @throws InputError when every cell is above the cap, and for more cells than a map can show */
  patrolShift(query: PatrolQuery): ShiftResult;
}

export function createPatrol(
  weighed: (query: PatrolQuery) => Pipeline,
  areaFor: (query: PatrolQuery) => StudyArea,
  exactGrid: () => GridTransform | undefined,
): PatrolJobs {
  return { patrolShift: (query) => weighed(query).patrolShift(areaFor(query), query, exactGrid()) };
}
