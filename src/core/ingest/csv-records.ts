/**
 * Text to CSV records: cells as positions in the text, so that only the columns a load wants become strings.
 *
 * Ours and not a library's: on the corpus of dirty files udsv shifts cells from one row into the next when rows are
 * ragged or line ends mixed, and a quote that is not closed empties the file; Papa Parse keeps a "\r\n" file with a few
 * "\n" in one record and lets `"x"y` swallow everything up to the next quote. Both lose rows without a word.
 *
 * The rules, after RFC 4180 and then for what files really hold:
 * - Lines end with CRLF, LF or CR, mixed as they come. Blank lines are no records.
 * - A cell is quoted when its first character, after blanks, is a quote; inside, "" is a quote.
 * - A quote inside a quoted cell that no delimiter or line end follows is a plain character as long as the cell is
 *   closed properly on the same line (`"at "The Bell" pub",`).
 * - A quoted cell that spans lines and then meets such a quote, that grows beyond a million characters, or that meets the end of
 *   the file was never closed: it is read again as if the opening quote were not there, and said.
 */

export interface CsvRecord {
  /** Positions of cell i in the text, quotes excluded. */
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** What to do with the text of cell i. */
  readonly form: readonly CellForm[];
  readonly cells: number;
  /** 1-based line on which the record starts. */
  readonly line: number;
  /** Too long to be a record: its cells are not to be used. */
  readonly oversized: boolean;
}

/** plain: as it stands; doubled: "" stands for "; stray: quotes in it are noise. */
type CellForm = 'plain' | 'doubled' | 'stray';

export interface CsvReader {
  /** Reads the records of the text that are complete. */
  push(text: string): void;
  /** Reads the rest; the text ends here. */
  end(): void;
}

