/** Two areas, or two periods of one, side by side, over the offences, areas and populations held. */
import type { StudyArea } from '../core/geo/area.ts';
import { togetherAreas } from '../core/geo/drawn.ts';
import { joinPopulations, type Population } from '../core/geo/populations.ts';
import type { SidesResult } from '../core/methods/sides.ts';
import type { Selection } from '../core/offences/presets.ts';
import type { Side } from '../core/pipeline/sides.ts';
import type { Pipeline } from '../core/pipeline.ts';
import type { ScheduleId } from '../core/settings.ts';

interface SideQuery extends Selection {
  readonly areaId: string | null;
  readonly schedule: ScheduleId;
}

export interface SideJobs {
  /** Both are weighed by the schedule of the first. */
  sides(one: SideQuery, other: SideQuery): SidesResult;
}

interface Held {
  readonly weighed: (query: SideQuery) => Pipeline;
  readonly areaFor: (query: SideQuery) => StudyArea;
  readonly areas: () => readonly StudyArea[];
  readonly populations: () => readonly Population[];
}

export function createSides({ weighed, areaFor, areas, populations }: Held): SideJobs {
  const sideOf = (query: SideQuery): Side => {
    return { area: areaFor(query), settings: query, residents: residentsOf(query.areaId, areas(), populations()) };
  };
  return { sides: (one, other) => weighed(one).sides(sideOf(one), sideOf(other)) };
}

/** Of the area, or of all together; null unless they are known of each. */
function residentsOf(
  areaId: string | null,
  areas: readonly StudyArea[],
  populations: readonly Population[],
): number | null {
  const { residents } = joinPopulations(populations, areas);
  const wanted = areaId === null ? togetherAreas(areas) : areas.filter(({ id }) => id === areaId);
  let sum = 0;
  for (const { id } of wanted) {
    const known = residents.get(id);
    if (known === undefined) return null;
    sum += known;
  }
  return wanted.length > 0 ? sum : null;
}
