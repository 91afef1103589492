/** How a file is read where its own words are not understood, and the profile under which that is kept for the next time. */
import { InputError } from '../errors.ts';
import { kinds } from '../offences/catalogue.ts';
import { recogniseOffence } from '../offences/recognise.ts';
import { Flag } from '../offences/table.ts';
import { type Field, isField } from './fields.ts';
import type { Crs } from './report.ts';

/** Fields whose cells say yes or no. */
export const flagFields = ['domestic', 'public_place', 'knife', 'weapon', 'alcohol'] as const;
export type FlagField = (typeof flagFields)[number];

const flagWords = ['yes', 'no', 'unknown'] as const;
export type FlagWord = (typeof flagWords)[number];

const dateOrders = ['auto', 'day-first', 'month-first', 'iso'] as const;
/** 'iso' reads no date in which day and month could change places. */
export type DateOrderChoice = (typeof dateOrders)[number];

const crsChoices = ['auto', 'EPSG:4326', 'EPSG:27700'] as const;

export interface Mapping {
  /** Header as written → field; a named column displaces the guess for its field, 'ignore' takes it out of the guessing. */
  readonly columns: Readonly<Record<string, Field>>;
  /** Offence title (code where there is none) as written → title or code of the catalogue; '' leaves it without harm. */
  readonly offences: Readonly<Record<string, string>>;
  /** Field → value as written → what it says. */
  readonly flags: Readonly<Partial<Record<FlagField, Readonly<Record<string, FlagWord>>>>>;
  readonly crs: 'auto' | Crs;
  readonly dates: DateOrderChoice;
  /** Sheet of a workbook; the first with coordinates when absent. */
  readonly sheet?: string;
}

export const emptyMapping: Mapping = { columns: {}, offences: {}, flags: {}, crs: 'auto', dates: 'auto' };

/** Holds words of files that were loaded by it (headers, offence titles, yes/no values), never rows. */
export interface Profile {
  readonly name: string;
  /** Headers of the file it was made with, as `signatureOf` gives them. */
  readonly signature: string;
  readonly mapping: Mapping;
}

export const flagValues: Readonly<Record<FlagWord, number>> = { yes: Flag.yes, no: Flag.no, unknown: Flag.unknown };

/** What tells files of one form from others: their headers in any order and case. */
export function signatureOf(headers: readonly string[]): string {
  const plain = headers.map((header) =>
    header
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  return JSON.stringify([...new Set(plain)].sort());
}

/** The newest profile for files with these headers, and this sheet where the profile names one. */
export function profileFor(profiles: readonly Profile[], headers: readonly string[]): Profile | null {
  const signature = signatureOf(headers);
  return profiles.findLast((profile) => profile.signature === signature) ?? null;
}

export function profileJson({ name, signature, mapping }: Profile): string {
  return `${JSON.stringify({ harmscape: 'mapping', v: 1, name, signature, mapping: mappingJson(mapping) }, null, 2)}\n`;
}

/** Plain values in a fixed order: the same mapping gives the same text. */
export function mappingJson({ columns, offences, flags, crs, dates, sheet }: Mapping): Mapping {
  const ordered = Object.fromEntries(
    flagFields.flatMap((field) => (flags[field] ? [[field, sorted(flags[field])]] : [])),
  );
  return {
    columns: sorted(columns),
    offences: sorted(offences),
    flags: ordered,
    crs,
    dates,
    ...(sheet === undefined ? {} : { sheet }),
  };
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** By the first characters of a file. */
export function isProfile(start: string): boolean {
  return /^\uFEFF?\s*\{\s*"harmscape"\s*:\s*"mapping"/.test(start);
}

/** @throws InputError when the text is no profile or a part of it is wrong */
export function readProfile(text: string, fileName: string): Profile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new InputError(`${fileName} is not valid JSON – open a mapping profile that was saved in the mapping step.`);
  }
  if (!isRecord(json) || json.harmscape !== 'mapping') {
    throw new InputError(`${fileName} is not a mapping profile – open one that was saved in the mapping step.`);
  }
  if (json.v !== 1)
    throw new InputError(`${fileName} was saved by another Harmscape (version ${json.v}) – save it anew.`);
  const { name, signature } = json;
  if (typeof name !== 'string' || name.trim() === '' || name.length > 200) throw wrong(fileName, 'name', 'a text');
  if (typeof signature !== 'string') throw wrong(fileName, 'signature', 'a text');
  return { name, signature, mapping: readMapping(json.mapping, fileName) };
}

/** @throws InputError naming the part that is wrong */
export function readMapping(json: unknown, fileName: string): Mapping {
  if (!isRecord(json)) throw wrong(fileName, 'mapping', 'an object');
  const columns = textsOf(json.columns, fileName, 'columns', (field): field is Field => isField(field), 'a field');
  const offences = textsOf(json.offences, fileName, 'offences', isCatalogueName, 'a title or code of the catalogue');
  if (!isRecord(json.flags)) throw wrong(fileName, 'flags', 'an object');
  const flags = Object.entries(json.flags).map(([field, values]) => {
    if (!flagFields.some((known) => known === field)) throw wrong(fileName, `flags.${field}`, 'no part of it');
    return [field, textsOf(values, fileName, `flags.${field}`, isFlagWord, flagWords.join(', '))] as const;
  });
  const crs = crsChoices.find((choice) => choice === json.crs);
  if (crs === undefined) throw wrong(fileName, 'crs', crsChoices.join(', '));
  const dates = dateOrders.find((choice) => choice === json.dates);
  if (dates === undefined) throw wrong(fileName, 'dates', dateOrders.join(', '));
  const { sheet } = json;
  if (sheet !== undefined && typeof sheet !== 'string') throw wrong(fileName, 'sheet', 'a text');
  return { columns, offences, flags: Object.fromEntries(flags), crs, dates, ...(sheet === undefined ? {} : { sheet }) };
}

/** The id of the kind that a name in a mapping stands for; null for '' and what the catalogue does not hold. */
export function kindNamed(name: string): string | null {
  return name === '' ? null : (kindIds.get(name) ?? recogniseOffence(name, name));
}

const kindIds: ReadonlyMap<string, string> = new Map(kinds.map(({ title, id }) => [title, id]));

function isCatalogueName(name: string): name is string {
  return name === '' || kindNamed(name) !== null;
}

function isFlagWord(word: string): word is FlagWord {
  return flagWords.some((known) => known === word);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const MOST_ENTRIES = 5000;

function textsOf<T extends string>(
  value: unknown,
  fileName: string,
  where: string,
  test: (text: string) => text is T,
  should: string,
): Record<string, T> {
  if (!isRecord(value)) throw wrong(fileName, where, 'an object');
  const entries = Object.entries(value);
  if (entries.length > MOST_ENTRIES) throw wrong(fileName, where, `at most ${MOST_ENTRIES} entries`);
  return Object.fromEntries(
    entries.map(([name, text]) => {
      if (typeof text !== 'string' || !test(text)) throw wrong(fileName, `${where}.${name.slice(0, 60)}`, should);
      return [name, text];
    }),
  );
}

function wrong(fileName: string, where: string, should: string): InputError {
  return new InputError(`${fileName} is damaged: “${where}” should be ${should} – save it again.`);
}
