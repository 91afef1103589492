/**
 * The formats a load can read. A new one is a file that exports `read: ReadFile` and a line in `formats`, before 'csv',
 * which takes any text that is left.
 */
import { InputError } from '../errors.ts';
import type { Load } from './load.ts';
import { isJson, isParquet, isText, isZip, otherFormat } from './magic.ts';
import type { Source } from './source.ts';

/** Reads the files in `source` into the load. Throws `InputError`. */
export type ReadFile = (source: Source, load: Load) => Promise<void>;

interface Format {
  /** Whether the first bytes (up to 4,096) are of this format. The name alone never decides. */
  readonly matches: (head: Uint8Array) => boolean;
  /** The reader comes only when a file needs it. */
  readonly reader: () => Promise<{ read: ReadFile }>;
}

const formats: readonly Format[] = [
  { matches: isParquet, reader: () => import('./parquet.ts') },
  { matches: isZip, reader: () => import('./zip.ts') },
  { matches: isJson, reader: () => import('./json.ts') },
  { matches: isText, reader: () => import('./csv.ts') },
];

const HEAD = 4096;
const MAX_BYTES = 4 * 2 ** 30;

/** The reader for what the file holds. Throws `InputError` naming what was found when it is no format we can read. */
export async function readerFor(source: Source): Promise<ReadFile> {
  if (source.size === 0) throw new InputError(`“${source.name}” is empty – choose a file with offences in it.`);
  if (source.size > MAX_BYTES) {
    throw new InputError(`“${source.name}” is larger than 4 GB – load fewer months at once.`);
  }
  const head = new Uint8Array(await source.slice(0, Math.min(HEAD, source.size)).arrayBuffer());
  const other = otherFormat(head);
  const format = other === null ? formats.find(({ matches }) => matches(head)) : undefined;
  if (!format) {
    throw new InputError(
      `“${source.name}” is ${other ?? 'no text and no known format'} – save it as CSV; CSV, TSV, Excel (.xlsx), GeoJSON, police.uk JSON, Parquet and ZIPs of these can be loaded.`,
    );
  }
  return (await format.reader()).read;
}
