/** Saving and opening project files, over what the worker holds. */
import { InputError } from '../core/errors.ts';
import type { StudyArea } from '../core/geo/area.ts';
import type { Field } from '../core/ingest/fields.ts';
import type { Mapping } from '../core/ingest/mapping-profile.ts';
import type { Source } from '../core/ingest/source.ts';
import { type CryptoLike, decryptProject, encryptProject, isEncrypted } from '../core/project/encrypt.ts';
import { fingerprint } from '../core/project/inputs.ts';
import type { Project, ProjectInput } from '../core/project/project.ts';
import { projectJson, readProject } from '../core/project/read.ts';
import { writeProject } from '../core/project/write.ts';

/** The files of a load, kept open and in their order. */
export interface Inputs {
  readonly sources: readonly Source[];
  readonly map: Readonly<Record<string, Field>>;
  /** How each was read, in their order. */
  readonly mappings: readonly (Mapping | null)[];
}

/** What the app knows of a project; areas and inputs stand in the worker. */
export type ProjectAbout = Omit<
  Project,
  'areaSet' | 'map' | 'mappings' | 'inputs' | 'batches' | 'batchKey' | 'layers' | 'rows'
> & {
  readonly areaSet: Omit<Project['areaSet'], 'areas'>;
};

export interface SaveOptions {
  readonly withRows: boolean;
  /** null leaves the file open to read. */
  readonly passphrase: string | null;
}

export type OpenedProject =
  | 'locked'
  | { readonly project: Omit<Project, 'rows'>; readonly rows: readonly File[] | null };

/** A longer text can be held by no browser. */
const LONGEST_FILE = 500_000_000;

/** The bytes of a project file. */
export async function saveProject(
  about: ProjectAbout,
  areas: readonly StudyArea[],
  { sources, ...held }: Inputs & Pick<Project, 'batches' | 'batchKey' | 'layers'>,
  { withRows, passphrase }: SaveOptions,
  crypto: CryptoLike,
): Promise<Uint8Array<ArrayBuffer>> {
  const inputs = await fingerprints(sources);
  const rows: Uint8Array[] = [];
  if (withRows) for (const source of sources) rows.push(await bytesOf(source));
  const areaSet = { ...about.areaSet, areas };
  const content = writeProject({ ...about, areaSet, ...held, inputs, rows: withRows ? rows : null });
  const file = passphrase === null ? content : await encryptProject(content, passphrase, crypto);
  return new TextEncoder().encode(file);
}

/** 'locked' when it wants a passphrase and none was given. */
export async function openProject(
  source: Source,
  passphrase: string | null,
  crypto: CryptoLike,
): Promise<OpenedProject> {
  if (source.size > LONGEST_FILE) {
    throw new InputError(
      `${source.name} is too large for a project file (over 500 MB) – save it without the offences.`,
    );
  }
  let json = projectJson(new TextDecoder().decode(await bytesOf(source)), source.name);
  if (isEncrypted(json)) {
    if (passphrase === null) return 'locked';
    json = projectJson(await decryptProject(json, passphrase, crypto), source.name);
  }
  const { rows, ...project } = readProject(json, source.name);
  const files = rows?.map((bytes, i) => new File([new Uint8Array(bytes)], project.inputs[i]?.name ?? ''));
  return { project, rows: files ?? null };
}

/** One after the other: each is read through once. */
export async function fingerprints(sources: readonly Source[]): Promise<ProjectInput[]> {
  const prints: ProjectInput[] = [];
  for (const source of sources) prints.push(await fingerprint(source));
  return prints;
}

async function bytesOf(source: Source): Promise<Uint8Array> {
  try {
    return new Uint8Array(await source.slice(0, source.size).arrayBuffer());
  } catch {
    throw new InputError(`“${source.name}” can no longer be read – it was moved or changed: open it again.`);
  }
}
