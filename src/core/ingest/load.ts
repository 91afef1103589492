/** One load while it runs: what the formats write into, file by file. */
import { CancelledError, InputError } from '../errors.ts';
import { recogniseOffence } from '../offences/recognise.ts';
import type { OffenceName } from '../offences/table.ts';
import { type CellWriter, cellWriters, requireFewOffences } from './cell-writers.ts';
import { type HandMap, hasPlace, type MappedColumn, mapColumns, notOffences } from './mapping.ts';
import { kindNamed, type Mapping } from './mapping-profile.ts';
import { doubtBit, type FoundTexts, foundTexts, type NoteCollector, noteCollector } from './notes.ts';
import { settlePlaces } from './places.ts';
import { addRows, PlaceState, type RawColumns, rawColumns } from './raw-columns.ts';
import type { Crs } from './report.ts';
import type { IngestProgress } from './source.ts';
import { leaveUndated, settleTimes } from './times.ts';

interface LoadedFile {
  readonly name: string;
  readonly format: string;
  readonly start: number;
  readonly end: number;
  readonly crs: Crs;
  readonly fields: readonly string[];
  /** data.police.uk's own street-level file, every row known to the month. */
  readonly snapped: boolean;
}

/** A file whose columns are matched and whose rows are being written. */
export interface OpenFile {
  readonly columns: readonly MappedColumn[];
  /** One per column. */
  readonly write: readonly CellWriter[];
  /** Adds `count` empty rows and returns the index of the first. */
  addRows(count: number): number;
  setLine(row: number, line: number): void;
  /** Says that a row's cells do not fit the header, or that it cannot be read at all. */
  setFault(row: number, fault: 'ragged' | 'broken', what: string): void;
  quoteNotClosed(line: number, text: string): void;
  encodingGuessed(found: string): void;
  /** Settles what only the whole file can tell. */
  close(): void;
}

export interface Load {
  readonly raw: RawColumns;
  readonly files: readonly LoadedFile[];
  readonly offences: readonly OffenceName[];
  readonly notes: NoteCollector;
  readonly found: FoundTexts;
  /** Name of the sheet to read of the present source; null for the first that holds offences. */
  sheet(): string | null;
  /** Told the names of a workbook's sheets. */
  sheetsFound?(names: readonly string[]): void;
  /** Headers of all files, for the message about a column that none of them has. */
  readonly headers: ReadonlySet<string>;
  /** Matches the columns of a file. Throws `InputError`, `NotOffences` for a file of another kind. */
  openFile(name: string, format: string, headers: readonly string[]): OpenFile;
  /** Whether these headers have a pair of coordinate columns. */
  hasPlace(headers: readonly string[]): boolean;
  /** Says that a file, or a member of an archive, was left out. */
  skip(name: string, why: string): void;
  /** The first reason to skip a file that should have held offences. */
  firstFault(): string | null;
  /** Counts bytes read; reports progress and stops when the caller cancelled. */
  advance(bytes: number): void;
  /** Counts the whole of the source as read. */
  finishSource(): void;
}

/** How one source is read. */
export interface Reading extends Pick<Mapping, 'offences' | 'flags' | 'crs' | 'dates'> {
  readonly hand: HandMap;
  readonly sheet: string | null;
}

interface LoadSettings {
  readonly sizes: readonly number[];
  /** One per source. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** Rows after which no more are read. */
  readonly maxRows: number;
  readonly onProgress?: ((progress: IngestProgress) => void) | undefined;
  readonly signal?: { readonly aborted: boolean } | undefined;
}

/** Raised by `addRows` when as many rows as were wanted are there. */
export class EnoughRows extends CancelledError {}

/** Raised for a file that belongs to a download but holds no offences: it is left out, not an error. */
export class NotOffences extends InputError {}

const REPORT_BYTES = 1 << 20;
const MAX_FILES = 65_535;
const NOT_RECOGNISED = doubtBit('offence not recognised');

