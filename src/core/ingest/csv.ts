/** CSV and TSV with any of the usual delimiters: bytes, chunk by chunk, into the columns of a load. */
import { InputError } from '../errors.ts';
import { fieldOfHeader } from './aliases.ts';
import { type CsvRecord, cellText, csvReader } from './csv-records.ts';
import type { Load, OpenFile } from './load.ts';
import type { Source } from './source.ts';
import { sniffEncoding, textStream } from './text-decoding.ts';

/** The next bytes of a file, null after the last. */
export type NextBytes = () => Promise<Uint8Array | null>;

const DELIMITERS = [',', '\t', ';', '|'];
/** Bytes from which the encoding, and characters from which the delimiter is told. */
const SNIFF_BYTES = 4096;
const SNIFF_CHARS = 1 << 16;

export async function read(source: Source, load: Load): Promise<void> {
  const reader = source.stream().getReader();
  const next: NextBytes = async () => {
    const step = await reader.read();
    if (step.done) return null;
    load.advance(step.value.length);
    return step.value;
  };
  try {
    await readCsv(source.name, next, load);
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error;
  }
}

/** Reads one file of text. Throws `InputError` when it has no header or no coordinate columns. */
export async function readCsv(name: string, next: NextBytes, load: Load): Promise<void> {
  const head = await gather(next);
  const encoding = sniffEncoding(head.subarray(0, SNIFF_BYTES));
  const decoder = textStream(encoding);
  const table = csvTable(name, load);
  table.push(decoder.push(head));
  for (let bytes = await next(); bytes !== null; bytes = await next()) table.push(decoder.push(bytes));
  table.push(decoder.end());
  const file = table.end();
  if (decoder.encoding() === 'windows-1252') file.encodingGuessed('Windows-1252: some bytes cannot be UTF-8');
  else if (decoder.encoding() !== 'utf-8') file.encodingGuessed(decoder.encoding().toUpperCase());
  file.close();
}

/** The first bytes, enough to tell the encoding by, or all there are. */
async function gather(next: NextBytes): Promise<Uint8Array> {
  let head = new Uint8Array(0);
  while (head.length < SNIFF_BYTES) {
    const bytes = await next();
    if (bytes === null) break;
    const more = new Uint8Array(head.length + bytes.length);
    more.set(head);
    more.set(bytes, head.length);
    head = more;
  }
  return head;
}

/** Text in, rows out: waits for enough text to tell the delimiter, takes the first record as the header. */
function csvTable(name: string, load: Load) {
  let sniffing = '';
  let reader: ReturnType<typeof csvReader> | null = null;
  let file: OpenFile | null = null;
  let width = 0;
  // quotes that were not closed in the header are said once the file is open
  const early: [number, string][] = [];

  const start = () => {
    const { delimiter, from, line } = tellDelimiter(sniffing);
    const format = delimiter === '\t' ? 'TSV' : 'CSV';
    reader = csvReader(
      delimiter,
      {
        record(text, record) {
          if (file) return addRow(file, text, record, width);
          if (record.oversized)
            throw new InputError(`The first line of “${name}” is too long to be a header of columns.`);
          const headers = Array.from({ length: record.cells }, (_, i) => cellText(text, record, i).trim());
          width = headers.length;
          file = load.openFile(name, format, headers);
          for (const [at, found] of early) file.quoteNotClosed(at, found);
        },
        quoteNotClosed(at, found) {
          if (file) file.quoteNotClosed(at, found);
          else early.push([at, found]);
        },
      },
      line,
    );
    reader.push(sniffing.slice(from));
    sniffing = '';
  };

  return {
    push(text: string) {
      if (reader) return reader.push(text);
      sniffing += text;
      if (sniffing.length >= SNIFF_CHARS) start();
    },
    end(): OpenFile {
      if (!reader) start();
      reader?.end();
      if (!file) throw new InputError(`“${name}” holds no text – choose a file with a header and rows of offences.`);
      return file;
    },
  };
}

function addRow(file: OpenFile, text: string, record: CsvRecord, width: number): void {
  const row = file.addRows(1);
  // empty cells beyond the header are a trailing delimiter, not data
  let cells = record.cells;
  while (cells > width && cellText(text, record, cells - 1).trim() === '') cells--;
  file.setLine(row, record.line);
  if (record.oversized) file.setFault(row, 'broken', 'longer than 4 million characters');
  else if (cells !== width) file.setFault(row, 'ragged', `cells: ${cells}, columns: ${width}`);
  const { columns, write } = file;
  for (let i = 0; i < columns.length; i++) {
    const cell = cellText(text, record, columns[i]?.index ?? 0);
    if (cell !== '') write[i]?.(row, cell);
  }
}

/**
 * The delimiter that makes most of the first record's cells headers we know, then most cells. A first line "sep=;", which
 * Excel writes, decides at once.
 */
export function tellDelimiter(text: string): { delimiter: string; from: number; line: number } {
  const told = /^"?sep=(.)"?(\r\n|\n|\r)/i.exec(text);
  if (told?.[1] !== undefined) return { delimiter: told[1], from: told[0].length, line: 2 };
  let best = ',';
  let bestScore = -1;
  for (const delimiter of DELIMITERS) {
    const cells = firstRecord(text, delimiter);
    const known = cells.filter((cell) => fieldOfHeader(cell) !== null).length;
    const score = known * 10_000 + cells.length;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return { delimiter: best, from: 0, line: 1 };
}

function firstRecord(text: string, delimiter: string): readonly string[] {
  const found: string[][] = [];
  const reader = csvReader(delimiter, {
    record(all, record) {
      if (found.length === 0) found.push(Array.from({ length: record.cells }, (_, i) => cellText(all, record, i)));
    },
    quoteNotClosed: () => undefined,
  });
  reader.push(text.slice(0, 8192));
  reader.end();
  return found[0] ?? [];
}
