/**
 * Parquet: one row group and one column at a time, so that no row ever becomes an object. Columns of text, numbers,
 * booleans, dates and timestamps are read, and the points of GeoParquet; nested ones are passed over.
 */
import {
  type Compressors,
  type FileMetaData,
  type ParquetParsers,
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
  type SchemaTree,
} from 'hyparquet';
import { CancelledError, InputError } from '../errors.ts';
import { isoDay } from '../offences/time.ts';
import type { Load, OpenFile } from './load.ts';
import { doubtBit } from './notes.ts';
import { geometryColumn, type WkbPlace, wkbPlace } from './parquet-geometry.ts';
import type { Source } from './source.ts';

const MAX_ROWS = 5_000_000;
const MAX_UNPACKED = 4 * 2 ** 30;

export async function read(source: Source, load: Load): Promise<void> {
  try {
    await readParquet(source, load);
  } catch (error) {
    if (error instanceof InputError || error instanceof CancelledError) throw error;
    // the reader's own errors speak of bytes and pages
    const why = error instanceof Error ? error.message.slice(0, 120) : 'unknown fault';
    throw new InputError(
      `“${source.name}” is a Parquet file that cannot be read (${why}) – write it again, or save it as CSV.`,
    );
  }
}

async function readParquet(source: Source, load: Load): Promise<void> {
  const bytes = {
    byteLength: source.size,
    slice: async (start: number, end = source.size) => {
      const part = await source.slice(start, end).arrayBuffer();
      load.advance(part.byteLength);
      return part;
    },
  };
  const metadata = await parquetMetadataAsync(bytes);
  checkSize(source.name, metadata);
  const leaves = parquetSchema(metadata).children.filter(isFlat);
  const names = leaves.map((leaf) => leaf.element.name);
  const geometry = geometryColumn(metadata, leaves, source.name);
  // the places come first, so that they win over columns of the same names
  const headers = geometry === null ? names : [...PLACE, ...names];
  const file = load.openFile(source.name, geometry === null ? 'Parquet' : 'GeoParquet', headers);
  const wanted = file.columns.filter(({ index }) => geometry === null || index >= PLACE.length);
  const hasPlaces = wanted.length < file.columns.length;
  const scan = await parquetScan({
    file: bytes,
    metadata,
    columns: [...wanted.map((column) => column.name), ...(hasPlaces && geometry !== null ? [geometry] : [])],
    compressors: await compressorsFor(metadata),
    parsers,
  });
  let groupStart = 0;
  const places = placeWriter(file, load);
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const range = { rowStart: groupStart, rowEnd: groupStart + rows };
    if (rows > 0) {
      const given = hasPlaces && geometry !== null ? await scan.readColumn({ column: geometry, ...range }) : null;
      if (given && given.length !== rows) throw new Error(`column ${geometry} has ${given.length} of ${rows} values`);
      const first = await readGroup(file, leaves, headers.length - names.length, groupStart, rows, given, (column) =>
        scan.readColumn({ column, ...range }),
      );
      if (given) for (let i = 0; i < rows; i++) places.write(first + i, given[i]);
    }
    groupStart += rows;
  }
  places.requirePoints(source.name);
  file.close();
}

const PLACE = ['longitude', 'latitude'];
const SEVERAL_POINTS = doubtBit('first of several points');

/** Writes the places of a geometry column, and knows whether there were any. */
function placeWriter(file: OpenFile, load: Load) {
  const [toX, toY] = [0, 1].map((axis) => file.write[file.columns.findIndex(({ index }) => index === axis)]);
  let points = 0;
  let areas = 0;
  return {
    write(row: number, value: unknown) {
      if (!isPlace(value)) return;
      if (value.kind === 'area') areas++;
      if (value.kind !== 'point') return;
      points++;
      toX?.(row, String(value.x));
      toY?.(row, String(value.y));
      if (value.points < 2) return;
      load.raw.doubts[row] = (load.raw.doubts[row] ?? 0) | SEVERAL_POINTS;
      load.found.keep('first of several points', row, `points: ${value.points}`);
    },
    requirePoints(name: string) {
      if (points > 0 || areas === 0) return;
      throw new InputError(
        `“${name}” holds areas, not offences – use it as the study area, and load offences from a file of points.`,
      );
    },
  };
}

