/**
 * Which rows a definition counts, and how exactly the loaded data can answer it.
 *
 * A condition needs its column. Where no file has it, a condition that only narrows (public place, not domestic, age,
 * relationship, a weapon in a robbery) is left out and the result is an upper bound; a condition that makes the
 * definition what it is (a knife, the hours, domestic GBH) cannot be left out, and the definition is unavailable.
 *
 * The trap: an empty cell is not a "no". Public place and knife must say yes; domestic must not say yes. A row known
 * only by its data.police.uk category is counted unless its own flags rule it out, and called an upper bound.
 */
import { InputError } from '../errors.ts';
import type { Availability } from '../results.ts';
import type { DefinitionId } from '../settings.ts';
import { isCategory, kindById } from './catalogue.ts';
import type { OffenceKind } from './kinds.ts';
import { type DefinitionRule, definitions } from './presets.ts';
import { isRelationship } from './relationships.ts';
import { Flag, type FlagName, NO_HOUR, type OffenceTable } from './table.ts';

const NO_AGE = 255;

/** How a row stands while the conditions of a rule are applied; the mask holds these until the last step. */
const Row = { out: 0, kind: 1, category: 2 } as const;

/** Which of the rule's conditions the table can answer. */
interface Given {
  readonly flag: (name: FlagName) => boolean;
  readonly relationship: boolean;
  readonly age: boolean;
  readonly hours: boolean;
  /** Kinds of the distinct offences, null where nothing matched. */
  readonly kinds: readonly (OffenceKind | null)[];
}

function givenBy(table: OffenceTable): Given {
  return {
    flag: (name) => table.flagsGiven.includes(name),
    relationship: table.relationship.values.some((value) => value !== ''),
    age: table.victimAge.some((age) => age !== NO_AGE),
    hours: table.hourOfWeek.some((hour) => hour !== NO_HOUR),
    kinds: table.offences.map(({ kind }) => (kind === null ? null : (kindById(kind) ?? null))),
  };
}

/** For each definition whether the table answers it, and if not or not exactly, why, in a sentence. */
export function availabilityOf(table: OffenceTable): Record<DefinitionId, Availability> {
  const given = givenBy(table);
  const entries = Object.values(definitions).map(({ id, rule }) => [id, availability(rule, given)]);
  return Object.fromEntries(entries) as Record<DefinitionId, Availability>;
}

function availability(rule: DefinitionRule, given: Given): Availability {
  const missing = whyUnavailable(rule, given);
  if (missing !== null) return { state: 'unavailable', why: `${missing}.` };
  const reasons = whyUpperBound(rule, given);
  if (reasons.length === 0) return { state: 'exact' };
  const text = reasons.join('; ');
  return { state: 'upper-bound', why: `${text.charAt(0).toUpperCase()}${text.slice(1)}.` };
}

function whyUnavailable(rule: DefinitionRule, given: Given): string | null {
  const recognised = given.kinds.filter((kind) => kind !== null);
  const onlyCategories = recognised.length > 0 && recognised.every(isCategory);
  const source = onlyCategories ? '; data.police.uk does not publish it' : '';
  if (rule.knife && !given.flag('knife')) return `No file says whether a knife was used${source}`;
  if (rule.hoursOfWeek !== null && !given.hours) return `No offence has a time of day${source}`;
  if (rule.domestic === 'only' && !given.flag('domestic')) return `No file says what is domestic${source}`;
  if (rule.groups === null) return null;
  if (given.kinds.length > 0 && recognised.length === 0) return 'No offence has a code or title that is recognised';
  if (onlyCategories && rule.categories.length === 0)
    return 'The categories of data.police.uk hide the kind of offence';
  return null;
}

function whyUpperBound(rule: DefinitionRule, given: Given): string[] {
  const reasons: string[] = [];
  const whole = given.kinds.filter((kind) => kind !== null && rule.categories.includes(kind.group));
  if (whole.length > 0) {
    const titles = [...new Set(whole.map((kind) => `“${kind?.title}”`))];
    const [noun, verb] = titles.length === 1 ? ['category', 'is'] : ['categories', 'are'];
    reasons.push(`the ${noun} ${titles.join(' and ')} ${verb} counted whole`);
  }
  if (rule.publicPlace && !given.flag('publicPlace'))
    reasons.push('no file says what is a public place, so every place counts');
  if (rule.domestic === 'not' && !given.flag('domestic'))
    reasons.push('no file says what is domestic, so domestic offences count too');
  if (rule.excludedRelationships.length > 0 && !given.relationship)
    reasons.push('no relationship is recorded, so family counts too');
  if (rule.victimAge !== null && !given.age) reasons.push('no age is recorded, so victims of every age count');
  if (rule.weaponOnly.length > 0 && !given.flag('weapon'))
    reasons.push('no file says where a weapon was used, so every robbery counts');
  return reasons;
}

/**
 * One byte per row, 1 where the definition counts it, whatever its date.
 * @param includeProactive also take categories that are mostly found by police activity (drugs, in Operation Ark)
 * @throws InputError when the data cannot answer the definition
 */
