/** `project run PROJECT.json`: the tables of a project file, byte for byte as the app makes them. */
import { mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../core/errors.ts';
import type { Source } from '../core/ingest/source.ts';
import { decryptProject, isEncrypted } from '../core/project/encrypt.ts';
import { differencesOf, fingerprint } from '../core/project/inputs.ts';
import type { Project, ProjectInput } from '../core/project/project.ts';
import { projectJson, readProject } from '../core/project/read.ts';
import { runProject } from '../core/project/tables.ts';
import { sourceOf, textOf, write } from './files.ts';
import { say } from './say.ts';

export interface ProjectOptions {
  /** Folders and files to look for the inputs in, by name. */
  readonly files?: readonly string[];
  /** Environment variable that holds the passphrase. */
  readonly passphraseEnv?: string;
  /** Folder for the tables. */
  readonly out?: string;
}

export async function runProjectFile(path: string, options: ProjectOptions): Promise<void> {
  const project = await projectOf(path, options);
  const sources = await sourcesOf(project, [dirname(path), ...(options.files ?? [])]);
  const tables = await runProject(project, sources);
  if (options.out === undefined) {
    await write(`${JSON.stringify({ tables }, null, 2)}\n`, undefined);
    return;
  }
  mkdirSync(options.out, { recursive: true });
  for (const [name, content] of Object.entries(tables)) await write(content, join(options.out, name));
  say(`${Object.keys(tables).join(' and ')} written to ${options.out}.`);
}

async function projectOf(path: string, { passphraseEnv }: ProjectOptions): Promise<Project> {
  const name = basename(path);
  let json = projectJson(textOf(path), name);
  if (isEncrypted(json)) {
    const passphrase = passphraseEnv === undefined ? undefined : process.env[passphraseEnv];
    if (!passphrase) {
      throw new InputError(
        `${name} is locked by a passphrase – put it in an environment variable and name that with --passphrase-env.`,
      );
    }
    json = projectJson(await decryptProject(json, passphrase, globalThis.crypto), name);
  }
  return readProject(json, name);
}

/** The inputs in their order, each the very file of the project. @throws InputError for one that is missing or changed */
async function sourcesOf({ inputs, rows }: Project, places: readonly string[]): Promise<Source[]> {
  const found: { source: Source; print: ProjectInput }[] = [];
  for (const [i, input] of inputs.entries()) {
    const bytes = rows?.[i];
    const candidates = bytes ? [bytesSource(input.name, bytes)] : candidatesOf(input.name, places).map(sourceOf);
    const prints = await Promise.all(candidates.map(fingerprint));
    // of several files by that name the one that was used; without it the first, for the sentence
    const at = Math.max(
      0,
      prints.findIndex((print) => print.sha256 === input.sha256),
    );
    const [source, print] = [candidates[at], prints[at]];
    if (source && print) found.push({ source, print });
  }
  const [first] = differencesOf(
    inputs,
    found.map(({ print }) => print),
  );
  if (first !== undefined) throw new InputError(first);
  return found.map(({ source }) => source);
}

/** Files of that name in the folders, and among the files. */
function candidatesOf(name: string, places: readonly string[]): string[] {
  return places.flatMap((place) => {
    const stat = statSync(place, { throwIfNoEntry: false });
    if (!stat) throw new InputError(`There is no file or folder "${place}" – check --files.`);
    if (!stat.isDirectory()) return basename(place) === name ? [place] : [];
    const path = join(place, name);
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? [path] : [];
  });
}

function bytesSource(name: string, bytes: Uint8Array): Source {
  const blob = new Blob([new Uint8Array(bytes)]);
  return {
    name,
    size: blob.size,
    stream: () => blob.stream(),
    slice: (start, end) => blob.slice(start, end),
  };
}
