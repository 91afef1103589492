/** Which two columns hold the place, where no header says so; and the words that all guesses share. */
import type { RecordField } from './fields.ts';
import { decimal } from './values.ts';

export interface SampledColumn {
  readonly name: string;
  /** By row; '' or a hole where the cell is blank. */
  readonly cells: readonly string[];
}

export interface ColumnGuess {
  readonly field: RecordField | null;
  /** In words: what speaks for the guess, or why there is none. */
  readonly reason: string;
  /** A load reads it so without being told. */
  readonly sure: boolean;
}

/** How many of a column's cells that say something can be read as what. */
export interface Evidence {
  readonly given: number;
  readonly distinct: number;
  readonly numbers: number;
  readonly dates: number;
  readonly offences: number;
}

/** This part of a column's values speaks for the column. */
export const MOST = 0.8;

export const nothing: Evidence = { given: 0, distinct: 0, numbers: 0, dates: 0, offences: 0 };

/** Gives a column its guess. */
export type Claim = (index: number, field: RecordField, reason: string, sure: boolean) => void;

export const byWords = (name: string) => `Words in the header “${name}”`;
export const byValues = () => 'By its values';

export function mostly(count: number, { given }: Evidence): boolean {
  return given > 0 && count >= MOST * given;
}

/** "crimeType" and "crime_type" as "crime type". */
export function words(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

export function isPlace(field: string): boolean {
  return field === 'longitude' || field === 'latitude' || field === 'easting' || field === 'northing';
}

const X_WORDS = /\b(lon|long|lng|longitude|east|easting|eastings|x)\b|^x|lon(gitude)?$|eastings?$/;
const Y_WORDS = /\b(lat|latitude|north|northing|northings|y)\b|^y|lat(itude)?$|northings?$/;

/** By words in the headers; else two columns whose values lie in Great Britain, in degrees or in metres. */
export function guessPlace(
  columns: readonly SampledColumn[],
  evidence: readonly Evidence[],
  guesses: readonly (ColumnGuess | null)[],
  claim: Claim,
): void {
  const free = columns.map((column, i) => ({ column, i, e: evidence[i] ?? nothing, range: rangeOf(column) }));
  const numeric = free.filter(
    ({ i, e }) => (guesses[i] === null || isPlace(guesses[i]?.field ?? '')) && mostly(e.numbers, e),
  );
  const pick = (test: (one: (typeof numeric)[number]) => boolean) => numeric.find(test);
  const x = pick(({ column, i }) => X_WORDS.test(words(column.name)) || guesses[i]?.field === 'longitude');
  const y = pick((one) => one !== x && Y_WORDS.test(words(one.column.name)));
  const places: readonly [typeof x, typeof y, (name: string) => string] =
    x && y
      ? [x, y, byWords]
      : [
          pick(({ range }) => within(range, -9, 2.2) && !range.whole),
          pick(({ range }) => within(range, 49.5, 61) && !range.whole),
          byValues,
        ];
  const [first, second, why] =
    places[0] && places[1]
      ? places
      : [
          pick(({ range }) => within(range, 50_000, 660_000)),
          pick(({ range, i }) => within(range, 5000, 1_220_000) && i > firstMetres(numeric)),
          byValues,
        ];
  if (!first || !second || first === second) return;
  const metres = first.range.most > 180 || second.range.most > 90;
  claim(first.i, metres ? 'easting' : 'longitude', `${why(first.column.name)}${span(first.range)}`, false);
  claim(second.i, metres ? 'northing' : 'latitude', `${why(second.column.name)}${span(second.range)}`, false);
}

interface Range {
  readonly least: number;
  readonly most: number;
  /** Whole numbers only. */
  readonly whole: boolean;
}

function firstMetres(numeric: readonly { readonly i: number; readonly range: Range }[]): number {
  return numeric.find(({ range }) => within(range, 50_000, 660_000))?.i ?? Number.POSITIVE_INFINITY;
}

function rangeOf({ cells }: SampledColumn): Range {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (const cell of cells) {
    const value = cell ? decimal(cell) : Number.NaN;
    // 0 stands for "no place" in many exports
    if (!Number.isFinite(value) || value === 0) continue;
    if (value < least) least = value;
    if (value > most) most = value;
    if (!Number.isInteger(value)) whole = false;
  }
  return { least, most, whole };
}

function within({ least, most }: Range, from: number, to: number): boolean {
  return least >= from && most <= to;
}

function span({ least, most }: Range): string {
  return `; numbers from ${least} to ${most}`;
}