export interface CsvHandlers {
  /** `record` is only valid during the call. */
  record(text: string, record: CsvRecord): void;
  quoteNotClosed(line: number, text: string): void;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const MAX_CELLS = 4000;
const MAX_QUOTED = 1 << 20;
const MAX_RECORD = 1 << 22;
/** Text is gathered until it is worth scanning. */
const GATHER = 1 << 16;
const INCOMPLETE = -1;
const TOO_LONG = -2;

/** `firstLine` is the line number of the first character that is pushed. */
export function csvReader(delimiter: string, handlers: CsvHandlers, firstLine = 1): CsvReader {
  const delim = delimiter.charCodeAt(0);
  const start: number[] = [];
  const end: number[] = [];
  const form: CellForm[] = [];
  const record = { start, end, form, cells: 0, line: firstLine, oversized: false };
  let text = '';
  let line = firstLine;
  // a record beyond the limit is passed over up to the next line end
  let skipping = false;
  let waiting: string[] = [];
  let waitingLength = 0;
  let wanted = GATHER;
  let unclosed: { line: number; text: string }[] = [];

  const addCell = (from: number, to: number, how: CellForm) => {
    if (record.cells === MAX_CELLS) return;
    start[record.cells] = from;
    end[record.cells] = to;
    form[record.cells] = how;
    record.cells++;
  };

  /** The position after the line end at `i`; INCOMPLETE when the next chunk may turn a CR into a CRLF. */
  const afterLineEnd = (i: number, final: boolean) => {
    if (text.charCodeAt(i) === LF) return i + 1;
    if (i + 1 === text.length && !final) return INCOMPLETE;
    return text.charCodeAt(i + 1) === LF ? i + 2 : i + 1;
  };

  // the next of each at or after the place last asked for; the engine's own search is several times faster than a loop
  let nextDelim = -1;
  let nextLf = -1;
  let nextCr = -1;
  const find = (what: string, from: number) => {
    const at = text.indexOf(what, from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };

  /** Position of the delimiter or line end that closes the plain cell at `from`; `stop` when there is none before. */
  const endOfPlain = (from: number, stop: number) => {
    if (nextDelim < from) nextDelim = find(delimiter, from);
    if (nextLf < from) nextLf = find('\n', from);
    if (nextCr < from) nextCr = find('\r', from);
    return Math.min(nextDelim, nextLf, nextCr, stop);
  };

  /** Reads the quoted cell whose quote is at `open` in a record that ends by `limit`; the position after it, or INCOMPLETE. */
  const readQuoted = (open: number, limit: number, final: boolean): number => {
    const stop = Math.min(text.length, open + MAX_QUOTED);
    let how: CellForm = 'plain';
    let strayAt = -1;
    let lines = 0;
    let i = open + 1;
    for (; i < stop; i++) {
      const c = text.charCodeAt(i);
      if (c === QUOTE) {
        if (i + 1 === text.length && !final) return INCOMPLETE;
        if (text.charCodeAt(i + 1) === QUOTE) {
          how = 'doubled';
          i++;
          continue;
        }
        let after = i + 1;
        while (text.charCodeAt(after) === SPACE && delim !== SPACE) after++;
        if (after >= text.length && !final) return INCOMPLETE;
        const next = text.charCodeAt(after);
        if (after >= text.length || next === delim || next === LF || next === CR) {
          addCell(open + 1, i, how);
          line += lines;
          return after;
        }
        // a quote among text: noise on one line, proof of an unclosed cell after a line end
        if (lines > 0) break;
        if (strayAt < 0) strayAt = i;
      } else if (c === LF || c === CR) {
        // `"x"y` to the end of its line: the cell was closed before the y
        if (strayAt >= 0) break;
        if (c === CR && i + 1 === text.length && !final) return INCOMPLETE;
        if (c === CR && text.charCodeAt(i + 1) === LF) i++;
        lines++;
      }
    }
    if (i >= text.length && !final && text.length < open + MAX_QUOTED) return INCOMPLETE;
    const close = endOfPlain(open + 1, Math.min(text.length, limit));
    if (close === text.length && close < limit && !final) return INCOMPLETE;
    if (strayAt < 0) unclosed.push({ line, text: text.slice(open, Math.min(close, open + 200)) });
    addCell(open + 1, close, 'stray');
    return close;
  };

  /** Reads the record at `pos` into `record`; the position after it, INCOMPLETE or TOO_LONG. */
  const readRecord = (pos: number, final: boolean): number => {
    const limit = pos + MAX_RECORD;
    const stop = Math.min(text.length, limit);
    let i = pos;
    record.cells = 0;
    record.line = line;
    unclosed = [];
    for (;;) {
      let first = i;
      while (first < stop && text.charCodeAt(first) === SPACE) first++;
      if (first < stop && text.charCodeAt(first) === QUOTE) {
        i = readQuoted(first, limit, final);
        if (i === INCOMPLETE) return INCOMPLETE;
      } else {
        const close = endOfPlain(first, stop);
        addCell(i, close, 'plain');
        i = close;
      }
      if (i >= limit) return TOO_LONG;
      if (i >= text.length) return final ? i : INCOMPLETE;
      if (text.charCodeAt(i) !== delim) break;
      i++;
    }
    const next = afterLineEnd(i, final);
    if (next !== INCOMPLETE) line++;
    return next;
  };

  /** Passes over text up to and with the next line end; text.length when there is none yet. */
  const skipLine = (pos: number, final: boolean): number => {
    for (let i = pos; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c !== LF && c !== CR) continue;
      const next = afterLineEnd(i, final);
      if (next === INCOMPLETE) return i;
      skipping = false;
      line++;
      return next;
    }
    return text.length;
  };

  const isBlank = () => {
    if (record.cells !== 1 || record.oversized) return false;
    return form[0] === 'plain' && text.slice(start[0], end[0]).trim() === '';
  };

  const readAll = (final: boolean) => {
    let pos = 0;
    while (pos < text.length) {
      if (skipping) {
        const next = skipLine(pos, final);
        if (skipping) {
          text = text.slice(next);
          return;
        }
        pos = next;
        continue;
      }
      const lineBefore = line;
      const next = readRecord(pos, final);
      if (next === INCOMPLETE) {
        line = lineBefore;
        break;
      }
      record.oversized = next === TOO_LONG;
      if (record.oversized) {
        // only quoted cells can have taken line ends into the part that is passed over
        line = lineBefore + lineEndsBetween(text, pos, pos + MAX_RECORD);
        record.cells = 0;
        skipping = true;
        pos += MAX_RECORD;
        handlers.record(text, record);
        continue;
      }
      for (const { line: at, text: found } of unclosed) handlers.quoteNotClosed(at, found);
      if (!isBlank()) handlers.record(text, record);
      pos = next;
    }
    text = text.slice(pos);
  };

  /** Joined rather than added: the result is one flat string, in which reading a character is several times faster. */
  const gather = () => {
    text = [text, ...waiting].join('');
    nextDelim = -1;
    nextLf = -1;
    nextCr = -1;
    waiting = [];
    waitingLength = 0;
  };

  return {
    push(more) {
      waiting.push(more);
      waitingLength += more.length;
      if (waitingLength < wanted) return;
      gather();
      readAll(false);
      // twice as much before a long record is tried again, so that scanning stays linear
      wanted = Math.max(GATHER, text.length);
    },
    end() {
      gather();
      readAll(true);
      text = '';
    },
  };
}

function lineEndsBetween(text: string, from: number, to: number): number {
  let ends = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === LF || (c === CR && text.charCodeAt(i + 1) !== LF)) ends++;
  }
  return ends;
}

/** The text of cell `i` of a record; '' beyond the last. */
export function cellText(text: string, record: CsvRecord, i: number): string {
  if (i >= record.cells) return '';
  const raw = text.slice(record.start[i], record.end[i]);
  const form = record.form[i];
  if (form === 'plain') return raw;
  return form === 'doubled' ? raw.replaceAll('""', '"') : raw.replaceAll('"', '');
}
