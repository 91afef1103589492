/** The files a project was made with, told by their SHA-256 (FIPS 180-4). */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { InputError } from '../errors.ts';
import type { Source } from '../ingest/source.ts';
import type { ProjectInput } from './project.ts';

/** Reads the file through once, a piece at a time. @throws InputError when it can no longer be read */
export async function fingerprint(source: Source): Promise<ProjectInput> {
  const hash = sha256.create();
  try {
    const reader = source.stream().getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) hash.update(piece.value);
  } catch {
    throw new InputError(`“${source.name}” can no longer be read – it was moved or changed: open it again.`);
  }
  return { name: source.name, size: source.size, sha256: bytesToHex(hash.digest()) };
}

interface NamedFile {
  readonly name: string;
  readonly size: number;
}

/** A file and its index among all inputs; null for one that is none of them. */
export interface FileOfInput<F> {
  readonly file: F;
  readonly input: number | null;
}

/**
 * The files of each batch of inputs, in its order, by name, of several by a name the one of the right size. Missing ones
 * leave their batch short, others join the last. The order decides the last digit of sums.
 */
export function byBatch<F extends NamedFile>(
  files: readonly F[],
  batches: readonly (readonly ProjectInput[])[],
): FileOfInput<F>[][] {
  const left = [...files];
  let index = 0;
  const found = batches.map((inputs) =>
    inputs.flatMap((wanted): FileOfInput<F>[] => {
      const input = index++;
      const same = left.findIndex(({ name, size }) => name === wanted.name && size === wanted.size);
      const at = same >= 0 ? same : left.findIndex(({ name }) => name === wanted.name);
      return at < 0 ? [] : left.splice(at, 1).map((file) => ({ file, input }));
    }),
  );
  found.at(-1)?.push(...left.map((file) => ({ file, input: null })));
  return found;
}

/** A sentence for every file that is missing, not the same or too many; none when the same tables are certain. */
export function differencesOf(expected: readonly ProjectInput[], found: readonly ProjectInput[]): string[] {
  const unused = found.filter((file) => !expected.some((input) => input.sha256 === file.sha256));
  const absent = expected.filter((input) => !found.some((file) => file.sha256 === input.sha256));
  const sentences = absent.map((input) => {
    const at = unused.findIndex((file) => file.name === input.name);
    if (at < 0) return `“${input.name}” of the project is missing – open it together with the others.`;
    const [file] = unused.splice(at, 1);
    return `“${input.name}” is not the file that the project was made with (SHA-256 ${short(file?.sha256)} instead of ${short(input.sha256)}) – use the original to get the same tables.`;
  });
  return [
    ...sentences,
    ...unused.map((file) => `“${file.name}” is not part of the project – leave it out to get the same tables.`),
  ];
}

function short(digest = ''): string {
  return `${digest.slice(0, 12)}…`;
}
