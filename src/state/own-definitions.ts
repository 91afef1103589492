/** Definitions of the analyst's own: copied from a preset or from one another, renamed, changed, deleted. Pure. */
import { type DefinitionRule, definitions, type OwnDefinition } from '../core/offences/presets.ts';
import { definitionIds } from '../core/settings.ts';
import type { Settings } from './app-state.ts';

type Chosen = Pick<Settings, 'definition' | 'ownId' | 'ownDefinitions'>;

/** The own definition that counts; null while a preset does. */
export function ownOf({ ownId, ownDefinitions }: Chosen): OwnDefinition | null {
  return ownDefinitions.find(({ id }) => id === ownId) ?? null;
}

/** What an id stands for, of a preset or an own one; null for neither. */
export function choiceOf(id: string, ownDefinitions: readonly OwnDefinition[]): Partial<Settings> | null {
  const own = ownDefinitions.find((candidate) => candidate.id === id);
  if (own !== undefined) return { definition: own.base, ownId: own.id };
  const preset = definitionIds.find((candidate) => candidate === id);
  return preset === undefined ? null : { definition: preset, ownId: null };
}

/** A copy of what counts now, which then counts. */
export function copied(settings: Chosen): Partial<Settings> {
  const { definition, ownDefinitions } = settings;
  const { name, rule } = ownOf(settings) ?? definitions[definition];
  const last = Math.max(0, ...ownDefinitions.map(({ id }) => Number(id.slice('own-'.length))));
  const id = `own-${last + 1}`;
  const copy = { id, base: definition, name: `${name}, changed`, rule };
  return { ownDefinitions: [...ownDefinitions, copy], ownId: id };
}

export function renamed({ ownDefinitions }: Chosen, id: string, name: string): Partial<Settings> {
  return { ownDefinitions: ownDefinitions.map((own) => (own.id === id ? { ...own, name } : own)) };
}

export function ruleChanged(
  { ownDefinitions }: Chosen,
  id: string,
  change: Partial<DefinitionRule>,
): Partial<Settings> {
  const changed = (own: OwnDefinition): OwnDefinition => ({ ...own, rule: { ...own.rule, ...change } });
  return { ownDefinitions: ownDefinitions.map((own) => (own.id === id ? changed(own) : own)) };
}

/** Without it; the preset that it came from counts again if it did. */
export function deleted({ ownDefinitions, ownId }: Chosen, id: string): Partial<Settings> {
  return { ownDefinitions: ownDefinitions.filter((own) => own.id !== id), ownId: ownId === id ? null : ownId };
}

const WEEK: readonly number[] = [0, 1, 2, 3, 4, 5, 6];

/** Days of the week (0 = Monday) on which the hours begin, and the hours from and to; equal ones are the whole day. */
export interface Hours {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Hours of the week, 0 = Monday 00; a night runs into the next day. */
export function hoursOfWeek({ days, from, to }: Hours): number[] {
  const length = (to - from + 24) % 24 || 24;
  return days.flatMap((day) => Array.from({ length }, (_, hour) => (day * 24 + from + hour) % 168));
}

/** The days and hours that give a list of hours, the longest stretch a day first; null when none do. */
export function hoursFrom(list: readonly number[]): Hours | null {
  const wanted = new Set(list);
  for (let from = 0; from < 24; from++) {
    for (let length = 24; length > 0; length--) {
      const to = (from + length) % 24;
      const days = WEEK.filter((day) => hoursOfWeek({ days: [day], from, to }).every((hour) => wanted.has(hour)));
      if (days.length > 0 && new Set(hoursOfWeek({ days, from, to })).size === wanted.size) return { days, from, to };
    }
  }
  return null;
}
