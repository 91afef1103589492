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
import { type DefinitionRule, definitions, type NamedRule } from './presets.ts';
import { isRelationship } from './relationships.ts';
import { Flag, type FlagName, NO_HOUR, type OffenceTable } from './table.ts';

const NO_AGE = 255;

/**
 * How a row stands while the conditions of a rule are applied; the mask holds these until the last step. `Unarmed` rows
 * are out unless a weapon shows up.
 */
const Row = { out: 0, kind: 1, category: 2, unarmedKind: 3, unarmedCategory: 4 } as const;

/** What a condition makes of a row's standing, given the row's value in one column. */
type Step = (standing: number, value: number) => number;

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

/** The same for one rule. */
export function availabilityFor(table: OffenceTable, rule: DefinitionRule): Availability {
  return availability(rule, givenBy(table));
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
export function definitionMask(
  table: OffenceTable,
  definition: DefinitionId | NamedRule,
  includeProactive: boolean,
): Uint8Array {
  const { name, rule } = typeof definition === 'string' ? definitions[definition] : definition;
  const given = givenBy(table);
  const missing = whyUnavailable(rule, given);
  if (missing !== null) {
    throw new InputError(
      `“${name}” cannot be read from these offences: ${missing.charAt(0).toLowerCase()}${missing.slice(1)} – choose another definition, or load files that hold it.`,
    );
  }
  if (rule === definitions.all.rule) return new Uint8Array(table.rows).fill(1);
  // 1. How each row stands by its offence, looked up by distinct offence.
  const mask = gather(table.offence, standingOf(rule, given, includeProactive));
  // 2. One pass for each condition whose column exists.
  const { domestic, publicPlace, knife, weapon } = table.flags;
  if (rule.publicPlace && given.flag('publicPlace')) apply(mask, publicPlace, needsYes);
  if (rule.domestic === 'not' && given.flag('domestic')) apply(mask, domestic, needsNoYes);
  if (rule.domestic === 'only') apply(mask, domestic, needsStrictYes);
  if (rule.knife) apply(mask, knife, needsStrictYes);
  if (rule.weaponOnly.length > 0 && given.flag('weapon')) {
    apply(mask, knife, armedByKnife);
    apply(mask, weapon, armedByWeapon);
  }
  if (rule.excludedRelationships.length > 0) dropRelationships(mask, table, rule);
  if (rule.victimAge !== null) apply(mask, table.victimAge, needsAge(rule.victimAge));
  if (rule.hoursOfWeek !== null) apply(mask, table.hourOfWeek, needsHour(rule.hoursOfWeek));
  // 3. Kind and category count the same.
  for (let row = 0; row < mask.length; row++) mask[row] = ((mask[row] as number) + 1) >> 1;
  return mask;
}

function standingOf(rule: DefinitionRule, given: Given, includeProactive: boolean): Uint8Array {
  const { groups, categories, proactiveCategories, weaponOnly } = rule;
  const checksWeapon = given.flag('weapon');
  return Uint8Array.from(given.kinds, (kind) => {
    if (groups === null) return Row.kind;
    if (kind === null) return Row.out;
    const unarmed = checksWeapon && weaponOnly.includes(kind.group);
    if (groups.includes(kind.group)) return unarmed ? Row.unarmedKind : Row.kind;
    const whole = categories.includes(kind.group) || (includeProactive && proactiveCategories.includes(kind.group));
    if (!whole) return Row.out;
    return unarmed ? Row.unarmedCategory : Row.category;
  });
}

function gather(index: Uint16Array, values: Uint8Array): Uint8Array {
  const out = new Uint8Array(index.length);
  for (let row = 0; row < out.length; row++) out[row] = values[index[row] as number] as number;
  return out;
}

/** Takes every row one step, through a table of all standings × values: no branch, so mixed columns cost no more. */
function apply(mask: Uint8Array, column: Uint8Array, step: Step): void {
  const next = Uint8Array.from({ length: 5 * 256 }, (_, at) => step(at >> 8, at & 255));
  for (let row = 0; row < mask.length; row++) {
    mask[row] = next[((mask[row] as number) << 8) | (column[row] as number)] as number;
  }
}

/** A kind needs a yes; a category only must not say no. */
const needsYes: Step = (standing, says) =>
  says === Flag.yes || (says === Flag.unknown && standing === Row.category) ? standing : Row.out;

const needsStrictYes: Step = (standing, says) => (says === Flag.yes ? standing : Row.out);

const needsNoYes: Step = (standing, says) => (says === Flag.yes ? Row.out : standing);

const armed = (standing: number): number => {
  if (standing === Row.unarmedKind) return Row.kind;
  return standing === Row.unarmedCategory ? Row.category : standing;
};

const armedByKnife: Step = (standing, says) => (says === Flag.yes ? armed(standing) : standing);

/** The last word on weapons: a kind without a yes is out, a category only with a no. */
const armedByWeapon: Step = (standing, says) => {
  if (says === Flag.yes || (says === Flag.unknown && standing === Row.unarmedCategory)) return armed(standing);
  return armed(standing) === standing ? standing : Row.out;
};

const needsAge =
  ({ from, to }: { readonly from: number; readonly to: number }): Step =>
  (standing, age) =>
    age === NO_AGE || (age >= from && age <= to) ? standing : Row.out;

const needsHour = (hours: readonly number[]): Step => {
  // rows without a time have hour 255, which no week holds
  const wanted = new Set(hours);
  return (standing, hour) => (wanted.has(hour) ? standing : Row.out);
};

function dropRelationships(mask: Uint8Array, table: OffenceTable, rule: DefinitionRule): void {
  const words = new Set(rule.excludedRelationships);
  const { codes, values } = table.relationship;
  const keeps = Uint8Array.from(values, (value) => (isRelationship(value, words) ? 0 : 255));
  for (let row = 0; row < mask.length; row++) {
    mask[row] = (mask[row] as number) & (keeps[codes[row] as number] as number);
  }
}
