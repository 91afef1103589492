/**
 * What a file looks like before it is loaded: its sheets and headers, its first rows, a guess for each column and whether
 * a person should be asked. The readers of the formats do the reading; only what they write into is another.
 */
import { InputError } from '../errors.ts';
import { fieldOfHeader } from './aliases.ts';
import { guessColumns } from './column-guess.ts';
import { type DateReadings, dateReadings } from './date-readings.ts';
import { EnoughRows, type Load, NotOffences, type OpenFile } from './load.ts';
import { handMap, hasPlace, notOffences } from './mapping.ts';
import { foundTexts, noteCollector } from './notes.ts';
import type { ColumnGuess, SampledColumn } from './place-guess.ts';
import { rawColumns } from './raw-columns.ts';
import { readerFor } from './registry.ts';
import type { Source } from './source.ts';
import { whyAsk } from './why-ask.ts';

export interface Inspection {
  readonly format: string;
  /** Names of an Excel workbook's sheets; none for other formats. */
  readonly sheets: readonly string[];
  /** The sheet that was looked at. */
  readonly sheet: string | null;
  readonly headers: readonly string[];
  /** Up to ten rows as text, a cell per header. */
  readonly preview: readonly (readonly string[])[];
  /** One per header. */
  readonly columns: readonly InspectedColumn[];
  /** Rows that the guesses rest on. */
  readonly rows: number;
  /** Why a person should be asked how to read the file, as a sentence; null when it is understood. */
  readonly ask: string | null;
}

export interface InspectedColumn extends ColumnGuess {
  readonly name: string;
  /** The first value that is not blank; '' when all are. */
  readonly first: string;
  /** A date of the column, preferably one whose day and month could change places; null when it holds no dates. */
  readonly date: DateReadings | null;
  /** Distinct values, most frequent first, up to 200. */
  readonly values: readonly { readonly text: string; readonly count: number }[];
}

/** Enough to tell a column by; a file of millions need not be read through to ask about it. */
const SAMPLE_ROWS = 3000;
const PREVIEW_ROWS = 10;
const MOST_VALUES = 200;
const LONGEST_CELL = 200;

/** Throws `InputError` when the file cannot be read at all. `sheet`: of a workbook; without it the first with coordinates. */
export async function inspectFile(source: Source, { sheet }: { readonly sheet?: string } = {}): Promise<Inspection> {
  const asLoaded = await sampleOf(source, sheet ?? null, false).then(
    (sample) => ({ ...sample, placed: true }),
    async (error: unknown) => {
      // a workbook none of whose sheets has coordinates: the first with a header is asked about
      if (!(error instanceof NoPlace)) throw error;
      return { ...(await sampleOf(source, sheet ?? null, true)), placed: false };
    },
  );
  const { format, sheets, headers, sampled } = asLoaded;
  const guesses = guessColumns(sampled);
  const rows = Math.max(0, ...sampled.map(({ cells }) => cells.length));
  return {
    format,
    sheets,
    sheet: /^Excel, sheet (.*)$/s.exec(format)?.[1] ?? null,
    headers,
    preview: Array.from({ length: Math.min(PREVIEW_ROWS, rows) }, (_, row) =>
      sampled.map(({ cells }) => (cells[row] ?? '').slice(0, LONGEST_CELL)),
    ),
    columns: sampled.map((column, i) => ({
      name: column.name,
      first: (column.cells.find((cell) => cell !== undefined && cell !== '') ?? '').slice(0, LONGEST_CELL),
      date: dateReadings(column.cells),
      values: valuesOf(column),
      ...(guesses[i] ?? { field: null, reason: '', sure: false }),
    })),
    rows,
    ask: whyAsk(sampled, guesses) ?? (asLoaded.placed || sheets.length < 2 ? null : NO_SHEET),
  };
}

interface Sample {
  readonly format: string;
  readonly sheets: readonly string[];
  readonly headers: readonly string[];
  readonly sampled: readonly SampledColumn[];
}

const NO_SHEET = 'No sheet has a pair of coordinate columns that was recognised by its names.';

class NoPlace extends InputError {}

async function sampleOf(source: Source, sheet: string | null, anySheet: boolean): Promise<Sample> {
  const sample = startSample(sheet, anySheet);
  try {
    await (await readerFor(source))(source, sample.load);
  } catch (error) {
    if (!(error instanceof EnoughRows)) {
      if (error instanceof InputError && sample.sheets().length > 0 && !anySheet && sheet === null) {
        throw new NoPlace(error.message);
      }
      if (!(error instanceof NotOffences) || sample.found() === null) throw error;
    }
  }
  const found = sample.found();
  if (found === null) throw new InputError(sample.fault() ?? `“${source.name}” holds no rows of offences.`);
  return { ...found, sheets: sample.sheets() };
}

type Found = Omit<Sample, 'sheets'>;

/** A load that keeps the first rows as text. In an archive the first member with coordinates, or else its first, is kept. */
function startSample(sheet: string | null, anySheet: boolean) {
  const raw = rawColumns();
  const hand = handMap({});
  let sheets: readonly string[] = [];
  let found: Found | null = null;
  let fault: string | null = null;
  const load: Load = {
    raw,
    files: [],
    offences: [],
    notes: noteCollector(),
    found: foundTexts(),
    sheet: () => sheet,
    sheetsFound(names) {
      sheets = names;
    },
    headers: new Set(),
    hasPlace: (headers) => anySheet || hasPlace(headers, hand),
    skip(name, why) {
      fault ??= `“${name}” was left out: ${why.replace(/\.$/, '')}.`;
    },
    firstFault: () => fault,
    advance: () => undefined,
    finishSource: () => undefined,
    openFile(name, format, headers) {
      const other = notOffences(headers);
      if (other !== null) throw new NotOffences(other);
      const placed = hasPlace(headers, hand);
      const sampled = headers.map((header) => ({ name: header, cells: [] as string[] }));
      const wanted = found === null || placed;
      if (wanted) found = { format, headers, sampled };
      // only in an archive another member may follow
      const last = placed || !String(name).includes('/');
      return sampleFile(sampled, last);
    },
  };
  return { load, sheets: () => sheets, found: (): Found | null => found, fault: () => fault };
}

function sampleFile(sampled: readonly { readonly name: string; readonly cells: string[] }[], last: boolean): OpenFile {
  let rows = 0;
  const enough = () => {
    if (last) throw new EnoughRows();
  };
  return {
    columns: sampled.map(({ name }, index) => ({ index, name, field: fieldOfHeader(name)?.field ?? 'location' })),
    write: sampled.map(({ cells }) => (row, text) => {
      if (row < SAMPLE_ROWS) cells[row] = text.trim();
    }),
    addRows(count) {
      if (rows >= SAMPLE_ROWS) enough();
      const first = rows;
      rows += count;
      for (const { cells } of sampled) cells.length = Math.min(rows, SAMPLE_ROWS);
      return first;
    },
    setLine: () => undefined,
    setFault: () => undefined,
    quoteNotClosed: () => undefined,
    encodingGuessed: () => undefined,
    close: enough,
  };
}

function valuesOf({ cells }: SampledColumn): InspectedColumn['values'] {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_VALUES)
    .map(([text, count]) => ({ text, count }));
}
