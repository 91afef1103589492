/** Files to the offence table: bytes in, checked columns and a note for every row that was dropped or doubted out. */
import { InputError } from '../errors.ts';
import type { OffenceTable } from '../offences/table.ts';
import { assemble } from './assemble.ts';
import { breathing } from './breathing.ts';
import { settleDuplicates } from './duplicates.ts';
import type { Field } from './fields.ts';
import { EnoughRows, type Load, NotOffences, type OpenFile, type Reading, startLoad } from './load.ts';
import { handMap, requireAllUsed } from './mapping.ts';
import { emptyMapping, type Mapping } from './mapping-profile.ts';
import { readerFor } from './registry.ts';
import type { IngestReport } from './report.ts';
import type { IngestProgress, Source } from './source.ts';

export interface IngestOptions {
  /** Columns named by hand, header as written in any case → field. A named column displaces the guess for its field. */
  readonly map?: Readonly<Record<string, Field>>;
  /** How each source is read, in their order; null for one that is understood without. `map` and `sheet` go before. */
  readonly mappings?: readonly (Mapping | null)[];
  /** Name of the sheet to read of Excel workbooks; without it the first with a pair of coordinate columns. */
  readonly sheet?: string;
  /** Stops after about as many rows; what was read until then is the table. */
  readonly maxRows?: number;
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
): Promise<{ table: OffenceTable; report: IngestReport; cut: boolean }> {
  if (sources.length === 0) throw new InputError('No file was given – choose at least one file of offences.');
  const readings = readingsOf(sources, options);
  const load = startLoad({
    sizes: sources.map(({ size }) => size),
    readings,
    maxRows: options.maxRows ?? Number.POSITIVE_INFINITY,
    onProgress: options.onProgress,
    signal: options.signal,
  });
  const cut = await readSources(sources, load);
  if (load.files.length === 0) throw new InputError(load.firstFault() ?? 'The files hold no offences.');
  if (!cut) for (const { hand } of readings) requireAllUsed(hand, [...load.headers]);
  settleDuplicates(load.raw);
  return { ...assemble(load), cut };
}

/** One after the other; true when the load had enough rows before their end. */
async function readSources(sources: readonly Source[], load: Load): Promise<boolean> {
  for (const source of sources) {
    let open: OpenFile | null = null;
    const watched: Load = {
      ...load,
      openFile(name, format, headers) {
        open = load.openFile(name, format, headers);
        return open;
      },
    };
    try {
      const read = await readerFor(source);
      load.advance(0);
      await read(breathing(source), watched);
    } catch (error) {
      if (error instanceof EnoughRows) {
        (open as OpenFile | null)?.close();
        return true;
      }
      if (!(error instanceof NotOffences)) throw error;
      load.skip(source.name, error.message);
    }
    load.finishSource();
  }
  return false;
}

/** Sources with the same mapping share what is counted of it. */
function readingsOf(sources: readonly Source[], { map = {}, mappings = [], sheet }: IngestOptions) {
  const known = new Map<Mapping, Reading>();
  const readingOf = (mapping: Mapping): Reading => {
    const reading = known.get(mapping) ?? {
      hand: handMap({ ...withoutFields(mapping.columns, Object.values(map)), ...map }),
      sheet: sheet ?? mapping.sheet ?? null,
      offences: mapping.offences,
      flags: mapping.flags,
      crs: mapping.crs,
      dates: mapping.dates,
    };
    known.set(mapping, reading);
    return reading;
  };
  const [first, ...others] = sources.map((_, i) => readingOf(mappings[i] ?? emptyMapping));
  return [first ?? readingOf(emptyMapping), ...others] as const;
}

/** A field named on its own displaces the column that the mapping gives it. */
function withoutFields(columns: Mapping['columns'], fields: readonly Field[]): Mapping['columns'] {
  return Object.fromEntries(
    Object.entries(columns).filter(([, field]) => field === 'ignore' || !fields.includes(field)),
  );
}
