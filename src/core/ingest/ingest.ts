/** Files to the offence table: bytes in, checked columns and a note for every row that was dropped or doubted out. */
import { InputError } from '../errors.ts';
import type { OffenceTable } from '../offences/table.ts';
import { assemble } from './assemble.ts';
import { settleDuplicates } from './duplicates.ts';
import type { Field } from './fields.ts';
import { NotOffences, startLoad } from './load.ts';
import { handMap, requireAllUsed } from './mapping.ts';
import { readerFor } from './registry.ts';
import type { IngestReport } from './report.ts';
import type { IngestProgress, Source } from './source.ts';

export interface IngestOptions {
  /** Columns named by hand, header as written in any case → field. A named column displaces the guess for its field. */
  readonly map?: Readonly<Record<string, Field>>;
  /** Name of the sheet to read of Excel workbooks; without it the first with a pair of coordinate columns. */
  readonly sheet?: string;
  /** Called about once a megabyte, and at the end; `done` never goes back. */
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Looked at for every chunk that is read. */
  readonly signal?: { readonly aborted: boolean };
}

/**
 * Loads all sources as one table, in their order. Throws `InputError` for a file that cannot be read at all and
 * `CancelledError` when the signal says so. Duplicates are told over all sources of the load.
 */
export async function ingest(
  sources: readonly Source[],
  options: IngestOptions = {},
): Promise<{ table: OffenceTable; report: IngestReport }> {
  if (sources.length === 0) throw new InputError('No file was given – choose at least one file of offences.');
  const hand = handMap(options.map ?? {});
  const load = startLoad({
    sizes: sources.map(({ size }) => size),
    hand,
    sheet: options.sheet ?? null,
    onProgress: options.onProgress,
    signal: options.signal,
  });
  for (const source of sources) {
    try {
      const read = await readerFor(source);
      load.advance(0);
      await read(source, load);
    } catch (error) {
      if (!(error instanceof NotOffences)) throw error;
      load.skip(source.name, error.message);
    }
    load.finishSource();
  }
  if (load.files.length === 0) throw new InputError(load.firstFault() ?? 'The files hold no offences.');
  requireAllUsed(hand, [...load.headers]);
  settleDuplicates(load.raw);
  return assemble(load);
}
