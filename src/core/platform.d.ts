/** The few platform globals the core needs; browsers, workers and Node all have them. */

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

interface ReadableStreamReader<R> {
  read(): Promise<{ done: false; value: R } | { done: true; value?: undefined }>;
  cancel(reason?: unknown): Promise<void>;
  releaseLock(): void;
}

interface ReadableStream<R = unknown> {
  getReader(): ReadableStreamReader<R>;
  cancel(reason?: unknown): Promise<void>;
}

interface AbortSignal {
  readonly aborted: boolean;
}

declare function setTimeout(handler: () => void, milliseconds?: number): unknown;

declare const ReadableStream: new <R>(source: {
  pull(controller: { enqueue(chunk: R): void; close(): void }): void;
}) => ReadableStream<R>;