function isPlace(value: unknown): value is WkbPlace {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

async function readGroup(
  file: OpenFile,
  leaves: readonly SchemaTree[],
  shift: number,
  start: number,
  rows: number,
  given: ArrayLike<unknown> | null,
  readColumn: (name: string) => Promise<ArrayLike<unknown>>,
): Promise<number> {
  let first = given ? addRowsOfGroup(file, start, rows) : -1;
  for (let c = 0; c < file.columns.length; c++) {
    const column = file.columns[c];
    const write = file.write[c];
    const leaf = leaves[(column?.index ?? -1) - shift];
    if (!column || !write || !leaf) continue;
    const values = await readColumn(column.name);
    if (values.length !== rows) throw new Error(`column ${column.name} has ${values.length} of ${rows} values`);
    // rows are only added once a column has shown that they are there
    if (first < 0) first = addRowsOfGroup(file, start, rows);
    const instant = isInstant(leaf);
    for (let i = 0; i < rows; i++) {
      const text = cellOf(values[i], instant);
      if (text !== '') write(first + i, text);
    }
  }
  return first;
}

function addRowsOfGroup(file: OpenFile, start: number, rows: number): number {
  const first = file.addRows(rows);
  // row 1 is on "line" 2, as in a CSV with a header
  for (let i = 0; i < rows; i++) file.setLine(first + i, start + i + 2);
  return first;
}

function isFlat(leaf: SchemaTree): boolean {
  return leaf.children.length === 0 && leaf.element.repetition_type !== 'REPEATED';
}

/** True for timestamps that count from UTC; without that they are clock times of the place. */
function isInstant({ element }: SchemaTree): boolean {
  const logical = element.logical_type;
  if (logical?.type === 'TIMESTAMP') return logical.isAdjustedToUTC;
  return element.converted_type?.startsWith('TIMESTAMP') === true || element.type === 'INT96';
}

function cellOf(value: unknown, instant: boolean): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (!(value instanceof Moment)) return '';
  return instant && value.hasTime ? `${value.text}Z` : value.text;
}

/** A date or timestamp as ISO text. */
class Moment {
  readonly text: string;
  readonly hasTime: boolean;
  constructor(text: string, hasTime: boolean) {
    this.text = text;
    this.hasTime = hasTime;
  }
}

const parsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (ms) => moment(Number(ms)),
  timestampFromMicroseconds: (us) => moment(Number(us) / 1e3),
  timestampFromNanoseconds: (ns) => moment(Number(ns) / 1e6),
  dateFromDays: (days) => new Moment(isoDay(days), false),
  geometryFromBytes: (bytes) => wkbPlace(bytes),
};

function moment(ms: number): Moment {
  const minute = Math.floor(ms / 60_000);
  const day = Math.floor(minute / 1440);
  // what no date column holds is left to be unreadable
  if (!Number.isFinite(day) || Math.abs(day) > 3e6) return new Moment(String(ms), false);
  const ofDay = minute - day * 1440;
  const two = (n: number) => String(n).padStart(2, '0');
  return new Moment(`${isoDay(day)}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`, true);
}

/** Refuses what the metadata says is too large before anything is allocated. */
function checkSize(name: string, metadata: FileMetaData): void {
  let rows = 0;
  let unpacked = 0;
  for (const group of metadata.row_groups) {
    rows += Number(group.num_rows);
    for (const column of group.columns) unpacked += Number(column.meta_data?.total_uncompressed_size ?? 0);
  }
  if (rows > MAX_ROWS) {
    throw new InputError(
      `“${name}” holds ${rows.toLocaleString('en-GB')} rows – the limit is 5,000,000; save it in parts.`,
    );
  }
  if (unpacked > MAX_UNPACKED) throw new InputError(`“${name}” unpacks to more than 4 GB – save it in parts.`);
}

/** Snappy is built in; the rest comes only when a column needs it. */
async function compressorsFor(metadata: FileMetaData): Promise<Compressors> {
  const builtIn = ['UNCOMPRESSED', 'SNAPPY'];
  const codecs = metadata.row_groups.flatMap((group) => group.columns.map((column) => column.meta_data?.codec));
  if (codecs.every((codec) => codec === undefined || builtIn.includes(codec))) return {};
  // not its ready-made `compressors`: those load WebAssembly for Snappy, which the app's policy forbids
  const { decompressBrotli, decompressGzip, decompressLz4, decompressLz4Raw, decompressZstd } = await import(
    'hyparquet-compressors'
  );
  const zstd = (input: Uint8Array): Uint8Array => decompressZstd(input);
  return {
    GZIP: decompressGzip,
    BROTLI: decompressBrotli,
    ZSTD: zstd,
    LZ4: decompressLz4,
    LZ4_RAW: decompressLz4Raw,
  };
}
