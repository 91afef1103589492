/** `--factor NAME=FILE…`: layers of places under the names that were typed. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { InputError } from '../core/errors.ts';
import { type Factor, factorsOf } from '../core/geo/factor.ts';
import { readFactorFile } from '../core/ingest/factor-file.ts';
import { say } from './say.ts';

export interface NamedFile {
  readonly name: string;
  readonly path: string;
}

/** The shapes of a file under the name that was typed. */
export function factorOf({ name, path }: NamedFile): Factor[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new InputError(`There is no readable file "${path}" – check --factor ${name}=….`);
  }
  const file = readFactorFile(bytes, basename(path));
  for (const note of file.notes) say(`${name}: ${note}`);
  return factorsOf(file, null).map((factor) => ({ ...factor, name }));
}

/** Parser of the option, which may be repeated. */
export function collectFactor(text: string, before: readonly NamedFile[] | undefined): NamedFile[] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError(`"${text}" is not name=file.`);
  return [...(before ?? []), { name: text.slice(0, at), path: text.slice(at + 1) }];
}
