/**
 * The records of a JSON file, cut out of its text as that comes in, so that no file is ever parsed as a whole: the elements of
 * a FeatureCollection's `features` or of a top-level array, or the values that follow one another at the top.
 */

export interface RecordHandlers {
  /**
   * A record's text, which need not be valid JSON; null when it is longer than four million characters.
   * `line` is the record's line for one record a line, else its number + 1, as if under a header.
   */
  record(text: string | null, line: number): void;
  /** What stands around the records, the list itself left empty: `{"type":"FeatureCollection","crs":{…},"features":[]}`. */
  frame(text: string): void;
}

export interface RecordReader {
  push(text: string): void;
  end(): void;
}

const MAX_RECORD = 4_000_000;
/** A key this long is not "features". */
const MAX_KEY = 16;

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const LINE_FEED = 10;

/** Chooses by the first line: a whole record there means one record a line. */
export function jsonRecords(handlers: RecordHandlers): RecordReader {
  let first = '';
  let reader: RecordReader | null = null;
  const start = (line: string | null) => {
    reader = line !== null && isRecord(line) ? lineRecords(handlers) : nestedRecords(handlers);
    reader.push(first);
    first = '';
  };
  return {
    push(text) {
      if (reader) return reader.push(text);
      // blank lines before the first record decide nothing
      const from = Math.max(0, first.search(/\S/));
      const searched = Math.max(first.length, from);
      first += text;
      const begin = first.search(/\S/);
      const end = begin < 0 ? -1 : first.indexOf('\n', Math.max(begin, searched));
      if (end >= 0) start(first.slice(begin, end));
      else if (first.length > MAX_RECORD) start(null);
    },
    end() {
      if (!reader) start(null);
      reader?.end();
    },
  };
}

function isRecord(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return (value as { type?: unknown }).type !== 'FeatureCollection';
  } catch {
    return false;
  }
}

function lineRecords({ record }: RecordHandlers): RecordReader {
  let held = '';
  let tooLong = false;
  let line = 0;
  const take = (rest: string) => {
    line++;
    const text = held + rest;
    const long = tooLong || text.length > MAX_RECORD;
    held = '';
    tooLong = false;
    if (long) record(null, line);
    else if (/\S/.test(text)) record(text, line);
  };
  return {
    push(text) {
      let from = 0;
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
        take(text.slice(from, at));
        from = at + 1;
      }
      held += text.slice(from);
      if (held.length > MAX_RECORD) {
        tooLong = true;
        held = '';
      }
    },
    end: () => take(''),
  };
}

/** Where the list of records is: not met yet, open at a depth, or behind us. */
const NOT_YET = -1;
const BEHIND = -2;

function nestedRecords(handlers: RecordHandlers): RecordReader {
  const frame = capture();
  const item = capture();
  let depth = 0;
  let list = NOT_YET;
  let inString = false;
  let escaped = false;
  /** The last string at depth 1, a key when a colon follows. */
  let key = '';
  let number = 0;
  let loose = false;

  const flushItem = () => {
    if (!item.started()) return;
    number++;
    handlers.record(item.take(), number + 1);
  };
  /** The end of a top-level value, or of what is none. */
  const flushFrame = () => {
    if (!frame.started()) return;
    const text = frame.take();
    if (list !== NOT_YET) handlers.frame(text ?? '');
    else {
      number++;
      handlers.record(text, number + 1);
    }
    list = NOT_YET;
    loose = false;
    key = '';
  };

  const open = (text: string, i: number, code: number) => {
    if (list === depth) item.start(i);
    if (depth === 0) {
      if (loose) {
        frame.stop(text, i);
        flushFrame();
      }
      frame.start(i);
    }
    const isList = code === OPEN_BRACKET && list === NOT_YET && (depth === 0 || (depth === 1 && key === 'features'));
    depth++;
    if (isList) {
      list = depth;
      frame.stop(text, i + 1);
    }
  };
  const close = (text: string, i: number) => {
    if (depth === 0) return;
    depth--;
    if (depth === list - 1) {
      item.stop(text, i);
      flushItem();
      list = BEHIND;
      frame.start(i);
    }
    if (depth === 0) {
      frame.stop(text, i + 1);
      flushFrame();
    }
  };

  return {
    push(text) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (inString) {
          if (escaped) escaped = false;
          else if (code === BACKSLASH) escaped = true;
          else if (code === QUOTE) inString = false;
          else if (depth === 1 && list === NOT_YET && key.length < MAX_KEY) key += text.charAt(i);
        } else if (code === QUOTE) {
          inString = true;
          if (depth === 1) key = '';
          if (depth === list) item.start(i);
          else if (depth === 0 && !loose) {
            loose = true;
            frame.start(i);
          }
        } else if (code === OPEN_BRACE || code === OPEN_BRACKET) open(text, i, code);
        else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) close(text, i);
        else if (code === COMMA && depth === list) {
          item.stop(text, i);
          flushItem();
        } else if (code === COMMA && depth === 1) key = '';
        else if (code > 32 && code !== COLON && code !== COMMA) {
          if (depth === list) item.start(i);
          else if (depth === 0 && !loose) {
            loose = true;
            frame.start(i);
          }
        } else if (code === LINE_FEED && depth === 0 && loose) {
          frame.stop(text, i);
          flushFrame();
        }
      }
      frame.hold(text);
      item.hold(text);
    },
    end() {
      // a file that breaks off leaves its last record open
      flushItem();
      flushFrame();
    },
  };
}

/** Text from a start to a stop over as many chunks as it takes; null when it is too long. */
function capture() {
  let held = '';
  let from = -1;
  let begun = false;
  let tooLong = false;
  const add = (part: string) => {
    if (tooLong) return;
    held += part;
    if (held.length > MAX_RECORD) {
      tooLong = true;
      held = '';
    }
  };
  return {
    started: () => begun,
    /** Does nothing while it runs. */
    start(at: number) {
      if (from < 0) from = at;
      begun = true;
    },
    stop(text: string, at: number) {
      if (from >= 0) add(text.slice(from, at));
      from = -1;
    },
    /** The chunk ends here. */
    hold(text: string) {
      if (from < 0) return;
      add(text.slice(from));
      from = 0;
    },
    take(): string | null {
      const text = tooLong ? null : held;
      held = '';
      from = -1;
      begun = false;
      tooLong = false;
      return text;
    },
  };
}