export function definitionMask(table: OffenceTable, definition: DefinitionId, includeProactive: boolean): Uint8Array {
  const { name, rule } = definitions[definition];
  const given = givenBy(table);
  const missing = whyUnavailable(rule, given);
  if (missing !== null) {
    throw new InputError(
      `“${name}” cannot be read from these offences: ${missing.charAt(0).toLowerCase()}${missing.slice(1)} – choose another definition, or load files that hold it.`,
    );
  }
  // 1. What each row's offence makes of it, looked up by distinct offence.
  const mask = gather(table.offence, standingOf(rule, given, includeProactive));
  // 2. One pass per condition whose column exists: a kind needs a "yes", a category only must not say "no".
  const { domestic, publicPlace, knife, weapon } = table.flags;
  if (rule.publicPlace && given.flag('publicPlace')) keepYes(mask, publicPlace);
  if (rule.domestic === 'only') keepYes(mask, domestic);
  if (rule.domestic === 'not' && given.flag('domestic')) dropYes(mask, domestic);
  if (rule.knife) keepStrictYes(mask, knife);
  if (rule.weaponOnly.length > 0 && given.flag('weapon'))
    keepArmed(mask, table, weaponNeeded(rule, given), weapon, knife);
  if (given.relationship && rule.excludedRelationships.length > 0) dropRelationships(mask, table, rule);
  if (given.age && rule.victimAge !== null) dropAges(mask, table.victimAge, rule.victimAge);
  if (rule.hoursOfWeek !== null) keepHours(mask, table.hourOfWeek, rule.hoursOfWeek);
  // 3. Both standings count the same.
  for (let row = 0; row < mask.length; row++) if (mask[row] === Row.category) mask[row] = Row.kind;
  return mask;
}

function standingOf(rule: DefinitionRule, given: Given, includeProactive: boolean): Uint8Array {
  const { groups, categories, proactiveCategories } = rule;
  return Uint8Array.from(given.kinds, (kind) => {
    if (groups === null) return Row.kind;
    if (kind === null) return Row.out;
    if (groups.includes(kind.group)) return Row.kind;
    if (categories.includes(kind.group)) return Row.category;
    return includeProactive && proactiveCategories.includes(kind.group) ? Row.category : Row.out;
  });
}

const weaponNeeded = (rule: DefinitionRule, given: Given): Uint8Array =>
  Uint8Array.from(given.kinds, (kind) => (kind !== null && rule.weaponOnly.includes(kind.group) ? 1 : 0));

function gather(index: Uint16Array, values: Uint8Array): Uint8Array {
  const out = new Uint8Array(index.length);
  for (let row = 0; row < out.length; row++) out[row] = values[index[row] as number] as number;
  return out;
}

function keepYes(mask: Uint8Array, flag: Uint8Array): void {
  for (let row = 0; row < mask.length; row++) {
    const says = flag[row];
    if (says === Flag.no || (says === Flag.unknown && mask[row] !== Row.category)) mask[row] = Row.out;
  }
}

function keepStrictYes(mask: Uint8Array, flag: Uint8Array): void {
  for (let row = 0; row < mask.length; row++) if (flag[row] !== Flag.yes) mask[row] = Row.out;
}

function dropYes(mask: Uint8Array, flag: Uint8Array): void {
  for (let row = 0; row < mask.length; row++) if (flag[row] === Flag.yes) mask[row] = Row.out;
}

/** Keeps robberies in which a weapon or a knife was used. */
function keepArmed(
  mask: Uint8Array,
  table: OffenceTable,
  needed: Uint8Array,
  weapon: Uint8Array,
  knife: Uint8Array,
): void {
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === Row.out || needed[table.offence[row] as number] === 0) continue;
    if (weapon[row] === Flag.yes || knife[row] === Flag.yes) continue;
    if (weapon[row] === Flag.no || mask[row] !== Row.category) mask[row] = Row.out;
  }
}

function dropRelationships(mask: Uint8Array, table: OffenceTable, rule: DefinitionRule): void {
  const words = new Set(rule.excludedRelationships);
  const { codes, values } = table.relationship;
  const excluded = Uint8Array.from(values, (value) => (isRelationship(value, words) ? 1 : 0));
  for (let row = 0; row < mask.length; row++) if (excluded[codes[row] as number] === 1) mask[row] = Row.out;
}

function dropAges(mask: Uint8Array, ages: Uint8Array, { from, to }: { from: number; to: number }): void {
  for (let row = 0; row < mask.length; row++) {
    const age = ages[row] as number;
    if (age !== NO_AGE && (age < from || age > to)) mask[row] = Row.out;
  }
}

function keepHours(mask: Uint8Array, hours: Uint8Array, wanted: readonly number[]): void {
  // rows without a time have hour 255, which no week holds
  const counts = new Uint8Array(256);
  for (const hour of wanted) counts[hour] = 1;
  for (let row = 0; row < mask.length; row++) if (counts[hours[row] as number] === 0) mask[row] = Row.out;
}
