/** The whole of a small table of text (CSV, TSV): a header and rows, each with the line it starts on. */
import { InputError } from '../errors.ts';
import { tellDelimiter } from './csv.ts';
import { cellText, csvReader } from './csv-records.ts';
import { isParquet, isText, isZip, otherFormat } from './magic.ts';
import { sniffEncoding, textStream } from './text-decoding.ts';

/** Layers and lookups beyond this are no such thing, and are held as a whole. */
const MOST_BYTES = 200_000_000;
const SNIFF_BYTES = 4096;

interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TextTable {
  /** Trimmed. */
  readonly headers: readonly string[];
  readonly rows: readonly TextRow[];
}

/** Bytes as text, in the encoding they show. @throws InputError for what is no text, naming what it is, and what is too large */
export function textOf(bytes: Uint8Array, fileName: string, wanted: string): string {
  if (bytes.length > MOST_BYTES) {
    throw new InputError(
      `${fileName} is larger than ${MOST_BYTES / 1e6} MB – cut it to the places in and around the study area.`,
    );
  }
  const head = bytes.subarray(0, SNIFF_BYTES);
  const other = isZip(head) ? 'a ZIP or Excel file' : isParquet(head) ? 'a Parquet file' : otherFormat(head);
  if (other !== null || !isText(head)) {
    throw new InputError(`${fileName} is ${other ?? 'no text'} – save it as ${wanted}.`);
  }
  const decoder = textStream(sniffEncoding(head));
  return decoder.push(bytes) + decoder.end();
}

/** @throws InputError without a header */
export function textTable(text: string, fileName: string): TextTable {
  const { delimiter, from, line } = tellDelimiter(text);
  const records: TextRow[] = [];
  const reader = csvReader(
    delimiter,
    {
      record(all, record) {
        const cells = Array.from({ length: record.cells }, (_, i) => cellText(all, record, i).trim());
        records.push({ line: record.line, cells });
      },
      // the cell is read as far as its line and its row then judged as any other
      quoteNotClosed: () => undefined,
    },
    line,
  );
  reader.push(text.slice(from));
  reader.end();
  const [header, ...rows] = records;
  if (!header) throw new InputError(`${fileName} is empty – give a file with a header and rows.`);
  return { headers: header.cells, rows };
}

/** The headers as a sentence can name them. */
export function headersInWords(headers: readonly string[]): string {
  const shown = headers.slice(0, 12).map((header) => `“${header.slice(0, 40)}”`);
  return `${shown.join(', ')}${headers.length > 12 ? ` and ${headers.length - 12} more` : ''}`;
}
