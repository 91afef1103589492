/** A file as the core sees it: a `File`, a `Blob` with a name, or bytes in a test. */
export interface Source {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Called while a load runs; `done` and `total` are bytes of all sources. */
export interface IngestProgress {
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}
