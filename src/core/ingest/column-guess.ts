/**
 * What each column of a file holds, with the reason in words: by its header where that is one of the known names, as a
 * load reads it; else, for what a load would leave out, by words in the header and by the values.
 */
import { recogniseOffence } from '../offences/recognise.ts';
import type { FlagName } from '../offences/table.ts';
import { DateKind, readDate } from './dates.ts';
import type { RecordField } from './fields.ts';
import { handMap, matchHeaders } from './mapping.ts';
import { type FlagField, flagFields } from './mapping-profile.ts';
import {
  byValues,
  byWords,
  type ColumnGuess,
  type Evidence,
  guessPlace,
  isPlace,
  MOST,
  mostly,
  nothing,
  type SampledColumn,
  words,
} from './place-guess.ts';
import { ageOf, decimal, flagOf, isMissing, offenceCode } from './values.ts';

export const flagNames: Readonly<Record<FlagField, FlagName>> = {
  domestic: 'domestic',
  public_place: 'publicPlace',
  knife: 'knife',
  weapon: 'weapon',
  alcohol: 'alcohol',
};

/** Of the titles of an offence column this part is in the catalogue at least, where the header says nothing. */
const SOME = 0.3;

export function guessColumns(columns: readonly SampledColumn[]): readonly ColumnGuess[] {
  const { best, place } = matchHeaders(
    columns.map(({ name }) => name),
    handMap({}),
  );
  const guesses: (ColumnGuess | null)[] = columns.map(() => null);
  const taken = new Set<RecordField>();
  const claim = (index: number, field: RecordField, reason: string, sure: boolean) => {
    taken.add(field);
    guesses[index] = { field, reason, sure };
  };
  const evidence = columns.map(evidenceOf);
  for (const { column } of best.values()) {
    const { index, field, name } = column;
    // the pair that a load reads by; one without the other stands where there is no pair
    if (place && isPlace(field) && column !== place.x && column !== place.y) continue;
    claim(index, field, `Header reads “${name}”${told(field, columns[index], evidence[index])}`, true);
  }
  if (!place) guessPlace(columns, evidence, guesses, claim);
  for (const rule of rules) {
    if (taken.has(rule.field)) continue;
    if (rule.instead !== undefined && taken.has(rule.instead)) continue;
    const index = columns.findIndex(
      (column, i) => guesses[i] === null && rule.test(column, evidence[i] ?? nothing, words(column.name)),
    );
    const column = columns[index];
    if (column) claim(index, rule.field, `${rule.why(column.name)}${told(rule.field, column, evidence[index])}`, false);
  }
  return columns.map((_, i) => guesses[i] ?? { field: null, reason: unusedWords(evidence[i]), sure: false });
}

export function evidenceOf({ cells }: SampledColumn): Evidence {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (cell === undefined || isMissing(cell)) continue;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  let given = 0;
  let numbers = 0;
  let dates = 0;
  let offences = 0;
  for (const [cell, count] of counts) {
    given += count;
    if (Number.isFinite(decimal(cell))) numbers += count;
    if ((readDate(cell).kind & 15) > DateKind.unreadable) dates += count;
    if (recogniseOffence('', cell) !== null) offences += count;
  }
  return { given, distinct: counts.size, numbers, dates, offences };
}

/** How many of the cells that say something read as yes, no or unknown. */
export function flagsRead(
  field: FlagField,
  { cells }: SampledColumn,
): { readonly read: number; readonly given: number } {
  let read = 0;
  let given = 0;
  for (const cell of cells) {
    if (cell === undefined || isMissing(cell)) continue;
    given++;
    if (flagOf(flagNames[field], cell) !== null) read++;
  }
  return { read, given };
}

export function isFlagField(field: string): field is FlagField {
  return flagFields.some((known) => known === field);
}

interface Rule {
  readonly field: RecordField;
  /** Not where this field is there. */
  readonly instead?: RecordField;
  readonly test: (column: SampledColumn, evidence: Evidence, header: string) => boolean;
  readonly why: (name: string) => string;
}

