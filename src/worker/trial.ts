/** Did it work: trials from a file of place-days or from the offences held, and counts for a test of displacement. */

import type { PlaceDays } from '../core/evaluation/place-days.ts';
import { readPlaceDays } from '../core/evaluation/place-days.ts';
import { type TrialAnswer, type TrialReading, trialAnswer } from '../core/evaluation/trial-answer.ts';
import type { DrawnTrial, TrialPlanResult } from '../core/evaluation/trial-view.ts';
import { deliveredMinutes, type VisitDose } from '../core/evaluation/visit-dose.ts';
import type { PrePost } from '../core/evaluation/wdd.ts';
import type { StudyArea } from '../core/geo/area.ts';
import type { Source } from '../core/ingest/source.ts';
import type { Selection } from '../core/offences/presets.ts';
import type { TrialAreas, TrialSettings } from '../core/pipeline/trials.ts';
import type { Pipeline } from '../core/pipeline.ts';
import type { ScheduleId } from '../core/settings.ts';
import { toCsv } from '../core/tables/csv.ts';
import { placeDaysTable, trialJson } from '../core/tables/trial.ts';
import type { LogDoseQuery } from './visit-log.ts';

interface TrialQuery extends Selection {
  readonly areaId: string | null;
  readonly schedule: ScheduleId;
}

/** Whose result is wanted: that of a file, or of a trial drawn before over the offences held. */
type TrialOf =
  | { readonly kind: 'file'; readonly file: Source }
  | {
      readonly kind: 'drawn';
      readonly query: TrialQuery;
      readonly drawn: DrawnTrial;
      /** How the log held is read for its places; null without one. */
      readonly log: LogDoseQuery | null;
    };

export interface TrialJobs {
  /** @throws InputError for a file that is no table of place-days, and as `trialPlaceDays` */
  trialResult(of: TrialOf, reading: TrialReading): Promise<TrialAnswer>;
  /** The result as JSON, or the place-days that it is of as CSV. */
  trialFile(of: TrialOf, reading: TrialReading, what: 'result' | 'place-days'): Promise<string>;
  /** @throws InputError as `trialPlan` of the pipeline, and for more cells than a map can show */
  trialPlan(query: TrialQuery & TrialAreas, trial: TrialSettings): TrialPlanResult;
  /** Offences in the days before a day, and from it on. */
  countsAround(query: TrialQuery, day: number, beforeDays: number, afterDays: number): PrePost;
}

export function createTrial(
  weighed: (query: TrialQuery) => Pipeline,
  areaFor: (query: TrialQuery) => StudyArea,
  doseOf: (query: LogDoseQuery) => VisitDose,
): TrialJobs {
  const placeDaysOf = async (of: TrialOf): Promise<{ readonly data: PlaceDays; readonly notes: readonly string[] }> => {
    if (of.kind === 'drawn') {
      const { query, drawn, log } = of;
      const area = areaFor({ ...query, resolution: drawn.resolution });
      const dose = log && doseOf(log);
      const minutes = dose ? deliveredMinutes(dose) : undefined;
      return { data: weighed(query).trialPlaceDays(area, query, drawn, minutes), notes: dose?.cautions ?? [] };
    }
    const { file } = of;
    return readPlaceDays(new Uint8Array(await file.slice(0, file.size).arrayBuffer()), file.name);
  };
  const answered = async (of: TrialOf, reading: TrialReading) => {
    const { data, notes } = await placeDaysOf(of);
    return { data, answer: trialAnswer(data, notes, reading) };
  };
  return {
    trialResult: async (of, reading) => (await answered(of, reading)).answer,
    async trialFile(of, reading, what) {
      if (what === 'place-days') return toCsv(placeDaysTable((await placeDaysOf(of)).data));
      const { answer } = await answered(of, reading);
      return trialJson(answer.result, answer);
    },
    trialPlan: (query, trial) => weighed(query).trialPlan(areaFor(query), query, trial),
    countsAround: (query, day, beforeDays, afterDays) =>
      weighed(query).countsAround(areaFor(query), query, day, beforeDays, afterDays),
  };
}
