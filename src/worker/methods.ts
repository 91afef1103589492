/** The methods on the map beside the hotspots, over the offences held. */
import { InputError } from '../core/errors.ts';
import type { StudyArea } from '../core/geo/area.ts';
import type { Selection } from '../core/offences/presets.ts';
import type { Pipeline } from '../core/pipeline.ts';
import type { ConcentrationResult, EmergingResult, HoursResult, KdeResult, NearRepeatResult } from '../core/results.ts';
import type { MethodSettings, ScheduleId } from '../core/settings.ts';
import type { OutTable } from '../core/tables/table.ts';

interface MethodQuery extends Selection {
  readonly areaId: string | null;
  readonly schedule: ScheduleId;
}

export interface MethodJobs {
  kde(query: MethodQuery & Pick<MethodSettings, 'bandwidthM' | 'kernel'>): KdeResult;
  emerging(query: MethodQuery & Pick<MethodSettings, 'stepDays'>): EmergingResult;
  nearRepeat(query: MethodQuery & Pick<MethodSettings, 'asOfDay' | 'bandM' | 'bandDays'>): NearRepeatResult;
  concentration(query: MethodQuery): ConcentrationResult;
  /** Of all cells, or of the one whose H3 id is given. */
  hours(query: MethodQuery & { readonly cell?: string }): HoursResult;
}

/** 1/200 is the least p, and a million pairs take a few seconds. */
const SHUFFLES = 199;
const MOST_PAIRS = 1_000_000;

const BANDS = [1, 2, 3, 4] as const;

export function createMethods(weighed: (query: MethodQuery) => Pipeline, areaFor: (query: MethodQuery) => StudyArea) {
  const jobs: MethodJobs = {
    kde: (query) => weighed(query).kde(areaFor(query), query),
    emerging: (query) => weighed(query).emerging(areaFor(query), query),
    nearRepeat(query) {
      const { bandM, bandDays, asOfDay } = query;
      return weighed(query).nearRepeat(areaFor(query), {
        ...query,
        distanceEdgesM: [1, ...BANDS.map((k) => k * bandM)],
        timeEdgesDays: BANDS.map((k) => k * bandDays),
        shuffles: SHUFFLES,
        mostPairs: MOST_PAIRS,
        asOfDay,
      });
    },
    concentration: (query) => weighed(query).concentration(areaFor(query), query),
    hours: (query) => weighed(query).hours(areaFor(query), query),
  };
  return {
    jobs,
    /** @throws InputError for readers outside the force: it could not be told which numbers to hide */
    table(what: 'kde' | 'emerging', query: MethodQuery & Partial<MethodSettings>, outside: boolean): OutTable {
      if (outside) {
        throw new InputError(
          'There is no version of this table for outside the force – take the ranked list or all cells.',
        );
      }
      const pipeline = weighed(query);
      return what === 'kde' ? pipeline.kdeTable(areaFor(query), query) : pipeline.emergingTable(areaFor(query), query);
    },
  };
}
