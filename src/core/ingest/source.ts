/** What the core needs of a `ReadableStream` of bytes. */
interface ByteStream {
  getReader(): {
    read(): Promise<
      | { readonly done: false; readonly value: Uint8Array }
      | { readonly done: true; readonly value?: Uint8Array | undefined }
    >;
    cancel(reason?: unknown): Promise<void>;
  };
}

/** A file as the core sees it: a `File`, a `Blob` with a name, or bytes in a test. */
export interface Source {
  readonly name: string;
  readonly size: number;
  stream(): ByteStream;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Called while a load runs; `done` and `total` are bytes of all sources. */
export interface IngestProgress {
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}
