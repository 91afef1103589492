/** Methods held against what came after. Long: tells how far it is and can be cancelled. */
import type { ValidationSettings } from '../core/evaluation/hold-out.ts';
import type { StudyArea } from '../core/geo/area.ts';
import type { Factor } from '../core/geo/factor.ts';
import type { RtmHooks } from '../core/methods/rtm/run.ts';
import type { RtmSettings } from '../core/methods/rtm/settings.ts';
import type { Selection } from '../core/offences/presets.ts';
import type { Pipeline } from '../core/pipeline.ts';
import type { MethodAccuracy, ValidationResult } from '../core/results.ts';
import type { ScheduleId } from '../core/settings.ts';
import { encodeTable, type TableFormat } from '../core/tables/encode.ts';
import { accuracyTable } from '../core/tables/validation.ts';

export interface EvaluationQuery extends Selection, ValidationSettings {
  readonly areaId: string | null;
  readonly schedule: ScheduleId;
  /** Ids of factors; null leaves the risk terrain model out. */
  readonly risk: { readonly factorIds: readonly string[]; readonly settings: RtmSettings } | null;
}

export interface EvaluationJobs {
  /** One under way is given up. @throws InputError as `Pipeline.validate`, and for more cells than a map can show; CancelledError */
  evaluate(query: EvaluationQuery, onProgress: (done: number) => void): Promise<ValidationResult>;
  cancelEvaluation(): void;
  /** The figures as the bytes of a table. */
  evaluationFile(rows: readonly MethodAccuracy[], format: TableFormat): Promise<Uint8Array<ArrayBuffer>>;
}

export function createEvaluation(
  weighed: (query: EvaluationQuery) => Pipeline,
  areaFor: (query: EvaluationQuery) => StudyArea,
  held: () => readonly Factor[],
  shared: Pick<RtmHooks, 'runFolds'> = {},
): EvaluationJobs {
  let running: { aborted: boolean } | null = null;
  const cancel = (): void => {
    if (running) running.aborted = true;
  };
  return {
    evaluate(query, onProgress) {
      cancel();
      const signal = { aborted: false };
      running = signal;
      const area = areaFor(query);
      const risk = query.risk && {
        factors: held().filter(({ id }) => query.risk?.factorIds.includes(id)),
        settings: query.risk.settings,
      };
      return weighed(query).validate(area, query, risk, { ...shared, signal, onProgress });
    },
    cancelEvaluation: cancel,
    evaluationFile: (rows, format) => encodeTable(accuracyTable(rows), format),
  };
}