/** In the order in which they choose among the columns that are left. */
const rules: readonly Rule[] = [
  {
    field: 'from',
    test: (_, e, h) => mostly(e.dates, e) && written(e) && /start|from|commit|occur|begin/.test(h),
    why: byWords,
  },
  { field: 'from', test: (_, e, h) => mostly(e.dates, e) && written(e) && /date|time|when/.test(h), why: byWords },
  { field: 'from', test: (_, e) => mostly(e.dates, e) && written(e), why: byValues },
  { field: 'to', test: (_, e, h) => mostly(e.dates, e) && written(e) && /\b(end|to|until|last)/.test(h), why: byWords },
  {
    field: 'offence',
    instead: 'offence_code',
    test: (_, e) => e.offences >= SOME * e.given && e.offences > 0,
    why: byValues,
  },
  {
    field: 'offence',
    instead: 'offence_code',
    test: (_, e, h) =>
      /offen[cs]e|crime|categor|charge|kind|type/.test(h) && e.numbers === 0 && e.given > 0 && fewDistinct(e),
    why: byWords,
  },
  {
    field: 'offence_code',
    instead: 'offence',
    test: ({ cells }, e) => e.given > 0 && codes(cells) >= MOST * e.given,
    why: byValues,
  },
  ...flagFields.map(
    (field): Rule => ({
      field,
      test: (column, e, h) =>
        FLAG_WORDS[field].test(h) && e.given > 0 && (e.distinct <= 12 || readAsFlags(field, column)),
      why: byWords,
    }),
  ),
  { field: 'victim_age', test: (c, e, h) => /\bage\b/.test(h) && mostly(ages(c.cells), e), why: byWords },
  {
    field: 'offence_id',
    test: (_, e, h) => /\b(id|ref|reference|number|no|urn|key)\b/.test(h) && e.given > 1 && e.distinct === e.given,
    why: byWords,
  },
  {
    field: 'location',
    test: (_, e, h) => /street|address|place|location|premise|venue|road/.test(h) && e.given > e.numbers,
    why: byWords,
  },
];

const FLAG_WORDS: Readonly<Record<FlagField, RegExp>> = {
  domestic: /domestic|\bda\b|\bdv\b|\bdva\b/,
  public_place: /public/,
  knife: /knife|blade|sharp/,
  weapon: /weapon/,
  alcohol: /alcohol|drink|drunk|intox/,
};

function readAsFlags(field: FlagField, column: SampledColumn): boolean {
  const { read, given } = flagsRead(field, column);
  return read >= MOST * given;
}

/** Five digits alone are a number sooner than a date. */
function written({ numbers, given }: Evidence): boolean {
  return numbers < given / 2;
}

function fewDistinct({ distinct, given }: Evidence): boolean {
  return distinct <= Math.max(20, given / 5);
}

function codes(cells: readonly string[]): number {
  return cells.filter((cell) => cell && /^\d{3}\/\d{2}$/.test(offenceCode(cell)) && recogniseOffence(cell, '') !== null)
    .length;
}

function ages(cells: readonly string[]): number {
  return cells.filter((cell) => cell && ageOf(cell) !== null).length;
}

/** What the values add to a guess. */
function told(field: RecordField, column: SampledColumn | undefined, evidence: Evidence = nothing): string {
  const of = (count: number, what: string) => `; ${number(count)} of ${number(evidence.given)} values ${what}`;
  if (column === undefined || evidence.given === 0) return '; every cell of the sample is blank';
  if (isPlace(field)) return of(evidence.numbers, 'are numbers');
  if (field === 'from' || field === 'to') return of(evidence.dates, 'read as dates');
  if (field === 'offence') return of(evidence.offences, 'are in the catalogue');
  if (field === 'victim_age') return of(ages(column.cells), 'are ages');
  if (isFlagField(field)) return of(flagsRead(field, column).read, 'read as yes or no');
  return '';
}

function unusedWords(evidence: Evidence = nothing): string {
  if (evidence.given === 0) return 'Blank in the sample';
  return `${number(evidence.distinct)} different ${evidence.distinct === 1 ? 'value' : 'values'}`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
