/** Files on disk as the core's sources, and results to stdout or a file. */
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { InputError } from '../core/errors.ts';
import type { Source } from '../core/ingest/source.ts';

/** @throws InputError when the file cannot be read. */
export function sourceOf(path: string): Source {
  const size = sizeOf(path);
  return {
    name: basename(path),
    size,
    stream: () =>
      Readable.toWeb(createReadStream(path, { highWaterMark: 1 << 20 })) as unknown as ReturnType<Source['stream']>,
    slice: (start, end) => ({
      arrayBuffer: async () => {
        const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
        const file = openSync(path, 'r');
        try {
          let filled = 0;
          while (filled < bytes.length) {
            const read = readSync(file, bytes, filled, bytes.length - filled, start + filled);
            if (read === 0) break;
            filled += read;
          }
        } finally {
          closeSync(file);
        }
        return bytes.buffer;
      },
    }),
  };
}

/** @throws InputError when the file cannot be read. */
export function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new InputError(`There is no readable file "${path}" – check the path.`);
  }
}

function sizeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new InputError(`There is no file "${path}" – check the path.`);
  if (!stat.isFile()) throw new InputError(`"${path}" is not a file – name the files themselves.`);
  return stat.size;
}

/** To `out`, or to stdout without one. Resolves once everything is written. */
export async function write(content: string | Uint8Array, out: string | undefined): Promise<void> {
  if (out === undefined) {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(content, (error) => (error ? reject(error) : resolve()));
    });
    return;
  }
  try {
    writeFileSync(out, content);
  } catch (error) {
    throw new InputError(
      `"${out}" cannot be written (${error instanceof Error ? error.message : error}) – choose another place.`,
    );
  }
}