export function startLoad({ sizes, readings, maxRows, onProgress, signal }: LoadSettings): Load {
  const raw = rawColumns();
  const notes = noteCollector();
  const found = foundTexts();
  const files: LoadedFile[] = [];
  const headersSeen = new Set<string>();
  const offences: OffenceName[] = [];
  const namers = new Map<Reading, (row: number) => number>();
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let fault: string | null = null;
  let source = 0;
  let before = 0;
  let inSource = 0;
  let reported = 0;

  const reading = (): Reading => readings[source] ?? readings[0];
  const namer = (by: Reading) => {
    // files in which no title is read by hand share their names
    const owner = readings.find((one) => one.offences === by.offences) ?? by;
    const known = namers.get(owner) ?? offenceNames(raw, offences, by.offences);
    namers.set(owner, known);
    return known;
  };
  const report = () => {
    if (signal?.aborted) throw new CancelledError();
    const done = before + inSource;
    if (done - reported < REPORT_BYTES && done < total) return;
    reported = done;
    onProgress?.({ done, total, rows: raw.rows });
  };
  const info = (reason: 'no date column' | 'coordinate system guessed' | 'date order guessed' | 'encoding guessed') => {
    return (name: string, text: string) => notes.add(reason, 'info', () => ({ file: name, line: 0, found: text }));
  };

  return {
    raw,
    files,
    offences,
    notes,
    found,
    sheet: () => reading().sheet,
    headers: headersSeen,
    hasPlace: (headers) => hasPlace(headers, reading().hand),
    skip(name, why) {
      notes.add('file skipped', 'info', () => ({ file: name, line: 0, found: why }));
      fault ??= `“${name}” was left out: ${why.replace(/\.$/, '')}.`;
    },
    firstFault: () => fault,
    advance(bytes) {
      inSource = Math.min(inSource + bytes, sizes[source] ?? 0);
      report();
    },
    finishSource() {
      before += sizes[source] ?? 0;
      inSource = 0;
      source++;
      report();
    },
    openFile(name, format, headers) {
      for (const header of headers) headersSeen.add(header);
      const other = notOffences(headers);
      if (other !== null) throw new NotOffences(other);
      const by = reading();
      const nameOf = namer(by);
      const mapping = mapColumns(name, headers, by.hand);
      if (files.length === MAX_FILES) throw new InputError('More than 65,535 files – load fewer at once.');
      const fileIndex = files.length;
      const start = raw.rows;
      return {
        columns: mapping.columns,
        write: cellWriters(raw, mapping, found, by.flags),
        addRows(count) {
          if (raw.rows >= maxRows) throw new EnoughRows();
          return addRows(raw, count);
        },
        setLine(row, line) {
          raw.line[row] = line;
        },
        setFault(row, fault, what) {
          raw.place[row] = (raw.place[row] ?? 0) | PlaceState[fault];
          found.keep('unreadable row', row, what);
        },
        quoteNotClosed(line, text) {
          notes.add('quote not closed', 'info', () => ({ file: name, line, found: text }));
        },
        encodingGuessed: (text) => info('encoding guessed')(name, text),
        close() {
          const end = raw.rows;
          raw.file.fill(fileIndex, start, end);
          const dated = mapping.columns.some((column) => column.field === 'from');
          const places = settlePlaces(raw, start, end, mapping, found, by.crs);
          info('coordinate system guessed')(name, places.found);
          let monthOnly = false;
          if (dated) {
            const times = settleTimes(raw, start, end, places.inGreatBritain, found, by.dates);
            monthOnly = times.monthOnly;
            if (times.orderFound !== null) info('date order guessed')(name, times.orderFound);
          } else {
            leaveUndated(raw, start, end);
            info('no date column')(name, `columns: ${headers.join(', ')}`);
          }
          for (let row = start; row < end; row++) {
            const offence = nameOf(row);
            raw.code[row] = offence;
            if (offences[offence]?.kind === null) raw.doubts[row] = (raw.doubts[row] ?? 0) | NOT_RECOGNISED;
          }
          const fields = mapping.columns.map((column) => column.field);
          files.push({ name, format, start, end, crs: places.crs, fields, snapped: mapping.policeUk && monthOnly });
        },
      };
    },
  };
}

/** Index of a row's offence in `offences`, which grows by each new pair of code and title. `byHand`: title → catalogue. */
function offenceNames(raw: RawColumns, offences: OffenceName[], byHand: Mapping['offences']): (row: number) => number {
  const named = new Map(Object.entries(byHand));
  const known = new Map<number, number>();
  return (row) => {
    const code = raw.code[row] ?? 0;
    const title = raw.title[row] ?? 0;
    const key = code * 0x2000000 + title;
    let index = known.get(key);
    if (index === undefined) {
      index = offences.length;
      const name = { code: raw.words.codes.values[code] ?? '', title: raw.words.titles.values[title] ?? '' };
      const hand = named.get(name.title || name.code);
      offences.push({ ...name, kind: hand === undefined ? recogniseOffence(name.code, name.title) : kindNamed(hand) });
      requireFewOffences(offences.length);
      known.set(key, index);
    }
    return index;
  };
}
