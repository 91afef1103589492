/** Risk terrain models over the offences and factors held. Long: each tells how far it is and can be cancelled. */
import { countMethods } from '../core/evaluation/scores.ts';
import type { StudyArea } from '../core/geo/area.ts';
import type { Factor } from '../core/geo/factor.ts';
import { identityKeys } from '../core/memo.ts';
import type { RtmResult, ShownRtm } from '../core/methods/rtm/results.ts';
import type { RtmHooks } from '../core/methods/rtm/run.ts';
import type { RtmSettings } from '../core/methods/rtm/settings.ts';
import type { Selection } from '../core/offences/presets.ts';
import type { Pipeline } from '../core/pipeline.ts';
import type { SpatialTest, ValidationResult } from '../core/results.ts';
import type { ScheduleId } from '../core/settings.ts';
import { columnItems } from '../core/stats/binary-columns.ts';
import { encodeTable, type TableFormat } from '../core/tables/encode.ts';
import { modelJson } from '../core/tables/rtm.ts';

export interface RiskQuery extends Selection {
  readonly areaId: string | null;
  readonly schedule: ScheduleId;
  /** Ids of the factors, in the order of the list. */
  readonly factorIds: readonly string[];
  readonly rtm: RtmSettings;
}

/** Last local days of the training and of the test. */
interface Split {
  readonly trainToDay: number;
  readonly testToDay: number;
}

export interface RiskJobs {
  /** @throws InputError without factors, offences or variation; CancelledError */
  fitRisk(query: RiskQuery, onProgress: (done: number) => void): Promise<ShownRtm>;
  /** The model and plain methods, each trained on the first days of the period and held against the rest. */
  testRisk(query: RiskQuery, split: Split, onProgress: (done: number) => void): Promise<ValidationResult>;
  /** The model fitted without parts of its area and held against them; for offences without dates. */
  testRiskElsewhere(query: RiskQuery, onProgress: (done: number) => void): Promise<SpatialTest>;
  /** Ends what is under way. */
  cancelRisk(): void;
  /** A model as JSON, its relative risks or its cells as a table; fitted anew unless it is one of the last few. */
  riskFile(query: RiskQuery, what: 'model' | 'risks' | 'cells', format: TableFormat): Promise<Uint8Array<ArrayBuffer>>;
}

const KEPT = 4;

const BUDGETS = [1, 2, 5, 10];

export function createRisk(
  weighed: (query: RiskQuery) => Pipeline,
  areaFor: (query: RiskQuery) => StudyArea,
  held: () => readonly Factor[],
  shared: Pick<RtmHooks, 'runFolds'> = {},
): RiskJobs {
  const kept = new Map<string, RtmResult>();
  const pipelineKey = identityKeys<Pipeline>();
  const areaKey = identityKeys<StudyArea>();
  const factorKey = identityKeys<Factor>();
  /** What became of a model tested without dates: its file tells. */
  const tests = new WeakMap<RtmResult, SpatialTest>();
  let running: { aborted: boolean } | null = null;

  const inputs = (query: RiskQuery) => {
    const area = areaFor(query);
    const factors = held().filter(({ id }) => query.factorIds.includes(id));
    return { area, factors, pipeline: weighed(query) };
  };
  const start = (onProgress: (done: number) => void): RtmHooks => {
    if (running) running.aborted = true;
    const signal = { aborted: false };
    running = signal;
    return { ...shared, signal, onProgress: ({ done }) => onProgress(done) };
  };

  const fitted = async (query: RiskQuery, hooks: RtmHooks): Promise<RtmResult> => {
    const { area, factors, pipeline } = inputs(query);
    const key = `${pipelineKey(pipeline)}|${areaKey(area)}|${factors.map(factorKey)}|${JSON.stringify(query)}`;
    const known = kept.get(key);
    if (known) return known;
    const result = await pipeline.rtm(area, query, factors, query.rtm, hooks);
    kept.set(key, result);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return result;
  };

  return {
    fitRisk: async (query, onProgress) => shownRtm(await fitted(query, start(onProgress))),
    async testRisk(query, split, onProgress) {
      const { signal, runFolds } = start(onProgress);
      const { area, factors, pipeline } = inputs(query);
      const settings = { ...query, ...split, budgets: BUDGETS, rolling: false, methods: countMethods };
      const risk = { factors, settings: query.rtm, required: true };
      const hooks = { onProgress, ...(signal ? { signal } : {}), ...(runFolds ? { runFolds } : {}) };
      return pipeline.validate(area, settings, risk, hooks);
    },
    async testRiskElsewhere(query, onProgress) {
      const hooks = start(onProgress);
      const model = await fitted(query, { ...hooks, onProgress: () => undefined });
      const { area, factors, pipeline } = inputs(query);
      const test = await pipeline.rtmSpatialTest(area, query, factors, query.rtm, model, hooks);
      tests.set(model, test);
      return structuredClone(test);
    },
    cancelRisk() {
      if (running) running.aborted = true;
    },
    async riskFile(query, what, format) {
      const result = await fitted(query, shared);
      if (what === 'model') return new TextEncoder().encode(modelJson(result, tests.get(result)));
      const { area, pipeline } = inputs(query);
      return encodeTable(pipeline.rtmTable(area, query.resolution, result, what), format);
    },
  };
}

/** Copies of all arrays: a transferred one leaves its owner, and the model is kept. */
function shownRtm({ columns, ...result }: RtmResult): ShownRtm {
  const holds = new Uint8Array(result.risks.length * columns.rows);
  result.risks.forEach(({ candidate }, k) => {
    for (const row of columnItems(columns, candidate)) holds[k * columns.rows + row] = 1;
  });
  return { ...structuredClone(result), holds };
}
