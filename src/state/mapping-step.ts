/** The step that asks how a file is read: what it shows, and how its draft changes. Pure. */

import type { Field, RecordField } from '../core/ingest/fields.ts';
import type { InspectedColumn, Inspection } from '../core/ingest/inspect.ts';
import { emptyMapping, type FlagField, type FlagWord, type Mapping } from '../core/ingest/mapping-profile.ts';
import type { Source } from '../core/ingest/source.ts';
import type { MappingTrial } from '../core/ingest/try-mapping.ts';
import { type UnreadValues, unreadValues } from '../core/ingest/unread-values.ts';
import { kinds } from '../core/offences/catalogue.ts';
import type { Async } from './app-state.ts';

export interface MappingStep {
  readonly file: Source;
  /** Which of the files of the load that must be asked about it is, from 1, and how many there are. */
  readonly place: { readonly at: number; readonly of: number };
  /** Why it is asked, as a sentence. */
  readonly why: string;
  readonly inspection: Inspection;
  /** Another sheet is being looked at. */
  readonly looking: boolean;
  readonly draft: Mapping;
  /** Name of the profile that the draft came from; null for none. */
  readonly profile: string | null;
  readonly trial: Async<MappingTrial>;
}

/** A field as the step asks for it: the place by its two axes, whatever they are measured in. */
export type Asked = 'x' | 'y' | Exclude<RecordField, PlaceField>;

type PlaceField = 'longitude' | 'latitude' | 'easting' | 'northing';

/** Titles of the catalogue for a picker, in alphabetical order. */
export const catalogueTitles: readonly string[] = [...new Set(kinds.map(({ title }) => title))].sort((a, b) =>
  a.localeCompare(b, 'en-GB'),
);

/** Yes/no values of the file that no rule reads. */
export function unreadOf({ inspection, draft }: Pick<MappingStep, 'draft' | 'inspection'>): readonly UnreadValues[] {
  return unreadValues(inspection, draft);
}

/** A draft from what was guessed. */
export function draftFrom(inspection: Inspection, sheet: string | null): Mapping {
  return withColumns({ ...emptyMapping, ...(sheet === null ? {} : { sheet }) }, inspection, (name) => {
    return inspection.columns.find((column) => column.name === name && column.field !== null)?.field ?? 'ignore';
  });
}

/** A mapping that was made earlier, with every column of the file said: what it names, else what is guessed. */
export function draftOver(inspection: Inspection, mapping: Mapping): Mapping {
  const guess = draftFrom(inspection, null).columns;
  const named = new Set(Object.values(mapping.columns));
  const byKey = new Map(Object.entries(mapping.columns).map(([name, field]) => [name.trim().toLowerCase(), field]));
  return withColumns(mapping, inspection, (name) => {
    const field = byKey.get(name.trim().toLowerCase());
    if (field !== undefined) return field;
    const guessed = guess[name] ?? 'ignore';
    return named.has(guessed) ? 'ignore' : guessed;
  });
}

/** The column that holds a field; null for none. */
export function columnOf(
  { draft, inspection }: Pick<MappingStep, 'draft' | 'inspection'>,
  asked: Asked,
): InspectedColumn | null {
  return inspection.columns.find(({ name }) => asks(draft.columns[name], asked)) ?? null;
}

/** What a column of the file is mapped to; null for nothing. */
export function askedOf(draft: Mapping, header: string): Asked | null {
  const field = draft.columns[header];
  return field === undefined || field === 'ignore' ? null : (axisOf(field) ?? (field as Asked));
}

export function hasPlace(step: Pick<MappingStep, 'draft' | 'inspection'>): boolean {
  return columnOf(step, 'x') !== null && columnOf(step, 'y') !== null;
}

/** `header` null: no column holds the field. A column that held another field holds this one instead. */
export function withColumn(
  step: Pick<MappingStep, 'draft' | 'inspection'>,
  asked: Asked,
  header: string | null,
): Mapping {
  const { draft, inspection } = step;
  const field: Field = asked === 'x' ? 'longitude' : asked === 'y' ? 'latitude' : asked;
  const columns = Object.entries(draft.columns).map(([name, before]): [string, Field] => {
    if (name === header) return [name, field];
    return [name, asks(before, asked) ? 'ignore' : before];
  });
  return inItsSystem({ ...draft, columns: Object.fromEntries(columns) }, inspection);
}

export function withCrs(
  { draft, inspection }: Pick<MappingStep, 'draft' | 'inspection'>,
  crs: Mapping['crs'],
): Mapping {
  return inItsSystem({ ...draft, crs }, inspection);
}

/** `name` null: back to what is recognised by itself; '': without harm. */
export function withOffence(draft: Mapping, title: string, name: string | null): Mapping {
  const others = Object.entries(draft.offences).filter(([known]) => known !== title);
  return { ...draft, offences: Object.fromEntries(name === null ? others : [...others, [title, name]]) };
}

export function withFlag(draft: Mapping, field: FlagField, value: string, word: FlagWord): Mapping {
  return { ...draft, flags: { ...draft.flags, [field]: { ...draft.flags[field], [value]: word } } };
}

function axisOf(field: Field): 'x' | 'y' | null {
  if (field === 'longitude' || field === 'easting') return 'x';
  return field === 'latitude' || field === 'northing' ? 'y' : null;
}

function asks(field: Field | undefined, asked: Asked): boolean {
  return field !== undefined && (field === asked || axisOf(field) === asked);
}

function withColumns(mapping: Mapping, inspection: Inspection, fieldOf: (name: string) => Field): Mapping {
  const columns = Object.fromEntries(inspection.headers.map((name) => [name, fieldOf(name)]));
  return inItsSystem({ ...mapping, columns }, inspection);
}

/** Both columns of the place by the names of one coordinate system: the chosen one, else that of their first values. */
function inItsSystem(draft: Mapping, inspection: Inspection): Mapping {
  const size = (axis: 'x' | 'y') => Math.abs(Number(columnOf({ draft, inspection }, axis)?.first ?? 0));
  const metres = draft.crs === 'auto' ? size('x') > 180 || size('y') > 90 : draft.crs === 'EPSG:27700';
  const columns = Object.entries(draft.columns).map(([name, field]): [string, Field] => {
    const axis = axisOf(field);
    if (axis === 'x') return [name, metres ? 'easting' : 'longitude'];
    return [name, axis === 'y' ? (metres ? 'northing' : 'latitude') : field];
  });
  return { ...draft, columns: Object.fromEntries(columns) };
}
