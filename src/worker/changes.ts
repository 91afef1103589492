/** The change at a key date, over the offences held. */
import { InputError } from '../core/errors.ts';
import type { StudyArea } from '../core/geo/area.ts';
import type { ChangeSettings } from '../core/methods/change-windows.ts';
import type { Selection } from '../core/offences/presets.ts';
import type { Pipeline } from '../core/pipeline.ts';
import type { ChangeResult } from '../core/results.ts';
import type { ScheduleId } from '../core/settings.ts';
import type { OutTable } from '../core/tables/table.ts';

interface ChangeQuery extends Selection, ChangeSettings {
  readonly areaId: string | null;
  readonly schedule: ScheduleId;
}

export interface ChangeJobs {
  /** @throws InputError for a window without data, and for more cells than a map can show */
  change(query: ChangeQuery): ChangeResult;
}

export function createChanges(weighed: (query: ChangeQuery) => Pipeline, areaFor: (query: ChangeQuery) => StudyArea) {
  const jobs: ChangeJobs = { change: (query) => weighed(query).change(areaFor(query), query) };
  return {
    jobs,
    /** Every cell; for readers outside the force without those of small counts. @throws InputError without a key date */
    table(query: Omit<ChangeQuery, keyof ChangeSettings> & Partial<ChangeSettings>, outside: boolean): OutTable {
      const { keyDay, beforeDays, afterDays, baseline } = query;
      if (keyDay === undefined || beforeDays === undefined || afterDays === undefined || baseline === undefined) {
        throw new InputError('No key date is chosen – choose one first.');
      }
      const asked = { ...query, keyDay, beforeDays, afterDays, baseline };
      return weighed(asked).changeTable(areaFor(asked), asked, outside ? 'outside' : 'force');
    },
  };
}
