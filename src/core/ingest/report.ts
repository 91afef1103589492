/** What a load says about itself: files, counts, and a note for every row that was dropped or doubted. */

/** The closed list of reasons; a row is dropped under the first that applies, in this order. */
export type NoteReason =
  // dropped
  | 'unreadable row'
  | 'no coordinates'
  | 'coordinates 0/0'
  | 'coordinates unreadable'
  | 'date unreadable'
  | 'duplicate id'
  // doubted (the row is kept)
  | 'outside Great Britain'
  | 'ends before it starts'
  | 'end date unreadable'
  | 'clock time does not exist'
  | 'same id, other content'
  | 'offence not recognised'
  | 'age unreadable'
  | 'yes/no unreadable'
  | 'text cut'
  | 'first of several points'
  // about files, not about rows: one for each file, of quotes one for each quote
  | 'no date column'
  | 'coordinate system guessed'
  | 'date order guessed'
  | 'encoding guessed'
  | 'file skipped'
  | 'quote not closed';

export interface NoteExample {
  readonly file: string;
  /** 1-based line of the record's start in the file (the header is line 1); 0 when it concerns the whole file. */
  readonly line: number;
  /** What was found, cut to 200 characters. Plain text: never markup, never to be interpreted. */
  readonly found: string;
}

export interface Note {
  readonly reason: NoteReason;
  /** 'dropped' and 'doubted' count rows; 'info' is said about a file. */
  readonly kind: 'dropped' | 'doubted' | 'info';
  readonly count: number;
  /** Up to ten, for the panel and the JSON. */
  readonly examples: readonly NoteExample[];
  /** Every case up to 50,000, for the CSV of notes. */
  readonly cases: readonly NoteExample[];
}

export type Crs = 'EPSG:4326' | 'EPSG:27700';

export interface FileReport {
  readonly name: string;
  readonly format: string;
  readonly rows: number;
  readonly kept: number;
  readonly crs: Crs;
}

export interface IngestReport {
  /** rows = kept + Σ count of the dropped notes, always. */
  readonly rows: number;
  readonly kept: number;
  readonly files: readonly FileReport[];
  readonly notes: readonly Note[];
  readonly snapped: boolean;
  /** Of the first file that kept a row. */
  readonly crs: Crs;
  /** First and last local day covered (a month-only row covers its month); MISSING when no row is dated. */
  readonly fromDay: number;
  readonly toDay: number;
  /** Kept rows by offence title as written (code when there is no title), most frequent first. */
  readonly categories: ReadonlyMap<string, number>;
}
