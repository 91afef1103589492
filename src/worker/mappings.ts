/** Questions about a file that is not loaded yet: what it looks like, and what a mapping would keep of it. */
import { type Inspection, inspectFile } from '../core/ingest/inspect.ts';
import type { Mapping } from '../core/ingest/mapping-profile.ts';
import type { Source } from '../core/ingest/source.ts';
import { type MappingTrial, tryMapping } from '../core/ingest/try-mapping.ts';

export interface MappingJobs {
  /** `sheet`: of a workbook; null for the first with coordinates. */
  inspect(source: Source, sheet: string | null): Promise<Inspection>;
  /** A newer trial ends one that still runs. */
  tryMapping(source: Source, mapping: Mapping): Promise<MappingTrial>;
}

export function createMappings(): MappingJobs {
  let trial: { aborted: boolean } | null = null;
  return {
    inspect: (source, sheet) => inspectFile(source, sheet === null ? {} : { sheet }),
    tryMapping(source, mapping) {
      if (trial) trial.aborted = true;
      const signal = { aborted: false };
      trial = signal;
      return tryMapping(source, mapping, signal);
    },
  };
}
