/** Questions about a file that is not loaded yet: what it looks like, and what a mapping would keep of it. */
import { InputError } from '../core/errors.ts';
import { type Inspection, inspectFile } from '../core/ingest/inspect.ts';
import type { Mapping } from '../core/ingest/mapping-profile.ts';
import type { IngestProgress, Source } from '../core/ingest/source.ts';
import { type MappingTrial, tryMapping } from '../core/ingest/try-mapping.ts';
import { ingest } from '../core/pipeline.ts';
import type { BatchJobs, Read } from './batches.ts';
import type { Inputs } from './projects.ts';

/** The part of the batches that this needs. */
interface Batches {
  inputsOf(id: number): Inputs;
  reread(id: number, read: Read): ReturnType<BatchJobs['setBatches']>;
}

export interface MappingJobs {
  /** `sheet`: of a workbook; null for the first with coordinates. */
  inspect(source: Source, sheet: string | null): Promise<Inspection>;
  /** A newer trial ends one that still runs. */
  tryMapping(source: Source, mapping: Mapping): Promise<MappingTrial>;
  /** A file of a batch, by its name, and how it was read; null for without being told. */
  readingOf(batch: number, name: string): { readonly source: Source; readonly mapping: Mapping | null };
  /** Reads a batch again, one of its files in another way. */
  reread(
    batch: number,
    name: string,
    mapping: Mapping,
    onProgress: (progress: IngestProgress) => void,
  ): Promise<ReturnType<BatchJobs['setBatches']>>;
}

/** @param startLoad ends a load that still runs; its signal says when the next one ends this */
export function createMappings(batches: Batches, startLoad: () => { readonly aborted: boolean }): MappingJobs {
  const placeIn = ({ sources }: Inputs, name: string): number => {
    const place = sources.findIndex((source) => source.name === name);
    if (place < 0) throw new InputError(`“${name}” is no longer held – open it again.`);
    return place;
  };

  let trial: { aborted: boolean } | null = null;
  return {
    inspect: (source, sheet) => inspectFile(source, sheet === null ? {} : { sheet }),
    tryMapping(source, mapping) {
      if (trial) trial.aborted = true;
      const signal = { aborted: false };
      trial = signal;
      return tryMapping(source, mapping, signal);
    },

    readingOf(batch, name) {
      const inputs = batches.inputsOf(batch);
      const place = placeIn(inputs, name);
      const source = inputs.sources[place];
      if (!source) throw new InputError(`“${name}” is no longer held – open it again.`);
      return { source, mapping: inputs.mappings[place] ?? null };
    },

    async reread(batch, name, mapping, onProgress) {
      const { sources, map, mappings } = batches.inputsOf(batch);
      const place = placeIn({ sources, map, mappings }, name);
      const next = sources.map((_, i) => (i === place ? mapping : (mappings[i] ?? null)));
      const read = await ingest(sources, { map, mappings: next, onProgress, signal: startLoad() });
      return batches.reread(batch, { ...read, sources, map, mappings: next });
    },
  };
}
